"""The rows of a table that is being edited, as Qt's model, with its own undo."""

from collections.abc import Callable

from PySide6.QtCore import QAbstractTableModel, QModelIndex, QObject, QPersistentModelIndex, Qt, Signal
from PySide6.QtGui import QBrush, QFont

from editor.model.errors import TableTooLarge
from editor.model.table_grid import Rows, cell, cell_name, width, write
from editor.ui import theme

Index = QModelIndex | QPersistentModelIndex
_NO_INDEX = QModelIndex()
_MOST_STATES = 200  # that undo goes back
_HEADER = 12  # characters of the first row in the header
_TEXT = (Qt.ItemDataRole.DisplayRole, Qt.ItemDataRole.EditRole)


class TableModel(QAbstractTableModel):
    """Rows in, rows out; a cell that a short row lacks is shown hatched and comes to be when it is written to."""

    refused = Signal(str)  # a sentence: why a change was not made
    changed = Signal()  # the rows are others

    def __init__(self, rows: Rows, *, read_only: bool = False, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._rows = rows
        self._width = width(rows)
        self._first = rows
        self._past: list[Rows] = []
        self._future: list[Rows] = []
        self.read_only = read_only

    def rows(self) -> Rows:
        """Return the rows as they stand."""
        return self._rows

    @property
    def is_changed(self) -> bool:
        """Return whether the rows are others than in the beginning."""
        return self._rows != self._first

    @property
    def can_undo(self) -> bool:
        """Return whether there is a change to take back."""
        return bool(self._past)

    @property
    def can_redo(self) -> bool:
        """Return whether there is a change to bring back."""
        return bool(self._future)

    def change(self, make: Callable[[Rows], Rows]) -> bool:
        """Make other rows of the rows; False, with a sentence through `refused`, where the table would be too large."""
        try:
            new = make(self._rows)
        except TableTooLarge as error:
            self.refused.emit(str(error))
            return False
        if new != self._rows:
            self._past = [*self._past[1 - _MOST_STATES :], self._rows]
            self._future.clear()
            self._show(new)
        return True

    def undo(self) -> None:
        """Take the last change back."""
        if self._past:
            self._future.append(self._rows)
            self._show(self._past.pop())

    def redo(self) -> None:
        """Bring the last undone change back."""
        if self._future:
            self._past.append(self._rows)
            self._show(self._future.pop())

    def _show(self, rows: Rows) -> None:
        if (len(rows), width(rows)) == (len(self._rows), self._width):
            self._rows = rows
            self.dataChanged.emit(self.index(0, 0), self.index(len(rows) - 1, self._width - 1))
            self.headerDataChanged.emit(Qt.Orientation.Horizontal, 0, self._width - 1)
        else:
            self.beginResetModel()
            self._rows, self._width = rows, width(rows)
            self.endResetModel()
        self.changed.emit()

    def rowCount(self, parent: Index = _NO_INDEX) -> int:
        """Return the number of rows."""
        return 0 if parent.isValid() else len(self._rows)

    def columnCount(self, parent: Index = _NO_INDEX) -> int:
        """Return the length of the longest row."""
        return 0 if parent.isValid() else self._width

    def headerData(self, section: int, orientation: Qt.Orientation, role: int = Qt.ItemDataRole.DisplayRole) -> object:
        """Return numbers, for columns with the words of the first row, which scrolls away."""
        if orientation == Qt.Orientation.Vertical or not self._rows:
            return section + 1 if role == Qt.ItemDataRole.DisplayRole else None
        if role == Qt.ItemDataRole.DisplayRole:
            words = " ".join(cell(self._rows, 0, section)[: _HEADER + 1].split())
            return f"{section + 1} {words[:_HEADER]}{'…' if len(words) > _HEADER else ''}"
        return cell(self._rows, 0, section) or None if role == Qt.ItemDataRole.ToolTipRole else None

    def flags(self, index: Index) -> Qt.ItemFlag:
        """Return what may be done with a cell."""
        editable = index.isValid() and not self.read_only
        return super().flags(index) | (Qt.ItemFlag.ItemIsEditable if editable else Qt.ItemFlag.NoItemFlags)

    def data(self, index: Index, role: int = Qt.ItemDataRole.DisplayRole) -> object:
        """Return what a cell shows in a role."""
        if not index.isValid():
            return None
        row, column = index.row(), index.column()
        if role in _TEXT:
            return cell(self._rows, row, column)
        if role == Qt.ItemDataRole.AccessibleTextRole:
            return f"{cell_name(row, column)}：{cell(self._rows, row, column) or '空'}"
        if role == Qt.ItemDataRole.FontRole and row == 0:
            font = QFont()
            font.setBold(True)
            return font
        if column >= len(self._rows[row]):
            if role == Qt.ItemDataRole.BackgroundRole:
                return QBrush(theme.colour("control"), Qt.BrushStyle.BDiagPattern)
            return "这一行没有这一格，写入后补上。" if role == Qt.ItemDataRole.ToolTipRole else None
        if role == Qt.ItemDataRole.BackgroundRole and row == 0:
            return theme.colour("window")
        return None

    def setData(self, index: Index, value: object, role: int = Qt.ItemDataRole.EditRole) -> bool:
        """Write a cell."""
        if not index.isValid() or role != Qt.ItemDataRole.EditRole or self.read_only:
            return False
        row, column, text = index.row(), index.column(), str(value)
        if text == cell(self._rows, row, column):
            return True  # looking into a cell that is not there does not make it
        return self.change(lambda rows: write(rows, row, column, [[text]]))
