"""A paragraph of running text that does not end with a full stop."""

from collections.abc import Iterator

from editor.model.assignments import is_assignment_line
from editor.model.document import Block, BlockKind
from editor.model.outline import heading_parts
from validators.diagnostic import Applicability, Severity
from validators.patterns import shorten
from validators.rule import Bad, Finding, Good, Scope, rule


def _is_running_text(block: Block) -> bool:
    if block.id.startswith("meta:") or is_assignment_line(block.text):
        return False
    if block.kind is BlockKind.HEADING:
        return heading_parts(block.text).run_in
    return block.kind is BlockKind.PARAGRAPH and "。" in block.text


@rule(
    code="PUN011",
    name="open-ended-paragraph",
    severity=Severity.WARNING,
    scope=Scope.BLOCK,
    summary="成段的文字末尾没有句号。",
    reason="段落末尾没有句号，看上去像被截断，也可能真的漏了后半句。",
    source="GB/T 15834-2011 句号",
    fix_title="补上句号",
    applicability=Applicability.UNSAFE,
    examples=(
        Bad("加强领导。落实各项责任", "加强领导。落实各项责任。"),
        Bad("加强领导。落实各项责任，", "加强领导。落实各项责任。"),
        Good("加强领导。落实各项责任。"),
        Good("加强领导。落实各项责任。（县科协负责）"),
        Good("牵头单位：县科协。责任单位：县教体局、县财政局"),
        Good("云溪县科普工作联络名单"),
    ),
)
def check(block: Block) -> Iterator[Finding]:
    """Find a last character that is a letter, a figure, a comma or an enumeration comma."""
    text = block.text.rstrip()
    if not text or not (text[-1].isalnum() or text[-1] in "，、") or not _is_running_text(block):
        return
    tail = shorten(text[text.rstrip("，、").rfind("。") + 1 :][-12:], 13)
    kept = len(text.rstrip("，、"))
    start = kept - 1 if kept == len(text) else kept
    yield Finding(start, len(text), f"段末“{tail}”后面没有句号。", text[start:kept] + "。")
