"""Text → declared counts (「实施5项提升行动」): what the plan says it has, to be compared with what it has."""

import re
from dataclasses import dataclass

from editor.model.document import BlockKind, Document
from editor.model.outline import from_chinese
from editor.model.text_cache import keep_by_text

_DECLARED = re.compile(
    r"(?<![\d０-９.第一二三四五六七八九十百每])(?P<number>[0-9０-９]{1,2}|[一二两三四五六七八九十]{1,3})"
    r"(?:项|大|个|类|方面)(?P<what>[^\d，。；、：,;:\s《》“”‘’（）()的等和]{0,10}?(?:行动|工程|任务|举措|措施|计划|机制|原则))"
    r"(?![\u4e00-\u9fff]{0,2}(?:之一|以上|中的))"
)


@dataclass(frozen=True, slots=True)
class DeclaredCount:
    """A number of actions, projects … that the text announces; offsets are characters into the block's text."""

    block_id: str
    start: int
    end: int
    number: int
    what: str  # 提升行动, 重点工程 …


def declared_counts(document: Document) -> tuple[DeclaredCount, ...]:
    """Return the counts of at least two that the paragraphs and headings declare, in order."""
    kinds = (BlockKind.PARAGRAPH, BlockKind.HEADING)
    blocks = [block for block in document.blocks if block.kind in kinds]
    return tuple([DeclaredCount(block.id, *found) for block in blocks for found in _read(block.text)])


@keep_by_text
def _read(text: str) -> tuple[tuple[int, int, int, str], ...]:
    found = []
    for match in _DECLARED.finditer(text):
        printed = match["number"].replace("两", "二")
        number = int(printed) if printed.isdecimal() else from_chinese(printed)
        if number is not None and number > 1:
            found.append((*match.span(), number, match["what"]))
    return tuple(found)
