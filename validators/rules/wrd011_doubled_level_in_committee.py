"""中共江东省省委: the level said twice."""

import re
from collections.abc import Iterator

from editor.model.document import Block
from validators.diagnostic import Severity
from validators.patterns import in_title
from validators.rule import Bad, Finding, Good, Scope, rule

_DOUBLED = re.compile(r"中共[^\W0-9A-Za-z_]{1,8}?(省(?=省委)|市(?=市委)|县(?=县委)|区(?=区委)|州(?=州委)|旗(?=旗委))")


@rule(
    code="WRD011",
    name="doubled-level-in-committee",
    severity=Severity.WARNING,
    scope=Scope.BLOCK,
    summary="“中共某省省委”重复了一个“省”字。",
    reason="“中共”与“某省委”连用，写“中共某省委”；单独写“某省省委”不错。",
    source="新华社禁用词和慎用词（2016）",
    fix_title="删去重复的字",
    marks="委",
    examples=(
        Bad("中共江东省省委书记", "中共江东省委书记"),
        Bad("中共云州市市委", "中共云州市委"),
        Good("中共江东省委书记"),
        Good("云州市市委书记"),
    ),
)
def check(block: Block) -> Iterator[Finding]:
    """Find the doubled character after 中共."""
    if "中共" not in block.text:
        return
    for match in _DOUBLED.finditer(block.text):
        if not in_title(block.text, match.start()):
            word = block.text[match.start() : match.end() + 2]
            yield Finding(*match.span(1), f"“{word}”重复了“{match[1]}”字。", "")
