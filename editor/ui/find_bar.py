"""The bar that finds words in the text."""

from PySide6.QtCore import Qt
from PySide6.QtGui import QKeyEvent, QTextDocument
from PySide6.QtWidgets import QHBoxLayout, QLabel, QLineEdit, QToolButton, QWidget

from editor.ui import theme
from editor.ui.document_view import DocumentView


class FindBar(QWidget):
    """Finds the next and the previous place of what is typed into it; Escape goes back to the text."""

    def __init__(self, view: DocumentView, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._view = view
        self._field = QLineEdit(self)
        self._field.setPlaceholderText("在正文中查找")
        self._field.setAccessibleName("查找内容")
        self._field.setClearButtonEnabled(True)
        self._field.textChanged.connect(self._on_text)
        self._field.returnPressed.connect(self.find_next)
        self._message = QLabel(self)
        self._message.setAccessibleName("查找结果")
        theme.set_role(self._message, "muted")
        layout = QHBoxLayout(self)
        unit = theme.em(self)
        layout.setContentsMargins(unit // 2, unit // 4, unit // 2, unit // 4)
        self._field.setMaximumWidth(20 * unit)
        layout.addWidget(self._field)
        for icon, text, slot in (
            ("up", "上一处", self.find_previous),
            ("down", "下一处", self.find_next),
            ("close", "关闭查找", self.stop),
        ):
            button = QToolButton(self)
            button.setIcon(theme.icon(icon))
            button.setToolTip(text)
            button.setAccessibleName(text)
            button.clicked.connect(slot)
            layout.addWidget(button)
        layout.addWidget(self._message, 1)
        self.hide()

    def start(self) -> None:
        """Show the bar with what is selected in the text."""
        selected = self._view.textCursor().selectedText()
        self.show()
        if selected and "\u2029" not in selected:
            self._field.setText(selected)
        self._field.setFocus(Qt.FocusReason.ShortcutFocusReason)
        self._field.selectAll()

    def stop(self) -> None:
        """Hide the bar and go back to the text."""
        self.hide()
        self._view.setFocus(Qt.FocusReason.OtherFocusReason)

    def find_next(self) -> None:
        """Select the next place after the caret, from the beginning again after the end."""
        self._find(QTextDocument.FindFlag(0))

    def find_previous(self) -> None:
        """Select the place before the caret, from the end again before the beginning."""
        self._find(QTextDocument.FindFlag.FindBackward)

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Close with Escape, go back with Shift+Enter."""
        if event.key() == Qt.Key.Key_Escape:
            self.stop()
        elif (
            event.key() in (Qt.Key.Key_Return, Qt.Key.Key_Enter)
            and event.modifiers() & Qt.KeyboardModifier.ShiftModifier
        ):
            self.find_previous()
        else:
            super().keyPressEvent(event)

    def _on_text(self, text: str) -> None:
        cursor = self._view.textCursor()
        cursor.setPosition(cursor.selectionStart())
        self._view.setTextCursor(cursor)
        if text:
            self.find_next()
        else:
            self._message.clear()

    def _find(self, direction: QTextDocument.FindFlag) -> None:
        text = self._field.text()
        if not text:
            return
        document = self._view.document()
        found = document.find(text, self._view.textCursor(), direction)
        if found.isNull():  # once more from the other end
            backward = direction == QTextDocument.FindFlag.FindBackward
            found = document.find(text, document.characterCount() - 1 if backward else 0, direction)
        if found.isNull():
            self._message.setText(f"没有找到“{text}”")
            return
        self._message.setText(f"共 {document.toRawText().lower().count(text.lower())} 处")
        self._view.setTextCursor(found)
        self._view.ensureCursorVisible()
