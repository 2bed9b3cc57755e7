"""The notation in which document rules write their examples, and the same for any small plan."""

from dataclasses import replace
from typing import Any

from editor.model.document import Block, BlockKind, Document, Metadata
from editor.model.outline import heading_parts
from templates.template import DEFAULT_TEMPLATE
from validators.rule import Bad, Good


def _block(block_id: str, line: str, in_note: bool) -> Block:
    """Return the block of a line: "# " a title, "#2 " an unnumbered heading of level 2, numbers make headings."""
    if line.startswith("# "):
        return Block(block_id, BlockKind.TITLE, line[2:])
    if line.startswith("#"):
        return Block(block_id, BlockKind.HEADING, line[3:], int(line[1]))
    if line.startswith("附件："):
        return Block(block_id, BlockKind.ANNEX_NOTE, line)
    if line.startswith("附件") and len(line) < 4:
        return Block(block_id, BlockKind.ANNEX, line)
    level = heading_parts(line).number_level
    if in_note and level == 3:
        return Block(block_id, BlockKind.ANNEX_NOTE, line)
    return Block(block_id, BlockKind.HEADING if level else BlockKind.PARAGRAPH, line, level)


def small_plan(lines: tuple[str, ...], **metadata: Any) -> Document:
    """Return a plan of 云溪县 made of these lines; block ids are "0", "1" …"""
    blocks: list[Block] = []
    for number, line in enumerate(lines):
        in_note = bool(blocks) and blocks[-1].kind is BlockKind.ANNEX_NOTE
        blocks.append(_block(str(number), line, in_note))
    chosen = replace(Metadata(place="云溪县"), **metadata)
    return Document(DEFAULT_TEMPLATE, chosen, tuple(blocks))


def lines_of(document: Document) -> tuple[str, ...]:
    """Return the plan in the same notation, as far as `small_plan` made it."""
    marks = {BlockKind.TITLE: "# "}
    lines = []
    for block in document.blocks:
        mark = marks.get(block.kind, "")
        if block.kind is BlockKind.HEADING and not heading_parts(block.text).number_level:
            mark = f"#{block.level} "
        lines.append(mark + block.text)
    return tuple(lines)


def document_of(example: Bad | Good) -> Document:
    """Return the plan that an example of a document rule describes."""
    lines = (example.text,) if isinstance(example.text, str) else example.text
    return small_plan(lines, **dict(example.metadata))
