"""What one finding says in full: message, why, by which clause, what it relates to, and its fix."""

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QGridLayout, QLabel, QPushButton, QWidget

from editor.ui import theme
from validators.diagnostic import Diagnostic


class ProblemDetails(QWidget):
    """The details of the selected finding, with the button that fixes it; hidden where none is selected."""

    fix_requested = Signal(object)

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._diagnostic: Diagnostic | None = None
        self._message = self._label("问题")
        theme.set_role(self._message, "heading")
        self._explanation = self._label("说明")
        self._source = self._label("依据")
        theme.set_role(self._source, "muted")
        self._fix = QPushButton("修正", self)
        self._fix.setIcon(theme.icon("fix"))
        self._fix.clicked.connect(self._on_fix)
        layout = QGridLayout(self)
        layout.setContentsMargins(theme.em(self) // 3, 0, 0, 0)
        layout.setVerticalSpacing(theme.em(self) // 4)
        layout.addWidget(self._message, 0, 0)
        layout.addWidget(self._fix, 0, 1, Qt.AlignmentFlag.AlignTop)
        layout.addWidget(self._explanation, 1, 0, 1, 2)
        layout.addWidget(self._source, 2, 0, 1, 2)
        layout.setColumnStretch(0, 1)
        layout.setRowStretch(3, 1)
        self.hide()

    def _label(self, name: str) -> QLabel:
        label = QLabel(self)
        label.setTextFormat(Qt.TextFormat.PlainText)
        label.setWordWrap(True)
        label.setAccessibleName(name)
        label.setTextInteractionFlags(Qt.TextInteractionFlag.TextSelectableByMouse)
        return label

    def show_problem(self, diagnostic: Diagnostic | None, place: str) -> None:
        """Show a finding that stands in `place`, nothing for None."""
        self._diagnostic = diagnostic
        self.setVisible(diagnostic is not None)
        if diagnostic is None:
            return
        self._message.setText(diagnostic.message)
        related = "".join(f"\n另见：{one.text}" for one in diagnostic.related)
        self._explanation.setText(diagnostic.explanation + related)
        self._source.setText(f"位置：{place}　依据：{diagnostic.source}　规则：{diagnostic.code}")
        self._fix.setVisible(diagnostic.fix is not None)
        if diagnostic.fix is not None:
            self._fix.setToolTip(diagnostic.fix.title)
            self._fix.setAccessibleName(f"修正：{diagnostic.fix.title}")

    def _on_fix(self) -> None:
        if self._diagnostic is not None:
            self.fix_requested.emit(self._diagnostic)
