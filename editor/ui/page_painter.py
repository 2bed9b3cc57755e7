"""Paints a set page: on the screen, on a printer, in a PDF; one millimetre of the page is one unit of the painter."""

from collections.abc import Iterator
from dataclasses import dataclass
from itertools import accumulate, groupby

from PySide6.QtCore import QPointF, Qt
from PySide6.QtGui import QColor, QGlyphRun, QPainter, QPen, QTextLayout

from editor.gongwen.layout import mm
from editor.gongwen.typesetting.pages import Page, PlacedText
from editor.ui.page_fonts import Face, face_of, shape

_POINT = mm(1)


@dataclass(frozen=True, slots=True)
class Drawn:
    """Glyphs that were drawn in one font, in order, each with its characters.

    `own` says that the piece's own font has them, `missing` that no font of this computer does.
    """

    glyphs: tuple[str, ...]
    own: bool = True
    missing: bool = False


def paint_page(painter: QPainter, page: Page) -> list[Drawn]:
    """Paint a page whose upper left corner is the painter's origin; return what was drawn, for the text layer."""
    for rule in page.rules:
        pen = QPen(QColor(f"#{rule.colour}"), rule.thickness)
        pen.setCapStyle(Qt.PenCapStyle.FlatCap)
        painter.setPen(pen)
        painter.drawLine(QPointF(rule.x0, rule.y0), QPointF(rule.x1, rule.y1))
    drawn: list[Drawn] = []
    for text in page.texts:
        painter.save()
        painter.translate(text.x, text.y)
        painter.scale(_POINT, _POINT)
        painter.rotate(text.angle)
        painter.setPen(QColor(f"#{text.colour}"))
        drawn += _paint_text(painter, text)
        painter.restore()
    return drawn


def _paint_text(painter: QPainter, text: PlacedText) -> Iterator[Drawn]:
    """Draw a piece from the origin, in points: stretches that its font holds by glyphs, others shaped by Qt."""
    face = face_of(text.face, text.bold)
    starts = [0.0, *accumulate(text.advances)]
    for own, group in groupby(range(len(text.text)), lambda at: face.holds(text.text[at])):
        places = list(group)
        first, last = places[0], places[-1] + 1
        if own:
            yield _draw_own(painter, face, text, first, starts[first:last])
        else:
            yield from _draw_shaped(painter, face, text.text[first:last], starts[first], text.size)


def _draw_own(painter: QPainter, face: Face, text: PlacedText, first: int, starts: list[float]) -> Drawn:
    """Draw characters from the one at `first`, each where it starts."""
    chars = text.text[first : first + len(starts)]
    if face.latin is not None and not text.chinese:  # widths of another font: each glyph in the middle of its room
        shifts = ((face.latin_width(char) - face.width(char)) / 2 * text.size for char in chars)
        starts = [start + shift for start, shift in zip(starts, shifts, strict=True)]
    run = QGlyphRun()
    run.setRawFont(face.sized(text.size))
    run.setGlyphIndexes(face.raw.glyphIndexesForString(chars))
    run.setPositions([QPointF(start, 0) for start in starts])
    painter.drawGlyphRun(QPointF(0, 0), run)
    return Drawn(tuple(chars))


def _draw_shaped(painter: QPainter, face: Face, text: str, x: float, size: float) -> Iterator[Drawn]:
    """Draw what the font lacks as Qt shapes it in other fonts."""
    scale = size / face.font.pixelSize()
    layout = shape(text, face.font)
    base = layout.lineAt(0).ascent()
    runs = layout.glyphRuns(0, -1, QTextLayout.GlyphRunRetrievalFlag.RetrieveAll)
    starts = sorted({index for run in runs for index in run.stringIndexes()})
    for run in runs:
        font = run.rawFont()
        font.setPixelSize(size)
        places = [QPointF(x + place.x() * scale, (place.y() - base) * scale) for place in run.positions()]
        glyphs = run.glyphIndexes()
        shaped = QGlyphRun()
        shaped.setRawFont(font)
        shaped.setGlyphIndexes(glyphs)
        shaped.setPositions(places)
        painter.drawGlyphRun(QPointF(0, 0), shaped)
        yield Drawn(tuple(_clusters(text, starts, run.stringIndexes())), own=False, missing=0 in glyphs)


def _clusters(text: str, starts: list[int], indexes: list[int]) -> Iterator[str]:
    """Yield the characters of each glyph; the first glyph of a cluster has them all. Qt counts in UTF-16 units."""
    units = text.encode("utf-16-le")
    seen: set[int] = set()
    for index in indexes:
        end = next((start for start in starts if start > index), len(units) // 2)
        yield "" if index in seen else units[2 * index : 2 * end].decode("utf-16-le")
        seen.add(index)
