"""“” inside “”."""

import re
from collections.abc import Iterator

from editor.model.document import Block
from validators.diagnostic import Applicability, Severity
from validators.patterns import shorten
from validators.rule import Bad, Finding, Good, Scope, rule

_NESTED = re.compile("“[^“”]{0,80}(“([^“”]{1,80})”)[^“”]{0,80}”")


@rule(
    code="PUN013",
    name="quotation-inside-quotation",
    severity=Severity.WARNING,
    scope=Scope.BLOCK,
    summary="双引号里面又用了双引号。",
    reason="引号里面的引号用单引号“‘’”；两层都用双引号，分不清外面一层到哪里结束。",
    source="GB/T 15834-2011 引号",
    fix_title="里层改为单引号",
    applicability=Applicability.UNSAFE,
    marks="“",
    examples=(
        Bad("会议强调“推进“一件事”改革”。", "会议强调“推进‘一件事’改革”。"),
        Good("会议强调“推进‘一件事’改革”。"),
        Good("办好“科普日”“科技周”，擦亮“科普云溪”品牌。"),
        Good("办好“科普日活动，擦亮“科普云溪”品牌。"),
        Good("推广It’s Science课程。"),
    ),
)
def check(block: Block) -> Iterator[Finding]:
    """Find an inner quotation whose outer one is closed behind it."""
    if block.text.count("“") < 2 or block.text.count("“") != block.text.count("”"):
        return
    for match in _NESTED.finditer(block.text):
        words = match.group(2)
        yield Finding(*match.span(1), f"引号里面的“{shorten(words)}”应用单引号。", f"‘{words}’")
