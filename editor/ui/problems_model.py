"""Findings as a Qt model: severity, message, place, clause, fix; filtered, and changed in place while typing."""

from collections import Counter
from collections.abc import Mapping, Sequence

from PySide6.QtCore import QAbstractTableModel, QModelIndex, QObject, QPersistentModelIndex, Qt

from editor.ui import theme
from editor.ui.labels import element_label
from validators.diagnostic import Diagnostic, Severity

Index = QModelIndex | QPersistentModelIndex
SEVERITY, MESSAGE, PLACE, SOURCE, FIX = range(5)
_HEADERS = ("级别", "问题", "位置", "依据", "修正")
_WHOLE = "全文"
_META = "meta:"
_NO_INDEX = QModelIndex()


def place_of(diagnostic: Diagnostic, titles: Mapping[str, str]) -> str:
    """Return where a finding is: the section's title, the 公文要素, or 全文 for what is missing as a whole."""
    if diagnostic.range is None:
        return _WHOLE
    block_id = diagnostic.range.block_id
    if block_id.startswith(_META):
        return f"公文要素·{element_label(block_id.removeprefix(_META))}"
    return titles.get(block_id, _WHOLE)


def _identity(diagnostic: Diagnostic) -> tuple[str, ...]:
    """Return all that a row shows; it stays the same while the finding moves along its block."""
    block_id = diagnostic.range.block_id if diagnostic.range else ""
    fix = diagnostic.fix.title if diagnostic.fix else ""
    return (diagnostic.code, diagnostic.severity, block_id, diagnostic.message, diagnostic.source, fix)


class ProblemsModel(QAbstractTableModel):
    """The findings that pass the filter, in the document's order."""

    def __init__(self, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._all: Sequence[Diagnostic] = ()
        self._titles: Mapping[str, str] = {}
        self._shown: list[Diagnostic] = []
        self._severities = frozenset(Severity)
        self._words = ""

    def show_diagnostics(self, diagnostics: Sequence[Diagnostic], titles: Mapping[str, str]) -> None:
        """Show `diagnostics`; `titles` names the section of each block."""
        renamed = titles != self._titles
        self._all, self._titles = diagnostics, titles
        self._refresh()
        if renamed and self._shown:
            self.dataChanged.emit(self.index(0, PLACE), self.index(len(self._shown) - 1, PLACE))

    def filter(self, severities: frozenset[Severity], words: str) -> None:
        """Show only findings of these severities that hold `words` in message, place, code or clause."""
        self._severities, self._words = severities, words.strip()
        self._refresh()

    def counts(self) -> Counter[Severity]:
        """Return how many findings there are of each severity, filtered or not."""
        return Counter(diagnostic.severity for diagnostic in self._all)

    def diagnostic(self, row: int) -> Diagnostic:
        """Return the finding in a row."""
        return self._shown[row]

    def row_of(self, diagnostic: Diagnostic) -> int | None:
        """Return the row of a finding, None where the filter hides it."""
        return next((row for row, one in enumerate(self._shown) if one == diagnostic), None)

    def place(self, row: int) -> str:
        """Return where the finding in a row is."""
        return place_of(self._shown[row], self._titles)

    def _passes(self, diagnostic: Diagnostic) -> bool:
        if diagnostic.severity not in self._severities:
            return False
        if not self._words:
            return True
        texts = (diagnostic.message, diagnostic.code, diagnostic.source, place_of(diagnostic, self._titles))
        return any(self._words in text for text in texts)

    def _refresh(self) -> None:
        """Replace only the run of rows that differs, so that the selection stays on its finding."""
        new = [diagnostic for diagnostic in self._all if self._passes(diagnostic)]
        old = self._shown
        if new == old:
            return
        before, after = [_identity(one) for one in old], [_identity(one) for one in new]
        head = 0
        while head < min(len(old), len(new)) and before[head] == after[head]:
            head += 1
        tail = 0
        while tail < min(len(old), len(new)) - head and before[-1 - tail] == after[-1 - tail]:
            tail += 1
        self._replace(head, len(old) - tail, new[head : len(new) - tail])
        self._shown = new  # the same rows, their places in the text brought up to date

    def _replace(self, start: int, end: int, new: list[Diagnostic]) -> None:
        if end > start:
            self.beginRemoveRows(QModelIndex(), start, end - 1)
            del self._shown[start:end]
            self.endRemoveRows()
        if new:
            self.beginInsertRows(QModelIndex(), start, start + len(new) - 1)
            self._shown[start:start] = new
            self.endInsertRows()

    def rowCount(self, parent: Index = _NO_INDEX) -> int:
        """Return the number of rows below `parent`."""
        return 0 if parent.isValid() else len(self._shown)

    def columnCount(self, parent: Index = _NO_INDEX) -> int:
        """Return the number of columns."""
        return 0 if parent.isValid() else len(_HEADERS)

    def headerData(self, section: int, orientation: Qt.Orientation, role: int = Qt.ItemDataRole.DisplayRole) -> object:
        """Return the words of the headers."""
        if orientation == Qt.Orientation.Horizontal and role == Qt.ItemDataRole.DisplayRole:
            return _HEADERS[section]
        return None

    def data(self, index: Index, role: int = Qt.ItemDataRole.DisplayRole) -> object:
        """Return what a cell shows in a role."""
        if not index.isValid():
            return None
        diagnostic = self._shown[index.row()]
        match role:
            case Qt.ItemDataRole.DisplayRole:
                return self._text(diagnostic, index.column())
            case Qt.ItemDataRole.DecorationRole:
                return _icon(diagnostic, index.column())
            case Qt.ItemDataRole.ToolTipRole | Qt.ItemDataRole.AccessibleTextRole:
                return self._long_text(diagnostic, index.column())
            case Qt.ItemDataRole.ForegroundRole if index.column() in (PLACE, SOURCE):
                return theme.colour("muted")
            case Qt.ItemDataRole.ForegroundRole if index.column() == FIX:
                return theme.colour("accent")
        return None

    def _text(self, diagnostic: Diagnostic, column: int) -> str:
        match column:
            case 0:
                return theme.severity_word(diagnostic.severity)
            case 1:
                return diagnostic.message
            case 2:
                return place_of(diagnostic, self._titles)
            case 3:
                return diagnostic.source
        return "修正" if diagnostic.fix else ""

    def _long_text(self, diagnostic: Diagnostic, column: int) -> str:
        if column == FIX:
            return diagnostic.fix.title if diagnostic.fix else "没有自动修正"
        return self._text(diagnostic, column)


def _icon(diagnostic: Diagnostic, column: int) -> object:
    if column == SEVERITY:
        return theme.severity_icon(diagnostic.severity)
    return theme.icon("fix", "accent") if column == FIX and diagnostic.fix else None
