"""One text → the values it states: each number read with what stands around it and the value before it."""

import re
from collections.abc import Iterator
from dataclasses import replace
from itertools import islice

from editor.model.target_names import CHANGE, bare, has_subject, name_count, name_share, name_standard, without_rhythm
from editor.model.target_numbers import NUMBER, is_share, number_of, unit_of
from editor.model.target_settings import Said, Setting, Value, setting_of
from editor.model.target_words import comparator_of, compares, counts_what_is_there, sets_goal
from editor.model.target_years import all_years, due_year, frequency_of, year_before, year_of
from editor.model.text_cache import keep_by_text

_SENTENCE = re.compile(r"[^。！？]+")
_NAME = re.compile(r"《[^《》]{0,100}》|〔[0-9]{4}〕[0-9]{1,5}号|“[^“”]{1,30}”")
_STANDARD = re.compile(r"的?(?:基本)?(?:标准|平均水平|平均值|要求)")
_NATION = re.compile("(?:全国|我国)(?:公民|居民|全民|城乡居民)")
_PAST = re.compile(r"已|年来|先后|以来|[成高到展加长升降]了|目前|现有|截至|十三五|十二五|过去")
_AHEAD = re.compile("今后|未来|力争|达到|规划期|五年内")
_DECLARED = re.compile(r"[^，。；、]{0,8}(?:行动|工程|任务|举措|措施|机制|原则|方面)")
_PARTS = {"项", "个", "条", "种"}
_DURATIONS = {"天", "小时", "分钟"}
_RANK = re.compile("(?<![年底末月日之以])前$")
_CHANGED = re.compile(rf"{CHANGE}$")
_REPORTED = re.compile(rf"{CHANGE}了$|按照?$")
_COMPLETED = re.compile("建成|新建|建设|创建|达到|新增|累计")
_RATE = re.compile("(?:率|水平|比例|比重)$")
_YEAR_AFTER = re.compile("^[（(](20[0-9]{2})年[底末]?[)）]")
_MOST = 300  # values in one sentence; more is a table poured into a paragraph


@keep_by_text
def values_in(text: str) -> tuple[Value, ...]:
    """Return the values of a text in order; a sentence hands the year that something is due by to the next."""
    found: list[Value] = []
    carried: int | None = None
    for sentence in _SENTENCE.finditer(text):
        found += _in_sentence(text, sentence.start(), sentence.end(), carried)
        due = due_year(sentence.group())
        carried = carried if due is None else due
    return tuple(found)


def _in_sentence(text: str, start: int, end: int, carried: int | None) -> Iterator[Value]:
    said: Said | None = None
    for group in _groups(text, start, end):
        setting = setting_of(text, start, end, group[0], said)
        value = _value(setting, group[0], carried)
        said = Said(group[-1].end(), value, setting.governing)
        if value is not None:
            yield from _members(value, group, setting)


def _groups(text: str, start: int, end: int) -> list[list[re.Match[str]]]:
    """Return the numbers of a sentence that are no names; those that only 、 or 和 parts stand together."""
    names = [match.span() for match in _NAME.finditer(text, start, end)]
    groups: list[list[re.Match[str]]] = []
    for match in islice(NUMBER.finditer(text, start, end), _MOST):
        if any(left <= match.start() < right for left, right in names):
            continue
        if groups and text[groups[-1][-1].end() : match.start()] in {"和", "、", "与", "及"}:
            groups[-1].append(match)
        else:
            groups.append([match])
    return groups


def _members(value: Value, group: list[re.Match[str]], setting: Setting) -> Iterator[Value]:
    """Return the values of a list 「18%和20%」, with the indicators or the years that 分别 gives them in turn."""
    names = re.split("、|以及|[和与及]", value.indicator)
    years = all_years(setting.before)[-len(group) :]
    each = "分别" in setting.own and len(group) > 1
    for at, match in enumerate(group):
        yield replace(
            value,
            end=match.end(),
            indicator=names[at] if each and len(names) == len(group) else value.indicator,
            comparator=_comparator(setting, match),
            value=number_of(match),
            unit=unit_of(match),
            year=years[at] if each and len(set(years)) == len(group) else value.year,
        )


