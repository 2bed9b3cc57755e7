"""发文字号 with 第 before its serial number."""

import re
from collections.abc import Iterator

from editor.model.document import Block
from validators.diagnostic import Severity
from validators.patterns import HAN, matches
from validators.rule import Bad, Finding, Good, Scope, rule

_ORDINAL = re.compile(rf"[〔（(\[【﹝〖](?<={HAN}.)[0-9]{{4}}[〕）)\]】﹞〗]\s?(第)(?=\s?[0-9]{{1,5}}\s?号)")


@rule(
    code="NUM002",
    name="doc-number-with-ordinal",
    severity=Severity.ERROR,
    scope=Scope.BLOCK,
    summary="发文字号的顺序号前加了“第”字。",
    reason="发文顺序号不加“第”字；命令、公告的“第3号”是另一种编号，不受此限。",
    source="GB/T 9704-2012 7.2.5",
    fix_title="删去“第”字",
    marks="第",
    examples=(
        Bad("云政发〔2025〕第3号", "云政发〔2025〕3号"),
        Good("云政发〔2025〕3号"),
        Good("云溪县人民政府令第3号"),
        Good("云溪县人民政府公告2025年第3号"),
    ),
)
def check(block: Block) -> Iterator[Finding]:
    """Find 第 between the year's bracket and the serial."""
    if "第" in block.text:
        yield from matches(_ORDINAL, block.text, "发文字号的顺序号前多了“第”字。", "", group=1)
