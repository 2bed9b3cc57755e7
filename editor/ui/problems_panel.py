"""The list of findings: filter, group, jump, fix, let stand; why and by which clause beside the list."""

from dataclasses import replace

from PySide6.QtCore import QItemSelection, QModelIndex, QPoint, Qt, Signal
from PySide6.QtGui import QAction, QKeySequence, QResizeEvent
from PySide6.QtWidgets import QBoxLayout, QFrame, QScrollArea, QStackedLayout, QVBoxLayout, QWidget

from editor.session import Change, Session
from editor.settings import Settings
from editor.ui import theme
from editor.ui.fix_menu import FixMenu
from editor.ui.problem_details import ProblemDetails
from editor.ui.problem_filter import ProblemFilter
from editor.ui.problem_rows import Grouping, Key, LetStand, Problem, let_stand_rows, problem_rows, section_titles
from editor.ui.problems_empty import ProblemsEmpty
from editor.ui.problems_model import FIX, ProblemsModel
from editor.ui.problems_tree import ProblemsTree
from validators.diagnostic import Diagnostic, Severity, TextEdit, TextRange
from validators.fixes import safe_fixes
from validators.previews import previews


class ProblemsPanel(QWidget):
    """Findings of the open document, those of the chosen severities and words."""

    jump_requested = Signal(str, int, int)
    fix_requested = Signal(object)  # a Diagnostic
    fix_all_requested = Signal()
    ignore_requested = Signal(object)  # a Diagnostic
    unignore_requested = Signal(object)  # an Ignored
    switch_off_requested = Signal(str)  # code of a rule
    settings_requested = Signal()

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._session: Session | None = None
        self._wanted: Key | None = None  # the row that the user has selected, be it hidden by the filter for now
        self._refreshing = False
        self._settings = Settings()
        self._model = ProblemsModel(self)
        self._build()
        self._refresh_around()

    # building

    def _build(self) -> None:
        layout = QVBoxLayout(self)
        layout.setContentsMargins(*(theme.em(self) // 3,) * 4)
        layout.setSpacing(theme.em(self) // 3)
        self._filter = ProblemFilter(self)
        self._filter.changed.connect(self._on_filter)
        self._filter.grouping_changed.connect(self._on_grouping)
        self._filter.fix_all_requested.connect(self.fix_all_requested)
        self._filter.settings_requested.connect(self.settings_requested)
        layout.addWidget(self._filter)
        self._tree = self._build_tree()
        self._empty = ProblemsEmpty(self)
        holder = QWidget(self)
        self._stack = QStackedLayout(holder)
        self._stack.addWidget(self._tree)
        self._stack.addWidget(self._empty)
        self._explained = self._build_details()
        self._body = QBoxLayout(QBoxLayout.Direction.TopToBottom)
        self._body.addWidget(holder, 3)
        self._body.addWidget(self._explained, 2)
        layout.addLayout(self._body, 1)

    def _build_tree(self) -> ProblemsTree:
        tree = ProblemsTree(self._model, self)
        tree.clicked.connect(self._on_clicked)
        tree.activated.connect(self._on_activated)
        tree.selectionModel().selectionChanged.connect(self._on_selected)
        tree.setContextMenuPolicy(Qt.ContextMenuPolicy.CustomContextMenu)
        tree.customContextMenuRequested.connect(self._on_menu)
        for text, keys, does in (
            ("修正所选问题", "Ctrl+Return", self._fix_selected),
            ("忽略所选问题", "Delete", self._ignore_selected),
        ):
            action = QAction(text, tree)
            action.setShortcut(QKeySequence(keys))
            action.setShortcutContext(Qt.ShortcutContext.WidgetShortcut)
            action.triggered.connect(does)
            tree.addAction(action)
        return tree

    def _build_details(self) -> QScrollArea:
        self._details = ProblemDetails()
        self._details.fix_requested.connect(self.fix_requested)
        self._details.ignore_requested.connect(self.ignore_requested)
        self._details.unignore_requested.connect(self.unignore_requested)
        self._details.switch_off_requested.connect(self.switch_off_requested)
        holder = QScrollArea(self)
        holder.setWidget(self._details)
        holder.setWidgetResizable(True)
        holder.setFrameShape(QFrame.Shape.NoFrame)
        holder.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        holder.setAccessibleName("问题说明")
        bar = holder.verticalScrollBar().sizeHint().width()
        holder.setMinimumWidth(self._details.minimumSizeHint().width() + bar)  # no button is ever cut off
        holder.setMinimumHeight(2 * theme.em(self))  # on a low screen it is scrolled
        holder.hide()
        return holder

    def resizeEvent(self, event: QResizeEvent) -> None:
        """Explain the selected finding beside the list, below it where the panel is narrow or high."""
        super().resizeEvent(event)
        unit = theme.em(self)
        beside = self.width() > 36 * unit and self.height() < 24 * unit
        self._body.setDirection(QBoxLayout.Direction.LeftToRight if beside else QBoxLayout.Direction.TopToBottom)

    # what is shown

    def show_session(self, session: Session) -> None:
        """Show the findings of another document."""
        self._session = session
        self._wanted = None
        self._refresh()

    def on_change(self, change: Change) -> None:
        """Follow a change; only rows that differ are touched."""
        if change.transaction is not None:
            self._refresh()

    def remember_in(self, settings: Settings) -> None:
        """Group and hide as at the last start, and keep what is chosen from now on.

        Words are not kept: a list that hides findings for a word of yesterday would look like a plan without them.
        """
        self._filter.choose(settings.problems_grouping, settings.problems_hidden.split())
        self._on_grouping(self._filter.grouping)
        self._settings = settings

    def selected(self) -> Diagnostic | None:
        """Return the finding in the selected row, None without one."""
        row = self._selected_row()
        return row.first if isinstance(row, Problem) else None

    def show_problem(self, diagnostic: Diagnostic) -> None:
        """Select the row of a finding that the text has been taken to; nothing where the filter hides it."""
        index = self._model.index_of(diagnostic)
        if index.isValid():
            self._tree.show_index(index)

    def take_focus(self) -> None:
        """Put the keyboard on the list, on its first row where none is selected."""
        if not self._tree.currentIndex().isValid() and self._model.rowCount():
            self._tree.setCurrentIndex(self._model.index(0, 0))
        self._tree.setFocus(Qt.FocusReason.ShortcutFocusReason)

    def _selected_row(self) -> object:
        rows = self._tree.selectionModel().selectedRows()
        return self._model.row(rows[0]) if rows else None

    def _refresh(self) -> None:
        session = self._session
        if session is None:
            return
        titles = section_titles(session.analysis)
        self._refreshing = True
        self._model.show_problems(problem_rows(session.diagnostics, titles), let_stand_rows(session.document, titles))
        self._end_refresh()

    def _end_refresh(self) -> None:
        """Give the user's row back its selection; where the filter hides it, it is remembered."""
        index = self._model.index_of_key(self._wanted) if self._wanted is not None else QModelIndex()
        if index.isValid():
            if not self._tree.selectionModel().isSelected(index):
                self._tree.setCurrentIndex(index)
        elif self._wanted is not None and self._model.is_known(self._wanted):
            self._tree.clearSelection()
        self._refreshing = False
        if self._wanted is None or not self._model.is_known(self._wanted):
            self._remember()  # mended or gone: Qt has gone on to the next row
        self._refresh_around()

    def _remember(self) -> None:
        row = self._selected_row()
        self._wanted = row.key if isinstance(row, (Problem, LetStand)) else None

    def _refresh_around(self) -> None:
        """Bring counts, buttons, empty state and details in line with the list."""
        counts = self._model.counts()
        diagnostics = self._session.diagnostics if self._session is not None else ()
        self._filter.show_counts(counts, len(safe_fixes(diagnostics)))
        is_empty = not self._model.rowCount()
        self._stack.setCurrentIndex(1 if is_empty else 0)
        if is_empty:
            self._empty.show_reason(self._session, counts.total())
        self._show_selected()

    def _show_selected(self) -> None:
        row = self._selected_row()
        self._explained.setVisible(isinstance(row, (Problem, LetStand)))
        if isinstance(row, LetStand):
            self._details.show_let_stand(row)
        elif isinstance(row, Problem) and self._session is not None:
            found = _whole(row)
            changes = previews(self._session.document, found.fix) if found.fix else ()
            self._details.show_problem(found, row.place, changes)
        else:
            self._details.show_problem(None, "")

    # slots

    def _on_selected(self, _selected: QItemSelection, _deselected: QItemSelection) -> None:
        if not self._refreshing:
            self._remember()
            self._show_selected()

    def _on_filter(self) -> None:
        self._refreshing = True
        hidden = (one.value for one in Severity if one not in self._filter.severities)
        self._settings.problems_hidden = " ".join(hidden)
        self._model.filter(self._filter.severities, self._filter.words)
        self._end_refresh()

    def _on_grouping(self, grouping: Grouping) -> None:
        self._refreshing = True
        self._settings.problems_grouping = grouping.value
        self._model.group(grouping)
        self._end_refresh()

    def _on_clicked(self, index: QModelIndex) -> None:
        row = self._model.row(index)
        if index.column() == FIX and isinstance(row, LetStand):
            self.unignore_requested.emit(row.entry)
        elif index.column() == FIX and isinstance(row, Problem) and row.first.fix is not None:
            self.fix_requested.emit(_whole(row))
        else:
            self._jump(row)

    def _on_activated(self, index: QModelIndex) -> None:
        self._jump(self._model.row(index))

    def _on_menu(self, place: QPoint) -> None:
        """Offer what can be done about the row; with the menu key, about the selected one."""
        row = self._selected_row()
        if not isinstance(row, Problem) or self._session is None:
            return
        menu = FixMenu((_whole(row),), self._session.document, self)
        menu.fix_chosen.connect(self.fix_requested)
        menu.ignore_chosen.connect(self.ignore_requested)
        menu.switch_off_chosen.connect(self.switch_off_requested)
        menu.aboutToHide.connect(menu.deleteLater)
        menu.popup(self._tree.viewport().mapToGlobal(place))

    def _jump(self, row: object) -> None:
        if isinstance(row, Problem) and row.first.range is not None:
            where = row.first.range
            self.jump_requested.emit(where.block_id, where.start, where.end)
        elif isinstance(row, LetStand) and row.entry.block_id:
            self.jump_requested.emit(row.entry.block_id, *self._words_of(row))

    def _words_of(self, row: LetStand) -> tuple[int, int]:
        """Return where the words stand that are let stand, the start of their block where they are gone."""
        blocks = self._session.document.blocks if self._session is not None else ()
        text = next((block.text for block in blocks if block.id == row.entry.block_id), "")
        start = text.find(row.entry.text)
        return (start, start + len(row.entry.text)) if start >= 0 else (0, 0)

    def _fix_selected(self) -> None:
        row = self._selected_row()
        if isinstance(row, Problem) and row.first.fix is not None:
            self.fix_requested.emit(_whole(row))

    def _ignore_selected(self) -> None:
        row = self._selected_row()
        if isinstance(row, Problem):
            self.ignore_requested.emit(row.first)
        elif isinstance(row, LetStand):
            self.unignore_requested.emit(row.entry)


def _whole(row: Problem) -> Diagnostic:
    """Return the finding of a row; where it stands for several, its fix mends all that do not touch each other."""
    first = row.first
    if first.fix is None or len(row.findings) == 1:
        return first
    edits: list[TextEdit] = []
    for one in row.findings:
        own = one.fix.edits if one.fix is not None else ()
        if not any(_touch(edit.range, other.range) for edit in own for other in edits):
            edits += own
    return replace(first, fix=replace(first.fix, edits=tuple(edits)))


def _touch(one: TextRange, other: TextRange) -> bool:
    return one.block_id == other.block_id and one.start <= other.end and other.start <= one.end


if __name__ == "__main__":
    from editor.ui.preview import preview

    def _preview(session: Session) -> QWidget:
        panel = ProblemsPanel()
        panel.show_session(session)
        return panel

    preview(_preview)
