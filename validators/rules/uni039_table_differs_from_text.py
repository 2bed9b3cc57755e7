"""A table of tasks (任务分工表) in the document that gives a task other units than the text does."""

import re
from collections.abc import Iterator
from dataclasses import dataclass

from editor.model.document import Block, BlockKind
from editor.model.outline import Section
from templates.analysis import Analysis
from templates.matching import core
from validators.diagnostic import Related, Severity
from validators.reading import all_sections, positions_by_kind
from validators.rule import Bad, Finding, Good, Scope, rule
from validators.unit_lists import printed

_LEAD, _DUTY = re.compile(r"牵头"), re.compile(r"责任|配合|参与|参加|协办")
_TASK = re.compile(r"任务|工作|事项|内容|项目|举措|行动")
_NUMBER = re.compile(
    r"^\s*(?:[0-9]{1,2}[.．、]|[（(][一二三四五六七八九十0-9]{1,3}[）)]|[一二三四五六七八九十]{1,3}、|——)\s*"
)
_SEPARATOR = re.compile(r"[、，,；;。\s]+")
_COVERED = re.compile(r"等?按职责分工负责|负责$")


@dataclass(frozen=True, slots=True)
class _Columns:
    task: int
    lead: int | None
    duty: int | None


def _columns(header: tuple[str, ...]) -> _Columns | None:
    """Return which column holds what, None for a table that divides no tasks."""
    leads = [at for at, cell in enumerate(header) if _LEAD.search(cell)]
    duties = [at for at, cell in enumerate(header) if _DUTY.search(cell) and at not in leads]
    tasks = [at for at, cell in enumerate(header) if _TASK.search(cell) and at not in (*leads, *duties)]
    if not tasks or not (leads or duties):
        return None
    return _Columns(tasks[-1], leads[0] if leads else None, duties[0] if duties else None)


def _units(analysis: Analysis, row: tuple[str, ...], at: int | None) -> dict[str, str]:
    """Return the names in a cell by the key of their unit."""
    if at is None or at >= len(row):
        return {}
    names = (_COVERED.sub("", name) for name in _SEPARATOR.split(row[at]))
    return {analysis.register.canonical(name) or name: name for name in names if len(name) > 1}


def _difference(analysis: Analysis, section: Section, row: tuple[str, ...], columns: _Columns) -> str:
    """Return in words what a row has and the text has not, or the other way round; empty where they agree."""
    found = analysis.by_heading.get(section.block.id, ())
    lead = [unit for one in found for unit in one.lead]
    duty = [unit for one in found for unit in one.responsible]
    columned_lead = _units(analysis, row, columns.lead)
    columned_all = {**columned_lead, **_units(analysis, row, columns.duty)}
    if lead and columned_lead and not {_key(analysis, unit.text) for unit in lead} & set(columned_lead):
        return f"牵头单位是“{'、'.join(columned_lead.values())}”，正文是“{printed(tuple(lead))}”"
    written = {_key(analysis, unit.text): unit.text for unit in (*lead, *duty)}
    more = [name for key, name in columned_all.items() if key not in written]
    fewer = [name for key, name in written.items() if key not in columned_all]
    if not written or not columned_all or not (more or fewer):
        return ""
    parts = (f"多了“{'、'.join(more)}”" if more else "", f"少了“{'、'.join(fewer)}”" if fewer else "")
    return f"比正文{'，'.join(part for part in parts if part)}"


def _key(analysis: Analysis, name: str) -> str:
    return analysis.register.canonical(name) or name


def _tables(analysis: Analysis) -> Iterator[tuple[Block, _Columns]]:
    for at in positions_by_kind(analysis)[BlockKind.TABLE]:
        block = analysis.document.blocks[at]
        columns = _columns(block.rows[0]) if len(block.rows) > 1 else None
        if columns is not None:
            yield block, columns


@rule(
    code="UNI039",
    name="table-differs-from-text",
    severity=Severity.WARNING,
    scope=Scope.DOCUMENT,
    summary="任务分工表里的单位与正文的分工不同。",
    reason="表和正文都是派任务的依据，两处不同，单位就不知道照哪一处办；以其中一处为准，改另一处。",
    source="党政机关公文处理工作条例 第二十条（四）",
    examples=(
        Bad(
            (
                "一、行动",
                "（一）青少年科学素质提升行动",
                "牵头单位：县教育局。责任单位：县科协。",
                "附件",
                "# 任务分工表",
                "|任务|牵头单位|责任单位|",
                "|青少年科学素质提升行动|县科协|县财政局|",
            )
        ),
        Good(
            (
                "一、行动",
                "（一）青少年科学素质提升行动",
                "牵头单位：县教育局。责任单位：县科协。",
                "附件",
                "# 任务分工表",
                "|任务|牵头单位|责任单位|",
                "|（一）青少年科学素质提升行动|县教育局|县科协|",
                "|开展督促检查|县政府办公室|县科协|",
            )
        ),
    ),
)
def check(analysis: Analysis) -> Iterator[Finding]:
    """Compare the rows whose task is a heading of the plan; each table is told once, with its first rows."""
    tables = list(_tables(analysis))
    if not tables or not analysis.by_heading:
        return
    by_name = {core(section.title): section for section in reversed(all_sections(analysis))}
    for table, columns in tables:
        said: list[str] = []
        related: list[Related] = []
        for number, row in enumerate(table.rows[1:], 2):
            task = _NUMBER.sub("", row[columns.task].split("。")[0]).strip() if columns.task < len(row) else ""
            section = by_name.get(core(task)) if task else None
            words = _difference(analysis, section, row, columns) if section is not None else ""
            if section is not None and words:
                said.append(f"第{number}行“{task}”{words}")
                related.append(Related(section.block.id, section.title))
        if said:
            rest = f"，另有{len(said) - 2}行也不同" if len(said) > 2 else ""
            yield Finding(0, 0, f"表格{'；'.join(said[:2])}{rest}。", block_id=table.id, related=tuple(related))
