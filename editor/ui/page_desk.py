"""Pages on a desk, in pixels: where each sheet lies at a zoom, one or two beside each other."""

from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from enum import StrEnum

from PySide6.QtCore import QPointF, QRectF, QSizeF

from editor.gongwen.typesetting.pages import Page
from editor.ui.page_strips import STRIPS

PERCENTS = (50, 75, 100, 125, 150, 200)
_LEAST = 0.1  # of the size on paper: a window may be very small


class Fit(StrEnum):
    """A zoom that follows the window."""

    WIDTH = "width"
    PAGE = "page"


Zoom = Fit | int  # an int is percent of the size on paper


@dataclass(frozen=True, slots=True)
class Room:
    """What the window offers: its size, the gap between sheets, the pixels of a millimetre at 100 %."""

    width: float
    height: float
    gap: float
    millimetre: float


@dataclass(frozen=True, slots=True)
class Desk:
    """The sheets as they lie; `scale` is pixels a millimetre."""

    scale: float
    rects: tuple[QRectF, ...]
    size: QSizeF

    def page_at(self, point: QPointF) -> int | None:
        """Return the page at a point of the desk."""
        return next((number for number, rect in enumerate(self.rects) if rect.contains(point)), None)

    def nearest(self, point: QPointF) -> int:
        """Return the page nearest to a point of the desk; 0 without any."""
        middles = [(rect.center() - point).manhattanLength() for rect in self.rects]
        return middles.index(min(middles)) if middles else 0

    def strips(self, seen: QRectF) -> Iterator[tuple[int, int]]:
        """Yield the strips of pages that meet a part of the desk: page and strip, from the top down."""
        for number, rect in enumerate(self.rects):
            if not rect.intersects(seen):
                continue
            for strip in range(STRIPS):
                if strip_rect(rect, strip).intersects(seen):
                    yield number, strip


def strip_rect(rect: QRectF, strip: int) -> QRectF:
    """Return where a strip of a page that lies at `rect` is."""
    height = rect.height() / STRIPS
    return QRectF(rect.left(), rect.top() + strip * height, rect.width(), height)


def scale_of(zoom: Zoom, pages: Sequence[Page], columns: int, room: Room) -> float:
    """Return the pixels of a millimetre at a zoom; fitting ones are for the widest and highest of the pages."""
    if isinstance(zoom, int):
        return room.millimetre * zoom / 100
    widest = max((sum(page.width for page in row) for row in _rows(pages, columns)), default=210.0)
    highest = max((page.height for page in pages), default=297.0)
    least = room.millimetre * _LEAST
    wide = (room.width - (columns + 1) * room.gap) / widest
    high = (room.height - 2 * room.gap) / highest
    return max(least, wide if zoom is Fit.WIDTH else min(wide, high))


def lay_out(pages: Sequence[Page], columns: int, scale: float, room: Room) -> Desk:
    """Put the pages on the desk from the top down, each row in the middle."""
    rects: list[QRectF] = []
    rows = _rows(pages, columns)
    widths = [sum(page.width * scale for page in row) + (len(row) - 1) * room.gap for row in rows]
    desk = max(room.width, max(widths, default=0.0) + 2 * room.gap)
    y = room.gap
    for row, width in zip(rows, widths, strict=True):
        full = max(widths) if len(row) < columns else width  # a last single page lies at the left
        x = (desk - full) / 2
        for page in row:
            rects.append(QRectF(round(x), round(y), page.width * scale, page.height * scale))
            x += page.width * scale + room.gap
        y += max(page.height for page in row) * scale + room.gap
    return Desk(scale, tuple(rects), QSizeF(desk, y))


def _rows(pages: Sequence[Page], columns: int) -> list[Sequence[Page]]:
    return [pages[at : at + columns] for at in range(0, len(pages), columns)]
