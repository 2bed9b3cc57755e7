"""The middle of the window: find bar, the line that says where the caret is, the text."""

from collections.abc import Sequence

from PySide6.QtCore import Qt
from PySide6.QtGui import QResizeEvent
from PySide6.QtWidgets import QLabel, QVBoxLayout, QWidget

from editor.model.outline import Section
from editor.ui import theme
from editor.ui.document_view import DocumentView
from editor.ui.find_bar import FindBar


class EditorPage(QWidget):
    """Holds the text and what belongs right above it."""

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.view = DocumentView(self)
        self.find_bar = FindBar(self.view, self)
        self._words = ""
        self._place = QLabel(self)
        self._place.setTextFormat(Qt.TextFormat.PlainText)
        self._place.setAccessibleName("光标所在的章节")
        unit = theme.em(self)
        self._place.setContentsMargins(unit // 2, unit // 4, unit // 2, unit // 4)
        self._place.setMinimumWidth(unit)
        theme.set_role(self._place, "muted")
        layout = QVBoxLayout(self)
        layout.setContentsMargins(0, 0, 0, 0)
        layout.setSpacing(0)
        for widget in (self.find_bar, self._place, self.view):
            layout.addWidget(widget)

    def show_place(self, path: Sequence[Section]) -> None:
        """Show the headings above the caret, from level 1 down."""
        self._words = "  ›  ".join(f"{one.parts.number}{one.parts.title}" for one in path) or "标题和引言"
        self._elide()

    def resizeEvent(self, event: QResizeEvent) -> None:
        """Fit the line to the new width."""
        super().resizeEvent(event)
        self._elide()

    def _elide(self) -> None:
        room = self.width() - 2 * theme.em(self)
        self._place.setText(self._place.fontMetrics().elidedText(self._words, Qt.TextElideMode.ElideMiddle, room))
        self._place.setToolTip(self._words.replace("<", "‹"))
