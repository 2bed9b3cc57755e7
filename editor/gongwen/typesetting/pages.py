"""Set pages as plain values: where each piece of text and each rule stands; what preview, print and PDF draw.

Places are millimetres from the left and the top of the sheet, type sizes and advances points.
"""

from dataclasses import dataclass


@dataclass(frozen=True, slots=True)
class PlacedText:
    """A piece of one line in one font; `advances` has the room of each character, spacing and justification included.

    `paragraph` counts the paragraphs with text in the order of the docx, -1 in a footer and a repeated header. The
    piece is turned clockwise by `angle` degrees around its start.
    """

    x: float
    y: float  # of the baseline
    text: str
    face: str
    size: float
    advances: tuple[float, ...]
    colour: str = "000000"
    bold: bool = False
    chinese: bool = True  # its script, which marks take from the text before them
    angle: int = 0
    paragraph: int = -1


@dataclass(frozen=True, slots=True)
class PlacedRule:
    """A straight line; `thickness` in millimetres."""

    x0: float
    y0: float
    x1: float
    y1: float
    thickness: float
    colour: str = "000000"


@dataclass(frozen=True, slots=True)
class Page:
    """One page of the set document; `left` is the empty height between its last line and the foot of the type area."""

    number: int
    width: float
    height: float
    texts: tuple[PlacedText, ...]
    rules: tuple[PlacedRule, ...]
    left: float = 0.0

    @property
    def lines(self) -> tuple[str, ...]:
        """Return the text of the page line by line, from the top down and from the left to the right."""
        rows: dict[tuple[int, int], list[PlacedText]] = {}
        for text in self.texts:
            rows.setdefault((text.angle, round(text.y * 20)), []).append(text)
        ordered = (sorted(rows[key], key=lambda piece: piece.x) for key in sorted(rows))
        return tuple("".join(piece.text for piece in row) for row in ordered)
