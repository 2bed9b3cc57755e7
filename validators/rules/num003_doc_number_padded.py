"""发文字号 whose serial number is padded with zeros."""

import re
from collections.abc import Iterator

from editor.model.document import Block
from validators.diagnostic import Severity
from validators.patterns import HAN, matches
from validators.rule import Bad, Finding, Good, Scope, rule

_PADDED = re.compile(
    rf"[〔（(\[【﹝〖](?<={HAN}.)[0-9]{{4}}[〕）)\]】﹞〗]\s?第?\s?(0{{1,4}})(?=[1-9][0-9]{{0,4}}\s?号)"
)


@rule(
    code="NUM003",
    name="doc-number-padded",
    severity=Severity.ERROR,
    scope=Scope.BLOCK,
    summary="发文字号的顺序号编了虚位。",
    reason="发文顺序号不编虚位，1 不编为 01；补零的文号与登记的文号对不上。",
    source="GB/T 9704-2012 7.2.5",
    fix_title="删去前面的零",
    marks="号",
    examples=(
        Bad("云政发〔2025〕03号", "云政发〔2025〕3号"),
        Good("云政发〔2025〕30号"),
        Good("份号000012"),
    ),
)
def check(block: Block) -> Iterator[Finding]:
    """Find the zeros before the serial."""
    if "号" in block.text:
        yield from matches(_PADDED, block.text, "发文字号的顺序号前多了“{0}”，顺序号不编虚位。", "", group=1)
