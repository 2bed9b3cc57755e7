"""The checklist of what to do first in a plan, with what is left of each step and a button that does it."""

from collections.abc import Sequence

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QGridLayout, QLabel, QPushButton, QVBoxLayout, QWidget

from editor.first_steps import Step
from editor.ui import theme

_TITLE = "怎样写成这份方案"
_BELOW = "光标走到哪一节，这里就显示那一节该写什么、要回答哪些问题、上级怎么写、通常由谁牵头。"


class FirstStepsPage(QWidget):
    """Rows of a mark, a button and the state; changed in place, so that the keyboard stays where it is."""

    chosen = Signal(str)  # id of an action

    def __init__(self, note: str = "", *, guided: bool = True, parent: QWidget | None = None) -> None:
        """Make the page; `note` stands above the steps; `guided` tells that the sections have guidance."""
        super().__init__(parent)
        unit = theme.em(self)
        self._rows: dict[str, tuple[QLabel, QPushButton, QLabel]] = {}
        self._grid = QGridLayout()
        self._grid.setHorizontalSpacing(unit // 2)
        self._grid.setVerticalSpacing(unit // 5)
        self._grid.setColumnStretch(1, 1)
        layout = QVBoxLayout(self)
        layout.setSpacing(unit // 2)
        if note:
            layout.addWidget(self._label(note, "muted"))
        layout.addWidget(self._label(_TITLE, "heading"))
        layout.addLayout(self._grid)
        layout.addSpacing(unit // 2)
        if guided:
            layout.addWidget(self._label(_BELOW, "muted"))
        layout.addStretch(1)

    def show_steps(self, steps: Sequence[Step]) -> None:
        """Show the steps as they stand now."""
        if [step.action for step in steps] != list(self._rows):
            self._build(steps)
        for number, step in enumerate(steps, start=1):
            mark, button, state = self._rows[step.action]
            theme.show_icon(mark, *(("check", "success") if step.is_done else ("absent", "muted")), theme.em(self))
            button.setText(f"{number}. {step.text}")
            button.setAccessibleName(f"第{number}步，{step.text}：{step.state}")
            state.setText(step.state)
            theme.set_role(state, "success" if step.is_done else "muted")

    def _build(self, steps: Sequence[Step]) -> None:
        for row in self._rows.values():
            for widget in row:
                self._grid.removeWidget(widget)
                widget.hide()
                widget.deleteLater()
        self._rows = {}
        for at, step in enumerate(steps):
            mark, button, state = QLabel(self), QPushButton(self), self._label("", "muted")
            button.setProperty("role", "step")
            button.setObjectName(step.action)
            button.clicked.connect(self._on_clicked)
            self._grid.addWidget(mark, 2 * at, 0)
            self._grid.addWidget(button, 2 * at, 1)
            self._grid.addWidget(state, 2 * at + 1, 1)
            state.setContentsMargins(0, 0, 0, theme.em(self) // 2)
            self._rows[step.action] = (mark, button, state)

    def _label(self, text: str, role: str) -> QLabel:
        label = QLabel(text, self)
        label.setTextFormat(Qt.TextFormat.PlainText)
        label.setWordWrap(True)
        theme.set_role(label, role)
        return label

    def _on_clicked(self) -> None:
        self.chosen.emit(self.sender().objectName())
