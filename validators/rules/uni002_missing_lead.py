"""An assignment without a lead unit where the others name one."""

from collections.abc import Iterator

from templates.analysis import Analysis
from validators.diagnostic import Severity
from validators.rule import Bad, Finding, Good, Scope, rule

_LED = ("一、行动", "（一）甲行动", "牵头单位：县教育局。责任单位：县科协、县财政局。")


@rule(
    code="UNI002",
    name="missing-lead",
    severity=Severity.WARNING,
    scope=Scope.DOCUMENT,
    summary="其他任务都写了牵头单位，这一项没有。",
    reason="几家单位共同负责而没有牵头的，容易互相等待；同一份方案里写法也不统一。",
    source="实务（任务分工）",
    examples=(
        Bad(
            (
                *_LED,
                "（二）乙行动",
                "牵头单位：县科协。责任单位：县教育局。",
                "（三）丙行动",
                "责任单位：县民政局、县科协。",
            )
        ),
        Good((*_LED, "（二）乙行动", "牵头单位：县民政局。责任单位：县科协。")),
    ),
)
def check(analysis: Analysis) -> Iterator[Finding]:
    """Report assignments without a lead when most have one."""
    led = sum(bool(assignment.lead) for assignment in analysis.assignments)
    if led * 2 <= len(analysis.assignments):
        return
    for assignment in analysis.assignments:
        if not assignment.lead and len(assignment.responsible) > 1:
            names = "、".join(mention.text for mention in assignment.responsible[:2])
            message = f"由“{names}”等{len(assignment.responsible)}家单位负责的任务没有写牵头单位。"
            yield Finding(assignment.start, assignment.end, message, block_id=assignment.block_id)
