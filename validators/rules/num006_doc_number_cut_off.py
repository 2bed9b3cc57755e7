"""发文字号 without 号 at its end."""

import re
from collections.abc import Iterator

from editor.model.document import Block
from validators.diagnostic import Applicability, Severity
from validators.patterns import HAN, matches
from validators.rule import Bad, Finding, Good, Scope, rule

_CUT = re.compile(rf"〔(?<={HAN}.)[0-9]{{4}}〕[0-9]{{1,5}}(?![0-9])(?!\s?[号號]|[—－\-～、和至])")


@rule(
    code="NUM006",
    name="doc-number-cut-off",
    severity=Severity.WARNING,
    scope=Scope.BLOCK,
    summary="发文字号末尾缺“号”字。",
    reason="发文字号由代字、年份和“顺序号＋号”组成，缺一部分就不完整，读者会以为文字被截断。",
    source="GB/T 9704-2012 7.2.5",
    fix_title="补上“号”字",
    applicability=Applicability.UNSAFE,
    marks="〔",
    examples=(
        Bad("（云政发〔2025〕3）", "（云政发〔2025〕3号）"),
        Good("（云政发〔2025〕3号）"),
        Good("云政发〔2025〕3、4号"),
        Good("雲政發〔2025〕3號"),
    ),
)
def check(block: Block) -> Iterator[Finding]:
    """Find the serial that no 号 follows."""
    if "〔" in block.text:
        yield from matches(_CUT, block.text, "发文字号“{0}”末尾缺“号”字。", lambda match: f"{match.group()}号")
