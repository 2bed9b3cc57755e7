"""Characters destroyed by a conversion."""

import re
from collections.abc import Iterator

from editor.model.document import Block
from validators.diagnostic import Severity
from validators.patterns import matches
from validators.rule import Bad, Finding, Good, Scope, rule

# Private use characters are another rule's; □ alone is a box to tick; the last two are UTF-8 read as Latin-1 or GBK.
_GARBLED = re.compile(
    "\ufffd+|锟斤拷|烫烫烫|[?]{3,}|(?<!？)？{4,}|□(?<=[\u4e00-\u9fff]□)□{1,99}(?=[\u4e00-\u9fff])"
    "|(?:[\u00c3-\u00ef][\u00a0-\u00bf]{1,2}){2,}|[锛銆鈥][^\\W凿子]"
)


@rule(
    code="TXT004",
    name="garbled-characters",
    severity=Severity.WARNING,
    scope=Scope.BLOCK,
    summary="有乱码或缺失的字。",
    reason="转换编码时丢了字，程序无法补回，要对照原文人工补上。",
    source="实务",
    marks="\ufffd锟烫?？□锛銆鈥" + "".join(map(chr, range(0xC3, 0xF0))),
    examples=(
        Bad("提高????能力"),
        Bad("提高\ufffd\ufffd能力"),
        Bad("提高□□能力"),
        Bad("科普ä¸\u00adå½行动"),
        Bad("加强领导锛岃惤实责任"),
        Good("这样做可以吗？？？"),
        Good("是□ 否□，□已建□未建，空格□□□，□□□"),
        Good("Café、São Paulo、naïve"),
    ),
)
def check(block: Block) -> Iterator[Finding]:
    """Find what conversions leave behind."""
    yield from matches(_GARBLED, block.text, "这里有乱码“{0}”，要对照原文补字。")
