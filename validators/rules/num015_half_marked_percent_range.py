"""百分数 range with % at its end only."""

import re
from collections.abc import Iterator

from editor.model.document import Block
from validators.diagnostic import Applicability, Severity
from validators.patterns import matches
from validators.rule import Bad, Finding, Good, Scope, rule

_RANGE = re.compile(r"(?<![0-9.])([0-9]{1,3}(?:\.[0-9]{1,3})?)([～~—–-])([0-9]{1,3}(?:\.[0-9]{1,3})?)([%％])")


@rule(
    code="NUM015",
    name="half-marked-percent-range",
    severity=Severity.WARNING,
    scope=Scope.BLOCK,
    summary="百分数范围只在后一个数上带了百分号。",
    reason="前一个数不带百分号，读起来会成为另一个量：“15～20%”可以理解为从15到0.2。",
    source="GB/T 15835-2011 数值范围",
    fix_title="两端都加百分号",
    applicability=Applicability.UNSAFE,
    marks="%％",
    examples=(
        Bad("提高到15～20%", "提高到15%～20%"),
        Bad("达到12.5—13％", "达到12.5％—13％"),
        Good("提高到15%～20%"),
        Good("2021—2025年达到15%"),
    ),
)
def check(block: Block) -> Iterator[Finding]:
    """Find two numbers of which only the second is a percentage."""
    if "%" in block.text or "％" in block.text:
        yield from matches(
            _RANGE,
            block.text,
            "百分数范围“{0}”的两端都应带百分号。",
            lambda match: f"{match.group(1)}{match.group(4)}{match.group(2)}{match.group(3)}{match.group(4)}",
        )
