"""Tasks that bear a name near the superior's, but not that name: told once, for those who compare the two."""

from collections.abc import Iterator

from editor.model.outline import Section
from templates.analysis import Analysis
from templates.coverage import Row, Status
from templates.document_kind import PLANS
from templates.matching import core
from validators.diagnostic import Severity
from validators.reading import as_class, at_heading
from validators.requirements import called, is_called, sections_by_id, superior
from validators.rule import Bad, Finding, Good, Scope, rule

_TASK_PARTS = ("A", "P")
_TASK_LEVEL = 3
_FEWEST = 2


def _bears_own_name(section: Section, row: Row) -> bool:
    """Return whether a title says the same in other words; what says something else is STR005's."""
    title = core(section.title)
    return is_called(section, row) and title != core(row.requirement.name) and title not in core(row.requirement.name)


@rule(
    code="STR008",
    name="task-under-own-name",
    severity=Severity.HINT,
    scope=Scope.DOCUMENT,
    kinds=PLANS,
    summary="任务的名称与上级方案不完全相同。",
    reason="按本地实际改名是允许的；名称逐字相同，上级汇总、对账时才对得上，非必要不改。",
    source="上级方案；实务",
    examples=(
        Bad(
            (
                "一、提升行动",
                "（一）老年人科学素质提升行动",
                "1.实施智慧助老科普行动。普及智能技术运用。",
                "2.提升老年人健康素养。普及合理用药知识。",
            )
        ),
        Good(("一、提升行动", "（一）老年人科学素质提升行动", "1.实施智慧助老科普行动。普及智能技术运用。")),
        Good(("一、提升行动", "（一）老年人科学素质提升行动", "1.实施智慧助老行动。普及智能技术运用。")),
        Good(("一、提升行动", "（一）老年人科学素质提升行动", "1.开展智慧助老行动。普及智能技术运用。")),
    ),
)
def check(analysis: Analysis) -> Iterator[Finding]:
    """Report all of them at the first; one alone is a choice, another leading verb or a left-out word no other name."""
    sections = sections_by_id(analysis)
    found = []
    for row in analysis.coverage.rows:
        near = row.status in (Status.NEAR, Status.RENAMED) and row.requirement.id.startswith(_TASK_PARTS)
        section = sections.get(row.block_ids[0]) if near and len(row.block_ids) == 1 else None
        if (
            section is not None
            and row.requirement.level == section.level == _TASK_LEVEL
            and _bears_own_name(section, row)
        ):
            message = f"“{section.title}”对应{superior(analysis)}的{called(row.requirement)}，名称不完全相同"
            found.append(at_heading(section, message))
    if len(found) >= _FEWEST:
        yield from as_class(found, f"{found[0].message}，这样的任务共{len(found)}项。")
