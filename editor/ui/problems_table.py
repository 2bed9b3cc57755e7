"""The table of findings: its columns, its rows, how small it may become."""

from PySide6.QtCore import QSize, Qt
from PySide6.QtGui import QResizeEvent
from PySide6.QtWidgets import QAbstractItemView, QHeaderView, QTableView, QWidget

from editor.ui import theme
from editor.ui.problems_model import FIX, MESSAGE, PLACE, SEVERITY, SOURCE, ProblemsModel

_LEAST_ROWS = 4  # always in sight: fewer are no list


class ProblemsTable(QTableView):
    """One row a finding; clause, then place give way where it is narrow: both stand in the details."""

    def __init__(self, model: ProblemsModel, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setModel(model)
        self.setAccessibleName("问题列表")
        self.setSelectionBehavior(QAbstractItemView.SelectionBehavior.SelectRows)
        self.setSelectionMode(QAbstractItemView.SelectionMode.SingleSelection)
        self.setEditTriggers(QAbstractItemView.EditTrigger.NoEditTriggers)
        self.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self.setShowGrid(False)
        self.setWordWrap(False)
        self.setTabKeyNavigation(False)
        self.setCornerButtonEnabled(False)
        unit = theme.em(self)
        rows = self.verticalHeader()
        rows.hide()
        rows.setMinimumSectionSize(unit)
        rows.setDefaultSectionSize(unit * 3 // 2)
        self._size_columns(self.horizontalHeader(), unit)
        self.setMinimumHeight(self.minimumSizeHint().height())

    def _size_columns(self, header: QHeaderView, unit: int) -> None:
        header.setHighlightSections(False)
        header.setMinimumSectionSize(3 * unit)
        header.setDefaultAlignment(Qt.AlignmentFlag.AlignLeft | Qt.AlignmentFlag.AlignVCenter)
        for column, ems in ((SEVERITY, 4), (PLACE, 11), (SOURCE, 11), (FIX, 4)):
            header.resizeSection(column, int(ems * unit))
        header.setSectionResizeMode(MESSAGE, QHeaderView.ResizeMode.Stretch)

    def minimumSizeHint(self) -> QSize:
        """Return the room for the header and the rows that are always in sight."""
        rows = _LEAST_ROWS * self.verticalHeader().defaultSectionSize()
        height = self.horizontalHeader().sizeHint().height() + rows + 2 * self.frameWidth()
        return QSize(12 * theme.em(self), height)

    def resizeEvent(self, event: QResizeEvent) -> None:
        """Hide what there is no room for."""
        super().resizeEvent(event)
        unit = theme.em(self)
        self.setColumnHidden(SOURCE, self.width() < 58 * unit)
        self.setColumnHidden(PLACE, self.width() < 32 * unit)

    def show_row(self, row: int) -> None:
        """Select a row and scroll to it; the focus stays where it is."""
        self.selectRow(row)
        self.scrollTo(self.model().index(row, MESSAGE))
