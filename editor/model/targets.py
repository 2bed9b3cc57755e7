"""Text → targets (指标): indicator, comparator, value, unit, year or rhythm; past values are baselines (基数)."""

import re
from dataclasses import dataclass, replace
from functools import lru_cache
from itertools import islice

from editor.model.document import BlockKind, Document
from editor.model.outline import from_chinese
from editor.model.target_words import (
    YEAR,
    comparator_of,
    compares,
    frequency_of,
    indicator_of,
    only_compared,
    only_date,
    standard_of,
    year_of,
)


@dataclass(frozen=True, slots=True)
class Target:
    """One value that the plan sets itself, starts from ("baseline") or compares itself with ("reference")."""

    block_id: str
    start: int  # of the clause that states it
    end: int  # after the value and its 以上
    indicator: str  # without place words such as 全县
    comparator: str  # ">", ">=", "=", "~", "<", "<="
    value: float
    unit: str  # %, 人次, 场 …
    year: int | None
    frequency: str | None  # 每年 …
    kind: str  # "target", "baseline", "reference"


@dataclass(frozen=True, slots=True)
class _Value:
    """A target as one text states it; whether it lies in the past also depends on the plan's period."""

    start: int
    end: int
    indicator: str
    comparator: str
    value: float
    unit: str
    year: int | None
    frequency: str | None
    past: bool
    reference: bool


_UNITS = (
    "人次|场次|人|名|场|次|个|家|所|支|期|件|部|篇|套|种|处|座|平方米|亩|亿元|元|册|户|例|条|台|辆|批|班|课时|学时"
    "|小时|份|间|对|项"
)
_VALUE = re.compile(
    r"(?<![0-9０-９.．A-Za-z第〔\-—－+＋/:：])(?:百分之(?P<share>[一二三四五六七八九十]{1,3})"
    r"|(?:(?P<number>[0-9０-９]{1,9}(?:[.．][0-9０-９]{1,4})?)(?:[%％]?[—\-－~～至到][0-9０-９.]{1,9})?"
    r"|(?P<word>[一二两三四五六七八九十]{1,2}))"
    rf"\s{{0,2}}(?P<unit>[%％﹪]|(?P<more>[余多]?[万亿]?[余多]?)(?:{_UNITS})))(?P<after>及?以上|以内|以下|左右|之内)?"
)
_SENTENCE = re.compile(r"[^。！？]+")
_QUOTED = re.compile(r"《[^《》]{0,100}》|〔[0-9]{4}〕[0-9]{1,5}号")
_STANDARD = re.compile(r"的?(?:基本)?(?:标准|平均水平|平均值|要求)")
_PAST = re.compile(r"已|年来|累计|先后|以来|[成高到展加]了|目前|现有|截至|十三五|十二五|过去|比(?:19|20)\d\d年")
_DECLARED = re.compile(r"[^，。；、]{0,8}(?:行动|工程|任务|举措|措施|机制|原则|方面|百分点)")
_PERIOD = re.compile(r"(20\d\d)\D{1,4}20\d\d年?|[“\"]十([四五六])五[”\"]")
_ASCII = str.maketrans("０１２３４５６７８９．％﹪", "0123456789.%%")


def targets(document: Document) -> tuple[Target, ...]:
    """Return the values of the plan's paragraphs and headings in order, baselines and references among them.

    Numbers that are names, counts of parts (「5项行动」), dates or telephone numbers are none.
    """
    start = _period_start(document)
    found = []
    for block in document.blocks:
        if block.kind is BlockKind.ANNEX:
            break
        if block.kind in (BlockKind.PARAGRAPH, BlockKind.HEADING):
            found += [_target(block.id, value, start) for value in _read(block.text)]
    return tuple(target for target in found if target is not None)


def _target(block_id: str, value: _Value, period_start: int | None) -> Target | None:
    early = value.year is not None and period_start is not None and value.year < period_start
    past = early or (value.past and not (value.year and period_start and value.year > period_start))
    if value.past and past and value.unit != "%":
        return None  # a report of what was done
    kind = "reference" if value.reference else "baseline" if past else "target"
    return Target(
        block_id,
        value.start,
        value.end,
        value.indicator,
        value.comparator,
        value.value,
        value.unit,
        None if value.reference else value.year,
        value.frequency,
        kind,
    )


