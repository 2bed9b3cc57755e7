"""。”。: a stop before and after the closing quotation mark."""

import re
from collections.abc import Iterator

from editor.model.document import Block
from validators.diagnostic import Applicability, Severity
from validators.patterns import matches
from validators.rule import Bad, Finding, Good, Scope, rule

_BOTH = re.compile("。(?=[”’]{1,2}[。，；、])")


@rule(
    code="PUN023",
    name="stop-on-both-sides-of-quote",
    severity=Severity.HINT,
    scope=Scope.BLOCK,
    summary="引号里面和外面都用了点号。",
    reason="引用整句、独立成句的，句号在引号里；只引片段的，点号在引号外。里外都用就重复了。",
    source="GB/T 15834-2011 引号",
    fix_title="删去引号里的句号",
    applicability=Applicability.UNSAFE,
    marks="”’",
    examples=(
        Bad("会议强调“抓落实。”。", "会议强调“抓落实”。"),
        Bad("会议强调“抓落实。”，并作了部署。", "会议强调“抓落实”，并作了部署。"),
        Good("会议强调：“抓落实，重实效。”各单位要认真执行。"),
        Good("会议强调“抓落实”。"),
        Good("发出“人人讲科学！”的倡议，提出“谁来讲？”。"),
    ),
)
def check(block: Block) -> Iterator[Finding]:
    """Find a full stop inside the closing mark where another mark follows it."""
    yield from matches(_BOTH, block.text, "引号里外都用了点号，里面的“{0}”可以删去。", "")
