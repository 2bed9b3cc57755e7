"""The 【…】 that a template leaves to be filled in."""

import re
from collections.abc import Iterator, Sequence

from editor.model.document import Block

_BLANK = re.compile("【[^【】]*】")


def blanks(text: str) -> Iterator[tuple[int, int]]:
    """Yield the places of the 【…】 in a text."""
    for match in _BLANK.finditer(text):
        yield match.span()


def blank_at(text: str, index: int) -> tuple[int, int] | None:
    """Return the place of the 【…】 that holds character `index`, None if none does."""
    return next((place for place in blanks(text) if place[0] <= index < place[1]), None)


def blank_places(blocks: Sequence[Block]) -> list[tuple[int, int, int]]:
    """Return block number, start and end of every 【…】 in the order of the text; tables are left out."""
    return [(number, *place) for number, block in enumerate(blocks) for place in blanks(block.text)]
