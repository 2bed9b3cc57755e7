"""Painting one sheet of the preview: shadow and paper, its pictures, the marks and the grid over them."""

from collections.abc import Sequence

from PySide6.QtCore import QLineF, QRectF
from PySide6.QtGui import QPainter, QPen

from editor.ui import theme
from editor.ui.page_desk import strip_rect
from editor.ui.page_strips import Strip, strip_rows

_SHADOW = (8, 10, 14)  # as under the text's own sheet
_MARK = 34  # alpha of the lines of the block under the caret


def lay_sheet(painter: QPainter, rect: QRectF) -> None:
    """Paint a white sheet with its shadow."""
    for alpha, ring in zip(_SHADOW, range(len(_SHADOW), 0, -1), strict=True):  # the outermost and faintest first
        shade = theme.colour("shadow")
        shade.setAlpha(alpha)
        painter.fillRect(rect.adjusted(-ring, -ring, ring, ring), shade)
    painter.fillRect(rect, theme.colour("sheet"))


def put_picture(painter: QPainter, rect: QRectF, strip: int, kept: Strip, dots: float, ratio: float) -> None:
    """Put the picture of a strip on the sheet at `rect`; `dots` of the screen are a millimetre, `ratio` a pixel.

    It goes dot on dot, or is stretched as long as it is that of another zoom.
    """
    target = strip_rect(rect, strip)
    if kept.scale == dots:
        top, _ = strip_rows(kept.page.height, kept.scale, strip)
        size = kept.picture.size().toSizeF() * (1 / ratio)
        target = QRectF(rect.left(), rect.top() + top / ratio, size.width(), size.height())
    painter.drawPixmap(target, kept.picture, QRectF(kept.picture.rect()))


def mark(painter: QPainter, places: Sequence[QRectF]) -> None:
    """Mark places softly."""
    colour = theme.colour("mark")
    colour.setAlpha(_MARK)
    for place in places:
        painter.fillRect(place, colour)


def draw_grid(painter: QPainter, rect: QRectF, lines: Sequence[QLineF], scale: float) -> None:
    """Draw lines given in millimetres over the sheet at `rect`."""
    painter.save()
    painter.setPen(QPen(theme.colour("grid"), 0))
    painter.translate(rect.topLeft())
    painter.scale(scale, scale)
    painter.drawLines(list(lines))
    painter.restore()
