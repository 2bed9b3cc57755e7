"""Two quantities joined by a half-width tilde or another look-alike of ～."""

import re
from collections.abc import Iterator

from editor.model.document import Block
from validators.diagnostic import Severity
from validators.patterns import HAN, matches
from validators.rule import Bad, Finding, Good, Scope, rule

_UNIT = rf"(?=[0-9.]{{1,6}}[%％]?(?:{HAN}|[%％，。；、）]))"
_RANGE = re.compile(rf"(?<=[0-9%％])(?<![0-9]{{4}})\s?([~∼〜˜])\s?{_UNIT}")


@rule(
    code="NUM037",
    name="numeric-range-with-wrong-mark",
    severity=Severity.WARNING,
    scope=Scope.BLOCK,
    summary="数值范围用了半角波浪号或形近的符号。",
    reason="数值范围用“～”或者“—”；半角的“~”偏上偏短，形近的符号换一台电脑可能显示成方框。",
    source="GB/T 15834-2011 连接号；GB/T 15835-2011",
    fix_title="改为“～”",
    marks="~∼〜˜",
    examples=(
        Bad("为期15~30天", "为期15～30天"),
        Bad("提高到15%∼20%", "提高到15%～20%"),
        Good("为期15～30天"),
        Good("访问https://a.gov.cn/~kepu/1，约~30分钟"),
    ),
)
def check(block: Block) -> Iterator[Finding]:
    """Find such a sign between two numbers; between two years it is another rule's."""
    yield from matches(_RANGE, block.text, "数值范围的符号“{0}”应为“{1}”。", "～", group=1)
