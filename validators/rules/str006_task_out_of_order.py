"""Tasks of a group in another order than the superior's."""

from collections.abc import Iterator
from itertools import pairwise

from templates.analysis import Analysis
from templates.document_kind import PLANS
from validators.diagnostic import Severity
from validators.reading import all_sections, at_heading
from validators.requirements import is_called, superior
from validators.rule import Bad, Finding, Good, Scope, rule

_TASKS = (
    "1.实施智慧助老行动。普及智能技术运用。",
    "2.加强老年人健康科普服务。开展健康讲座。",
    "3.实施银龄科普行动。发挥老专家作用。",
)
_HEAD = ("一、提升行动", "（一）老年人科学素质提升行动")


@rule(
    code="STR006",
    name="task-out-of-order",
    severity=Severity.HINT,
    scope=Scope.DOCUMENT,
    kinds=PLANS,
    summary="同一行动或工程里任务的顺序与上级方案不同。",
    reason="顺序一致便于上下对照；有意突出本地重点的，可以保留。",
    source="上级方案；实务",
    examples=(
        Bad((*_HEAD, "1.实施银龄科普行动。发挥老专家作用。", "2.加强老年人健康科普服务。开展健康讲座。")),
        Good((*_HEAD, *_TASKS)),
        Good((*_HEAD, "1.发挥余热。支持老专家参加科普。", "2.加强老年人健康科普服务。开展健康讲座。")),
    ),
)
def check(analysis: Analysis) -> Iterator[Finding]:
    """Report a group once, at the first heading that stands before one it should follow; only names are compared."""
    coverage = analysis.coverage
    order = {row.requirement.id: at for at, row in enumerate(coverage.rows)}
    for group in all_sections(analysis):
        placed = []
        for child in group.children:
            ids = coverage.requirements_of(child.block.id)
            row = coverage.row(ids[0]) if len(ids) == 1 else None
            if row is not None and row.requirement.level == child.level == 3 and is_called(child, row):
                placed.append((order[ids[0]], child))
        for (this, child), (following, after) in pairwise(placed):
            if this > following:
                yield at_heading(child, f"“{child.title}”排在“{after.title}”之前，与{superior(analysis)}的顺序不同。")
                break
