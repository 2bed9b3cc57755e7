"""等 and …… for the same omission."""

import re
from collections.abc import Iterator

from editor.model.document import Block
from validators.diagnostic import Applicability, Severity
from validators.patterns import in_title
from validators.rule import Bad, Finding, Good, Scope, rule

_BOTH = re.compile(r"等(…{1,2})|(…{1,2})等(?![级待候同于距价分额次效第边式身高温压位差到着你我他她它])")

_LONGEST_QUOTATION = 200  # an opening mark further back was never closed


@rule(
    code="PUN014",
    name="ellipsis-beside-deng",
    severity=Severity.WARNING,
    scope=Scope.BLOCK,
    summary="省略号和“等”并用。",
    reason="省略号和“等”都表示还有没列出的，用一个就够。",
    source="GB/T 15834-2011 附录A",
    fix_title="删去省略号",
    applicability=Applicability.UNSAFE,
    marks="…",
    examples=(
        Bad("面向学校、医院等……开展科普。", "面向学校、医院等开展科普。"),
        Bad("普及用药、防跌倒……等知识。", "普及用药、防跌倒等知识。"),
        Bad("面向学校、医院……等单位开展科普。", "面向学校、医院等单位开展科普。"),
        Good("面向学校、医院等开展科普。"),
        Good("面向学校、医院……分批开展科普。"),
        Good("学习《关于……等工作的通知》。"),
        Good("征文题目有“我等……”等。"),
    ),
)
def check(block: Block) -> Iterator[Finding]:
    """Find an ellipsis that touches 等, outside titles and quotations."""
    text = block.text
    if "等…" not in text and "…等" not in text:
        return
    for match in _BOTH.finditer(text):
        start, end = match.span(match.lastindex or 0)
        near = max(0, start - _LONGEST_QUOTATION)
        quoted = text.rfind("“", near, start) > text.rfind("”", near, start)
        if not quoted and not in_title(text, start):
            yield Finding(start, end, "“等”和省略号都表示列举未尽，只能用一个。", "")
