"""A paragraph of running text that does not end with a full stop."""

from collections.abc import Iterator

from editor.model.assignments import is_assignment_line
from editor.model.document import Block, BlockKind
from editor.model.outline import heading_parts
from templates.analysis import Analysis
from validators.diagnostic import Applicability, Severity
from validators.paragraphs import is_cut_in_two
from validators.patterns import shorten
from validators.rule import Bad, Finding, Good, Scope, edit, rule

_SHORTEST = 20  # characters: shorter, a line with a comma may be a name or an address


def _is_running_text(block: Block) -> bool:
    if block.kind is BlockKind.HEADING:
        return heading_parts(block.text).run_in and not is_assignment_line(block.text)
    text = block.text
    sentence = "。" in text or ("，" in text and "：" not in text and len(text) >= _SHORTEST)
    return block.kind is BlockKind.PARAGRAPH and sentence and not is_assignment_line(text)


@rule(
    code="PUN011",
    name="open-ended-paragraph",
    severity=Severity.WARNING,
    scope=Scope.DOCUMENT,
    summary="成段的文字末尾没有句号。",
    reason="段落末尾没有句号，看上去像被截断，也可能真的漏了后半句。",
    source="GB/T 15834-2011 句号",
    fix_title="补上句号",
    applicability=Applicability.UNSAFE,
    examples=(
        Bad(("加强领导。落实各项责任",), ("加强领导。落实各项责任。",)),
        Bad(("加强领导。落实各项责任，",), ("加强领导。落实各项责任。",)),
        Bad(("（一）加强领导。落实各项责任", "各单位要落实。"), ("（一）加强领导。落实各项责任。", "各单位要落实。")),
        Bad(("到2030年，科普基地达到30个，县级科技馆实现全覆盖", "一、提升行动")),
        Good(("加强领导。落实各项责任。",)),
        Good(("云溪县城关镇，人民路12号", "联系人：张三，电话：87880000，传真：87880001")),
        Good(("加强领导。落实各项责任。（县科协负责）",)),
        Good(("牵头单位：县科协。责任单位：县教体局、县财政局",)),
        Good(("云溪县科普工作联络名单", "# 云溪县方案。草案", "（一）加强领导")),
        Good(("健全科普服务网络。充分发挥科普在生态保护、公共服务，", "基层治理中的作用。")),
        Good(("会议强调：“抓落实。”", "要求如下。一览表见下：", "落实责任。等等……")),
    ),
)
def check(analysis: Analysis) -> Iterator[Finding]:
    """Find a last character that is a letter, a figure, a comma or an enumeration comma; TXT012 has what goes on."""
    blocks = analysis.document.blocks
    for at, block in enumerate(blocks):
        text = block.text.rstrip()
        if not text or not (text[-1].isalnum() or text[-1] in "，、") or not _is_running_text(block):
            continue
        if is_cut_in_two(block, blocks[at + 1] if at + 1 < len(blocks) else None):
            continue
        tail = shorten(text[text.rstrip("，、").rfind("。") + 1 :][-12:], 13)
        kept = len(text.rstrip("，、"))
        start = kept - 1 if kept == len(text) else kept
        edits = (edit(block, start, len(text), text[start:kept] + "。"),)
        yield Finding(start, len(text), f"段末“{tail}”后面没有句号。", block_id=block.id, edits=edits)