def _period_start(document: Document) -> int | None:
    """Return the first year of the plan: its metadata, or the years or 十X五 of its title."""
    if document.metadata.period_start is not None:
        return document.metadata.period_start
    titles = (block.text for block in document.blocks if block.kind is BlockKind.TITLE)
    match = next((found for title in titles if (found := _PERIOD.search(title))), None)
    if match is None:
        return None
    return int(match[1]) if match[1] else {"四": 2021, "五": 2026, "六": 2031}[match[2]]


@lru_cache(maxsize=8192)
def _read(text: str) -> tuple[_Value, ...]:
    found: list[_Value] = []
    carried: int | None = None
    for sentence in _SENTENCE.finditer(text):
        found += _in_sentence(text, sentence.start(), sentence.end(), carried)
        due = [match for match in YEAR.finditer(sentence.group()) if match["until"]]
        carried = year_of(sentence.group())[0] if due else carried
    return tuple(found)


_MOST = 300  # values in one sentence; more is a table poured into a paragraph


def _in_sentence(text: str, start: int, end: int, carried: int | None) -> list[_Value]:
    """Return the values of one sentence; 「分别达到18%和20%」 takes the years in turn."""
    quoted = [match.span() for match in _QUOTED.finditer(text, start, end)]
    found: list[_Value] = []
    for match in islice(_VALUE.finditer(text, start, end), _MOST):
        if any(left <= match.start() < right for left, right in quoted):
            continue
        if found and text[found[-1].end : match.start()] in {"和", "、", "与", "及"}:
            found.append(_next(text, start, found[-1], match))
        elif (value := _value(text, start, match, carried)) is not None:
            found.append(value)
    return found


def _next(text: str, sentence: int, first: _Value, match: re.Match[str]) -> _Value:
    """Return the value that continues a list of values, with the next year where the years are listed, too."""
    before = text[max(sentence, first.start - _REACH) : match.start()]
    later = [found for found in YEAR.finditer(before) if first.year is not None and int(found["year"]) > first.year]
    year = int(later[0]["year"]) if later and "分别" in before else first.year
    return replace(first, end=match.end(), value=_number(match), year=year)


_REACH = 200  # characters before a value that may say what it is about


def _value(text: str, sentence: int, match: re.Match[str], carried: int | None) -> _Value | None:
    """Return the value that `match` states, None where it is a number of another kind."""
    before, rest = text[max(sentence, match.start() - _REACH) : match.start()], text[match.end() : match.end() + 30]
    clauses = re.split("[，,；;：:]", before)
    clause, earlier = clauses[-1], clauses[-2] if len(clauses) > 1 else ""
    if only_date(earlier) or only_compared(clause):
        clause = earlier + clause
    percent = match["share"] is not None or match["unit"] in {"%", "％", "﹪"}
    after = (match["after"] or "").removeprefix("及")
    standard = _STANDARD.match(rest) if percent else None
    year, _ = year_of(before)
    rhythm = frequency_of(earlier + "，" + clauses[-1])
    past = _PAST.search(before) is not None
    stated = compares(clause, after) or year is not None or rhythm is not None or standard is not None
    if not stated or (not percent and (_no_target(match, rest, clause) or (past and year is None))):
        return None
    return _Value(
        max(sentence, match.start() - len(clause) - (clause != clauses[-1])),
        match.end(),
        standard_of(clauses[-1], standard.group()) if standard else indicator_of(clauses, rest, counted=not percent),
        comparator_of(clause, (match["more"] or "").strip("万亿"), after),
        _number(match),
        "%" if percent else re.sub("[余多]", "", match["unit"]),
        _first_year(before) if "分别" in clauses[-1] else year if year is not None else None if rhythm else carried,
        rhythm.group() if rhythm else None,
        past,
        standard is not None,
    )


def _no_target(match: re.Match[str], rest: str, clause: str) -> bool:
    """Return whether a count is a declared count, a condition (「10人以上的企业」) or an idle 一次."""
    if _DECLARED.match(rest) or (match["after"] and rest.startswith("的")):
        return True
    return match["word"] is not None and re.search("至少|不少于|不低于", clause) is None


def _first_year(before: str) -> int | None:
    match = YEAR.search(before)
    return int(match["year"]) if match and match["year"].isdecimal() else None


def _number(match: re.Match[str]) -> float:
    word = match["share"] or match["word"]
    if word is not None:
        return float(from_chinese(word.replace("两", "二")) or 0)
    return float(match["number"].translate(_ASCII))
