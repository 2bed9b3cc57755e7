"""Where a card of the tour stands: beside what it speaks of, never over it."""

from collections.abc import Iterator, Sequence

from PySide6.QtCore import QPoint, QRect, QSize


def place_card(size: QSize, anchors: Sequence[QRect], room: QRect, gap: int) -> QPoint:
    """Return the upper left corner of a card of `size` inside `room`, clear of all `anchors`.

    Where no place is clear, the one that covers least is taken; without anchors the middle.
    """
    places = [_inside(QRect(at, size), room) for at in _candidates(size, anchors, room, gap)]
    return min(places, key=lambda place: _covered(place, anchors)).topLeft()


def _candidates(size: QSize, anchors: Sequence[QRect], room: QRect, gap: int) -> Iterator[QPoint]:
    """Yield places, the best first: between several anchors, below, above, at the right, at the left of each."""
    middle = QRect(QPoint(), size)
    middle.moveCenter(room.center())
    if len(anchors) != 1:
        yield middle.topLeft()
    for one in anchors:
        yield QPoint(one.left(), one.bottom() + gap)
        yield QPoint(one.left(), one.top() - gap - size.height())
        yield QPoint(one.right() + gap, one.top())
        yield QPoint(one.left() - gap - size.width(), one.top())
    yield middle.topLeft()


def _inside(place: QRect, room: QRect) -> QRect:
    left = max(room.left(), min(place.left(), room.right() - place.width()))
    top = max(room.top(), min(place.top(), room.bottom() - place.height()))
    return QRect(QPoint(left, top), place.size())


def _covered(place: QRect, anchors: Sequence[QRect]) -> int:
    shared = [place.intersected(one) for one in anchors]
    return sum(one.width() * one.height() for one in shared if not one.isEmpty())
