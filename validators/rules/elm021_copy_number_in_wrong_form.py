"""A 份号 that is not six digits."""

import re
from collections.abc import Iterator

from templates.analysis import Analysis
from validators.diagnostic import Applicability, Severity
from validators.rule import Bad, Finding, Good, Scope, rule

_SIX = re.compile("[0-9]{6}")
_SHORT = re.compile("[0-9]{1,5}")


@rule(
    code="ELM021",
    name="copy-number-in-wrong-form",
    severity=Severity.WARNING,
    scope=Scope.DOCUMENT,
    summary="份号不是6位阿拉伯数字。",
    reason="份号一般用6位阿拉伯数字，不足的前面补0，收发登记时才对得齐。",
    source="GB/T 9704-2012 7.2.1",
    fix_title="前面补0",
    applicability=Applicability.UNSAFE,
    examples=(
        Bad(("一、要求",), metadata=(("copy_number", "12"),)),
        Bad(("一、要求",), metadata=(("copy_number", "第000012份"),)),
        Good(("一、要求",), (("copy_number", "000012"),)),
        Good(("一、要求",)),
    ),
)
def check(analysis: Analysis) -> Iterator[Finding]:
    """Look at the whole field; a shorter number can be filled up."""
    text = analysis.document.metadata.copy_number
    if text.strip() and not _SIX.fullmatch(text):
        filled = text.zfill(6) if _SHORT.fullmatch(text) else None
        yield Finding(0, len(text), f"份号“{text}”不是6位阿拉伯数字。", filled, block_id="meta:copy_number")
