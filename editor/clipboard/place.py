"""Places between which text is copied, replaced or moved."""

from dataclasses import dataclass

from editor.model.document import Block, BlockKind


@dataclass(frozen=True, order=True, slots=True)
class Place:
    """A number of a block and a character in it; before a table that is 0, behind it 1."""

    block: int
    at: int


def length(block: Block) -> int:
    """Return the last place in a block; a table is one step wide."""
    return 1 if block.kind is BlockKind.TABLE else len(block.text)
