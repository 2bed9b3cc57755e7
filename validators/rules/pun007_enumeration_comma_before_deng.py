"""、 right before 等."""

import re
from collections.abc import Iterator

from editor.model.document import Block
from validators.diagnostic import Severity
from validators.patterns import matches
from validators.rule import Bad, Finding, Good, Scope, rule

# 等 that begins a word of its own: 等级, 等待, 等额 …
_DENG = re.compile(r"、(?=等(?![级待候同于距价分额次效第边式身高温压位差到着你我他她它])(?:[^、]|$))")


@rule(
    code="PUN007",
    name="enumeration-comma-before-deng",
    severity=Severity.WARNING,
    scope=Scope.BLOCK,
    summary="“等”字前多了顿号。",
    reason="列举结束用“等”，前面不再停顿。",
    source="GB/T 15834-2011 顿号；实务",
    fix_title="删去顿号",
    marks="等",
    examples=(
        Bad("学校、医院、等单位", "学校、医院等单位"),
        Good("学校、医院等单位"),
        Good("职业资格、等级认定"),
    ),
)
def check(block: Block) -> Iterator[Finding]:
    """Find 、 before the closing 等."""
    if "、等" in block.text:
        yield from matches(_DENG, block.text, "“等”字前多了顿号。", "")
