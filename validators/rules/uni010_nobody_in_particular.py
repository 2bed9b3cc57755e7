"""An assignment to 各有关单位 and the like, with no unit that can be named."""

import re
from collections.abc import Iterator

from templates.analysis import Analysis
from validators.diagnostic import Severity
from validators.duties import mentions_by_name
from validators.rule import Bad, Finding, Good, Scope, rule

_VAGUE = re.compile(
    r"(?:各|有关|相关|各有关|各相关|县直|区直|市直|责任|成员)+(?:单位|部门|部门和单位|部门单位|部门（单位）)"
)


@rule(
    code="UNI010",
    name="nobody-in-particular",
    severity=Severity.HINT,
    scope=Scope.DOCUMENT,
    summary="任务只写由“有关单位”负责。",
    reason="“各有关单位”数不出是谁，任务等于没有分下去；至少写明一家牵头。",
    source="实务（任务分工）",
    examples=(
        Bad(("一、行动", "1.甲任务。做好工作。（县科协负责）", "2.乙任务。做好工作。（各有关单位按职责分工负责）")),
        Good(("一、行动", "1.甲任务。做好工作。（县科协、各有关单位按职责分工负责）")),
    ),
)
def check(analysis: Analysis) -> Iterator[Finding]:
    """Report assignments in which every mention is such a word."""
    vague = {name for name in mentions_by_name(analysis) if _VAGUE.fullmatch(name)}
    for assignment in analysis.assignments if vague else ():
        units = (*assignment.lead, *assignment.responsible)
        if units and all(mention.text in vague for mention in units):
            message = f"任务只写由“{units[0].text}”负责，没有指明是哪一家。"
            yield Finding(assignment.start, assignment.end, message, block_id=assignment.block_id)
