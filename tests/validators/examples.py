"""The notation in which document rules write their examples, and the same for any small plan."""

from dataclasses import replace
from typing import Any

from editor.model.document import Block, BlockKind, Document, Level, Metadata
from editor.model.outline import heading_parts
from templates.analysis import analyse
from templates.superior import superior_layer
from templates.template import DEFAULT_TEMPLATE, add_layer
from validators.rule import Bad, Good

# What examples name as the layer "example-superior": a city's plan that was imported.
SUPERIOR = "example-superior"
_SUPERIOR_PLAN = (
    "# 云州市全民科学素质行动实施方案（2021—2025年）",
    "一、工作目标",
    "到2025年，全市公民具备科学素质的比例达到15%，居民健康素养水平达到30%。",
    "二、提升行动",
    "（一）青少年科学素质提升行动",
    "1.提升基础教育阶段科学教育水平。开好科学课。",
    "（二）农民科学素质提升行动",
    "1.实施高素质农民培育计划。办好田间课堂。",
    "（三）老年人科学素质提升行动",
    "1.加强老年人健康科普服务。普及合理用药、营养膳食、居家安全、心理疏导等常识。",
    "2.组建银发志愿讲师团。每年到村讲课。",
)


def add_example_superior() -> None:
    """Make the layer "example-superior" known."""
    plan = small_plan(_SUPERIOR_PLAN, place="云州市", level=Level.CITY)
    add_layer({**superior_layer(analyse(plan)), "id": SUPERIOR})


def _cells(line: str) -> tuple[str, ...]:
    return tuple(line.strip("|").split("|"))


def _block(block_id: str, line: str, in_note: bool) -> Block:
    """Return the block of a line: "# " a title, "#2 " a bare heading of level 2, "|" a row; numbers make headings."""
    if line.startswith("# "):
        return Block(block_id, BlockKind.TITLE, line[2:])
    if line.startswith("|"):
        return Block(block_id, BlockKind.TABLE, rows=(_cells(line),))
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
        if line.startswith("|") and blocks and blocks[-1].kind is BlockKind.TABLE:
            blocks[-1] = replace(blocks[-1], rows=(*blocks[-1].rows, _cells(line)))
            continue
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
    if SUPERIOR in dict(example.metadata).get("layers", ()):
        add_example_superior()
    return small_plan(lines, **dict(example.metadata))
