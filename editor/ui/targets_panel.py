"""The panel 指标: every figure the plan sets itself, beside where it starts from and what the superior sets."""

from PySide6.QtCore import QModelIndex, Qt, Signal
from PySide6.QtGui import QAction, QKeySequence, QResizeEvent
from PySide6.QtWidgets import (
    QAbstractItemView,
    QCheckBox,
    QTableView,
    QWidget,
)

from editor.session import Change, Session
from editor.target_rows import target_rows
from editor.ui import theme
from editor.ui.overview_frame import OverviewFrame
from editor.ui.target_bars import TargetBars
from editor.ui.targets_model import BAR, BASELINE, COMPARATOR, INDICATOR, SUPERIOR, VALUE, WHEN, TargetsModel

_WIDTHS = {COMPARATOR: 3.6, VALUE: 4.8, WHEN: 4, BASELINE: 6.6, SUPERIOR: 8.4, BAR: 4.8}
_NAME = 8.5  # ems of an indicator's name that are never given up: then the table scrolls
_LEGEND = "点一行到正文，双击数值修改；蓝条是本级，灰条是上级，竖线是基数"


class TargetsPanel(OverviewFrame):
    """The figures of the open plan; what the user does with them leaves as a wish."""

    jump_requested = Signal(str, int, int)
    value_requested = Signal(object, str)  # Target, what was typed

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__("按指标名称筛选", parent)
        self._session: Session | None = None
        self._refused = ""  # why the last change was not made
        self._model = TargetsModel(self)
        self._model.value_typed.connect(self.value_requested)
        self._table = self._build_table()
        self.set_table(self._table)
        self._compared = QCheckBox("只看上级也有的", self)
        self._compared.toggled.connect(self._on_filter)
        self.add_choice(self._compared)
        self.filtered.connect(self._on_filter)
        self._show_around()

    def _build_table(self) -> QTableView:
        table = QTableView(self)
        table.setModel(self._model)
        table.setItemDelegateForColumn(BAR, TargetBars(table))
        table.setAccessibleName("指标列表")
        table.setToolTip(_LEGEND)
        table.setSelectionMode(QAbstractItemView.SelectionMode.SingleSelection)
        table.setEditTriggers(
            QAbstractItemView.EditTrigger.DoubleClicked
            | QAbstractItemView.EditTrigger.EditKeyPressed
            | QAbstractItemView.EditTrigger.AnyKeyPressed
        )
        table.setShowGrid(False)
        table.setAlternatingRowColors(True)
        table.setWordWrap(False)
        table.setTabKeyNavigation(False)
        table.setCornerButtonEnabled(False)
        unit = theme.em(table)
        table.verticalHeader().hide()
        table.verticalHeader().setMinimumSectionSize(unit)
        table.verticalHeader().setDefaultSectionSize(unit * 3 // 2)
        header = table.horizontalHeader()
        header.setHighlightSections(False)
        header.setMinimumSectionSize(3 * unit)
        header.setDefaultAlignment(Qt.AlignmentFlag.AlignLeft | Qt.AlignmentFlag.AlignVCenter)
        for column, ems in _WIDTHS.items():
            header.resizeSection(column, round(ems * unit))
        table.clicked.connect(self._on_clicked)
        jump = QAction("到正文中的这个指标", table)
        jump.setShortcuts([QKeySequence("Return"), QKeySequence("Enter"), QKeySequence("Ctrl+Return")])
        jump.setShortcutContext(Qt.ShortcutContext.WidgetShortcut)
        jump.triggered.connect(self._on_jump)
        table.addAction(jump)
        return table

    def resizeEvent(self, event: QResizeEvent) -> None:
        """Give up the bars, then the baselines where there is no room for them; the names keep enough to be read."""
        super().resizeEvent(event)
        unit, header = theme.em(self), self._table.horizontalHeader()
        room = self._table.viewport().width() / unit
        for column in (BAR, BASELINE):
            others = sum(ems for one, ems in _WIDTHS.items() if not (column == BASELINE and one == BAR))
            self._table.setColumnHidden(column, room < others + _NAME)
        shown = sum(ems for column, ems in _WIDTHS.items() if not self._table.isColumnHidden(column))
        header.resizeSection(INDICATOR, round(max(room - shown, _NAME) * unit))

    def show_session(self, session: Session) -> None:
        """Show the figures of another plan."""
        self._session = session
        self._refresh()

    def on_change(self, change: Change) -> None:
        """Follow a change of the text."""
        if self._session is not None and change.transaction is not None:
            self._refresh()

    def refuse(self, why: str) -> None:
        """Say why a value was not changed, until the text changes or another one is chosen."""
        self._refused = why
        self._show_around()

    def _refresh(self) -> None:
        if self._session is not None:
            self._refused = ""
            self._model.is_writable = not self._session.read_only
            self._model.show_rows(target_rows(self._session.analysis))
        self._show_around()

    def _show_around(self) -> None:
        rows = self._model.rows
        short, lacking = sum(row.falls_short for row in rows), sum(row.target is None for row in rows)
        words = f"{len(rows) - lacking} 个指标"
        words += f"，{short} 个低于上级" if short else ""
        words += f"，上级另有 {lacking} 个本方案没有写" if lacking else ""
        shown = self._refused or (f"{words}。{_LEGEND}" if rows else "")
        self.say(shown, "error" if self._refused or short else "muted")
        if rows:
            empty = ""
        elif self._session is None:
            empty = "打开文稿后，这里列出方案提出的各项指标。"
        elif not self._model.total():
            empty = "正文中还没有带数值的指标。\n写上如“到2030年，全县公民具备科学素质的比例达到20%”，这里就会列出。"
        else:
            empty = "没有符合筛选条件的指标。\n清空左上角的文字，或取消“只看上级也有的”。"
        self.show_empty(empty)

    def _on_filter(self) -> None:
        self._model.filter(self.filter_text, compared_only=self._compared.isChecked())
        self._show_around()

    def _on_clicked(self, index: QModelIndex) -> None:
        if index.column() != VALUE:  # there a second click is meant to change the number
            self._jump(index.row())

    def _on_jump(self) -> None:
        if self._table.currentIndex().isValid():
            self._jump(self._table.currentIndex().row())

    def _jump(self, row: int) -> None:
        target = self._model.rows[row].target
        if target is not None:
            self.jump_requested.emit(target.block_id, target.start, target.end)


if __name__ == "__main__":
    from editor.ui.preview import preview

    def _preview(session: Session) -> QWidget:
        panel = TargetsPanel()
        panel.show_session(session)
        return panel

    preview(_preview)
