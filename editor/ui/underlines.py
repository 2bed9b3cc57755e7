"""Lines under words, painted over the text: a wave or dots, wherever the words stand in the lines of a block.

Painted by us and not as Qt's extra selections: these cost a cursor each at every key, and Qt sets the text around
them in pieces (together 1.5 ms of a key with ten findings in sight).
"""

from bisect import bisect_right
from collections.abc import Sequence
from dataclasses import dataclass
from functools import lru_cache
from math import ceil, pi, sin
from typing import cast

from PySide6.QtCore import QPointF, QRectF, Qt
from PySide6.QtGui import QColor, QPainter, QPen, QPixmap, QPolygonF, QTextBlock, QTextLine

from editor.ui import theme

_WAVE = 0.1  # height of a wave in heights of a line of letters
_WAVES = 8  # in one tile


@dataclass(frozen=True, slots=True)
class Underline:
    """A line under the UTF-16 units `start` to `end` of a block."""

    start: int
    end: int
    severity: str  # which names the colour; a hint has dots, the others waves


def paint(painter: QPainter, block: QTextBlock, origin: QPointF, underlines: Sequence[Underline]) -> None:
    """Paint lines under the words of a block whose document begins at `origin`, in the painter's pixels."""
    layout = block.layout()
    place, ratio = origin + layout.position(), painter.device().devicePixelRatioF()
    lines = [layout.lineAt(number) for number in range(layout.lineCount())]
    ends = [line.textStart() + line.textLength() for line in lines]
    colours = theme.colours()
    composed, at = len(layout.preeditAreaText()), layout.preeditAreaPosition()
    for one in underlines:
        colour = getattr(colours, one.severity)
        start, end = (edge + composed if composed and edge > at else edge for edge in (one.start, one.end))
        for line in lines[bisect_right(ends, start) :]:
            if line.textStart() >= end:
                break
            left, right = sorted((_x(line, start), _x(line, end)))  # a place beyond the line is its edge
            height = _WAVE * line.height()
            top = place.y() + line.y() + line.ascent() + height
            if one.severity != "hint":
                tile = _wave(colour, height, ratio)
                painter.drawTiledPixmap(QRectF(place.x() + left, top, right - left, ceil(height) + 1), tile)
            else:
                painter.setPen(QPen(QColor(colour), height / 2, Qt.PenStyle.DotLine, Qt.PenCapStyle.FlatCap))
                middle = top + height / 2
                painter.drawLine(QPointF(place.x() + left, middle), QPointF(place.x() + right, middle))


def _x(line: QTextLine, place: int) -> float:
    """Return how far from the line's left edge a place is."""
    found = cast(tuple[float, int], line.cursorToX(place))  # PySide adds the place, which C++ may change
    return found[0]


@lru_cache(maxsize=32)
def _wave(colour: str, height: float, ratio: float) -> QPixmap:
    """Return a tile of waves `height` pixels high; `ratio` is the number of device pixels in a pixel."""
    length = max(4, round(2.5 * height))  # whole pixels, so that tiles join
    made = QPixmap(ceil(length * _WAVES * ratio), ceil((ceil(height) + 1) * ratio))
    made.setDevicePixelRatio(ratio)
    made.fill(Qt.GlobalColor.transparent)
    painter = QPainter(made)
    painter.setRenderHint(QPainter.RenderHint.Antialiasing)
    painter.setPen(QPen(QColor(colour), max(1.0, height / 3)))
    swing, middle = (height - 1) / 2, (height + 1) / 2
    steps = range(-1, 4 * length * _WAVES + 2)
    painter.drawPolyline(QPolygonF([QPointF(x / 4, middle + swing * sin(2 * pi * x / 4 / length)) for x in steps]))
    painter.end()
    return made
