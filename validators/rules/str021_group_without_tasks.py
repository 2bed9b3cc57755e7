"""The only group of a part that is not divided into tasks."""

from collections.abc import Iterator

from templates.analysis import Analysis
from validators.diagnostic import Severity
from validators.reading import at_heading
from validators.rule import Bad, Finding, Good, Scope, rule

_FEWEST = 3  # groups that are divided, before one that is not stands out

_DIVIDED = (
    "一、工程",
    *(
        line
        for group in "一二三"
        for line in (f"（{group}）工程{group}", "1.建机制。做好工作。", "2.强队伍。做好工作。")
    ),
)


@rule(
    code="STR021",
    name="group-without-tasks",
    severity=Severity.HINT,
    scope=Scope.DOCUMENT,
    summary="同级的行动或工程都分了任务，只有一项没有分。",
    reason="别的各项都列出具体任务，只有这一项笼统带过，容易落实不到位，也显得详略失当。",
    source="实务",
    examples=(
        Bad((*_DIVIDED, "（四）交流合作工程", "拓展交流渠道。")),
        Good((*_DIVIDED, "（四）交流合作工程", "1.拓渠道。做好工作。", "2.搭平台。做好工作。")),
        Good((*_DIVIDED, "二、组织实施", "（一）加强领导。落实责任。", "（二）保障经费。列入预算。")),
    ),
)
def check(analysis: Analysis) -> Iterator[Finding]:
    """Report the one undivided heading of a row of second-level headings."""
    for part in analysis.sections:
        undivided = [child for child in part.children if not child.children]
        if len(undivided) == 1 and len(part.children) > _FEWEST:
            one = undivided[0]
            yield at_heading(one, f"“{part.title}”下面只有“{one.title}”没有分列任务。")
