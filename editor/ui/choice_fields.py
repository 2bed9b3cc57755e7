"""Editors for a field with a few usual values: one of them and no other, or any text with those offered."""

from collections.abc import Sequence

from PySide6.QtCore import Qt, Signal
from PySide6.QtGui import QWheelEvent
from PySide6.QtWidgets import QComboBox, QLineEdit, QWidget

from editor.model.document import clean_line


class _Box(QComboBox):
    """A list that opens on demand; scrolling past it changes nothing."""

    edited = Signal()

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setFocusPolicy(Qt.FocusPolicy.StrongFocus)  # not by the wheel
        self.setSizeAdjustPolicy(QComboBox.SizeAdjustPolicy.AdjustToMinimumContentsLengthWithIcon)
        self.setMinimumContentsLength(6)
        self.activated.connect(self._on_activated)

    def wheelEvent(self, event: QWheelEvent) -> None:
        """Leave the wheel to the form."""
        event.ignore()

    def _on_activated(self, _index: int) -> None:
        self.edited.emit()


class ChoiceField(_Box):
    """One of several values, each with its words."""

    def __init__(self, choices: Sequence[tuple[str, str]], parent: QWidget | None = None) -> None:
        super().__init__(parent)
        for key, words in choices:
            self.addItem(words, key)

    def value(self) -> str:
        """Return the key of the chosen value."""
        return self.currentData() or ""

    def set_value(self, value: str) -> None:
        """Choose a value; one that is not among the choices is added, so that nothing is lost."""
        if self.findData(value) < 0:
            self.addItem(value, value)
        self.setCurrentIndex(self.findData(value))


class SuggestionField(_Box):
    """One line of text, with the usual values to choose from."""

    def __init__(self, suggestions: Sequence[str], hint: str = "", parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._line = QLineEdit(self)
        self._line.setPlaceholderText(hint)
        self._line.editingFinished.connect(self.edited)
        self.setInsertPolicy(QComboBox.InsertPolicy.NoInsert)
        self.setEditable(True)
        self.setLineEdit(self._line)
        self.addItems(suggestions)
        self.setCurrentIndex(-1)

    def setAccessibleName(self, name: str) -> None:
        """Name the line too: it is what has the focus."""
        super().setAccessibleName(name)
        self._line.setAccessibleName(name)

    def value(self) -> str:
        """Return the text, clean."""
        return clean_line(self.currentText()).strip()

    def set_value(self, value: str) -> None:
        """Show a value; the caret and the selection stay where the text stays."""
        if value != self.currentText():
            self.setCurrentIndex(self.findText(value))
            self.setEditText(value)
            self._line.setCursorPosition(0)
