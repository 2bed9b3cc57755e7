"""The figures of the plan (指标) as a Qt model; a number typed into it is handed on, the text decides."""

from PySide6.QtCore import QAbstractTableModel, QModelIndex, QObject, QPersistentModelIndex, Qt, Signal

from editor.model.targets import Target
from editor.target_rows import COMPARATORS, TargetRow, number_text, when_text
from editor.ui import theme
from templates.requirement import TemplateTarget

Index = QModelIndex | QPersistentModelIndex
INDICATOR, COMPARATOR, VALUE, WHEN, BASELINE, SUPERIOR, BAR = range(7)
_HEADERS = ("指标", "要求", "数值", "年份", "基数", "上级", "本级和上级")
_NO_INDEX = QModelIndex()


class TargetsModel(QAbstractTableModel):
    """The rows whose indicator holds the words of the filter."""

    value_typed = Signal(object, str)  # Target, what was typed

    def __init__(self, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._all: tuple[TargetRow, ...] = ()
        self.rows: tuple[TargetRow, ...] = ()
        self._words = ""
        self._compared_only = False
        self.is_writable = True

    def show_rows(self, rows: tuple[TargetRow, ...]) -> None:
        """Show another state of the plan."""
        self._become(rows)

    def filter(self, words: str, *, compared_only: bool) -> None:
        """Show the rows whose indicator holds `words`; of those perhaps only what the superior sets as well."""
        self._words, self._compared_only = words.strip(), compared_only
        self._become(self._all)

    def total(self) -> int:
        """Return how many rows there are, filtered or not."""
        return len(self._all)

    def _become(self, rows: tuple[TargetRow, ...]) -> None:
        shown = tuple(row for row in rows if self._passes(row))
        same = [row.indicator for row in shown] == [row.indicator for row in self.rows]
        if not same:
            self.beginResetModel()
        self._all, self.rows = rows, shown
        if not same:
            self.endResetModel()
        elif shown:
            self.dataChanged.emit(self.index(0, 0), self.index(len(shown) - 1, BAR))

    def _passes(self, row: TargetRow) -> bool:
        return self._words in row.indicator and (row.superior is not None or not self._compared_only)

    def rowCount(self, parent: Index = _NO_INDEX) -> int:
        """Return the number of figures shown."""
        return 0 if parent.isValid() else len(self.rows)

    def columnCount(self, parent: Index = _NO_INDEX) -> int:
        """Return the number of columns."""
        return 0 if parent.isValid() else len(_HEADERS)

    def flags(self, index: Index) -> Qt.ItemFlag:
        """Return what can be done with a cell: the number can be changed where the plan has one."""
        flags = super().flags(index)
        editable = self.is_writable and index.column() == VALUE and self.rows[index.row()].target is not None
        return flags | Qt.ItemFlag.ItemIsEditable if editable else flags

    def data(self, index: Index, role: int = Qt.ItemDataRole.DisplayRole) -> object:
        """Return what stands in a cell."""
        if not index.isValid():
            return None
        row = self.rows[index.row()]
        if role == Qt.ItemDataRole.DisplayRole:
            return _text(row, index.column())
        if role == Qt.ItemDataRole.EditRole:
            return number_text(row.target.value) if row.target is not None else ""
        if role == Qt.ItemDataRole.ForegroundRole:
            return _colour(row, index.column())
        if role in (Qt.ItemDataRole.ToolTipRole, Qt.ItemDataRole.AccessibleTextRole):
            return about(row)
        return None

    def setData(self, index: Index, value: object, role: int = Qt.ItemDataRole.EditRole) -> bool:
        """Hand on what was typed; the cell shows it when the text does."""
        target = self.rows[index.row()].target if index.isValid() else None
        if role != Qt.ItemDataRole.EditRole or target is None or str(value) == number_text(target.value):
            return False
        self.value_typed.emit(target, str(value))
        return True

    def headerData(self, section: int, orientation: Qt.Orientation, role: int = Qt.ItemDataRole.DisplayRole) -> object:
        """Return the name of a column."""
        if orientation == Qt.Orientation.Horizontal and role == Qt.ItemDataRole.DisplayRole:
            return _HEADERS[section]
        return None


def _text(row: TargetRow, column: int) -> str:
    match column:
        case 0:  # INDICATOR
            return row.indicator or "（没有写明指标名称）"
        case 4 if row.baseline is not None:  # BASELINE
            year = f"{row.baseline.year}年 " if row.baseline.year else ""
            return year + number_text(row.baseline.value, row.baseline.unit)
        case 5 if row.superior is not None:  # SUPERIOR
            return ("↓ " if row.falls_short else "") + _superior_text(row.superior)
        case _:
            return _own_text(row.target, column)


def _own_text(target: Target | None, column: int) -> str:
    if target is None:
        return "没有写" if column == VALUE else ""
    texts = {
        COMPARATOR: COMPARATORS[target.comparator],
        VALUE: number_text(target.value, target.unit),
        WHEN: when_text(target),
    }
    return texts.get(column, "")


def _superior_text(target: TemplateTarget) -> str:
    return f"{target.year}年{COMPARATORS[target.comparator]}{number_text(target.value, target.unit)}"


def _colour(row: TargetRow, column: int) -> object:
    if row.falls_short and column in (VALUE, SUPERIOR):
        return theme.colour("error")
    return theme.colour("muted") if row.target is None else None


def about(row: TargetRow) -> str:
    """Return a row as a sentence, with the source of the superior's value."""
    said = []
    if row.target is not None:
        value = COMPARATORS[row.target.comparator] + number_text(row.target.value, row.target.unit)
        said.append(f"{row.indicator}：{when_text(row.target)}{value}")
    if row.baseline is not None:
        said.append(f"基数：{_text(row, BASELINE)}")
    if row.superior is not None:
        short = "，本方案低于上级" if row.falls_short else ""
        said.append(f"上级{_superior_text(row.superior)}{short}，见{row.superior.source}")
    return "\n".join(said)
