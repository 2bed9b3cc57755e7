"""Characters destroyed by a conversion."""

import re
from collections.abc import Iterator

from editor.model.document import Block
from validators.diagnostic import Severity
from validators.patterns import matches
from validators.rule import Bad, Finding, Good, Scope, rule

_GARBLED = re.compile("\ufffd+|锟斤拷|烫烫烫|[?]{3,}|(?<!？)？{4,}|[\ue000-\uf8ff]+")


@rule(
    code="TXT004",
    name="garbled-characters",
    severity=Severity.WARNING,
    scope=Scope.BLOCK,
    summary="有乱码或缺失的字。",
    reason="转换编码时丢了字，程序无法补回，要对照原文人工补上。",
    source="实务",
    examples=(
        Bad("提高????能力"),
        Bad("提高\ufffd\ufffd能力"),
        Good("这样做可以吗？"),
    ),
)
def check(block: Block) -> Iterator[Finding]:
    """Find what conversions leave behind."""
    yield from matches(_GARBLED, block.text, "这里有乱码“{0}”，要对照原文补字。")
