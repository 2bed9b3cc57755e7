"""A letter or a circle among the figures of a 发文字号."""

import re
from collections.abc import Iterator

from editor.model.document import Block
from validators.diagnostic import Severity
from validators.rule import Bad, Finding, Good, Scope, rule

_ZEROS = "OoＯｏ○〇"
_NUMBER = re.compile(rf"〔([0-9０-９{_ZEROS}]{{4}})〕[第\s]{{0,2}}([0-9０-９{_ZEROS}]{{1,5}})(?=\s?号)")


@rule(
    code="NUM030",
    name="look-alike-in-doc-number",
    severity=Severity.ERROR,
    scope=Scope.BLOCK,
    summary="发文字号的数字里混进了字母或圆圈。",
    reason="字母 O、圆圈看着像 0，检索和登记时却是别的字，按文号查不到文件。",
    source="GB/T 9704-2012 7.2.5；GB/T 15835-2011",
    fix_title="改为数字 0",
    marks="〔",
    examples=(
        Bad("云政发〔2O25〕3号", "云政发〔2025〕3号"),
        Bad("云政发〔２○25〕1O号", "云政发〔２025〕10号"),
        Good("云政发〔2025〕3号"),
        Good("云政发〔二〇二五〕3号"),
    ),
)
def check(block: Block) -> Iterator[Finding]:
    """Find each such character between the brackets and in the serial number."""
    if "〔" not in block.text:
        return
    for match in _NUMBER.finditer(block.text):
        for at in (*range(*match.span(1)), *range(*match.span(2))):
            if block.text[at] in _ZEROS:
                yield Finding(at, at + 1, f"发文字号里的“{block.text[at]}”不是数字，应为“0”。", "0")
