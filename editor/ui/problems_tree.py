"""The list of findings on the screen: its columns, its rows and groups, how small it may become."""

from PySide6.QtCore import QModelIndex, QSize, Qt
from PySide6.QtGui import QResizeEvent
from PySide6.QtWidgets import QAbstractItemView, QHeaderView, QTreeView, QWidget

from editor.ui import theme
from editor.ui.problem_rows import IGNORED, Group
from editor.ui.problems_model import FIX, MESSAGE, PLACE, SEVERITY, SOURCE, ProblemsModel

_LEAST_ROWS = 3  # always in sight: fewer are no list


class ProblemsTree(QTreeView):
    """One row a finding; clause, then place give way where it is narrow: both stand in the details.

    Groups are open when they come; what the plan lets stand is folded until somebody looks.
    """

    def __init__(self, model: ProblemsModel, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._rows = model
        self.setModel(model)
        self.setAccessibleName("问题列表")
        self.setSelectionBehavior(QAbstractItemView.SelectionBehavior.SelectRows)
        self.setSelectionMode(QAbstractItemView.SelectionMode.SingleSelection)
        self.setEditTriggers(QAbstractItemView.EditTrigger.NoEditTriggers)
        self.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self.setUniformRowHeights(True)
        self.setRootIsDecorated(False)
        self.setIndentation(theme.em(self) * 3 // 4)
        self._size_columns(self.header(), theme.em(self))
        self.setMinimumHeight(self.minimumSizeHint().height())
        model.rowsInserted.connect(self._on_rows)
        model.rowsRemoved.connect(self._show_folding)
        model.modelReset.connect(self._on_reset)

    def _size_columns(self, header: QHeaderView, unit: int) -> None:
        header.setStretchLastSection(False)
        header.setSectionsMovable(False)
        header.setHighlightSections(False)
        header.setMinimumSectionSize(3 * unit)
        header.setDefaultAlignment(Qt.AlignmentFlag.AlignLeft | Qt.AlignmentFlag.AlignVCenter)
        for column, ems in ((SEVERITY, 5), (PLACE, 11), (SOURCE, 11), (FIX, 4)):
            header.resizeSection(column, int(ems * unit))
        header.setSectionResizeMode(MESSAGE, QHeaderView.ResizeMode.Stretch)

    def minimumSizeHint(self) -> QSize:
        """Return the room for the header and the rows that are always in sight."""
        rows = _LEAST_ROWS * theme.em(self) * 3 // 2
        height = self.header().sizeHint().height() + rows + 2 * self.frameWidth()
        return QSize(12 * theme.em(self), height)

    def resizeEvent(self, event: QResizeEvent) -> None:
        """Hide what there is no room for; the details have it."""
        super().resizeEvent(event)
        unit = theme.em(self)
        self.setColumnHidden(SOURCE, self.width() < 58 * unit)
        self.setColumnHidden(PLACE, self.width() < 32 * unit)
        self.setColumnHidden(FIX, self.width() < 24 * unit)

    def show_index(self, index: QModelIndex) -> None:
        """Select a row and scroll to it, opening its group; the focus stays where it is."""
        if index.parent().isValid():
            self.expand(index.parent())
        self.setCurrentIndex(index)
        self.scrollTo(index)

    def _on_rows(self, parent: QModelIndex, first: int, last: int) -> None:
        if not parent.isValid():
            self._open_groups(first, last)

    def _on_reset(self) -> None:
        self._open_groups(0, self._rows.rowCount() - 1)

    def _open_groups(self, first: int, last: int) -> None:
        for at in range(first, last + 1):
            index = self._rows.index(at, 0)
            row = self._rows.row(index)
            if isinstance(row, Group):
                self.setFirstColumnSpanned(at, QModelIndex(), True)
                self.setExpanded(index, row.title != IGNORED)
        self._show_folding()

    def _show_folding(self) -> None:
        """Keep room for the arrows where there are groups."""
        count = self._rows.rowCount()
        last = self._rows.index(count - 1, 0) if count else QModelIndex()
        self.setRootIsDecorated(last.isValid() and isinstance(self._rows.row(last), Group))
