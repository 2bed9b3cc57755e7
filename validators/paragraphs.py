"""How paragraphs end and begin: whether one breaks off and the next goes on with it."""

import re

from editor.model.assignments import is_assignment_line
from editor.model.document import Block, BlockKind
from editor.model.outline import heading_parts

_SHORTEST = 20
_HYPHEN = re.compile(r"[a-z]{2}-$")


def is_cut_in_two(block: Block, following: Block | None) -> bool:
    """Return whether running text stops in the middle and the next paragraph reads like the rest of it.

    A comma at the end is proof; without one, a text that holds a full stop may only have lost its last.
    """
    if block.kind is not BlockKind.PARAGRAPH or following is None or following.kind is not BlockKind.PARAGRAPH:
        return False
    text, parts = block.text.rstrip(), heading_parts(following.text)
    if parts.number_level or parts.mark or not following.text.strip() or is_assignment_line(block.text):
        return False
    return bool(_HYPHEN.search(text)) or _breaks_off(text)


def _breaks_off(text: str) -> bool:
    if len(text) < _SHORTEST:
        return False
    stops = any(mark in text for mark in "。：；")
    return text[-1] in "，、" or (text[-1].isalnum() and "，" in text and not stops)
