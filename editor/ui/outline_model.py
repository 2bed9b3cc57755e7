"""The outline's rows as a Qt model: title with its mark, number of findings."""

from PySide6.QtCore import QAbstractItemModel, QModelIndex, QObject, QPersistentModelIndex, Qt
from PySide6.QtGui import QFont

from editor.ui import theme
from editor.ui.outline_tree import Row
from editor.ui.requirement_state import MARK_WORDS

Index = QModelIndex | QPersistentModelIndex
KEY_ROLE = Qt.ItemDataRole.UserRole + 1
BLOCK_ROLE = Qt.ItemDataRole.UserRole + 2  # block id of a heading that the row stands for, else empty
_NO_INDEX = QModelIndex()


class OutlineModel(QAbstractItemModel):
    """Two columns: title with the mark's icon, and the number of findings under it."""

    def __init__(self, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._rows: tuple[Row, ...] = ()
        self._parents: list[int] = []  # of each row the position of the row it stands below, -1 at the top
        self._children: dict[int, list[int]] = {-1: []}
        self._numbers: list[int] = []  # of each row its number among its siblings

    def show_rows(self, rows: tuple[Row, ...]) -> bool:
        """Show `rows`; returns True for a reset, needed only where other rows stand."""
        same = [(row.key, row.depth) for row in rows] == [(row.key, row.depth) for row in self._rows]
        if not same:
            self.beginResetModel()
            self._rows = rows
            self._connect()
            self.endResetModel()
            return True
        old, self._rows = self._rows, rows
        for position, (before, after) in enumerate(zip(old, rows, strict=True)):
            if before != after:
                first = self._index_of(position, 0)
                self.dataChanged.emit(first, first.siblingAtColumn(1))
        return False

    def _connect(self) -> None:
        """Find out from the depths what stands below what."""
        self._parents, self._numbers, self._children = [], [], {-1: []}
        path: list[int] = []
        for position, row in enumerate(self._rows):
            del path[row.depth :]
            parent = path[-1] if path else -1
            self._parents.append(parent)
            self._numbers.append(len(self._children[parent]))
            self._children[parent].append(position)
            self._children[position] = []
            path.append(position)

    def row(self, index: Index) -> Row:
        """Return the row at a valid index."""
        return self._rows[index.internalId()]

    def find(self, key: str) -> QModelIndex:
        """Return the index of the row with this key, or of the heading with this block id; invalid if none."""
        for position, row in enumerate(self._rows):
            if key and key in (row.key, row.block_id if row.printed else ""):
                return self._index_of(position, 0)
        return QModelIndex()

    def parents(self) -> list[QModelIndex]:
        """Return all rows that have rows below them."""
        return [self._index_of(position, 0) for position, below in self._children.items() if position >= 0 and below]

    def _index_of(self, position: int, column: int) -> QModelIndex:
        return self.createIndex(self._numbers[position], column, position)

    def index(self, row: int, column: int, parent: Index = _NO_INDEX) -> QModelIndex:
        """Return the index of a row below `parent`."""
        if not self.hasIndex(row, column, parent):
            return QModelIndex()
        above = parent.internalId() if parent.isValid() else -1
        return self._index_of(self._children[above][row], column)

    def parent(self, index: Index = _NO_INDEX) -> QModelIndex:  # type: ignore[override]
        """Return the row above; invalid at the top."""
        if not index.isValid():
            return QModelIndex()
        above = self._parents[index.internalId()]
        return self._index_of(above, 0) if above >= 0 else QModelIndex()

    def rowCount(self, parent: Index = _NO_INDEX) -> int:
        """Return the number of rows below `parent`."""
        if not parent.isValid():
            return len(self._children[-1])
        return len(self._children[parent.internalId()]) if parent.column() == 0 else 0

    def columnCount(self, parent: Index = _NO_INDEX) -> int:
        """Return the number of columns."""
        return 2

    def flags(self, index: Index) -> Qt.ItemFlag:
        """Let headings of the plan be dragged and dropped at."""
        flags = super().flags(index)
        if index.isValid() and index.data(BLOCK_ROLE):
            flags |= Qt.ItemFlag.ItemIsDragEnabled | Qt.ItemFlag.ItemIsDropEnabled
        return flags

    def supportedDropActions(self) -> Qt.DropAction:
        """Return that rows are moved."""
        return Qt.DropAction.MoveAction

    def data(self, index: Index, role: int = Qt.ItemDataRole.DisplayRole) -> object:
        """Return what a cell shows in a role."""
        if not index.isValid():
            return None
        row = self.row(index)
        if role == KEY_ROLE:
            return row.key
        if role == BLOCK_ROLE:
            return row.block_id if row.printed else ""
        if role == Qt.ItemDataRole.ToolTipRole:
            return f"{row.title}\n{row.about}"
        return _count_data(row, role) if index.column() else _title_data(row, role)


def _title_data(row: Row, role: int) -> object:
    match role:
        case Qt.ItemDataRole.DisplayRole:
            return row.title
        case Qt.ItemDataRole.DecorationRole:
            return theme.mark_icon(row.mark)
        case Qt.ItemDataRole.ForegroundRole:
            return None if row.printed else theme.colour("muted")
        case Qt.ItemDataRole.FontRole:
            font = QFont()
            font.setItalic(not row.printed)
            return font
        case Qt.ItemDataRole.AccessibleTextRole:
            return f"{row.title}，{MARK_WORDS[row.mark]}" + (f"，{row.problems}个问题" if row.problems else "")
    return None


def _count_data(row: Row, role: int) -> object:
    match role:
        case Qt.ItemDataRole.DisplayRole:
            return str(row.problems) if row.problems else ""
        case Qt.ItemDataRole.ForegroundRole:
            return theme.colour("muted")
        case Qt.ItemDataRole.TextAlignmentRole:
            return int(Qt.AlignmentFlag.AlignRight | Qt.AlignmentFlag.AlignVCenter)
        case Qt.ItemDataRole.AccessibleTextRole:
            return f"{row.problems}个问题" if row.problems else "没有问题"
    return None
