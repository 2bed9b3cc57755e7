"""The panel 指标: every figure the plan sets itself, beside where it starts from and what the superior sets."""

from PySide6.QtCore import QModelIndex, Qt, Signal
from PySide6.QtGui import QAction, QKeySequence, QResizeEvent
from PySide6.QtWidgets import (
    QAbstractItemView,
    QCheckBox,
    QHBoxLayout,
    QHeaderView,
    QLabel,
    QLineEdit,
    QSizePolicy,
    QStackedLayout,
    QTableView,
    QVBoxLayout,
    QWidget,
)

from editor.session import Change, Session
from editor.target_rows import target_rows
from editor.ui import theme
from editor.ui.target_bars import TargetBars
from editor.ui.targets_model import BAR, BASELINE, COMPARATOR, INDICATOR, SUPERIOR, VALUE, WHEN, TargetsModel

_WIDTHS = {COMPARATOR: 3.6, VALUE: 4.8, WHEN: 4, BASELINE: 6.6, SUPERIOR: 8.4, BAR: 4.8}
_LEGEND = "点一行到正文，双击数值修改；蓝条是本级，灰条是上级，竖线是基数"


class TargetsPanel(QWidget):
    """The figures of the open plan; what the user does with them leaves as a wish."""

    jump_requested = Signal(str, int, int)
    value_requested = Signal(object, str)  # Target, what was typed

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._session: Session | None = None
        self._refused = ""  # why the last change was not made
        self._model = TargetsModel(self)
        self._model.value_typed.connect(self.value_requested)
        self._table = self._build_table()
        self._empty = QLabel(self)
        self._empty.setAlignment(Qt.AlignmentFlag.AlignCenter)
        self._empty.setWordWrap(True)
        theme.set_role(self._empty, "empty")
        self._stack = QStackedLayout()
        self._stack.addWidget(self._table)
        self._stack.addWidget(self._empty)
        layout = QVBoxLayout(self)
        layout.setContentsMargins(*(theme.em(self) // 3,) * 4)
        layout.setSpacing(theme.em(self) // 3)
        layout.addLayout(self._build_bar())
        layout.addLayout(self._stack, 1)
        self.setFocusProxy(self._table)
        self._show_around()

    def _build_bar(self) -> QHBoxLayout:
        self._search = QLineEdit(self)
        self._search.setPlaceholderText("按指标名称筛选")
        self._search.setAccessibleName("按指标名称筛选")
        self._search.setClearButtonEnabled(True)
        self._search.setMaximumWidth(14 * theme.em(self))
        self._search.textChanged.connect(self._on_filter)
        self._compared = QCheckBox("只看上级也有的", self)
        self._compared.toggled.connect(self._on_filter)
        self._summary = QLabel(self)
        self._summary.setTextFormat(Qt.TextFormat.PlainText)
        self._summary.setSizePolicy(QSizePolicy.Policy.Ignored, QSizePolicy.Policy.Preferred)
        row = QHBoxLayout()
        row.setSpacing(theme.em(self) // 2)
        row.addWidget(self._search)
        row.addWidget(self._compared)
        row.addWidget(self._summary, 1)
        return row

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
        header.setSectionResizeMode(INDICATOR, QHeaderView.ResizeMode.Stretch)
        table.clicked.connect(self._on_clicked)
        jump = QAction("到正文中的这个指标", table)
        jump.setShortcuts([QKeySequence("Return"), QKeySequence("Enter"), QKeySequence("Ctrl+Return")])
        jump.setShortcutContext(Qt.ShortcutContext.WidgetShortcut)
        jump.triggered.connect(self._on_jump)
        table.addAction(jump)
        return table

    def resizeEvent(self, event: QResizeEvent) -> None:
        """Give up the bars where there is no room for them."""
        super().resizeEvent(event)
        self._table.setColumnHidden(BAR, self.width() < 40 * theme.em(self))

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
        self._summary.setText(shown)
        self._summary.setToolTip(shown)
        theme.set_role(self._summary, "error" if self._refused or short else "muted")
        if self._session is None:
            empty = "打开文稿后，这里列出方案提出的各项指标。"
        elif not self._model.total():
            empty = "正文中还没有带数值的指标。\n写上如“到2030年，全县公民具备科学素质的比例达到20%”，这里就会列出。"
        else:
            empty = "没有符合筛选条件的指标。\n清空左上角的文字，或取消“只看上级也有的”。"
        self._empty.setText(empty)
        self._stack.setCurrentIndex(0 if rows else 1)

    def _on_filter(self) -> None:
        self._model.filter(self._search.text(), compared_only=self._compared.isChecked())
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
