"""The frame that the panels 指标 and 分工矩阵 share: a search line, what it comes to, a table or why there is none."""

from PySide6.QtCore import Qt, Signal
from PySide6.QtGui import QResizeEvent
from PySide6.QtWidgets import QHBoxLayout, QLabel, QLineEdit, QSizePolicy, QStackedLayout, QVBoxLayout, QWidget

from editor.ui import theme


class OverviewFrame(QWidget):
    """Holds one table below a search line; `bar` takes what else belongs in that line."""

    filtered = Signal()  # the words of the filter have changed

    def __init__(self, filter_words: str, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        unit = theme.em(self)
        self._search = QLineEdit(self)
        self._search.setPlaceholderText(filter_words)
        self._search.setAccessibleName(filter_words)
        self._search.setClearButtonEnabled(True)
        self._search.setMaximumWidth(14 * unit)
        self._search.textChanged.connect(self.filtered)
        self._sum = ""
        self._summary = QLabel(self)
        self._summary.setTextFormat(Qt.TextFormat.PlainText)
        self._summary.setSizePolicy(QSizePolicy.Policy.Ignored, QSizePolicy.Policy.Preferred)
        self.bar = QHBoxLayout()
        self.bar.setSpacing(unit // 2)
        self.bar.addWidget(self._search)
        self.bar.addWidget(self._summary, 1)
        self._empty = QLabel(self)
        self._empty.setAlignment(Qt.AlignmentFlag.AlignCenter)
        self._empty.setWordWrap(True)
        theme.set_role(self._empty, "empty")
        self._stack = QStackedLayout()
        self._stack.addWidget(self._empty)
        self._layout = layout = QVBoxLayout(self)
        layout.setContentsMargins(*(unit // 3,) * 4)
        layout.setSpacing(unit // 3)
        layout.addLayout(self.bar)
        layout.addLayout(self._stack, 1)

    @property
    def filter_text(self) -> str:
        """Return what is typed into the search line."""
        return self._search.text()

    def set_table(self, table: QWidget) -> None:
        """Put the table into the frame; the frame's focus is the table's."""
        self._stack.addWidget(table)
        self.setFocusProxy(table)

    def add_choice(self, widget: QWidget) -> None:
        """Put a choice behind the search line."""
        self.bar.insertWidget(self.bar.indexOf(self._summary), widget)

    def say(self, words: str, role: str) -> None:
        """Say what it comes to; what has no room is cut with … and stands in the tip."""
        self._sum = words
        self._summary.setToolTip(words)
        theme.set_role(self._summary, role)
        self._elide()

    def show_empty(self, words: str) -> None:
        """Show why there is no row, or the table for no words."""
        self._empty.setText(words)
        self._stack.setCurrentIndex(0 if words else self._stack.count() - 1)

    def resizeEvent(self, event: QResizeEvent) -> None:
        """Cut the sum anew."""
        super().resizeEvent(event)
        self._elide()

    def _elide(self) -> None:
        self._layout.activate()  # the label has its width only then
        metrics, right = self._summary.fontMetrics(), Qt.TextElideMode.ElideRight
        self._summary.setText(metrics.elidedText(self._sum, right, self._summary.width()))
