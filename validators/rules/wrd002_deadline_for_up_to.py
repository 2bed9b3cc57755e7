"""截止 before a time, where 截至 is meant."""

import re
from collections.abc import Iterator

from editor.model.document import Block
from validators.diagnostic import Severity
from validators.patterns import matches
from validators.rule import Bad, Finding, Good, Scope, rule

_UNTIL = re.compile(
    r"(?<!报名)(?<!申报)(?<!受理)(?<!报送)截止到?(?=目前|当前|[0-9]{1,4}[年月]|今年|本年|去年|[上本]月|“?十[三四五]五”?末)"
)


@rule(
    code="WRD002",
    name="deadline-for-up-to",
    severity=Severity.HINT,
    scope=Scope.BLOCK,
    summary="“截至”写成了“截止”。",
    reason="“截止”表示到期停止，后面不接时间；“截至”才表示到某个时间为止。",
    source="实务",
    fix_title="改为“截至”",
    marks="截",
    examples=(
        Bad("截止2025年底，全县建成科普基地5个", "截至2025年底，全县建成科普基地5个"),
        Bad("截止到目前", "截至目前"),
        Good("截至2025年底"),
        Good("报名截止2025年6月"),
        Good("截止时间为6月30日"),
    ),
)
def check(block: Block) -> Iterator[Finding]:
    """Find the word right before a time."""
    if "截止" in block.text:
        yield from matches(_UNTIL, block.text, "“{0}”后面接时间，应为“{1}”。", "截至")
