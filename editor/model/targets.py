"""Document → targets (指标): indicator, comparator, value, unit, year or rhythm; past values are baselines (基数)."""

import re
from dataclasses import dataclass

from editor.model.document import BlockKind, Document
from editor.model.target_settings import Value
from editor.model.target_values import values_in
from editor.model.target_years import PERIOD_END


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


_YEARS = re.compile(r"(20\d\d)\D{1,4}(20\d\d)年?|[“\"]?十([四五六])五[”\"]?")


def targets(document: Document) -> tuple[Target, ...]:
    """Return the values of the plan's paragraphs and headings in order, baselines and references among them.

    Numbers that are names, counts of parts (「5项行动」), of what is there already (「14个乡镇」), dates or telephone
    numbers are none.
    """
    period = _period(document)
    found = []
    for block in document.blocks:
        if block.kind is BlockKind.ANNEX:
            break
        if block.kind in (BlockKind.PARAGRAPH, BlockKind.HEADING):
            found += [_target(block.id, value, *period) for value in values_in(block.text)]
    return tuple(target for target in found if target is not None)


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
