"""A fall expressed in 倍."""

import re
from collections.abc import Iterator

from editor.model.document import Block
from validators.diagnostic import Severity
from validators.patterns import matches
from validators.rule import Bad, Finding, Good, Scope, rule

_FALL = re.compile(
    r"(?:下降|降低|减少|缩短|缩小|压缩|减轻)(?:了|到|至|约|近|将近){0,2}(?:[0-9]{1,4}(?:\.[0-9]{1,2})?|[一二两三四五六七八九十]{1,3})倍"
)


@rule(
    code="NUM046",
    name="fall-by-times",
    severity=Severity.WARNING,
    scope=Scope.BLOCK,
    summary="用“倍”表示下降、减少。",
    reason="倍数只用于增加；一样东西减少一倍就没有了，下降两倍讲不通，应当按原意写几分之几或者百分之几。",
    source="实务（统计用语）",
    marks="倍",
    examples=(
        Bad("事故起数下降2倍"),
        Bad("办理时间缩短了三倍"),
        Good("事故起数下降三分之二，参加人数增长2倍"),
        Good("下降幅度是上年的2倍"),
    ),
)
def check(block: Block) -> Iterator[Finding]:
    """Find a word of falling right before a number with 倍."""
    if "倍" in block.text:
        yield from matches(_FALL, block.text, "“{0}”讲不通，减少不用倍数，应按原意写几分之几。")
