"""The bars of the panel 指标: ours above the superior's on one scale, with a line where we start from."""

from PySide6.QtCore import QModelIndex, QPersistentModelIndex, QRect
from PySide6.QtGui import QPainter
from PySide6.QtWidgets import QStyledItemDelegate, QStyleOptionViewItem

from editor.target_rows import TargetRow
from editor.ui import theme
from editor.ui.targets_model import TargetsModel

_SHARES = ("%", "百分点")


def full_scale(row: TargetRow) -> float:
    """Return what the whole width of a row's bars stands for; 0 where there is nothing to compare with."""
    values = [one.value for one in (row.target, row.baseline, row.superior) if one is not None]
    if len(values) < 2:
        return 0.0
    return max([100.0, *values]) if row.unit in _SHARES else max(values)


class TargetBars(QStyledItemDelegate):
    """Paints the last column."""

    def paint(
        self, painter: QPainter, option: QStyleOptionViewItem, index: QModelIndex | QPersistentModelIndex
    ) -> None:
        """Paint ground, bars and the line of one row."""
        super().paint(painter, option, index)
        model = index.model()
        if not isinstance(model, TargetsModel):
            return
        row = model.rows[index.row()]
        scale = full_scale(row)
        if not scale:
            return
        place: QRect = option.rect  # type: ignore[attr-defined]
        gap = place.height() // 6
        room = place.adjusted(2 * gap, gap, -2 * gap, -gap)
        half = room.height() // 2
        painter.save()
        painter.fillRect(room, theme.colour("hover"))
        for at, (one, name) in enumerate(((row.target, "accent"), (row.superior, "control"))):
            if one is not None:
                name = "error" if at == 0 and row.falls_short else name
                width = max(round(room.width() * one.value / scale), 1)
                painter.fillRect(room.left(), room.top() + at * half, width, half - 1, theme.colour(name))
        if row.baseline is not None:
            left = room.left() + round(room.width() * row.baseline.value / scale)
            painter.fillRect(left, room.top(), max(gap // 2, 1), room.height(), theme.colour("text"))
        painter.restore()
