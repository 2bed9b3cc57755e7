"""The rows of the problems list as a Qt model: filtered, grouped, and changed in place while typing."""

from collections import Counter
from collections.abc import Callable, Sequence
from difflib import SequenceMatcher
from typing import Any

from PySide6.QtCore import QAbstractItemModel, QModelIndex, QObject, QPersistentModelIndex, Qt

from editor.ui import theme
from editor.ui.problem_rows import Group, Grouping, Key, Leaf, LetStand, Problem, Row, arrange
from validators.diagnostic import Diagnostic, Severity

Index = QModelIndex | QPersistentModelIndex
SEVERITY, MESSAGE, PLACE, SOURCE, FIX = range(5)
_HEADERS = ("级别", "问题", "位置", "依据", "修正")
_NO_INDEX = QModelIndex()


class ProblemsModel(QAbstractItemModel):
    """The findings that pass the filter, in the document's order, below their groups where there are some.

    The id of an index is the number of the group that the row stands in, 0 at the top.
    """

    def __init__(self, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._problems: Sequence[Problem] = ()
        self._let_stand: Sequence[LetStand] = ()
        self._tops: list[Row] = []
        self._below: dict[int, list[Leaf]] = {}  # by number of the group
        self._numbers: dict[Key, int] = {}
        self._severities = frozenset(Severity)
        self._words = ""
        self._grouping = Grouping.NONE

    # what is shown

    def show_problems(self, problems: Sequence[Problem], let_stand: Sequence[LetStand] = ()) -> None:
        """Show these findings, and what the plan lets stand."""
        self._problems, self._let_stand = problems, let_stand
        self._refresh()

    def filter(self, severities: frozenset[Severity], words: str) -> None:
        """Show only findings of these severities that hold `words` in message, place, code or clause."""
        self._severities, self._words = severities, words.strip()
        self._refresh()

    def group(self, grouping: Grouping) -> None:
        """Let the findings stand together by section or kind, or one after the other."""
        self._grouping = grouping
        self._refresh()

    def counts(self) -> Counter[Severity]:
        """Return how many findings there are of each severity, filtered or not."""
        return Counter(one.severity for row in self._problems for one in row.findings)

    def row(self, index: Index) -> Row:
        """Return what stands in a row."""
        above = index.internalId()
        return self._below[above][index.row()] if above else self._tops[index.row()]

    def diagnostic(self, index: Index) -> Diagnostic | None:
        """Return the finding in a row, the first of several; None for a group and for what is let stand."""
        row = self.row(index)
        return row.first if isinstance(row, Problem) else None

    def index_of(self, diagnostic: Diagnostic) -> QModelIndex:
        """Return the row of a finding, no index where the filter hides it."""
        return self._find(lambda row: isinstance(row, Problem) and diagnostic in row.findings)

    def index_of_key(self, key: Key) -> QModelIndex:
        """Return the row with this key, no index where it is not shown."""
        return self._find(lambda row: row.key == key)

    def is_known(self, key: Key) -> bool:
        """Return whether there is such a row, be it hidden by the filter."""
        return any(row.key == key for row in self._problems) or any(row.key == key for row in self._let_stand)

    def _find(self, fits: Callable[[Leaf], bool]) -> QModelIndex:
        for at, top in enumerate(self._tops):
            if not isinstance(top, Group):
                if fits(top):
                    return self.index(at, 0)
                continue
            for below, row in enumerate(self._below[self._numbers[top.key]]):
                if fits(row):
                    return self.index(below, 0, self.index(at, 0))
        return QModelIndex()

    def _passes(self, row: Leaf) -> bool:
        if isinstance(row, LetStand):
            texts: tuple[str, ...] = (row.message, row.place, row.entry.code, row.entry.reason)
        elif row.first.severity not in self._severities:
            return False
        else:
            texts = (row.first.message, row.first.code, row.first.source, row.place)
        return not self._words or any(self._words in text for text in texts)

    # changing in place

    def _refresh(self) -> None:
        """Touch only rows that come, go or read differently, so that selection and folding stay."""
        new = arrange(self._problems, self._let_stand, self._grouping, self._passes)
        if _moved([row.key for row in self._tops], [row.key for row in new]):
            self.beginResetModel()
            self._tops, self._below = [*new], {}
            self._add_groups(new)
            self.endResetModel()
            return
        old = {row.key for row in self._tops}
        self._add_groups([row for row in new if row.key not in old])
        self._merge(self._tops, new, QModelIndex())
        for at, row in enumerate(new):
            if isinstance(row, Group):
                self._merge(self._below[self._numbers[row.key]], row.rows, self.index(at, 0))

    def _add_groups(self, rows: Sequence[Row]) -> None:
        for row in rows:
            if isinstance(row, Group):
                self._below[self._numbers.setdefault(row.key, len(self._numbers) + 1)] = [*row.rows]

    def _merge(self, rows: list[Any], new: Sequence[Any], parent: QModelIndex) -> None:
        """Make `rows` equal to `new`, from the end, so that the places before stay true."""
        before, after = [row.key for row in rows], [row.key for row in new]
        if before == after:
            self._update(rows, 0, new, parent)
            return
        matcher = SequenceMatcher(None, before, after, autojunk=False)
        for tag, start, end, first, last in reversed(matcher.get_opcodes()):
            if tag == "equal":
                self._update(rows, start, new[first:last], parent)
                continue
            if end > start:
                self.beginRemoveRows(parent, start, end - 1)
                del rows[start:end]
                self.endRemoveRows()
            if last > first:
                self.beginInsertRows(parent, start, start + last - first - 1)
                rows[start:start] = new[first:last]
                self.endInsertRows()

    def _update(self, rows: list[Any], start: int, new: Sequence[Any], parent: QModelIndex) -> None:
        """Bring rows up to date that stay where they are; only those that read differently are drawn again."""
        for at, row in enumerate(new, start):
            before, rows[at] = rows[at], row
            if _reading(before) != _reading(row):
                self.dataChanged.emit(self.index(at, 0, parent), self.index(at, FIX, parent))

    # the contract of Qt

    def index(self, row: int, column: int, parent: Index = _NO_INDEX) -> QModelIndex:
        """Return the index of a cell."""
        if not self.hasIndex(row, column, parent):
            return QModelIndex()
        if not parent.isValid():
            return self.createIndex(row, column, 0)
        return self.createIndex(row, column, self._numbers[self._tops[parent.row()].key])

    def parent(self, child: Index = _NO_INDEX) -> QModelIndex:  # type: ignore[override]
        """Return the group that a row stands in."""
        above = child.internalId() if child.isValid() else 0
        if not above:
            return QModelIndex()
        places = (at for at, row in enumerate(self._tops) if isinstance(row, Group) and self._numbers[row.key] == above)
        at = next(places, None)
        return QModelIndex() if at is None else self.createIndex(at, 0, 0)

    def rowCount(self, parent: Index = _NO_INDEX) -> int:
        """Return the number of rows below `parent`."""
        if not parent.isValid():
            return len(self._tops)
        if parent.internalId() or parent.column() > 0:
            return 0
        row = self._tops[parent.row()]
        return len(self._below[self._numbers[row.key]]) if isinstance(row, Group) else 0

    def columnCount(self, parent: Index = _NO_INDEX) -> int:
        """Return the number of columns."""
        return len(_HEADERS)

    def headerData(self, section: int, orientation: Qt.Orientation, role: int = Qt.ItemDataRole.DisplayRole) -> object:
        """Return the words of the headers."""
        if orientation == Qt.Orientation.Horizontal and role == Qt.ItemDataRole.DisplayRole:
            return _HEADERS[section]
        return None

    def data(self, index: Index, role: int = Qt.ItemDataRole.DisplayRole) -> object:
        """Return what a cell shows in a role."""
        if not index.isValid():
            return None
        row, column = self.row(index), index.column()
        match role:
            case Qt.ItemDataRole.DisplayRole:
                return _texts(row)[column]
            case Qt.ItemDataRole.DecorationRole:
                return _icon(row, column)
            case Qt.ItemDataRole.ToolTipRole | Qt.ItemDataRole.AccessibleTextRole:
                return _long_text(row, column)
            case Qt.ItemDataRole.ForegroundRole:
                return _colour(row, column)
        return None


def _moved(old: Sequence[Key], new: Sequence[Key]) -> bool:
    """Return whether rows that stay have changed their order."""
    stay = set(old) & set(new)
    return [key for key in old if key in stay] != [key for key in new if key in stay]


def _reading(row: Row) -> tuple[object, ...]:
    """Return what may read differently in rows with the same key."""
    if isinstance(row, Problem):
        return row.place, len(row.findings)
    return (row.title, row.count) if isinstance(row, Group) else (row.place, row.stands, row.entry.reason)


def _texts(row: Row) -> tuple[str, str, str, str, str]:
    if isinstance(row, Group):
        return f"{row.title}（{row.count}）", "", "", "", ""
    if isinstance(row, LetStand):
        place = row.place if row.stands else "（原文已不在）"
        return "忽略", row.message, place, f"理由：{row.entry.reason}" if row.entry.reason else "没有写理由", "恢复"
    one = row.first
    return theme.severity_word(one.severity), row.message, row.place, one.source, "修正" if one.fix else ""


def _long_text(row: Row, column: int) -> str:
    if column != FIX or isinstance(row, Group):
        return _texts(row)[column]
    if isinstance(row, LetStand):
        return "不再忽略，重新检查这一处"
    return row.first.fix.title if row.first.fix else "没有自动修正"


def _icon(row: Row, column: int) -> object:
    if isinstance(row, Problem) and column == SEVERITY:
        return theme.severity_icon(row.first.severity)
    if isinstance(row, LetStand) and column == SEVERITY:
        return theme.icon("not-applicable", "muted")
    return theme.icon("fix", "accent") if column == FIX and isinstance(row, Problem) and row.first.fix else None


def _colour(row: Row, column: int) -> object:
    if isinstance(row, Group):
        return theme.colour("accent") if column == SEVERITY else None
    if column == FIX:
        return theme.colour("accent")
    return theme.colour("muted") if column in (PLACE, SOURCE) or isinstance(row, LetStand) else None
