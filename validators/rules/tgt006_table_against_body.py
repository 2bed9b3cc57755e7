"""A value in a table of targets that is not the one the text sets for the same indicator and year."""

import re
from collections.abc import Iterator
from dataclasses import dataclass

from editor.model.document import Block, BlockKind
from editor.model.targets import Target
from templates.analysis import Analysis
from validators.diagnostic import Related, Severity
from validators.reading import positions_by_kind
from validators.rule import Bad, Finding, Good, Scope, rule

_YEAR = re.compile(r"(20[0-9]{2})年?(?:底|末|目标值?|现状值?|指标|基期)?")
_NUMBER = re.compile(r"[≥>＞]?\s?([0-9]{1,9}(?:\.[0-9]{1,4})?)\s?([%％]?)(?:以上)?")
_UNIT = re.compile(r"[（(]([^（）()]{1,6})[）)]$")
_PLACE = re.compile(r"^[全我][国省市区县州盟旗]|\s")
_SHORTEST = 5  # 培训, 活动: too little to be one indicator


@dataclass(frozen=True, slots=True)
class _Cell:
    """One value of a table: its row and column from 1, its indicator, year, value and unit (empty if not said)."""

    row: int
    column: int
    indicator: str
    year: int
    value: float
    unit: str


def _cells(table: Block) -> Iterator[_Cell]:
    head = table.rows[0]
    years = {at: int(match[1]) for at, text in enumerate(head) if (match := _YEAR.fullmatch(text.strip()))}
    units = next((at for at, text in enumerate(head) if text.strip() in ("单位", "计量单位")), None)
    for row, cells in enumerate(table.rows[1:], 2):
        name = next((text.strip() for text in cells if len(text.strip()) >= _SHORTEST), "")
        in_name = _UNIT.search(name)
        unit = cells[units].strip() if units is not None and units < len(cells) else in_name[1] if in_name else ""
        for at, year in years.items():
            value = _NUMBER.fullmatch(cells[at].strip()) if at < len(cells) else None
            if value is not None:
                indicator = _UNIT.sub("", name)
                yield _Cell(row, at + 1, indicator, year, float(value[1]), value[2].replace("％", "%") or unit)


def _plain(name: str) -> str:
    return _PLACE.sub("", name)


def _told(cell: _Cell, targets: dict[tuple[str, int], Target]) -> Target | None:
    """Return what the text says of a cell's indicator and year in the same unit."""
    target = targets.get((_plain(cell.indicator), cell.year))
    return target if target is not None and cell.unit in ("", target.unit) else None


_TEXT = ("一、目标", "到2030年，县级以上科普教育基地达到30个。")


@rule(
    code="TGT006",
    name="table-against-body",
    severity=Severity.WARNING,
    scope=Scope.DOCUMENT,
    summary="指标表里的数与正文的数不同。",
    reason="同一指标、同一年份在表里和正文里是一个数；改了一处忘了另一处，执行和考核就各执一词。",
    source="党政机关公文处理工作条例 第二十条（四）",
    examples=(
        Bad((*_TEXT, "|指标|单位|2030年|", "|县级以上科普教育基地|个|35|")),
        Good((*_TEXT, "|指标|单位|2030年|", "|县级以上科普教育基地|个|30|")),
        Good((*_TEXT, "|指标|单位|2025年|", "|县级以上科普教育基地|个|17|")),
        Good((*_TEXT, "|指标|单位|2030年|", "|市级以上科普教育基地|个|9|")),
    ),
)
def check(analysis: Analysis) -> Iterator[Finding]:
    """Look in tables whose first row has years; an indicator that the text gives two values is another rule's."""
    blocks = analysis.document.blocks
    tables = [blocks[at] for at in positions_by_kind(analysis)[BlockKind.TABLE] if len(blocks[at].rows) > 1]
    if not tables:
        return
    told: dict[tuple[str, int], Target] = {}
    for one in analysis.targets:
        if one.kind in ("target", "baseline") and one.year and len(one.indicator) >= _SHORTEST:
            told.setdefault((_plain(one.indicator), one.year), one)
    for table in tables:
        for cell in _cells(table):
            target = _told(cell, told)
            if target is not None and target.value != cell.value:
                said = f"{target.value:g}{target.unit}"
                where = f"表格第{cell.row}行第{cell.column}列"
                message = f"{where}：{cell.year}年“{cell.indicator}”是{cell.value:g}，正文是{said}。"
                yield Finding(0, 0, message, block_id=table.id, related=(Related(target.block_id, said),))
