"""An annex note whose names end with a mark."""

from collections.abc import Iterator

from editor.model.document import Block, BlockKind
from validators.diagnostic import Severity
from validators.rule import Bad, Finding, Good, Scope, rule

_MARKS = "。；，、;,."


@rule(
    code="ELM005",
    name="annex-name-with-final-mark",
    severity=Severity.WARNING,
    scope=Scope.BLOCK,
    summary="附件说明的名称后面加了标点。",
    reason="附件名称后不加标点符号。",
    source="GB/T 9704-2012 7.3.4",
    fix_title="删去末尾的标点",
    examples=(
        Bad("附件：1.任务分工表；", "附件：1.任务分工表"),
        Good("附件：1.任务分工表"),
        Good("加强领导，落实责任。"),
    ),
)
def check(block: Block) -> Iterator[Finding]:
    """Look at the end of an annex note, also of a paragraph that begins like one."""
    text = block.text.rstrip()
    kept = text.rstrip(_MARKS)
    noted = block.kind is BlockKind.ANNEX_NOTE or text.startswith(("附件：", "附件:"))
    if noted and kept != text:
        yield Finding(len(kept), len(text), f"附件名称后面多了标点“{text[len(kept) :]}”。", "")
