"""What a value measures (指标名称): the words before it without date, place and verb, or the noun after it."""

import re
from collections.abc import Sequence

from editor.model.target_words import LIGHT, REACHED, TAIL, noun_after
from editor.model.target_years import DATE, frequency_of
from editor.model.text_cache import keep_by_text

CHANGE = "(?:提高|提升|增加|增长|上升|下降|降低|减少|递增)"
_CONNECTIVE = re.compile(
    r"^(?:[）)、\s]|以及|并且|其中|同时|此外|另外|努力|力争|争取|确保|实现|推动|带动|促进|保证|保障|计划|累计|推进|加快|加强|[和与及并且另使让])+"
)
_DATE = re.compile(rf"^(?:{DATE})[，,]?")
_DATE_AFTER = re.compile(rf"(?:(?:{CHANGE}(?=[到至])|由|从|在|自)?(?:{DATE})的?|[由从自](?:目前|现在)?的?)$")
_ONLY_DATE = re.compile(
    rf"(?:(?:力争|努力|争取|确保|计划|其中|今后|未来)*(?:用|再用|通过)?(?:{DATE}|[一二三四五0-9]{{1,2}}年[内间]?(?:时间|左右|努力)*)*)"
)
_COMPARED = re.compile(
    rf"(?:(?:比|较)(?:{DATE}|上一?年度?|去年|基期|上期)|同比|环比)(?:同期|相比|实际|再|净|分别|大幅|稳步)*"
)
_PLACE = re.compile(
    r"^(?:(?:全|我|本)[县区市省州旗国镇乡]|[县区市]域|辖区)(?:内|各级)?的?"
    r"|^[\u4e00-\u9fff]{2,8}?(?<!社)[县区市省州旗](?=公民|居民|城乡居民|全民)"
)
_EACH = re.compile(
    r"^[每各][个所支家名位条处间][^，]{0,12}?(?=至少|不少于|配备|设立|建立|建成|建有|开展|举办|明确|拥有|每|解决)"
)
_EACH_ONE = re.compile("[每各][个所支家名]")
_SUBJECT = re.compile("^[每各]|(?:学校|单位|部门|乡镇|街道|社区|村|馆|基地|领导小组|）)$")
_KINDS = re.compile("^(?:各级各类|各级|各类)")
_RISE = re.compile(rf"(?:稳步|逐步|持续|大幅|明显|显著|不断)*{CHANGE}$")
_SHARE = re.compile(r"(?:以上|左右)?的(?P<noun>[^，。；：、,;:0-9\s]{2,30})")


def only_date(clause: str) -> bool:
    """Return whether a clause says nothing but when: 「到2030年」."""
    return _ONLY_DATE.fullmatch(clause.strip("，, 　")) is not None


@keep_by_text
def bare(clause: str) -> str:
    """Return a clause without the date, place and connective it begins with and the comparison it ends with."""
    words, before = clause.strip(), ""
    while words != before:
        words, before = _DATE_AFTER.sub("", TAIL.sub("", words)).strip().removesuffix("的"), words
    before = ""
    while words != before:
        words, before = _PLACE.sub("", _DATE.sub("", _CONNECTIVE.sub("", words)).lstrip("，, ")), words
    return words


def without_rhythm(words: str) -> str:
    """Return the words that follow the last rhythm, those before it where none follow: 「科普讲座每年」."""
    rhythm = frequency_of(words)
    if rhythm is None:
        return words
    before = bare(words[: rhythm.start()])
    return words[rhythm.end() :] or ("" if _SUBJECT.search(before) else before)


def name_count(clauses: Sequence[str], rest: str) -> str:
    """Return what a count measures; `clauses` are its own up to it and those before, the nearest first."""
    noun = noun_after(rest)
    for at, clause in enumerate(clauses[:3]):
        whole = re.sub("^(?:至少|不少于)", "", _EACH.sub("", without_rhythm(bare(clause))))
        words = _KINDS.sub("", TAIL.sub("", LIGHT.sub("", whole)))
        if at == 0 and len(words) == 2 and clause.endswith(words) and noun:
            return words + noun  # 选派60名科技特派员
        if len(words) > 1 and not (noun and at == 0 and _EACH_ONE.match(words)):
            return words
        if at == 0 and noun:
            return noun
    return ""


def name_share(clauses: Sequence[str], rest: str, *, rise: bool) -> str:
    """Return what a percentage measures; for a `rise` in points without the verb, 「提高5个百分点」."""
    for at, clause in enumerate(clauses[:3]):
        words = bare(_COMPARED.sub("", _drop_rhythm(clause)))
        if at or rise:
            words = bare(_RISE.sub("", words))
        words = _KINDS.sub("", words)
        if len(words) > 1 and not re.fullmatch(CHANGE, words):
            return words
        if at == 0 and (share := _SHARE.match(rest)) is not None:
            return share["noun"]
    return ""


def has_subject(clause: str) -> bool:
    """Return whether a clause that tells a change says of what: 「健康素养水平比2025年提高」, not 「比2025年提高」."""
    return len(bare(_RISE.sub("", bare(_COMPARED.sub("", _drop_rhythm(clause)))))) > 1


def _drop_rhythm(clause: str) -> str:
    rhythm = frequency_of(clause)
    return clause[: rhythm.start()] + clause[rhythm.end() :] if rhythm else clause


def name_standard(clause: str, standard: str) -> str:
    """Return the name of a standard that a value is compared with: 「超过创新型城市10%的基本标准」."""
    return re.split(REACHED, clause)[-1] + standard.removeprefix("的")
