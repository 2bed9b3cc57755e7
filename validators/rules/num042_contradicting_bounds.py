"""至少 and 以下, or 最多 and 以上, about one number."""

import re
from collections.abc import Iterator

from editor.model.document import Block
from validators.diagnostic import Severity
from validators.patterns import matches
from validators.rule import Bad, Finding, Good, Scope, rule

_NUMBER = r"[0-9][0-9.]{0,9}[万亿%％]?[^\W0-9A-Za-z_]{0,3}?"
_BOUNDS = re.compile(rf"(?:至少|不少于|不低于){_NUMBER}(?:以下|以内)|(?:最多|至多|不超过|不多于|不高于){_NUMBER}以上")


@rule(
    code="NUM042",
    name="contradicting-bounds",
    severity=Severity.WARNING,
    scope=Scope.BLOCK,
    summary="同一个数前后的界限互相矛盾。",
    reason="“至少”是下限，“以下”是上限，放在一起读者不知道要做到多少。",
    source="实务",
    marks="以",
    examples=(
        Bad("每年至少开展活动，不少于20场以内"),
        Bad("每班最多40人以上"),
        Good("每班最多40人，每年20场以上"),
        Good("不超过30人的，可由2人以上推荐"),
        Good("每年不少于20场"),
    ),
)
def check(block: Block) -> Iterator[Finding]:
    """Find a number between a lower and an upper bound."""
    if "以" in block.text:
        yield from matches(_BOUNDS, block.text, "“{0}”里的上限和下限互相矛盾。")