def _value(setting: Setting, match: re.Match[str], carried: int | None) -> Value | None:
    """Return the value that `match` states, None where it is a number of another kind."""
    share, standard = is_share(match), _STANDARD.match(setting.rest)
    standard = standard if share else None
    rhythm = _rhythm(setting, share=share)
    year = _year(setting, rhythm)
    past = _lies_in_past(setting, year if year is not None else carried, rhythm)
    goal = not past and _sets_goal(setting, match)
    compared = compares(setting.compared, match["after"] or "")
    stated = compared or year is not None or rhythm is not None or standard is not None or goal
    if not (stated or setting.joined or setting.starts_from):
        return None
    if _is_other_number(setting, match, rhythm) or (past and not share and year is None and not setting.starts_from):
        return None
    kind = "baseline" if setting.starts_from else "reference" if standard or _NATION.search(setting.own) else ""
    name = name_standard(setting.own, standard.group()) if standard else _name(setting, match)
    when = None if standard else year if year is not None or rhythm or setting.starts_from else carried
    sign, rise = _comparator(setting, match), _CHANGED.search(setting.own) is not None
    value, unit = number_of(match), unit_of(match)
    return Value(setting.start, match.end(), name, sign, value, unit, when, rhythm, past, kind, rise)


def _comparator(setting: Setting, match: re.Match[str]) -> str:
    return comparator_of(setting.compared, re.sub("[万亿]", "", match["more"] or ""), match["after"] or "")


def _sets_goal(setting: Setting, match: re.Match[str]) -> bool:
    """Return whether the words set a value without comparing it: 「建成科普场馆2座」「覆盖率100%」, not 「明确1名」."""
    if is_share(match):
        return _RATE.search(setting.own) is not None
    return sets_goal(_words(setting)) and (number_of(match) > 1 or _COMPLETED.search(setting.own) is not None)


def _words(setting: Setting) -> str:
    return without_rhythm(bare(setting.own))


def _rhythm(setting: Setting, *, share: bool) -> str | None:
    """Return how often the value comes: by its own clause, or by the one before where that goes on."""
    if setting.rest.startswith(("/年", "／年")):
        return "每年"
    if (own := frequency_of(setting.own)) is not None:
        return "每年" if own.group() == "年" else own.group()
    if setting.joined is not None and setting.joined.value is not None:
        return setting.joined.value.frequency
    if share or year_of(setting.own) is not None or _COMPLETED.search(setting.own):
        return None
    if setting.last is not None and setting.last.value is not None:
        return setting.last.value.frequency
    before = frequency_of(setting.earlier[0]) if setting.earlier else None
    return before.group() if before and year_of(setting.earlier[0]) is None else None


def _year(setting: Setting, rhythm: str | None) -> int | None:
    """Return the year of the value: that of its own clause or of a date before it; without rhythm, of the sentence."""
    if (after := _YEAR_AFTER.match(setting.rest)) is not None:
        return int(after[1])
    if setting.starts_from:
        return year_of(setting.start_phrase)
    own = year_of(setting.own)
    own = year_of(setting.date) if own is None else own
    return own if own is not None or rhythm else year_before(setting.earlier)


def _lies_in_past(setting: Setting, year: int | None, rhythm: str | None) -> bool:
    if _PAST.search(setting.before):
        return True
    return "累计" in setting.own and year is None and rhythm is None and not _AHEAD.search(setting.before)


def _is_other_number(setting: Setting, match: re.Match[str], rhythm: str | None) -> bool:
    """Return whether a number is a rank, a supplementary increase, a condition, or counts what is there already."""
    own, rest = setting.own, setting.rest
    if _RANK.search(own) or _REPORTED.search(own):
        return True
    if setting.starts_from:
        return False
    if is_share(match):
        return _is_supplement(setting, match, rhythm)
    if match["word"] is not None and not re.search("至少|不少于|不低于", own):
        return True
    goal = sets_goal(_words(setting))
    if match["after"] and rest.startswith("的") and not goal:
        return True
    if match["unit"] in _PARTS and _DECLARED.match(rest):
        return True
    compared = compares(own, match["after"] or "")
    if match["unit"] in _DURATIONS and not compared:
        return True
    joined = setting.joined is not None
    return not compared and not joined and counts_what_is_there(own, _words(setting), rest, rhythm=bool(rhythm))


def _is_supplement(setting: Setting, match: re.Match[str], rhythm: str | None) -> bool:
    """Return whether a share only adds by how much to the value before it: 「达到20%，比2025年提高5个百分点」."""
    if not _CHANGED.search(setting.own):
        return unit_of(match) == "百分点"
    return not has_subject(setting.own) and (rhythm is None or setting.last is not None)


def _name(setting: Setting, match: re.Match[str]) -> str:
    """Return what the value measures; a clause that names nothing goes on about what the one before named."""
    last = setting.last.value if setting.last else None
    own = _name_in(setting.own, setting=setting, match=match)
    if own or (last is not None and last.unit == unit_of(match)):
        return own or (last.indicator if last else "")
    return _name_in(setting.own, *setting.earlier, setting=setting, match=match)


def _name_in(*clauses: str, setting: Setting, match: re.Match[str]) -> str:
    if is_share(match):
        return name_share(clauses, setting.rest, rise=unit_of(match) == "百分点")
    return name_count(clauses, setting.rest)
