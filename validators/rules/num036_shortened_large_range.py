"""万 or 亿 on the second number of a range only."""

import re
from collections.abc import Iterator

from editor.model.document import Block
from validators.diagnostic import Applicability, Severity
from validators.patterns import in_title, matches
from validators.rule import Bad, Finding, Good, Scope, rule

_RANGE = re.compile(
    r"(?<![0-9.A-Za-z〔\-—～])([0-9]{1,4}(?:\.[0-9]{1,3})?)([～~—–-])([0-9]{1,4}(?:\.[0-9]{1,3})?)([万亿])"
)


@rule(
    code="NUM036",
    name="shortened-large-range",
    severity=Severity.WARNING,
    scope=Scope.BLOCK,
    summary="数值范围只在后一个数上写了“万”“亿”。",
    reason="前一个数省去“万”“亿”，就成了另一个数：“9～16亿元”可以理解为从9元起。",
    source="GB/T 15835-2011 数值范围",
    fix_title="两端都写单位",
    applicability=Applicability.UNSAFE,
    marks="万亿",
    examples=(
        Bad("投入9～16亿元", "投入9亿～16亿元"),
        Bad("覆盖3—5万人次", "覆盖3万—5万人次"),
        Good("投入9亿～16亿元"),
        Good("2026—2030年投入5万元"),
        Good("全长5～100公里"),
    ),
)
def check(block: Block) -> Iterator[Finding]:
    """Find two numbers of which only the second has the word; two years before 万 are none."""
    if "万" in block.text or "亿" in block.text:
        message = "数值范围“{0}”的两端都应写“万”或“亿”，即“{1}”。"
        for finding in matches(
            _RANGE,
            block.text,
            message,
            lambda match: f"{match.group(1)}{match.group(4)}{match.group(2)}{match.group(3)}{match.group(4)}",
        ):
            if not in_title(block.text, finding.start):
                yield finding
