"""The panel 分工矩阵: who does what at a glance; a click in a cell rewrites the sentence in the text."""

from PySide6.QtCore import QModelIndex, Qt, Signal
from PySide6.QtWidgets import (
    QComboBox,
    QLabel,
    QMenu,
    QToolButton,
    QWidget,
)

from editor.session import Change, Session
from editor.ui import theme
from editor.ui.matrix_model import MatrixModel
from editor.ui.matrix_table import MatrixTable
from editor.ui.overview_frame import OverviewFrame
from templates.unit_matrix import Load, MatrixUnit, UnitMatrix, next_role, unit_matrix

_CHOICES = (("全部单位", None, True), ("有任务的单位", None, False))
_LOADS = (("任务偏多的单位", Load.HEAVY, True), ("没有任务的单位", Load.IDLE, True))
_LEGEND = "● 牵头　○ 责任　点一下换一种　双击任务到正文"


class MatrixPanel(OverviewFrame):
    """Tasks × units of the open plan; what the user does there leaves as a wish."""

    role_requested = Signal(str, object, object)  # task id, MatrixUnit, Role or None
    jump_requested = Signal(str, int, int)
    matrix_export_requested = Signal()
    duties_export_requested = Signal(object, str)  # MatrixUnit, ".xlsx" or ".docx"

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__("按单位名称筛选", parent)
        self._session: Session | None = None
        self._model = MatrixModel(self)
        self._table = MatrixTable(self._model, self)
        self._table.turned.connect(self._on_turned)
        self._table.wanted.connect(self._on_wanted)
        self._table.selectionModel().currentChanged.connect(self._on_current)
        self.set_table(self._table)
        self._build_bar()
        self._show_around()

    def _build_bar(self) -> None:
        self._which = QComboBox(self)
        self._which.setAccessibleName("显示哪些单位")
        for words, load, idle_too in (*_CHOICES, *_LOADS):
            self._which.addItem(words, (load, idle_too))
        self._which.currentIndexChanged.connect(self._on_filter)
        self.filtered.connect(self._on_filter)
        legend = QLabel(_LEGEND, self)
        theme.set_role(legend, "muted")
        self.add_choice(self._which)
        self.bar.addWidget(legend)
        self.bar.addWidget(self._build_export())

    def _build_export(self) -> QToolButton:
        menu = QMenu(self)
        self._export_matrix = menu.addAction("分工矩阵（Excel）…", self.matrix_export_requested)
        menu.addSeparator()
        self._duties_xlsx = menu.addAction("", self._on_duties_xlsx)
        self._duties_docx = menu.addAction("", self._on_duties_docx)
        menu.aboutToShow.connect(self._show_around)
        self._export = QToolButton(self)
        self._export.setText("导出")
        self._export.setIcon(theme.icon("export"))
        self._export.setToolButtonStyle(Qt.ToolButtonStyle.ToolButtonTextBesideIcon)
        self._export.setPopupMode(QToolButton.ToolButtonPopupMode.InstantPopup)
        self._export.setMenu(menu)
        self._export.setToolTip("导出分工矩阵，或一个单位的责任清单")
        return self._export

    def show_session(self, session: Session) -> None:
        """Show another plan."""
        self._session = session
        self._refresh()

    def on_change(self, change: Change) -> None:
        """Follow a change of the text; the cell at hand stays the cell at hand."""
        if change.transaction is not None:
            self._refresh()

    def matrix(self) -> UnitMatrix:
        """Return what is shown, the filter aside."""
        return self._model.matrix

    def unit(self) -> MatrixUnit | None:
        """Return the unit of the current cell."""
        column = self._table.currentIndex().column()
        return self._model.units[column] if 0 <= column < len(self._model.units) else None

    def _refresh(self) -> None:
        if self._session is None:
            return
        here, unit = self._table.currentIndex(), self.unit()
        task = self._model.tasks[here.row()].id if here.isValid() else ""
        self._model.show_matrix(unit_matrix(self._session.analysis))
        self._restore(task, unit.key if unit is not None else "")
        self._show_around()

    def _restore(self, task_id: str, key: str) -> None:
        """Make the cell of a task and a unit current again after rows or columns have come or gone."""
        place = self._model.place_of(task_id, key)
        if not place.isValid():
            place = self._model.index(0, 0)
        if place.isValid() and place != self._table.currentIndex():
            self._table.setCurrentIndex(place)

    def _show_around(self) -> None:
        """Bring sums, menu and empty state in line with the matrix."""
        matrix, unit = self._model.matrix, self.unit()
        bare = sum(task.is_bare for task in matrix.tasks)
        idle = sum(one.load is Load.IDLE for one in matrix.units)
        heavy = sum(one.load is Load.HEAVY for one in matrix.units)
        words = f"{len(matrix.tasks)} 项任务"
        words += f"，{bare} 项没有单位" if bare else "，都有单位"
        words += f"；{len(matrix.units)} 个单位，{idle} 个没有任务" + (f"，{heavy} 个偏多" if heavy else "")
        self.say(words if matrix.tasks else "", "error" if bare else "muted")
        self._export.setEnabled(bool(matrix.tasks))
        name, usable = (unit.name, unit.tasks > 0) if unit is not None else ("所选单位", False)
        for action, kind in ((self._duties_xlsx, "Excel"), (self._duties_docx, "Word")):
            action.setText(f"{name}的责任清单（{kind}）…")
            action.setEnabled(usable)
        self.show_empty(self._why_empty())

    def _why_empty(self) -> str:
        """Return why there is no row or column, empty where there are both."""
        if self._model.rowCount() and self._model.columnCount():
            return ""
        if self._session is None:
            return "打开文稿后，这里列出每项任务由哪个单位牵头、哪些单位负责。"
        if not self._model.tasks:
            return "正文中还没有任务分工。\n把光标放到一项任务里，按 Ctrl+Shift+U 设置牵头单位和责任单位。"
        return "没有符合筛选条件的单位。\n清空左上角的文字，或改选“全部单位”。"

    def _on_filter(self) -> None:
        load, idle_too = self._which.currentData()
        here, unit = self._table.currentIndex(), self.unit()
        task = self._model.tasks[here.row()].id if here.isValid() else ""
        self._model.filter(self.filter_text, load, idle_too=idle_too)
        self._restore(task, unit.key if unit is not None else "")
        self._show_around()

    def _on_turned(self, index: QModelIndex) -> None:
        task, unit = self._model.tasks[index.row()], self._model.units[index.column()]
        self.role_requested.emit(task.id, unit, next_role(self._model.role(index)))

    def _on_wanted(self, row: int) -> None:
        self.jump_requested.emit(self._model.tasks[row].id, 0, 0)

    def _on_current(self, _current: QModelIndex, _previous: QModelIndex) -> None:
        self._show_around()

    def _on_duties_xlsx(self) -> None:
        self.duties_export_requested.emit(self.unit(), ".xlsx")

    def _on_duties_docx(self) -> None:
        self.duties_export_requested.emit(self.unit(), ".docx")


if __name__ == "__main__":
    from editor.ui.preview import preview

    def _preview(session: Session) -> QWidget:
        panel = MatrixPanel()
        panel.show_session(session)
        return panel

    preview(_preview)
