"""The cells of a table that is edited: keys between cells, heights of the rows in sight, what is selected."""

from PySide6.QtCore import QItemSelection, QItemSelectionModel, Qt, QTimer, Signal
from PySide6.QtGui import QFontMetrics, QInputMethodEvent, QKeyEvent, QResizeEvent, QShowEvent
from PySide6.QtWidgets import QAbstractItemDelegate, QAbstractItemView, QTableView, QWidget

from editor.model.table_grid import Area, Rows
from editor.ui import theme
from editor.ui.cell_delegate import CellDelegate
from editor.ui.table_model import TableModel

_Hint = QAbstractItemDelegate.EndEditHint
_Trigger = QAbstractItemView.EditTrigger
_ENTER = (Qt.Key.Key_Return, Qt.Key.Key_Enter)
_ERASE = (Qt.Key.Key_Delete, Qt.Key.Key_Backspace)
_MEASURED = 300  # cells that decide how wide the columns begin
_NARROWEST, _WIDEST = 4, 20  # ems
_ROOMY = 9  # ems a column keeps when there is too little room for all
_SHOWN = 400  # characters of a cell that are measured
_LINES = 8  # of a row; the editor shows the rest


class TableCells(QTableView):
    """Shows a TableModel; only rows in sight are measured, so that hundreds of them open at once."""

    row_wanted = Signal()  # Tab in the last cell
    erased = Signal()  # Delete: the selected cells are to be emptied

    def __init__(self, model: TableModel, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._cells = model
        self._delegate = CellDelegate(self)
        self._fitted = False
        self.setModel(model)
        self.setItemDelegate(self._delegate)
        self.setAccessibleName("表格")
        self.setSelectionMode(QAbstractItemView.SelectionMode.ContiguousSelection)
        self.setHorizontalScrollMode(QAbstractItemView.ScrollMode.ScrollPerPixel)
        self.setEditTriggers(
            _Trigger.NoEditTriggers
            if model.read_only
            else _Trigger.DoubleClicked | _Trigger.EditKeyPressed | _Trigger.AnyKeyPressed
        )
        unit = theme.em(self)
        rows, columns = self.verticalHeader(), self.horizontalHeader()
        rows.setDefaultSectionSize(2 * unit)
        rows.setMinimumSectionSize(2 * unit)
        rows.setMaximumSectionSize(_LINES * self.fontMetrics().lineSpacing() + unit)
        columns.setDefaultSectionSize(8 * unit)
        columns.setMinimumSectionSize(2 * unit)
        columns.setDefaultAlignment(Qt.AlignmentFlag.AlignLeft | Qt.AlignmentFlag.AlignVCenter)
        self._fit_later = QTimer(self)
        self._fit_later.setSingleShot(True)
        self._fit_later.timeout.connect(self._fit_rows)
        for source in (
            self.verticalScrollBar().valueChanged,
            columns.sectionResized,
            model.dataChanged,
            model.modelReset,
        ):
            source.connect(self._on_look)

    # what is selected

    def area(self) -> Area | None:
        """Return the selected cells, the current one where none are; None in an empty table."""
        selection = self.selectionModel().selection()
        ranges = [selection.at(number) for number in range(selection.count())]
        if not ranges:
            here = self.currentIndex()
            return Area(here.row(), here.column(), here.row(), here.column()) if here.isValid() else None
        return Area(
            min(one.top() for one in ranges),
            min(one.left() for one in ranges),
            max(one.bottom() for one in ranges),
            max(one.right() for one in ranges),
        )

    def select(self, area: Area) -> None:
        """Select cells; what lies outside the table is left out."""
        model, last, end = self._cells, self._cells.rowCount() - 1, self._cells.columnCount() - 1
        if last < 0 or end < 0:
            return
        first = model.index(min(area.top, last), min(area.left, end))
        self.setCurrentIndex(first)
        corner = model.index(min(area.bottom, last), min(area.right, end))
        flag = QItemSelectionModel.SelectionFlag.ClearAndSelect
        self.selectionModel().select(QItemSelection(first, corner), flag)

    def go_to(self, row: int, column: int) -> None:
        """Go to a cell."""
        self.select(Area(row, column, row, column))

    # keys

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Go between cells with Tab, edit with Enter, empty with Delete."""
        key, modifiers = event.key(), event.modifiers()
        if key in (Qt.Key.Key_Tab, Qt.Key.Key_Backtab):
            self._step(event, -1 if key == Qt.Key.Key_Backtab else 1)
        elif key in _ENTER and not modifiers & Qt.KeyboardModifier.ControlModifier:
            if not self._cells.read_only:
                self.edit(self.currentIndex())
        elif key in _ERASE and not modifiers:
            if not self._cells.read_only:
                self.erased.emit()
        else:
            self._delegate.replaces = key != Qt.Key.Key_F2
            super().keyPressEvent(event)
            self._delegate.replaces = False

    def _step(self, event: QKeyEvent, by: int) -> None:
        """Go to the next cell or back; in the last one ask for a row, from the first one leave the table."""
        if not self.step(by):
            event.setAccepted(False)

    def step(self, by: int) -> bool:
        """Go `by` cells on in reading order; False at the beginning, and at the end where no row may come."""
        here, columns = self.currentIndex(), max(self._cells.columnCount(), 1)
        number = here.row() * columns + here.column() + by
        if number < 0 or not here.isValid():
            return False
        if number >= columns * self._cells.rowCount():
            if self._cells.read_only:
                return False
            self.row_wanted.emit()
            return True
        self.go_to(*divmod(number, columns))
        return True

    def inputMethodEvent(self, event: QInputMethodEvent) -> None:
        """Begin to compose in the cell in place of what it holds."""
        self._delegate.replaces = True
        super().inputMethodEvent(event)
        self._delegate.replaces = False

    def closeEditor(self, editor: QWidget, hint: QAbstractItemDelegate.EndEditHint) -> None:
        """Go on to another cell, as the key said that ended the editing."""
        super().closeEditor(editor, _Hint.NoHint)
        here = self.currentIndex()
        if hint == _Hint.EditNextItem:
            self.step(1)
        elif hint == _Hint.EditPreviousItem:
            self.step(-1)
        elif hint == _Hint.SubmitModelCache and here.row() + 1 < self._cells.rowCount():
            self.go_to(here.row() + 1, here.column())

    def finish(self) -> None:
        """Take what is half written into the cell."""
        self.setFocus()

    # sizes

    def showEvent(self, event: QShowEvent) -> None:
        """Measure what is seen first."""
        super().showEvent(event)
        if not self._fitted:
            self._fitted = True
            self._fit_columns()
        self._fit_rows()

    def resizeEvent(self, event: QResizeEvent) -> None:
        """Measure the rows that came into sight."""
        super().resizeEvent(event)
        self._on_look()

    def _on_look(self) -> None:
        self._fit_later.start(0)

    def _fit_columns(self) -> None:
        """Give each column its share: what its first cells need, and what room is left."""
        unit = theme.em(self)
        natural = natural_widths(self._cells.rows(), self._cells.columnCount(), self.fontMetrics(), unit)
        room = self.viewport().width() - self.verticalScrollBar().sizeHint().width()
        for column, width in enumerate(shared_widths(natural, room, _ROOMY * unit)):
            self.setColumnWidth(column, width)

    def _fit_rows(self) -> None:
        """Make the rows in sight as high as their text, up to a limit."""
        first, last = self.rowAt(0), self.rowAt(self.viewport().height() - 1)
        if first < 0:
            return
        for row in range(first, (last if last >= 0 else self._cells.rowCount() - 1) + 1):
            self.setRowHeight(row, self._wanted_height(row))

    def _wanted_height(self, row: int) -> int:
        """Return the height of a row's longest text; Qt's own hint forgets the padding of the style sheet."""
        unit, metrics, rows = theme.em(self), self.fontMetrics(), self._cells.rows()
        wanted = 0
        for column, text in enumerate(rows[row]):
            room = self.columnWidth(column) - 2 * unit
            if "\n" in text or len(text) * unit > room:
                shown = text[:_SHOWN]
                wanted = max(wanted, metrics.boundingRect(0, 0, room, 0, Qt.TextFlag.TextWordWrap, shown).height())
        return min(wanted + unit, self.verticalHeader().maximumSectionSize())


def natural_widths(rows: Rows, columns: int, metrics: QFontMetrics, unit: int) -> list[int]:
    """Return how many pixels the columns of a table need for the longest line of their first cells, within bounds."""
    widths = [_NARROWEST * unit] * columns
    for row in rows[: max(_MEASURED // max(columns, 1), 2)]:
        for column, text in enumerate(row):
            longest = max(text.split("\n"), key=len)[:40]
            wanted = metrics.horizontalAdvance(longest) + 2 * unit
            widths[column] = min(max(widths[column], wanted), _WIDEST * unit)
    return widths


def shared_widths(natural: list[int], room: int, roomy: int) -> list[int]:
    """Return widths that fill the room: what is left over is shared out, what is missing the widest columns give."""
    total = sum(natural)
    if not natural or total < room:
        return [wanted * room // total for wanted in natural]
    spare = sum(max(wanted - roomy, 0) for wanted in natural)
    share = min((total - room) / spare, 1.0) if spare else 0.0
    return [wanted - round(max(wanted - roomy, 0) * share) for wanted in natural]
