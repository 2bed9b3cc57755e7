"""The sheet of paper behind the text: its place on the grey desk, and painting it."""

from math import ceil

from PySide6.QtCore import QMargins, QRect
from PySide6.QtGui import QPainter, QPixmap, QRegion, QTextDocument

from editor.gongwen.layout import STANDARD
from editor.ui import theme
from editor.ui.block_formats import Formats

_SHADOW = (8, 10, 14)  # alpha of the rings around the sheet, one pixel each, from the outside to its edge
_STRIP = 16  # pixels high
_TOP = 20.0  # millimetres above the text: less than the 37 of the printed page, which belong to the 红头


def margins(formats: Formats, width: int) -> tuple[QMargins, QRect]:
    """Return the text's margins in a viewport `width` wide, and the sheet's left edge and width in pixels.

    The text is 28 characters wide. Where the window is too narrow the sheet loses its margins first.
    """
    text = min(round(formats.line_width) + 2, width - 2 * round(formats.em))
    free = width - text
    desk = min(round(formats.em), free // 6)
    left, right = (round(formats.pixels(side)) for side in (STANDARD.left, STANDARD.right))
    if left + right + 2 * desk > free:
        left = right = (free - 2 * desk) // 2
    sheet = (free - left - right) // 2
    top = round(formats.pixels(_TOP))
    return (
        QMargins(sheet + left, desk + top, width - sheet - left - text, desk + 2 * top),
        QRect(sheet, desk, left + text + right, 0),
    )


def set_margins(document: QTextDocument, margins: QMargins) -> None:
    """Give the text its margins if it has others; a change lays the text out anew."""
    root = document.rootFrame()
    shape = root.frameFormat()
    now = QMargins(
        round(shape.leftMargin()), round(shape.topMargin()), round(shape.rightMargin()), round(shape.bottomMargin())
    )
    if now == margins:
        return
    shape.setLeftMargin(margins.left())
    shape.setTopMargin(margins.top())
    shape.setRightMargin(margins.right())
    shape.setBottomMargin(margins.bottom())
    root.setFrameFormat(shape)


def paint(painter: QPainter, area: QRect, sheet: QRect) -> None:
    """Paint desk, shadow and sheet where they meet `area`; `sheet` is in viewport coordinates."""
    paper = sheet.intersected(area)
    if paper != area:
        painter.setClipRegion(QRegion(area) - QRegion(paper))  # to blend the shadow under the sheet took 5 ms a key
        painter.fillRect(area, theme.colour("desk"))
        shade = theme.colour("shadow")
        for alpha, ring in zip(_SHADOW, range(len(_SHADOW), 0, -1), strict=True):  # the outermost and faintest first
            shade.setAlpha(alpha)
            painter.fillRect(sheet.adjusted(-ring, -ring, ring, ring).intersected(area), shade)
        painter.setClipping(False)
    painter.fillRect(paper, theme.colour("paper"))


def strip(sheet: QRect, width: int, ratio: float) -> QPixmap:
    """Return a piece of desk, shadow and sheet as wide as the viewport, to be laid as tiles beside the text.

    One tile is painted in a twentieth of the time of its parts, and each key has the paper painted. `ratio` is the
    number of device pixels in a pixel.
    """
    made = QPixmap(ceil(width * ratio), ceil(_STRIP * ratio))
    made.setDevicePixelRatio(ratio)
    painter = QPainter(made)
    paint(painter, QRect(0, 0, width, _STRIP), QRect(sheet.left(), -_STRIP, sheet.width(), 3 * _STRIP))
    painter.end()
    return made
