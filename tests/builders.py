"""Small documents for tests, written as the lines of a plan."""

from collections.abc import Sequence
from dataclasses import replace

from editor.model.document import Block, BlockKind, Document, Metadata
from editor.model.outline import heading_parts
from templates.template import DEFAULT_TEMPLATE


def plan(*lines: str, metadata: Metadata | None = None, template: str = DEFAULT_TEMPLATE) -> Document:
    """Return a document of these lines; block ids are "0", "1" …

    一、 （一） 1. （1） make headings of levels 1–4, —— one of level 3, a line that starts with # the title;
    every other line is a paragraph.
    """
    blocks = tuple(_block(str(number), line) for number, line in enumerate(lines))
    return Document(template, metadata or Metadata(), blocks)


def _block(block_id: str, line: str) -> Block:
    if line.startswith("#"):
        return Block(block_id, BlockKind.TITLE, line[1:].strip())
    parts = heading_parts(line)
    level = parts.number_level or (3 if parts.mark else 0)
    return Block(block_id, BlockKind.HEADING if level else BlockKind.PARAGRAPH, line, level)


def block_of(document: Document, text: str) -> Block:
    """Return the first block that holds a text."""
    return next(block for block in document.blocks if text in block.text)


def with_ties(document: Document, ties: dict[str, Sequence[str]]) -> Document:
    """Return the document with blocks, named by a piece of their text, tied by hand to requirements."""
    chosen = {block_of(document, text).id: tuple(ids) for text, ids in ties.items()}
    blocks = tuple(replace(block, requirements=chosen.get(block.id, ())) for block in document.blocks)
    return replace(document, blocks=blocks)
