"""The 分工矩阵 as a Qt model: a mark a cell, changed in place as long as its tasks and units stay the same."""

from collections.abc import Iterator

from PySide6.QtCore import QAbstractTableModel, QModelIndex, QObject, QPersistentModelIndex, Qt

from templates.unit_matrix import Load, MatrixTask, MatrixUnit, Role, UnitMatrix

Index = QModelIndex | QPersistentModelIndex
TASK_OR_UNIT = Qt.ItemDataRole.UserRole  # the MatrixTask or MatrixUnit of a header
MARKS = {Role.LEAD: "●", Role.RESPONSIBLE: "○", None: ""}
WORDS = {Role.LEAD: "牵头单位", Role.RESPONSIBLE: "责任单位", None: "没有任务"}
LOADS = {Load.IDLE: "没有任务", Load.USUAL: "", Load.HEAVY: "任务偏多"}
_NOTHING = UnitMatrix((), (), {})
_NO_INDEX = QModelIndex()


class MatrixModel(QAbstractTableModel):
    """The tasks of a matrix and those of its units that pass the filter."""

    def __init__(self, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self.matrix = _NOTHING
        self.units: tuple[MatrixUnit, ...] = ()
        self.marks: tuple[tuple[int, int, Role], ...] = ()  # row, column and what stands there
        self._words = ""
        self._load: Load | None = None
        self._idle_too = True

    @property
    def tasks(self) -> tuple[MatrixTask, ...]:
        """Return the rows."""
        return self.matrix.tasks

    @property
    def most(self) -> int:
        """Return how many tasks the unit with the most of them has."""
        return max((unit.tasks for unit in self.matrix.units), default=0)

    def show_matrix(self, matrix: UnitMatrix) -> None:
        """Show another state of the plan."""
        self._become(matrix)

    def filter(self, words: str, load: Load | None, *, idle_too: bool = True) -> None:
        """Show the units whose names hold `words`, of one load (None: any), without idle ones unless `idle_too`."""
        self._words, self._load, self._idle_too = words.strip(), load, idle_too
        self._become(self.matrix)

    def _become(self, matrix: UnitMatrix) -> None:
        units = tuple(unit for unit in matrix.units if self._passes(unit))
        same = [one.id for one in matrix.tasks] == [one.id for one in self.tasks]
        same = same and [one.key for one in units] == [one.key for one in self.units]
        if not same:
            self.beginResetModel()
        self.matrix, self.units = matrix, units
        self.marks = tuple(self._marks())
        if not same:
            self.endResetModel()
        elif matrix.tasks and units:
            rows, columns = len(matrix.tasks) - 1, len(units) - 1
            self.dataChanged.emit(self.index(0, 0), self.index(rows, columns))
            self.headerDataChanged.emit(Qt.Orientation.Horizontal, 0, columns)
            self.headerDataChanged.emit(Qt.Orientation.Vertical, 0, rows)

    def _marks(self) -> Iterator[tuple[int, int, Role]]:
        rows = {task.id: row for row, task in enumerate(self.tasks)}
        columns = {unit.key: column for column, unit in enumerate(self.units)}
        for (task_id, key), role in self.matrix.roles.items():
            if task_id in rows and key in columns:
                yield rows[task_id], columns[key], role

    def _passes(self, unit: MatrixUnit) -> bool:
        if self._load is not None and unit.load is not self._load:
            return False
        if not self._idle_too and unit.load is Load.IDLE:
            return False
        return not self._words or self._words in unit.name or self._words in unit.full

    def place_of(self, task_id: str, key: str) -> QModelIndex:
        """Return the cell of a task and a unit, no index where one of them is not shown."""
        row = next((row for row, task in enumerate(self.tasks) if task.id == task_id), -1)
        column = next((column for column, unit in enumerate(self.units) if unit.key == key), -1)
        return self.index(row, column)

    def role(self, index: Index) -> Role | None:
        """Return what the unit of a cell is in its task."""
        return self.matrix.role(self.tasks[index.row()], self.units[index.column()])

    def rowCount(self, parent: Index = _NO_INDEX) -> int:
        """Return the number of tasks."""
        return 0 if parent.isValid() else len(self.tasks)

    def columnCount(self, parent: Index = _NO_INDEX) -> int:
        """Return the number of units shown."""
        return 0 if parent.isValid() else len(self.units)

    def data(self, index: Index, role: int = Qt.ItemDataRole.DisplayRole) -> object:
        """Return the mark of a cell, or what it means in words."""
        if not index.isValid():
            return None
        found = self.role(index)
        if role == Qt.ItemDataRole.DisplayRole:
            return MARKS[found]
        if role in (Qt.ItemDataRole.ToolTipRole, Qt.ItemDataRole.AccessibleTextRole):
            return f"{self.units[index.column()].name}：{WORDS[found]}（{self.tasks[index.row()].title}）"
        return None

    def headerData(self, section: int, orientation: Qt.Orientation, role: int = Qt.ItemDataRole.DisplayRole) -> object:
        """Return a task or a unit, its name, or all there is to say about it."""
        across = orientation == Qt.Orientation.Horizontal
        if not 0 <= section < (len(self.units) if across else len(self.tasks)):
            return None
        if role == TASK_OR_UNIT:
            return self.units[section] if across else self.tasks[section]
        if role == Qt.ItemDataRole.DisplayRole:
            return self.units[section].name if across else self.tasks[section].title
        if role in (Qt.ItemDataRole.ToolTipRole, Qt.ItemDataRole.AccessibleTextRole):
            return about_unit(self.units[section]) if across else about_task(self.tasks[section])
        return None


def about_unit(unit: MatrixUnit) -> str:
    """Return who a unit is and how much it has to do."""
    counts = f"牵头{unit.leads}项，责任{unit.responsible}项" if unit.tasks else "没有任务"
    more = "，任务偏多" if unit.load is Load.HEAVY else ""
    return f"{unit.full}：{counts}{more}" + ("" if unit.known else "（不在单位库）")


def about_task(task: MatrixTask) -> str:
    """Return what a task is called and who has to do it."""
    counts = "没有写明单位" if task.is_bare else f"牵头{task.leads}个单位，责任{task.responsible}个单位"
    return f"{task.title}：{counts}（双击到正文）"
