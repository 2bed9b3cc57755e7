"""Document → targets (指标): indicator, comparator, value, unit, year or rhythm; past values are baselines (基数)."""

import re
from dataclasses import dataclass, replace

from editor.model.document import Block, BlockKind, Document
from editor.model.target_settings import Value
from editor.model.target_values import values_in
from editor.model.target_years import PERIOD_END, due_year, year_of


@dataclass(frozen=True, slots=True)
class Target:
    """One value that the plan sets itself, starts from ("baseline") or compares itself with ("reference")."""

    block_id: str
    start: int  # of the clause that states it
    end: int  # after the value and its 以上
    indicator: str  # without place words such as 全县
    comparator: str  # ">", ">=", "=", "~", "<", "<="
    value: float
    unit: str  # %, 百分点, 人次, 场 …
    year: int | None
    frequency: str | None  # 每年 …
    kind: str  # "target", "baseline", "reference"


_MARK = re.compile(
    r"\s*(?:[—―─-]{1,3}|[0-9]{1,2}[.．、]|[（(][一二三四五六七八九十0-9]{1,3}[）)]|[一二三四五六七八九十]{1,3}、)\s*"
)
_LEAD_IN = re.compile(r"[：:]\s*$|(?:以下|如下|下列)[^，；]{0,12}$")  # 到2030年，实现以下目标：
_PART = 2  # heading levels that end a list and what was said to lead it in
_YEARS = re.compile(r"(20\d\d)\D{1,4}(20\d\d)年?|[“\"]?十([四五六])五[”\"]?")


def targets(document: Document) -> tuple[Target, ...]:
    """Return the values of the plan's paragraphs and headings in order, baselines and references among them.

    Numbers that are names, counts of parts (「5项行动」), of what is there already (「14个乡镇」), dates or telephone
    numbers are none.
    """
    period = _period(document)
    found = []
    handed: int | None = None
    goes_on = False
    for block in document.blocks:
        if block.kind is BlockKind.ANNEX:
            break
        if block.kind in (BlockKind.PARAGRAPH, BlockKind.HEADING):
            mark = _MARK.match(block.text)
            text = "。" * mark.end() + block.text[mark.end() :] if mark else block.text
            handed = _handed_on(block, text, handed, is_item=mark is not None or goes_on)
            goes_on = text.rstrip().endswith(("；", ";", "：", ":"))
            found += [_target(block.id, _dated(value, handed), *period) for value in values_in(text)]
    return tuple(target for target in found if target is not None)


def _handed_on(block: Block, text: str, handed: int | None, *, is_item: bool) -> int | None:
    """Return the year that a block hands to its own values and those after it: 2030年目标, 到2030年：."""
    if "20" in text or "期末" in text:
        title = text.strip("。 ").partition("。")[0]
        if block.kind is BlockKind.HEADING and "目标" in title and (year := year_of(title)) is not None:
            return year
        if _LEAD_IN.search(text.rstrip("。")) and (year := due_year(text) or year_of(text)) is not None:
            return year
    ends = block.level <= _PART if block.kind is BlockKind.HEADING else not is_item
    return None if ends else handed


def _dated(value: Value, handed: int | None) -> Value:
    """Return a value with the year that was said before its list, if it has none of its own."""
    undated = value.year is None and value.frequency is None and not value.past and not value.kind
    return value if handed is None or not undated else replace(value, year=handed)


def _target(block_id: str, value: Value, first: int | None, last: int | None) -> Target | None:
    """Return `value` as a target of a plan from `first` to `last`, None for a report of what was done."""
    year = last if value.year == PERIOD_END else value.year
    early = year is not None and first is not None and year < first
    past = early or (value.past and not (year and first and year > first))
    kind = value.kind or ("baseline" if past else "target")
    if past and kind == "baseline" and (value.rise or (value.past and value.unit != "%")) and not value.kind:
        return None
    return Target(
        block_id,
        value.start,
        value.end,
        value.indicator,
        value.comparator,
        value.value,
        value.unit,
        year,
        value.frequency,
        kind,
    )


def _period(document: Document) -> tuple[int | None, int | None]:
    """Return the first and last year of the plan: its metadata, or the years or 十X五 of its title."""
    metadata = document.metadata
    titles = (block.text for block in document.blocks if block.kind is BlockKind.TITLE)
    match = next((found for title in titles if (found := _YEARS.search(title))), None)
    first, last = _years(match) if match else (None, None)
    if metadata.period_start is not None:
        return metadata.period_start, metadata.period_end or last
    return first, last


def _years(match: re.Match[str]) -> tuple[int, int]:
    if match[1]:
        return int(match[1]), int(match[2])
    start = {"四": 2021, "五": 2026, "六": 2031}[match[3]]
    return start, start + 4
