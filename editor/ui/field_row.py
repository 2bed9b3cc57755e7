"""One field of a form: its name above, the editor, and what the checks found in it below."""

from collections.abc import Sequence

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QLabel, QVBoxLayout, QWidget

from editor.ui import theme
from editor.ui.field_editors import Field
from validators.diagnostic import Diagnostic


class FieldRow(QWidget):
    """A field whose value is told once the user has finished it and it differs from what is stored."""

    edited = Signal(str)

    def __init__(self, name: str, editor: Field, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.editor = editor
        self._stored = ""
        editor.setAccessibleName(name)
        label = QLabel(name, self)
        label.setWordWrap(True)
        label.setBuddy(editor)
        self._findings = QLabel(self)
        self._findings.setTextFormat(Qt.TextFormat.PlainText)
        self._findings.setWordWrap(True)
        self._findings.setAccessibleName(f"{name}的问题")
        self._findings.hide()
        layout = QVBoxLayout(self)
        layout.setContentsMargins(0, 0, 0, 0)
        layout.setSpacing(theme.em(self) // 5)
        for widget in (label, editor, self._findings):
            layout.addWidget(widget)
        editor.edited.connect(self.commit)

    def show_value(self, value: str) -> None:
        """Show what is stored."""
        self._stored = value
        self.editor.set_value(value)

    def commit(self) -> None:
        """Tell the value if it differs from what is stored."""
        value = self.editor.value()
        if value != self._stored:
            self._stored = value
            self.edited.emit(value)

    def show_findings(self, diagnostics: Sequence[Diagnostic]) -> None:
        """Show the sentences of the findings in this field, in the colour of the gravest, with its word."""
        text = "\n".join(f"{theme.severity_word(one.severity)}：{one.message}" for one in diagnostics)
        if text == self._findings.text():
            return
        if diagnostics:
            gravest = min(diagnostics, key=lambda one: list(theme.SEVERITY_WORDS).index(one.severity.value))
            theme.set_role(self._findings, gravest.severity.value)
        self._findings.setText(text)
        self._findings.setVisible(bool(diagnostics))
