"""The words around a value: what it measures, how it is compared, by which year or how often."""

import re

YEAR = re.compile(
    r"(?P<until>到|至|截至|截止)?(?P<year>(?<![0-9])(?:19|20)[0-9]{2}|二[〇○ＯO0零][一二三四五六七八九〇零]{2})年(?:年?[底末]|前)?"
)
_FIVE_YEARS = re.compile(r"[“\"]?十([一二三四五六])五[”\"]?(?:规划)?(?:时期|期间|期末|末)")
_FREQUENCY = re.compile(r"每(?:半|两|三)?(?:年度|学年|学期|季度|个?月|年|周|季)|年均|逐年")
_COMPARED = (
    "(?:大幅|稳步|逐步|持续|显著|稳定|总体|整体|基本|率先|提前|普遍|分别|力争|努力|争取|确保|实现|预计|已经|已|将|要|应|均|都"
    "|全部)"
)
_REACHED = (
    r"(?:达到了?|达|提高到|提高至|提升到|提升至|提升为|增加到|增加至|增长到|增至|升至|保持在|稳定在|控制在|下降到|下降至|降到|降至"
    r"|不低于|不少于|不超过|不高于|不多于|不得低于|不得少于|至少|超过了?|突破|高于|低于|大于|少于|小于|多于|约为|约|为|占|有|在)"
)
_TAIL = re.compile(rf"(?:{_COMPARED}|{_REACHED}){{1,5}}$")
_PLACE = re.compile(
    r"^(?:(?:全|我|本)[县区市省州旗国镇乡]|[县区市]域|辖区)(?:内|各级)?的?"
    r"|^[\u4e00-\u9fff]{2,8}?(?<!社)[县区市省州旗](?=公民|居民|城乡居民|全民)"
)
_DATE = re.compile(
    r"^(?:力争|努力|确保|计划)?(?:(?:到|至|截至|截止)?(?:(?:19|20)[0-9]{2}[年至—\-－~～]{0,2})?(?:(?:19|20)[0-9]{2}"
    r"|二[〇○ＯO0零][一二三四五六七八九〇零]{2})年(?:年?[底末]|前)?|[“\"]?十[一二三四五六]五[”\"]?(?:规划)?(?:时期|期间|期末|末))"
    r"(?:以前|之前)?[，,]?"
)
_DATE_AFTER = re.compile(r"(?:到|至)?(?:19|20)[0-9]{2}年(?:年?[底末]|前)?$")
_LIGHT = re.compile(
    r"^(?:要|应|将|至少|不少于|不低于|计划|力争|积极|广泛|深入|定期|常态化)*(?:组织)?(?:开展|举办|组织|举行|进行|实施|完成|建成|建设|新建|打造"
    r"|创建|培育|新增|建立|开设|推出|制作|创作|选树|评选|认定|发展)*(?:不少于|不低于|至少|超过|达到)*(?:相关|各类|各项)*"
)
_NOUN = re.compile(r"(?:以上|左右|以内)?的?(?P<noun>[^，。；：、,;:（）()0-9\s]{2,20})")

# The first that is found decides; 力争 weakens whatever follows it.
_COMPARATORS = (
    ("~", re.compile("力争|争取|努力")),
    ("<=", re.compile("不超过|不高于|不多于|控制在|下降到|下降至|降到|降至")),
    (">=", re.compile("不低于|不少于|不得低于|不得少于|至少")),
    (">", re.compile("超过|突破|高于|大于|多于")),
    ("<", re.compile("低于|少于|小于")),
)
_GREATER = re.compile("达到|达|(?:提高|提升|增加|增长)[到至]|增至|升至|保持在|稳定在")


def comparator_of(before: str, more: str, after: str) -> str:
    """Return ">", ">=", "=", "~", "<" or "<=" for the words before a value, 余 inside it and 以上 after it."""
    for sign, words in _COMPARATORS:
        if words.search(before):
            return sign
    if more:
        return ">"
    if after == "左右" or before.endswith("约"):
        return "~"
    if after in {"以内", "以下", "之内", "内"}:
        return "<="
    return ">=" if after or _GREATER.search(before) else "="


def compares(before: str, after: str) -> bool:
    """Return whether the words say outright that a value is to be reached, kept or not exceeded."""
    return bool(after) or any(words.search(before) for _, words in _COMPARATORS) or bool(_GREATER.search(before))


def frequency_of(text: str) -> re.Match[str] | None:
    """Return the last rhythm (每年, 每季度, 年均) in `text`."""
    return next(reversed(list(_FREQUENCY.finditer(text))), None)


def year_of(text: str) -> tuple[int | None, int]:
    """Return the year a value is due or was taken, and where that is said: the last 到…年, else the last year."""
    years = [match for match in YEAR.finditer(text) if not text[: match.start()].endswith(("比", "较", "从", "自"))]
    due = [match for match in years if match["until"]] or years
    if due:
        return _arabic(due[-1]["year"]), due[-1].start()
    plan = next(reversed(list(_FIVE_YEARS.finditer(text))), None)
    return (2010 + 5 * "一二三四五六".index(plan[1]), plan.start()) if plan else (None, -1)


def _arabic(printed: str) -> int:
    return int("".join(digit if digit.isascii() and digit.isdigit() else str(_value(digit)) for digit in printed))


def _value(digit: str) -> int:
    return max("〇一二三四五六七八九".find(digit), 0)


def only_date(clause: str) -> bool:
    """Return whether a clause says nothing but when: 「到2030年」."""
    return not _DATE.sub("", clause.strip()).strip("，, ")


def only_compared(clause: str) -> bool:
    """Return whether a clause says nothing but how a value compares: 「力争达到」."""
    return not _TAIL.sub("", clause.strip())


def standard_of(clause: str, standard: str) -> str:
    """Return the name of a standard that a value is compared with: 「超过创新型城市10%的基本标准」."""
    return re.split(_REACHED, clause)[-1] + standard.removeprefix("的")


def indicator_of(clauses: list[str], after: str, *, counted: bool) -> str:
    """Return what a value measures: the words before it without date, place and verb, or the noun after it."""
    for clause in reversed(clauses[-3:]):
        words = clause
        if counted and (rhythm := frequency_of(words)) is not None:
            words = words[rhythm.end() :]
        words = _TAIL.sub("", _DATE.sub("", words.strip()).strip("，, "))
        words = _PLACE.sub("", _DATE_AFTER.sub("", words))
        if counted:
            words = _LIGHT.sub("", words)
        if len(words) > 1:
            return words
        if counted and (noun := _NOUN.match(after)) is not None:
            return noun["noun"]
    return ""
