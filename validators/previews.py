"""What a fix would do, before anybody does it: the words as they stand and as they would be, in context."""

from collections.abc import Mapping
from dataclasses import dataclass

from editor.model.document import Document, metadata_block
from validators.diagnostic import Fix, TextEdit

_AROUND = 12  # characters shown on each side
_LONGEST = 60  # of the words themselves; the middle of longer ones is left out
_OPEN, _CLOSE, _CUT = "«", "»", "…"


@dataclass(frozen=True, slots=True)
class Preview:
    """One place that a fix changes: «…» encloses the words that go, and those that come."""

    before: str
    after: str


def previews(document: Document, fix: Fix) -> tuple[Preview, ...]:
    """Return what a fix changes, place by place in its order; a place that is gone is left out."""
    texts = {block.id: block.text for block in document.blocks}
    found = ((edit, _text(document, texts, edit.range.block_id)) for edit in fix.edits)
    return tuple(_preview(text, edit) for edit, text in found if text is not None)


def around(text: str, start: int, end: int) -> str:
    """Return the words from `start` to `end` in «», with some of what stands before and after them."""
    return _framed(text, start, end, text[start:end])


def _preview(text: str, edit: TextEdit) -> Preview:
    start, end = edit.range.start, edit.range.end
    return Preview(around(text, start, end), _framed(text, start, end, edit.new_text))


def _text(document: Document, texts: Mapping[str, str], block_id: str) -> str | None:
    key = block_id.removeprefix("meta:")
    return texts.get(block_id) if key == block_id else metadata_block(document.metadata, key).text


def _framed(text: str, start: int, end: int, words: str) -> str:
    first, last = max(start - _AROUND, 0), end + _AROUND
    if len(words) > _LONGEST:
        words = f"{words[: _LONGEST // 2]}{_CUT}{words[-_LONGEST // 2 :]}"
    before = (_CUT if first else "") + text[first:start]
    after = text[end:last] + (_CUT if last < len(text) else "")
    return f"{before}{_OPEN}{words}{_CLOSE}{after}".replace("\n", " ")
