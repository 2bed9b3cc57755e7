"""The list of units at the caret while one is typed into an assignment."""

from typing import TYPE_CHECKING

from PySide6.QtCore import Qt
from PySide6.QtGui import QKeyEvent, QTextCursor
from PySide6.QtWidgets import QListWidget, QListWidgetItem

from editor.assigning.offers import MOST, Typed, is_named_in_full, offers, typed_name
from editor.ui import theme
from editor.ui.positions import to_index, to_units

if TYPE_CHECKING:
    from editor.ui.document_view import DocumentView

_NAME = Qt.ItemDataRole.UserRole
_HINT = "↑↓选择，回车、Tab或数字键写入，Esc关闭"


class UnitPopup(QListWidget):
    """Stands in the text without taking the focus: arrows choose, Enter, Tab or a figure takes, Escape closes.

    Where a whole name is typed already no row is chosen, so that Enter begins the next line.
    """

    def __init__(self, view: "DocumentView") -> None:
        super().__init__(view.viewport())
        self._view = view
        self._typed: Typed | None = None
        self.setFocusPolicy(Qt.FocusPolicy.NoFocus)
        self.setAccessibleName("可选的单位")
        self.setAccessibleDescription(_HINT)
        self.setToolTip(_HINT)
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
        away = self._view.is_composing() or not self._view.hasFocus()
        if session is None or block is None or self._typed is None or away:
            self.hide()
            return
        names = offers(session.analysis, block, self._typed)
        self.clear()
        for number, name in enumerate(names, 1):
            item = QListWidgetItem(f"{number}　{name}", self)
            item.setData(_NAME, name)
        self.setVisible(bool(names))
        if names:
            self.setCurrentRow(-1 if is_named_in_full(session.analysis, self._typed.text) else 0)
            self._place()

    def take_key(self, event: QKeyEvent) -> bool:
        """Return whether a key was meant for the list."""
        if self.isHidden() or event.modifiers() & ~Qt.KeyboardModifier.KeypadModifier:
            return False
        match event.key():
            case Qt.Key.Key_Down:
                self._step(1)
            case Qt.Key.Key_Up:
                self._step(-1)
            case Qt.Key.Key_Return | Qt.Key.Key_Enter | Qt.Key.Key_Tab if self.currentItem() is not None:
                self._take(self.currentItem())
            case Qt.Key.Key_Escape:
                self.hide()
            case _:
                return self._take_figure(event.text())
        return True

    def _step(self, by: int) -> None:
        """Choose the next row, round the ends."""
        row = self.currentRow()
        self.setCurrentRow((row + by) % self.count() if row >= 0 else (0 if by > 0 else self.count() - 1))

    def _take_figure(self, text: str) -> bool:
        item = self.item(int(text) - 1) if len(text) == 1 and text in "123456789" else None
        if item is not None and self.currentItem() is not None:  # after a whole name a figure is a figure
            self._take(item)
            return True
        return False

    def _take(self, item: QListWidgetItem) -> None:
        """Put the chosen name in the place of what was typed."""
        typed = self._typed
        name = item.data(_NAME)
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
        height = self.sizeHintForRow(0) * min(self.count(), MOST) + edge
        width = self.sizeHintForColumn(0) + edge + 2 * theme.em(self)
        caret, room = self._view.cursorRect(), self._view.viewport().size()
        top = caret.bottom() + 2 if caret.bottom() + height < room.height() else caret.top() - height - 2
        self.setGeometry(max(0, min(caret.left(), room.width() - width)), max(0, top), width, height)
