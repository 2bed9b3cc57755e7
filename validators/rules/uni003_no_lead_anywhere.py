"""A plan that assigns units to its tasks but names no lead for any."""

from collections.abc import Iterator

from templates.analysis import Analysis
from templates.document_kind import WITH_TASKS
from validators.diagnostic import Severity
from validators.rule import Bad, Finding, Good, Scope, rule


@rule(
    code="UNI003",
    name="no-lead-anywhere",
    severity=Severity.WARNING,
    scope=Scope.DOCUMENT,
    kinds=WITH_TASKS,
    summary="全文的任务都只写责任单位，没有牵头单位。",
    reason="一项任务由几家单位按职责分工负责而没有牵头的，责任容易落空；可以改用“牵头单位”“责任单位”的写法。",
    source="实务（任务分工）",
    examples=(
        Bad(
            (
                "一、行动",
                "1.甲任务。做好工作。（县教育局、县科协按职责分工负责）",
                "2.乙任务。做好工作。（县民政局、县科协按职责分工负责）",
            )
        ),
        Good(("一、行动", "（一）甲行动", "牵头单位：县教育局。责任单位：县科协。")),
        Good(("一、行动", "1.甲任务。做好工作。（县教育局负责）", "2.乙任务。做好工作。（县民政局负责）")),
    ),
)
def check(analysis: Analysis) -> Iterator[Finding]:
    """Report once, at the first assignment that several units share."""
    if any(assignment.lead for assignment in analysis.assignments):
        return
    shared = [assignment for assignment in analysis.assignments if len(assignment.responsible) > 1]
    if shared:
        first = shared[0]
        message = f"有{len(shared)}项任务由几家单位共同负责，没有写牵头单位。"
        yield Finding(first.start, first.end, message, block_id=first.block_id)
