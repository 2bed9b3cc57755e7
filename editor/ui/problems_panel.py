"""The list of findings: filter, jump, fix one, fix all that is safe; why and by which clause below the list."""

from PySide6.QtCore import QItemSelection, QModelIndex, Qt, Signal
from PySide6.QtGui import QAction, QKeySequence, QResizeEvent
from PySide6.QtWidgets import (
    QBoxLayout,
    QFrame,
    QHBoxLayout,
    QLabel,
    QLineEdit,
    QPushButton,
    QScrollArea,
    QStackedLayout,
    QToolButton,
    QVBoxLayout,
    QWidget,
)

from editor.model.outline import walk
from editor.session import Change, Session
from editor.ui import theme
from editor.ui.outline_tree import heading_title
from editor.ui.problem_details import ProblemDetails
from editor.ui.problems_model import FIX, ProblemsModel
from editor.ui.problems_table import ProblemsTable
from templates.analysis import Analysis
from validators.diagnostic import Applicability, Diagnostic, Severity


def section_titles(analysis: Analysis) -> dict[str, str]:
    """Return for each block the title of the section it stands in; blocks before the first heading: 标题和引言."""
    titles = {block.id: "标题和引言" for block in analysis.document.blocks}
    blocks = analysis.document.blocks
    for section in walk(analysis.sections):  # deeper sections come later and win
        title = heading_title(section.parts)
        for block in blocks[section.start : section.end]:
            titles[block.id] = title
    return titles


