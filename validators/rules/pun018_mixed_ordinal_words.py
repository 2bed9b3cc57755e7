"""首先 … 第三: ordinals of two sets in one row."""

import re
from collections.abc import Iterator

from editor.model.document import Block
from validators.diagnostic import Severity
from validators.rule import Bad, Finding, Good, Scope, rule

_ORDINAL = re.compile(
    r"(?:^|(?<=[。；：]))(?:(?P<plain>首先|其次|再次)|(?P<di>第[一二三四五六七八九十])|(?P<qi>其[一二三四五六七八九十]))，"
)
_FIRST = ("首先", "第一", "其一")


@rule(
    code="PUN018",
    name="mixed-ordinal-words",
    severity=Severity.HINT,
    scope=Scope.BLOCK,
    summary="一组列举里混用了两套序次语。",
    reason="“第一…第二…”“其一…其二…”“首先…其次…再次”各自成套，混着用读者分不清层次。",
    source="GB/T 15834-2011 附录B；实务",
    marks="首其第",
    examples=(
        Bad("首先，摸清底数。其次，分类施策。第三，总结评估。"),
        Bad("第一，摸清底数；其二，分类施策。"),
        Good("首先，摸清底数。其次，分类施策。再次，总结评估。最后，表扬先进。"),
        Good("首先，摸清底数。第一，查设施；第二，查队伍。其次，分类施策。"),
        Good("第一，摸清底数；第二，分类施策。"),
    ),
)
def check(block: Block) -> Iterator[Finding]:
    """Find an ordinal that goes on with a set which the paragraph did not begin, after the beginning of another."""
    begun: set[str | None] = set()
    for match in _ORDINAL.finditer(block.text):
        word, family = match.group()[:-1], match.lastgroup
        if word in _FIRST:
            begun.add(family)
        elif begun and family not in begun:
            yield Finding(match.start(), match.end() - 1, f"“{word}”与前面的序次语不是一套。")
            return
