"""The unit register as an editable table model."""

from collections.abc import Sequence
from dataclasses import replace

from PySide6.QtCore import QAbstractTableModel, QModelIndex, QObject, QPersistentModelIndex, Qt, Signal

from editor.model.document import Level, Unit, clean_line, new_id
from editor.ui.labels import KINDS, function_label
from editor.ui.unit_text import join_former, join_names, split_former, split_names

Index = QModelIndex | QPersistentModelIndex
NAME, SHORT, ALIASES, FORMER, KIND, FUNCTIONS = range(6)
_HEADERS = ("全称", "简称", "习惯称呼", "曾用名（终止年份）", "类别", "职责")
_HINTS = (
    "印章上的名称",
    "规范化简称，分工里用它",
    "各地习惯的叫法，用“、”隔开",
    "如云溪县教育局（2019），用“、”隔开",
    "",
    "模板按职责推荐牵头和责任单位；按回车或双击选择",
)
_NO_INDEX = QModelIndex()


class UnitsModel(QAbstractTableModel):
    """Units in the fixed order of the place; kind is set by its key, functions by a tuple of keys."""

    refused = Signal(str)  # a sentence: why what was typed cannot stand in the cell

    def __init__(self, units: Sequence[Unit], parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._units = list(units)

    def units(self) -> tuple[Unit, ...]:
        """Return the units as they stand."""
        return tuple(self._units)

    def show_units(self, units: Sequence[Unit]) -> None:
        """Replace all units."""
        self.beginResetModel()
        self._units = list(units)
        self.endResetModel()

    def insert(self, row: int, units: Sequence[Unit]) -> None:
        """Insert units before `row`."""
        if units:
            self.beginInsertRows(QModelIndex(), row, row + len(units) - 1)
            self._units[row:row] = units
            self.endInsertRows()

    def insert_empty(self, row: int, level: Level) -> None:
        """Insert a unit without a name before `row`."""
        self.insert(row, [Unit(new_id(), "", "", level=level)])

    def remove(self, row: int) -> None:
        """Remove the unit in `row`."""
        self.beginRemoveRows(QModelIndex(), row, row)
        del self._units[row]
        self.endRemoveRows()

    def move(self, row: int, step: int) -> bool:
        """Move the unit in `row` up (-1) or down (1); False at the ends."""
        target = row + step
        if not 0 <= target < len(self._units):
            return False
        self.beginMoveRows(QModelIndex(), row, row, QModelIndex(), target + 1 if step > 0 else target)
        self._units.insert(target, self._units.pop(row))
        self.endMoveRows()
        return True

    def rowCount(self, parent: Index = _NO_INDEX) -> int:
        """Return the number of rows below `parent`."""
        return 0 if parent.isValid() else len(self._units)

    def columnCount(self, parent: Index = _NO_INDEX) -> int:
        """Return the number of columns."""
        return 0 if parent.isValid() else len(_HEADERS)

    def headerData(self, section: int, orientation: Qt.Orientation, role: int = Qt.ItemDataRole.DisplayRole) -> object:
        """Return the words of the headers."""
        if orientation == Qt.Orientation.Vertical:
            return section + 1 if role == Qt.ItemDataRole.DisplayRole else None
        if role == Qt.ItemDataRole.DisplayRole:
            return _HEADERS[section]
        return _HINTS[section] or None if role == Qt.ItemDataRole.ToolTipRole else None

    def flags(self, index: Index) -> Qt.ItemFlag:
        """Return what may be done with a cell."""
        editable = index.isValid() and index.column() != FUNCTIONS  # functions are chosen from a list
        return super().flags(index) | (Qt.ItemFlag.ItemIsEditable if editable else Qt.ItemFlag.NoItemFlags)

    def data(self, index: Index, role: int = Qt.ItemDataRole.DisplayRole) -> object:
        """Return what a cell shows in a role."""
        if not index.isValid():
            return None
        unit = self._units[index.row()]
        if role == Qt.ItemDataRole.EditRole and index.column() == KIND:
            return unit.kind
        if role in (Qt.ItemDataRole.DisplayRole, Qt.ItemDataRole.EditRole, Qt.ItemDataRole.ToolTipRole):
            return _cell(unit, index.column())
        return None

    def setData(self, index: Index, value: object, role: int = Qt.ItemDataRole.EditRole) -> bool:
        """Take over what the user wrote; False (and a sentence through `refused`) where it cannot stand there."""
        if not index.isValid() or role != Qt.ItemDataRole.EditRole:
            return False
        changed = _with_cell(self._units[index.row()], index.column(), value)
        if changed is None:
            self.refused.emit(f"“{value}”没有记下：曾用名后面要写终止的年份，如云溪县教育局（2019）。")
            return False
        self._units[index.row()] = changed
        self.dataChanged.emit(index, index)
        return True


def _cell(unit: Unit, column: int) -> str:
    match column:
        case 0:
            return unit.name
        case 1:
            return unit.short
        case 2:
            return join_names(unit.aliases)
        case 3:
            return join_former(unit.former)
        case 4:
            return KINDS.get(unit.kind, unit.kind)
    return join_names(function_label(function) for function in unit.functions)


def _with_cell(unit: Unit, column: int, value: object) -> Unit | None:
    """Return the unit with a new value in a column, None where the value cannot stand there."""
    if column == FUNCTIONS:
        return replace(unit, functions=value) if isinstance(value, tuple) else None
    text = clean_line(str(value)).strip()
    match column:
        case 0:
            return replace(unit, name=text)
        case 1:
            return replace(unit, short=text)
        case 2:
            return replace(unit, aliases=split_names(text))
        case 3:
            former = split_former(text)
            return None if former is None else replace(unit, former=former)
    return replace(unit, kind=text) if text in KINDS else None
