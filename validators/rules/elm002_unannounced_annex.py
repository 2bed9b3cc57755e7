"""An annex that no annex note (附件说明) announces."""

from collections.abc import Iterator

from templates.analysis import Analysis
from validators.diagnostic import Severity
from validators.reading import annexes, announced_annexes
from validators.rule import Bad, Finding, Good, Scope, rule


@rule(
    code="ELM002",
    name="unannounced-annex",
    severity=Severity.WARNING,
    scope=Scope.DOCUMENT,
    summary="附有附件，正文之后没有附件说明。",
    reason="有附件的，在正文下空一行写明附件的顺序号和名称，读者才知道附件是否齐全。",
    source="GB/T 9704-2012 7.3.4",
    examples=(
        Bad(("一、要求", "附件", "# 任务分工表")),
        Good(("一、要求", "附件：任务分工表", "附件", "# 任务分工表")),
        Good(
            ("一、要求", "附件1", "# 任务分工表", "附件2", "# 指标表"),
            (("notice_body", "现印发给你们。\n附件：1.任务分工表\n2.指标表"),),
        ),
    ),
)
def check(analysis: Analysis) -> Iterator[Finding]:
    """Report the annexes beyond those announced."""
    announced = len(announced_annexes(analysis))
    for block, title in annexes(analysis)[announced:]:
        name = f"“{title}”" if title else f"“{block.text}”"
        yield Finding(0, len(block.text), f"附件{name}没有在附件说明中列出。", block_id=block.id)