class ProblemsPanel(QWidget):
    """Findings of the open document, those of the chosen severities and words."""

    jump_requested = Signal(str, int, int)
    fix_requested = Signal(object)
    fix_all_requested = Signal()

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._session: Session | None = None
        self._model = ProblemsModel(self)
        self._build()
        self._refresh_around()

    def _build(self) -> None:
        layout = QVBoxLayout(self)
        layout.setContentsMargins(*(theme.em(self) // 3,) * 4)
        layout.setSpacing(theme.em(self) // 3)
        layout.addLayout(self._build_filter())
        self._table = self._build_table()
        self._empty = self._build_empty()
        holder = QWidget(self)
        self._stack = QStackedLayout(holder)
        self._stack.addWidget(self._table)
        self._stack.addWidget(self._empty)
        self._explained = self._build_details()
        self._body = QBoxLayout(QBoxLayout.Direction.TopToBottom)
        self._body.addWidget(holder, 3)
        self._body.addWidget(self._explained, 2)
        layout.addLayout(self._body, 1)

    def _build_filter(self) -> QHBoxLayout:
        row = QHBoxLayout()
        self._toggles: dict[Severity, QToolButton] = {}
        for severity in Severity:
            toggle = QToolButton(self)
            toggle.setCheckable(True)
            toggle.setChecked(True)
            toggle.setIcon(theme.severity_icon(severity))
            toggle.setToolButtonStyle(Qt.ToolButtonStyle.ToolButtonTextBesideIcon)
            toggle.setToolTip(f"显示或隐藏{theme.severity_word(severity)}")
            toggle.toggled.connect(self._on_filter)
            self._toggles[severity] = toggle
            row.addWidget(toggle)
        self._search = QLineEdit(self)
        self._search.setPlaceholderText("按文字筛选")
        self._search.setAccessibleName("按文字筛选问题")
        self._search.setClearButtonEnabled(True)
        self._search.textChanged.connect(self._on_filter)
        self._search.setMinimumWidth(6 * theme.em(self))
        row.addWidget(self._search, 1)
        self._fix_all = QPushButton(self)
        self._fix_all.setIcon(theme.icon("fix-all"))
        self._fix_all.setToolTip("一次改好所有不会改变意思的问题，可以撤销")
        self._fix_all.clicked.connect(self.fix_all_requested)
        row.addWidget(self._fix_all)
        return row

    def _build_table(self) -> ProblemsTable:
        table = ProblemsTable(self._model, self)
        table.clicked.connect(self._on_clicked)
        table.activated.connect(self._on_activated)
        table.selectionModel().selectionChanged.connect(self._on_selected)
        fix = QAction("修正所选问题", table)
        fix.setShortcut(QKeySequence("Ctrl+Return"))
        fix.setShortcutContext(Qt.ShortcutContext.WidgetShortcut)
        fix.triggered.connect(self._fix_selected)
        table.addAction(fix)
        return table

    def _build_details(self) -> QScrollArea:
        self._details = ProblemDetails()
        self._details.fix_requested.connect(self.fix_requested)
        holder = QScrollArea(self)
        holder.setWidget(self._details)
        holder.setWidgetResizable(True)
        holder.setFrameShape(QFrame.Shape.NoFrame)
        holder.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        holder.setAccessibleName("问题说明")
        holder.hide()
        return holder

    def resizeEvent(self, event: QResizeEvent) -> None:
        """Explain the selected finding beside the list, below it where the panel is narrow or high."""
        super().resizeEvent(event)
        unit = theme.em(self)
        beside = self.width() > 36 * unit and self.height() < 24 * unit
        self._body.setDirection(QBoxLayout.Direction.LeftToRight if beside else QBoxLayout.Direction.TopToBottom)

    def _build_empty(self) -> QWidget:
        empty = QWidget(self)
        self._empty_icon = QLabel(empty)
        self._empty_text = QLabel(empty)
        self._empty_text.setWordWrap(True)
        for label in (self._empty_icon, self._empty_text):
            label.setAlignment(Qt.AlignmentFlag.AlignCenter)
        theme.set_role(self._empty_text, "empty")
        layout = QVBoxLayout(empty)
        layout.addStretch(1)
        layout.addWidget(self._empty_icon)
        layout.addWidget(self._empty_text)
        layout.addStretch(2)
        return empty

    def show_session(self, session: Session) -> None:
        """Show the findings of another document."""
        self._session = session
        self._refresh()

    def on_change(self, change: Change) -> None:
        """Follow a change; only rows that differ are touched."""
        if change.transaction is not None:
            self._refresh()

    def selected(self) -> Diagnostic | None:
        """Return the finding in the selected row, None without one."""
        rows = self._table.selectionModel().selectedRows()
        return self._model.diagnostic(rows[0].row()) if rows else None

    def show_problem(self, diagnostic: Diagnostic) -> None:
        """Select the row of a finding that the text has been taken to; nothing where the filter hides it."""
        row = self._model.row_of(diagnostic)
        if row is not None:
            self._table.show_row(row)

    def _refresh(self) -> None:
        if self._session is not None:
            self._model.show_diagnostics(self._session.diagnostics, section_titles(self._session.analysis))
        self._refresh_around()

    def _refresh_around(self) -> None:
        """Bring counts, buttons, empty state and details in line with the list."""
        counts = self._model.counts()
        for severity, toggle in self._toggles.items():
            text = f"{theme.severity_word(severity)} {counts[severity]}"
            if toggle.text() != text:
                toggle.setText(text)
                toggle.setAccessibleName(text)
        safe = self._safe_fixes()
        self._fix_all.setText(f"修正全部可安全修正的（{safe}）")
        self._fix_all.setEnabled(safe > 0)
        self._stack.setCurrentIndex(0 if self._model.rowCount() else 1)
        self._show_empty(counts.total())
        self._show_selected()

    def _safe_fixes(self) -> int:
        diagnostics = self._session.diagnostics if self._session is not None else ()
        return sum(one.fix is not None and one.fix.applicability is Applicability.SAFE for one in diagnostics)

    def _show_empty(self, total: int) -> None:
        if self._session is None:
            text, icon = "打开文稿后，这里随写随列检查出的问题。", theme.icon("info", "muted")
        elif total:
            text, icon = f"筛选条件下没有问题（共有{total}个）。", theme.icon("find", "muted")
        else:
            text, icon = "没有发现问题", theme.icon("check", "success")
        if self._empty_text.text() != text:
            size = 2 * theme.em(self)
            self._empty_text.setText(text)
            self._empty_icon.setPixmap(icon.pixmap(size, size))

    def _show_selected(self) -> None:
        rows = self._table.selectionModel().selectedRows()
        self._explained.setVisible(bool(rows))
        if rows:
            self._details.show_problem(self._model.diagnostic(rows[0].row()), self._model.place(rows[0].row()))
        else:
            self._details.show_problem(None, "")

    def _on_selected(self, _selected: QItemSelection, _deselected: QItemSelection) -> None:
        self._show_selected()

    def _on_filter(self) -> None:
        chosen = frozenset(severity for severity, toggle in self._toggles.items() if toggle.isChecked())
        self._model.filter(chosen, self._search.text())
        self._refresh_around()

    def _on_clicked(self, index: QModelIndex) -> None:
        diagnostic = self._model.diagnostic(index.row())
        if index.column() == FIX and diagnostic.fix is not None:
            self.fix_requested.emit(diagnostic)
        else:
            self._jump(diagnostic)

    def _on_activated(self, index: QModelIndex) -> None:
        self._jump(self._model.diagnostic(index.row()))

    def _jump(self, diagnostic: Diagnostic) -> None:
        if diagnostic.range is not None:
            where = diagnostic.range
            self.jump_requested.emit(where.block_id, where.start, where.end)

    def _fix_selected(self) -> None:
        diagnostic = self.selected()
        if diagnostic is not None and diagnostic.fix is not None:
            self.fix_requested.emit(diagnostic)


if __name__ == "__main__":
    from editor.ui.preview import preview

    def _preview(session: Session) -> QWidget:
        panel = ProblemsPanel()
        panel.show_session(session)
        return panel

    preview(_preview)
