"""A row of a list with its shortcut at the right."""

from PySide6.QtCore import QModelIndex, QPersistentModelIndex, QRect, QSize, Qt
from PySide6.QtGui import QPainter
from PySide6.QtWidgets import QStyledItemDelegate, QStyleOptionViewItem

from editor.ui import theme

SHORTCUT = Qt.ItemDataRole.UserRole + 1  # the role under which a row keeps it


class ShortcutDelegate(QStyledItemDelegate):
    """Paints the row as usual, then the shortcut, softer."""

    def paint(
        self, painter: QPainter, option: QStyleOptionViewItem, index: QModelIndex | QPersistentModelIndex
    ) -> None:
        """Paint one row."""
        super().paint(painter, option, index)
        place: QRect = option.rect  # type: ignore[attr-defined]
        margin = option.fontMetrics.height() // 2  # type: ignore[attr-defined]
        painter.save()
        painter.setPen(theme.colour("muted"))
        painter.drawText(
            place.adjusted(0, 0, -margin, 0),
            Qt.AlignmentFlag.AlignRight | Qt.AlignmentFlag.AlignVCenter,
            index.data(SHORTCUT) or "",
        )
        painter.restore()

    def sizeHint(self, option: QStyleOptionViewItem, index: QModelIndex | QPersistentModelIndex) -> QSize:
        """Give a row the height of a line and a half."""
        height: int = option.fontMetrics.height()  # type: ignore[attr-defined]
        return QSize(super().sizeHint(option, index).width(), height * 8 // 5)
