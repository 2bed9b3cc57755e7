"""发文字号 whose year has two digits."""

import re
from collections.abc import Iterator

from editor.model.document import Block
from validators.diagnostic import Applicability, Severity
from validators.patterns import HAN, matches
from validators.rule import Bad, Finding, Good, Scope, rule

_SHORT = re.compile(rf"[〔（(\[](?<={HAN}.)([0-9]{{2}})[〕）)\]](?=[0-9]{{1,4}}号)")


@rule(
    code="NUM004",
    name="doc-number-with-short-year",
    severity=Severity.ERROR,
    scope=Scope.BLOCK,
    summary="发文字号的年份只写了两位。",
    reason="发文字号的年份应当标全称，四位数字缺一不可。",
    source="GB/T 9704-2012 7.2.5",
    fix_title="补成四位年份",
    applicability=Applicability.UNSAFE,
    marks="号",
    examples=(
        Bad("云政发〔25〕3号", "云政发〔2025〕3号"),
        Good("云政发〔2025〕3号"),
        Good("附件（12）3号楼平面图"),
    ),
)
def check(block: Block) -> Iterator[Finding]:
    """Find two digits in brackets before a serial."""
    if "号" in block.text:
        for finding in matches(
            _SHORT, block.text, "发文字号的年份“{0}”只有两位，应写四位。", lambda match: f"〔20{match.group(1)}〕"
        ):
            if not block.text.startswith("楼", block.text.find("号", finding.end) + 1):
                yield finding
