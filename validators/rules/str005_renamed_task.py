"""A heading whose title is far from the name that the superior gives the task."""

from collections.abc import Iterator

from editor.model.outline import Section
from templates.analysis import Analysis
from templates.coverage import Status
from templates.document_kind import DIVIDED
from validators.diagnostic import Severity
from validators.reading import at_heading
from validators.requirements import called, is_called, sections_by_id, superior
from validators.rule import Bad, Finding, Good, Scope, rule

_LONGEST_TITLE = 40  # longer, its text runs on without a stop: that is another rule's


def _is_place(section: Section) -> bool:
    """Return whether a heading is a task, or a group with tasks under it, and no paragraph of its own."""
    return len(section.title) <= _LONGEST_TITLE and (section.level > 2 or bool(section.children))


@rule(
    code="STR005",
    name="renamed-task",
    severity=Severity.HINT,
    scope=Scope.DOCUMENT,
    kinds=DIVIDED,
    summary="任务的名称与上级方案差别较大。",
    reason="改名是允许的，但名称差别大时上级对账难以找到，也容易把另一项任务的名称写过来。",
    source="上级方案；实务",
    examples=(
        Bad(
            (
                "一、重点工程",
                "（一）基层科普能力提升工程",
                "1.夯实人才支撑。加强专职科普队伍，鼓励设立科普岗位。",
            )
        ),
        Good(("一、提升行动", "（一）老年人科学素质提升行动", "1.实施智慧助老行动。普及智能技术运用。")),
    ),
)
def check(analysis: Analysis) -> Iterator[Finding]:
    """Report tasks and groups tied to one requirement by other words than their title."""
    coverage = analysis.coverage
    sections = sections_by_id(analysis)
    for row in coverage.rows:
        if row.status is not Status.RENAMED or row.requirement.level == 1 or len(row.block_ids) > 1:
            continue
        section = sections.get(row.block_ids[0])
        own_place = section is not None and section.level == row.requirement.level and _is_place(section)
        if section is not None and own_place and not is_called(section, row) and row.requirement.verified:
            name = called(row.requirement)
            yield at_heading(section, f"“{section.title}”看来对应{superior(analysis)}的{name}，名称差别较大，请核对。")
