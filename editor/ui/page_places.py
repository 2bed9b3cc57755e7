"""Where the text of a plan stands on its pages: from a place in a block to a line, from a point back to the text."""

from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from itertools import groupby

from editor.gongwen.layout import mm
from editor.gongwen.typesetting.pages import Page, PlacedText

_ABOVE, _BELOW = 0.95, 0.22  # of the type size, from the baseline


@dataclass(frozen=True, slots=True)
class Line:
    """One set line of a paragraph, in millimetres on its page; `first` counts the characters before it, without blanks.

    `source` is the block's id or "meta:<key>".
    """

    source: str
    page: int  # its place among the pages, from 0
    left: float
    top: float
    right: float
    foot: float
    first: int
    pieces: tuple[PlacedText, ...]

    def distance(self, x: float, y: float) -> float:
        """Return how far a point is from the line; more counts upwards and downwards."""
        return max(self.left - x, x - self.right, 0.0) + 3 * max(self.top - y, y - self.foot, 0.0)

    def character(self, x: float, y: float) -> int:
        """Return which character of the source a point on the line means, blanks not counted."""
        passed = self.first
        for piece in self.pieces:
            at, end = (y, piece.y) if piece.angle else (x, piece.x)
            for char, advance in zip(piece.text, piece.advances, strict=True):
                end += mm(advance)
                if at < end:
                    return passed
                passed += not char.isspace()
        return passed


class Places:
    """The lines of set pages by what says them; `sources` names that for every number of a paragraph."""

    def __init__(self, pages: Sequence[Page], sources: Sequence[str]) -> None:
        self._by_source: dict[str, list[Line]] = {}
        self._by_page: list[list[Line]] = [[] for _ in pages]
        for number, page in enumerate(pages):
            for line in self._lines(number, page, sources):
                self._by_source.setdefault(line.source, []).append(line)
                self._by_page[number].append(line)

    def _lines(self, number: int, page: Page, sources: Sequence[str]) -> Iterator[Line]:
        texts = (text for text in page.texts if text.paragraph >= 0 and sources[text.paragraph])
        for (paragraph, _, turned), group in groupby(texts, _row):
            pieces = tuple(group)
            source = sources[paragraph]
            before = self._by_source.get(source, [])
            first = before[-1].first + _count(before[-1].pieces) if before else 0
            yield Line(source, number, *_box(pieces, bool(turned)), first, pieces)

    def lines(self, source: str) -> Sequence[Line]:
        """Return the lines of a block, or of a text of the metadata; none for what no page shows."""
        return self._by_source.get(source, ())

    def line(self, source: str, character: int) -> Line | None:
        """Return the line that holds a character, counted without blanks."""
        found = None
        for line in self.lines(source):
            if found is not None and line.first > character:
                break
            found = line
        return found

    def at(self, page: int, x: float, y: float) -> Line | None:
        """Return the line nearest to a point on a page, None where nothing on it can be traced."""
        return min(self._by_page[page], key=lambda one: one.distance(x, y), default=None)


def to_dense(text: str, index: int) -> int:
    """Return how many characters that are no blanks stand before an index."""
    return sum(not char.isspace() for char in text[:index])


def from_dense(text: str, count: int) -> int:
    """Return the index before which so many characters stand that are no blanks."""
    for index, char in enumerate(text):
        if not char.isspace():
            if not count:
                return index
            count -= 1
    return len(text)


def _row(text: PlacedText) -> tuple[int, float, int]:
    return text.paragraph, text.x if text.angle else text.y, text.angle


def _count(pieces: Sequence[PlacedText]) -> int:
    return sum(not char.isspace() for piece in pieces for char in piece.text)


def _box(pieces: Sequence[PlacedText], turned: bool) -> tuple[float, float, float, float]:
    """Return left, top, right and foot of a line."""
    size = max(mm(piece.size) for piece in pieces)
    last = pieces[-1]
    length = mm(sum(last.advances))
    if turned:
        return last.x - _BELOW * size, pieces[0].y, last.x + _ABOVE * size, last.y + length
    return pieces[0].x, last.y - _ABOVE * size, last.x + length, last.y + _BELOW * size
