"""An annex note (附件说明) whose annex is not there."""

from collections.abc import Iterator

from templates.analysis import Analysis
from validators.diagnostic import Severity
from validators.reading import annexes, announced_annexes
from validators.rule import Bad, Finding, Good, Scope, rule


@rule(
    code="ELM001",
    name="announced-annex-absent",
    severity=Severity.WARNING,
    scope=Scope.DOCUMENT,
    summary="附件说明列了附件，后面没有附上。",
    reason="附件是公文的组成部分，缺了附件公文就不完整；也可能是附件已经删去而说明没有改。",
    source="GB/T 9704-2012 7.3.4、7.3.7",
    examples=(
        Bad(("一、要求", "附件：任务分工表")),
        Bad(("一、要求", "附件：1.任务分工表", "2.指标表", "附件1", "# 任务分工表")),
        Good(("一、要求", "附件：任务分工表", "附件", "# 任务分工表")),
        Good(("一、要求",)),
        Good(
            ("# 云溪县科普方案", "一、要求", "附件1", "# 任务分工表"),
            (("notice_body", "现印发给你们。\n附件：1.云溪县科普方案\n2.任务分工表"),),
        ),
    ),
)
def check(analysis: Analysis) -> Iterator[Finding]:
    """Report the announced items beyond the annexes that are there."""
    there = len(annexes(analysis))
    for item in announced_annexes(analysis)[there:]:
        message = f"附件说明列了“{item.name}”，后面没有这个附件。"
        yield Finding(item.start, item.end, message, block_id=item.block_id)
