"""发文字号 with spaces inside."""

import re
from collections.abc import Iterator

from editor.model.document import Block
from validators.diagnostic import Severity
from validators.patterns import HAN, matches
from validators.rule import Bad, Finding, Good, Scope, rule

_SPACED = re.compile(
    rf"(?<={HAN})(?=[^号]{{0,20}}\s)\s{{0,4}}〔\s{{0,4}}[0-9]{{4}}\s{{0,4}}〕\s{{0,4}}[0-9]{{1,5}}\s{{0,4}}号"
)


@rule(
    code="NUM005",
    name="doc-number-with-spaces",
    severity=Severity.WARNING,
    scope=Scope.BLOCK,
    summary="发文字号中间有空格。",
    reason="发文字号由代字、年份、顺序号连续写成，中间没有空格；有空格的文号查找、核对时会漏掉。",
    source="GB/T 9704-2012 7.2.5",
    fix_title="删去空格",
    marks="〔",
    examples=(
        Bad("云政发 〔2025〕 3号", "云政发〔2025〕3号"),
        Bad("云政发〔2025〕3 号", "云政发〔2025〕3号"),
        Good("云政发〔2025〕3号"),
    ),
)
def check(block: Block) -> Iterator[Finding]:
    """Find a well-formed number that would be right without its spaces."""
    if "〔" in block.text:
        yield from matches(
            _SPACED, block.text, "发文字号“{0}”中间有空格。", lambda match: re.sub(r"\s", "", match.group())
        )
