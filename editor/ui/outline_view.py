"""The tree of the outline: headings are dragged to another place, the plan moves them, the model follows."""

from PySide6.QtCore import QModelIndex, Qt, Signal
from PySide6.QtGui import QDropEvent
from PySide6.QtWidgets import QAbstractItemView, QTreeView, QWidget

from editor.section_commands import Where
from editor.ui.outline_model import BLOCK_ROLE

_PLACES = {
    QAbstractItemView.DropIndicatorPosition.AboveItem: Where.BEFORE,
    QAbstractItemView.DropIndicatorPosition.BelowItem: Where.BEHIND,
    QAbstractItemView.DropIndicatorPosition.OnItem: Where.BELOW,
}


class OutlineView(QTreeView):
    """Says what was dropped where; the rows themselves are not moved here."""

    dropped = Signal(str, str, str)  # block id of the section, of the one it was dropped at, where seen from that

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setDragDropMode(QAbstractItemView.DragDropMode.InternalMove)
        self.setDefaultDropAction(Qt.DropAction.MoveAction)

    def dropEvent(self, event: QDropEvent) -> None:
        """Ask for the move; the outline is shown anew when the plan has changed."""
        target = self.indexAt(event.position().toPoint())
        self.tell_drop(self.currentIndex(), target, self.dropIndicatorPosition())
        event.setDropAction(Qt.DropAction.IgnoreAction)  # a move would make Qt remove the row
        event.accept()
        self.stopAutoScroll()
        self.setState(QAbstractItemView.State.NoState)
        self.viewport().update()

    def tell_drop(
        self, source: QModelIndex, target: QModelIndex, position: QAbstractItemView.DropIndicatorPosition
    ) -> None:
        """Tell that the heading `source` was dropped at the heading `target`."""
        moved, other = source.data(BLOCK_ROLE), target.data(BLOCK_ROLE)
        if moved and other and moved != other and position in _PLACES:
            self.dropped.emit(moved, other, _PLACES[position].value)
