"""How many rows and columns a new table gets."""

from PySide6.QtWidgets import QDialog, QFormLayout, QSpinBox, QVBoxLayout, QWidget

from editor.model.table_grid import MOST_COLUMNS
from editor.ui.choice_dialog import Answers

_MOST_ROWS = 500  # at once; more come while it is filled in
_ROWS, _COLUMNS = 5, 4


class TableSizeDialog(QDialog):
    """Two numbers; `.chosen()` returns them."""

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setWindowTitle("插入表格")
        self._rows = self._number("行数", _ROWS, _MOST_ROWS)
        self._columns = self._number("列数", _COLUMNS, MOST_COLUMNS)
        form = QFormLayout()
        form.addRow("行数（含表头）(&R)：", self._rows)
        form.addRow("列数(&C)：", self._columns)
        answers = Answers(self)
        answers.accept_button.setDefault(True)
        layout = QVBoxLayout(self)
        layout.addLayout(form)
        layout.addWidget(answers)
        self._rows.selectAll()

    def _number(self, name: str, value: int, most: int) -> QSpinBox:
        box = QSpinBox(self)
        box.setAccessibleName(name)
        box.setRange(1, most)
        box.setValue(value)
        return box

    def chosen(self) -> tuple[int, int]:
        """Return the numbers of rows and columns."""
        return self._rows.value(), self._columns.value()
