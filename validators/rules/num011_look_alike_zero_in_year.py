"""汉字年份 whose zero is not 〇."""

import re
from collections.abc import Iterator

from editor.model.document import Block
from validators.diagnostic import Severity
from validators.patterns import matches
from validators.rule import Bad, Finding, Good, Scope, rule

_ZEROS = "○ＯｏOo0０оОΟο零◯⭕〇"
_YEAR = re.compile(rf"[一二](?<![一二三四五六七八九十百千万{_ZEROS}].)[{_ZEROS}一二三四五六七八九]{{3}}(?=年|远景)")
_TO_ZERO = str.maketrans(dict.fromkeys(_ZEROS, "〇"))


@rule(
    code="NUM011",
    name="look-alike-zero-in-year",
    severity=Severity.ERROR,
    scope=Scope.BLOCK,
    summary="汉字年份里的零没有写成“〇”。",
    reason="汉字年份的零写“〇”；圆圈符号、字母 O、数字 0 和“零”看着相似，检索、转换时却是别的字。",
    source="GB/T 15835-2011 5.2.5",
    fix_title="改为“〇”",
    marks=_ZEROS.replace("〇", ""),
    examples=(
        Bad("二○三五年远景目标纲要", "二〇三五年远景目标纲要"),
        Bad("二Ｏ三五年", "二〇三五年"),
        Bad("二零二五年", "二〇二五年"),
        Bad("二0三五年", "二〇三五年"),
        Good("二〇三五年"),
        Good("二〇二〇年"),
        Good("一百零八年"),
        Good("一九四九年"),
        Good("2035年"),
    ),
)
def check(block: Block) -> Iterator[Finding]:
    """Find a year in Chinese numerals with a zero that is another character."""
    for finding in matches(
        _YEAR, block.text, "汉字年份“{0}”里的零应写“〇”。", lambda match: match.group().translate(_TO_ZERO)
    ):
        if finding.replacement != block.text[finding.start : finding.end]:
            yield finding
