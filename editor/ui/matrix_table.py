"""The table of the 分工矩阵: a click, Enter or Space goes on to the next mark, a double click on a task to the text."""

from PySide6.QtCore import QModelIndex, QPersistentModelIndex, Qt, Signal
from PySide6.QtGui import QAction, QKeyEvent, QKeySequence, QPainter, QPaintEvent, QResizeEvent
from PySide6.QtWidgets import QAbstractItemView, QTableView, QWidget

from editor.ui.matrix_cells import paint_cells
from editor.ui.matrix_headers import TaskHeader, UnitHeader
from editor.ui.matrix_model import MatrixModel

_KEYS = (Qt.Key.Key_Return, Qt.Key.Key_Enter, Qt.Key.Key_Space)


class MatrixTable(QTableView):
    """Tasks down, units across; both stay in sight while the cells scroll."""

    turned = Signal(QModelIndex)  # the user wants the next mark in this cell
    wanted = Signal(int)  # the user wants to see the task of this row in the text

    def __init__(self, model: MatrixModel, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._tasks, self._units = TaskHeader(self), UnitHeader(self)
        self.setVerticalHeader(self._tasks)
        self.setHorizontalHeader(self._units)
        self.setModel(model)
        self.setAccessibleName("分工矩阵")
        self.setSelectionMode(QAbstractItemView.SelectionMode.SingleSelection)
        self.setEditTriggers(QAbstractItemView.EditTrigger.NoEditTriggers)
        self.setHorizontalScrollMode(QAbstractItemView.ScrollMode.ScrollPerPixel)
        self.setTabKeyNavigation(False)
        self.setCornerButtonEnabled(False)
        self.clicked.connect(self.turned)
        self._tasks.sectionDoubleClicked.connect(self.wanted)
        self._units.sectionClicked.connect(self._on_unit)
        self._tasks.sectionClicked.connect(self._on_task)
        jump = QAction("到正文中的这项任务", self)
        jump.setShortcuts([QKeySequence("Ctrl+Return"), QKeySequence("Ctrl+Enter")])
        jump.setShortcutContext(Qt.ShortcutContext.WidgetShortcut)
        jump.triggered.connect(self._on_jump)
        self.addAction(jump)

    def resizeEvent(self, event: QResizeEvent) -> None:
        """Give the tasks their share of the width."""
        super().resizeEvent(event)
        self._tasks.set_room(self.width())

    def paintEvent(self, event: QPaintEvent) -> None:
        """Paint what is to be seen of the matrix."""
        model = self.model()
        if isinstance(model, MatrixModel):
            painter = QPainter(self.viewport())
            paint_cells(painter, self, model, event.rect())
            painter.end()

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Go on to the next mark with Enter and Space; letters search nothing here."""
        plain = event.modifiers() in (Qt.KeyboardModifier.NoModifier, Qt.KeyboardModifier.KeypadModifier)
        if event.key() in _KEYS and plain and self.currentIndex().isValid():
            self.turned.emit(self.currentIndex())
        elif not event.text().isprintable() or not event.text():
            super().keyPressEvent(event)

    def currentChanged(
        self, current: QModelIndex | QPersistentModelIndex, previous: QModelIndex | QPersistentModelIndex
    ) -> None:
        """Mark unit and task of the cell at the edges, too."""
        super().currentChanged(current, previous)
        self._tasks.viewport().update()
        self._units.viewport().update()

    def _on_unit(self, column: int) -> None:
        self.setCurrentIndex(self.model().index(max(self.currentIndex().row(), 0), column))

    def _on_task(self, row: int) -> None:
        self.setCurrentIndex(self.model().index(row, max(self.currentIndex().column(), 0)))

    def _on_jump(self) -> None:
        if self.currentIndex().isValid():
            self.wanted.emit(self.currentIndex().row())
