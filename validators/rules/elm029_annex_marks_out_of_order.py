"""Marks of several annexes that do not count 1, 2, 3."""

import re
from collections.abc import Iterator

from templates.analysis import Analysis
from validators.diagnostic import Severity
from validators.reading import annexes, announced_annexes
from validators.rule import Bad, Finding, Good, Scope, rule

_NUMBER = re.compile("[0-9]{1,2}")


@rule(
    code="ELM029",
    name="annex-marks-out-of-order",
    severity=Severity.WARNING,
    scope=Scope.DOCUMENT,
    summary="几个附件的顺序号不连续，或者没有编号。",
    reason="附件的顺序号要与附件说明一致、依次排列；正文写“见附件2”时才找得到。",
    source="GB/T 9704-2012 7.3.4、7.3.7",
    examples=(
        Bad(("一、要求", "附件：1.任务分工表", "2.指标表", "附件1", "# 任务分工表", "附件3", "# 指标表")),
        Bad(("一、要求", "附件：1.任务分工表", "2.指标表", "附件", "# 任务分工表", "附件", "# 指标表")),
        Good(("一、要求", "附件：1.任务分工表", "2.指标表", "附件1", "# 任务分工表", "附件2", "# 指标表")),
        Good(("# 云溪县科普方案", "一、要求", "附件2", "# 任务分工表", "附件3", "# 指标表")),
        Good(("一、要求", "附件：任务分工表", "附件", "# 任务分工表")),
    ),
)
def check(analysis: Analysis) -> Iterator[Finding]:
    """Report the first mark that does not follow; the first may be 2 where the plan itself is 附件1."""
    marks = annexes(analysis)
    if len(marks) < 2:
        return
    numbers = [int(found.group()) if (found := _NUMBER.search(block.text)) else 0 for block, _ in marks]
    first = 1 if announced_annexes(analysis) or numbers[0] == 0 else numbers[0]
    for at, ((block, _), number) in enumerate(zip(marks, numbers, strict=True)):
        if number != first + at:
            message = f"第{at + 1}个附件标的是“{block.text.strip()}”，应是“附件{first + at}”。"
            yield Finding(0, len(block.text), message, block_id=block.id)
            return
