"""A 间隔号 that is another sign than U+00B7."""

import re
from collections.abc import Iterator

from editor.model.document import Block
from validators.diagnostic import Severity
from validators.patterns import matches
from validators.rule import Bad, Finding, Good, Scope, rule

_CJK = "\u3400-\u9fff"
_DOT = re.compile(rf"[‧•・．∙⋅･﹒](?:(?<=[{_CJK}].)(?=[{_CJK}])|(?<=[A-Z].)(?=[{_CJK}]))")


@rule(
    code="PUN022",
    name="wrong-middle-dot",
    severity=Severity.WARNING,
    scope=Scope.BLOCK,
    summary="间隔号用了别的圆点。",
    reason="间隔号是“·”（U+00B7）；别的圆点看着相似，检索姓名、书名时却对不上。",
    source="GB/T 15834-2011 间隔号",
    fix_title="改为“·”",
    marks="‧•・．∙⋅･﹒",
    examples=(
        Bad("居里夫人即玛丽•居里", "居里夫人即玛丽·居里"),
        Bad("纪念“一二．九”运动，列夫・托尔斯泰", "纪念“一二·九”运动，列夫·托尔斯泰"),
        Good("玛丽·居里"),
        Good("•加强领导"),
        Good("セルフ・サービス、a⋅b、3．5"),
    ),
)
def check(block: Block) -> Iterator[Finding]:
    """Find such a dot between Chinese characters; at the beginning it is a bullet."""
    start = 2 if block.text[1:2] == "．" else 0  # 一．加强领导 is a heading number
    for finding in matches(_DOT, block.text, "间隔号“{0}”应为“·”（U+00B7）。", "·"):
        if finding.start >= start:
            yield finding
