"""The list of units at the caret while one is typed into an assignment."""

from typing import TYPE_CHECKING

from PySide6.QtCore import Qt
from PySide6.QtGui import QKeyEvent, QTextCursor
from PySide6.QtWidgets import QListWidget, QListWidgetItem

from editor.ui import theme
from editor.ui.positions import to_index, to_units
from editor.ui.unit_offers import Typed, offers, typed_name

if TYPE_CHECKING:
    from editor.ui.document_view import DocumentView

_ROWS = 8


class UnitPopup(QListWidget):
    """Stands in the text without taking the focus: arrows choose, Enter or Tab takes, Escape closes."""

    def __init__(self, view: "DocumentView") -> None:
        super().__init__(view.viewport())
        self._view = view
        self._typed: Typed | None = None
        self.setFocusPolicy(Qt.FocusPolicy.NoFocus)
        self.setAccessibleName("可选的单位")
        self.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self.itemClicked.connect(self._on_clicked)
        view.typed.connect(self.follow)
        view.place_changed.connect(self._on_place)
        view.verticalScrollBar().valueChanged.connect(self.hide)
        self.hide()

    def follow(self) -> None:
        """Show what fits the name before the caret, or nothing."""
        session, block = self._view.session, self._view.caret_block()
        self._typed = typed_name(block.text, self._at()) if block is not None else None
        if session is None or block is None or self._typed is None or not self._view.hasFocus():
            self.hide()
            return
        names = offers(session.analysis, block, self._typed)
        self.clear()
        self.addItems(names)
        self.setVisible(bool(names))
        if names:
            self.setCurrentRow(0)
            self._place()

    def take_key(self, event: QKeyEvent) -> bool:
        """Return whether a key was meant for the list."""
        if self.isHidden() or event.modifiers() != Qt.KeyboardModifier.NoModifier:
            return False
        match event.key():
            case Qt.Key.Key_Down:
                self.setCurrentRow((self.currentRow() + 1) % self.count())
            case Qt.Key.Key_Up:
                self.setCurrentRow((self.currentRow() - 1) % self.count())
            case Qt.Key.Key_Return | Qt.Key.Key_Enter | Qt.Key.Key_Tab:
                self._take(self.currentItem())
            case Qt.Key.Key_Escape:
                self.hide()
            case _:
                return False
        return True

    def _take(self, item: QListWidgetItem) -> None:
        """Put the chosen name in the place of what was typed."""
        typed = self._typed
        name = item.text()
        self.hide()
        if typed is None:
            return
        cursor = self._view.textCursor()
        text, start = cursor.block().text(), cursor.block().position()
        cursor.setPosition(start + to_units(text, typed.start))
        cursor.setPosition(start + to_units(text, typed.end), QTextCursor.MoveMode.KeepAnchor)
        cursor.insertText(name)
        self._view.setTextCursor(cursor)
        self.hide()

    def _on_clicked(self, item: QListWidgetItem) -> None:
        self._take(item)

    def _on_place(self) -> None:
        """Close where the caret has left the end of what was typed."""
        if self.isVisible() and (self._typed is None or self._at() != self._typed.end):
            self.hide()

    def _at(self) -> int:
        cursor = self._view.textCursor()
        return to_index(cursor.block().text(), cursor.positionInBlock())

    def _place(self) -> None:
        """Stand below the caret, above it where there is no room."""
        edge = 2 * self.frameWidth()
        height = self.sizeHintForRow(0) * min(self.count(), _ROWS) + edge
        width = self.sizeHintForColumn(0) + edge + 2 * theme.em(self)
        caret, room = self._view.cursorRect(), self._view.viewport().size()
        top = caret.bottom() + 2 if caret.bottom() + height < room.height() else caret.top() - height - 2
        self.setGeometry(max(0, min(caret.left(), room.width() - width)), max(0, top), width, height)
