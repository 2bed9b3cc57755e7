"""An annex whose title is not the one announced."""

from collections.abc import Iterator

from templates.analysis import Analysis
from validators.diagnostic import Related, Severity
from validators.reading import annexes, announced_annexes, plain
from validators.rule import Bad, Finding, Good, Scope, rule


@rule(
    code="ELM004",
    name="annex-under-another-title",
    severity=Severity.WARNING,
    scope=Scope.DOCUMENT,
    summary="附件的标题与附件说明不一致。",
    reason="附件的顺序号和标题要与附件说明一致，读者才能对上。",
    source="GB/T 9704-2012 7.3.7",
    examples=(
        Bad(("一、要求", "附件：任务清单", "附件", "# 任务分工表")),
        Good(("一、要求", "附件：1.任务分工表", "2.指标表", "附件1", "# 任务分工表", "附件2", "# 指标表")),
        Good(("一、要求", "附件：2026年科普活动申报表", "附件", "# 2026年科普活动申报表")),
    ),
)
def check(analysis: Analysis) -> Iterator[Finding]:
    """Compare the announced names with the titles, in order."""
    announced = announced_annexes(analysis)
    for item, (block, title) in zip(announced, annexes(analysis), strict=False):
        if title and plain(item.name) != plain(title):
            message = f"附件标题是“{title}”，附件说明里写的是“{item.name}”。"
            yield Finding(0, len(block.text), message, block_id=block.id, related=(Related(item.block_id, item.name),))
