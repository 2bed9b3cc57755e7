"""阿拉伯数字 in full-width form."""

import re
from collections.abc import Iterator

from editor.model.document import Block
from validators.diagnostic import Severity
from validators.patterns import matches
from validators.rule import Bad, Finding, Good, Scope, rule

_FIGURES = re.compile(r"[０-９]+(?:．[０-９]+)?")
_TO_HALF = str.maketrans("０１２３４５６７８９．", "0123456789.")


@rule(
    code="NUM016",
    name="full-width-figures",
    severity=Severity.WARNING,
    scope=Scope.BLOCK,
    summary="阿拉伯数字用了全角字符。",
    reason="阿拉伯数字用半角；全角数字占位宽，而且按“2025”检索不到。",
    source="GB/T 15835-2011",
    fix_title="改为半角数字",
    marks="０１２３４５６７８９",
    examples=(
        Bad("到２０２５年", "到2025年"),
        Bad("达到１８．５%", "达到18.5%"),
        Good("到2025年"),
        Good("二０三五年"),
    ),
)
def check(block: Block) -> Iterator[Finding]:
    """Find runs of full-width figures; a zero inside a Chinese year is another rule's."""
    for finding in matches(
        _FIGURES, block.text, "数字“{0}”用了全角，应为“{1}”。", lambda match: match.group().translate(_TO_HALF)
    ):
        if block.text[finding.start : finding.end].strip("０"):
            yield finding
