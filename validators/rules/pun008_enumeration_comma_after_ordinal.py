"""、 after 一是, 二是."""

import re
from collections.abc import Iterator

from editor.model.document import Block
from validators.diagnostic import Severity
from validators.rule import Bad, Finding, Good, Scope, edit, rule

_ORDINAL = re.compile(r"(?:^|(?<=[。；：，]))[一二三四五六七八九十]是([、，：])")


@rule(
    code="PUN008",
    name="enumeration-comma-after-ordinal",
    severity=Severity.HINT,
    scope=Scope.BLOCK,
    summary="“一是”“二是”后面用了标点。",
    reason="“一是”后面直接接内容，中间不停顿。",
    source="实务",
    fix_title="删去标点",
    marks="是",
    examples=(
        Bad("一是、加强宣传；二是、开展培训。", "一是加强宣传；二是开展培训。"),
        Good("一是加强宣传；二是开展培训。"),
        Good("第一是，统一是、唯一是：都不是序次语。"),
    ),
)
def check(block: Block) -> Iterator[Finding]:
    """Find a mark right after such an ordinal; a row of them is one habit and one report."""
    if "是" in block.text:
        found = [*_ORDINAL.finditer(block.text)]
        if found:
            edits = tuple(edit(block, *match.span(1), "") for match in found)
            message = f"序次语“{found[0].group()[:2]}”后面不用“{found[0].group(1)}”。"
            yield Finding(*found[0].span(1), message, edits=edits)
