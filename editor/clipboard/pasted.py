"""What is to be pasted, as a value: blocks, what ends them, and what was left out."""

from dataclasses import dataclass
from enum import StrEnum

from editor.model.document import Block

MIME_TYPE = "application/x-nigao-blocks"  # of our own blocks on the clipboard
MAX_CHARACTERS = 500_000  # at a time; a plan has some 30,000, and a screen must not stand still for seconds
MAX_BLOCKS = 20_000


class Ending(StrEnum):
    """What becomes of the text that stands after the caret."""

    JOINS = "joins"  # it goes on in the last paragraph that is pasted
    APART = "apart"  # it begins a paragraph of its own: a heading or a table comes last
    MARK = "mark"  # a paragraph mark was copied: a new paragraph begins, even where nothing stands after the caret


@dataclass(frozen=True, slots=True)
class Pasted:
    """Blocks with fresh ids for a place in a document; `note` is a sentence about what is not among them."""

    blocks: tuple[Block, ...]
    ending: Ending = Ending.JOINS
    note: str = ""

    @property
    def is_inline(self) -> bool:
        """Return whether it is a piece of one line."""
        return len(self.blocks) == 1 and self.ending is Ending.JOINS
