"""The window: builds the parts, places them, and wires their signals; what they do stands in their own modules."""

from pathlib import Path

from PySide6.QtCore import QByteArray, QSize, Qt
from PySide6.QtGui import QCloseEvent, QContextMenuEvent
from PySide6.QtWidgets import QMainWindow, QMenu, QStackedWidget, QToolBar

from editor import recovery
from editor.model.errors import UserError
from editor.session import Change, Origin, Session
from editor.settings import Settings, save
from editor.ui import dialogs, theme
from editor.ui.actions import CONTEXT, Actions
from editor.ui.check_actions import CheckActions
from editor.ui.decorations import Decorations
from editor.ui.edit_actions import EditActions
from editor.ui.editor_page import EditorPage
from editor.ui.file_actions import FileActions
from editor.ui.fix_menu import FixMenu
from editor.ui.guidance_panel import GuidancePanel
from editor.ui.journal_keeper import JournalKeeper
from editor.ui.metadata_form import MetadataForm
from editor.ui.outline_panel import OutlinePanel
from editor.ui.panel_docks import PanelDocks
from editor.ui.panel_updates import PanelUpdates
from editor.ui.problems_panel import ProblemsPanel
from editor.ui.recent_menu import RecentMenu
from editor.ui.session_signals import SessionSignals
from editor.ui.start_page import StartPage
from editor.ui.status_line import StatusLine


class MainWindow(QMainWindow):
    """One window on one plan; `data_folder` holds settings and recovery files."""

    def __init__(self, settings: Settings, session: Session | None, data_folder: Path) -> None:
        super().__init__()
        self.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
        self._settings = settings
        self._data_folder = data_folder
        self._signals: SessionSignals | None = None
        self._state: object = None  # what title, status and undo entries show
        self._build_parts()
        self._place_parts()
        self._build_actions()
        self._wire()
        self._restore_look()
        self._show_empty()
        if session is not None:
            self.files.session = session
            self.show_session(session)

    # building

    def _build_parts(self) -> None:
        self.page = EditorPage(self)
        self.view = self.page.view
        self.decorations = Decorations(self.view)
        self.start_page = StartPage(self)
        self.outline = OutlinePanel(self)
        self.guidance = GuidancePanel(self)
        self.form = MetadataForm(self)
        self.problems = ProblemsPanel(self)
        self.status = StatusLine(self)
        self.files = FileActions(self._settings, self.finish_typing, self)
        self.edits = EditActions(self.view, self.finish_typing, self)
        self.checks = CheckActions(self.view, self.decorations, self.finish_typing, self)
        self.journal = JournalKeeper(self._data_folder / "recovery", self)
        panels = (self.outline.on_change, self.guidance.on_change, self.form.on_change, self.problems.on_change)
        self.updates = PanelUpdates((*panels, self._on_panels_due), self)

    def _place_parts(self) -> None:
        self._pages = QStackedWidget(self)
        self._pages.addWidget(self.start_page)
        self._pages.addWidget(self.page)
        self._pages.setMinimumSize(20 * theme.em(self), 10 * theme.em(self))
        self.setCentralWidget(self._pages)
        self.setStatusBar(self.status)
        self.docks = PanelDocks(
            self, outline=self.outline, guidance=self.guidance, metadata=self.form, problems=self.problems
        )

    def _build_actions(self) -> None:
        parts = {"window": self, "view": self.view, "files": self.files, "edits": self.edits, "checks": self.checks}
        self.actions_by_id = Actions({**parts, "find": self.page.find_bar}, self)
        self._recent = RecentMenu(self)
        panels = QMenu("面板", self)
        panels.addActions(self.docks.toggles())
        self.actions_by_id.fill_menus(self.menuBar(), {"recent": self._recent, "panels": panels})
        toolbar = QToolBar("工具栏", self)
        toolbar.setObjectName("toolbar")
        toolbar.setMovable(False)
        toolbar.setToolButtonStyle(Qt.ToolButtonStyle.ToolButtonTextUnderIcon)
        side = round(1.3 * theme.em(self))
        toolbar.setIconSize(QSize(side, side))
        self.actions_by_id.fill_toolbar(toolbar)
        self.addToolBar(toolbar)

    def _wire(self) -> None:
        self.view.caret_moved.connect(self._on_caret_moved)
        self.view.menu_requested.connect(self._on_menu)
        self.view.zoom_changed.connect(self._on_zoom)
        for source in (self.view.refused, self.files.done, self.edits.done, self.checks.done, self.journal.failed):
            source.connect(self.status.say)
        self.outline.jump_requested.connect(self.checks.jump)
        self.outline.insert_requested.connect(self.edits.insert_requirement)
        self.outline.not_applicable_requested.connect(self.edits.declare_not_applicable)
        self.outline.tie_requested.connect(self.edits.tie)
        self.outline.requirement_selected.connect(self.guidance.show_requirement)
        self.problems.jump_requested.connect(self.checks.jump)
        self.problems.fix_requested.connect(self.checks.fix)
        self.problems.fix_all_requested.connect(self.checks.fix_all)
        self.guidance.insert_requested.connect(self.edits.insert_requirement)
        self.form.field_changed.connect(self.edits.set_field)
        self.form.template_field_changed.connect(self.edits.set_template_field)
        self.form.units_requested.connect(self.edits.edit_units)
        self.checks.field_wanted.connect(self._show_field)
        self.checks.reached.connect(self.problems.show_problem)
        self.files.opened.connect(self.show_session)
        self.files.recent_changed.connect(self._show_recent)
        self._recent.file_chosen.connect(self._on_file_chosen)
        self.start_page.file_chosen.connect(self._on_file_chosen)
        self.start_page.chosen.connect(self._on_choice)

    # the open plan

    def show_session(self, session: Session) -> None:
        """Show another plan in place of the open one, which may be left."""
        if self._signals is not None:
            self._signals.stop()
        self.updates.forget()
        self._signals = SessionSignals(session, self)
        for part in (self.journal, self.edits, self.checks, self.outline, self.guidance, self.form, self.problems):
            part.show_session(session)
        self.view.show_session(session)
        self.decorations.show_diagnostics(session.diagnostics)
        for listener in (self.view, self.decorations, self.journal, self.updates):
            self._signals.changed.connect(listener.on_change)
        self._signals.changed.connect(self._on_change)
        if not session.is_saved:
            self.journal.write()
        self._pages.setCurrentIndex(1)
        self.docks.show(self._settings.state)
        self.actions_by_id.enable(plan=True, writable=not session.read_only)
        self._show_state()
        self.status.show_plan(session)
        self.status.show_zoom(self.view.zoom)
        self.view.setFocus()

    def finish_typing(self) -> None:
        """Take what is half typed, in the text or in a field, into the plan."""
        self.view.commit_composition()
        self.form.commit()
        self.updates.flush()

    def keep_work(self) -> None:
        """Write unsaved work to disk now: something went wrong."""
        self.journal.write()

    def begin(self) -> None:
        """Say, now that the window is seen, what opening the first plan had to say, and offer unsaved work."""
        self.files.tell_waiting()
        self.offer_recovery()

    def offer_recovery(self) -> None:
        """Ask about unsaved work that an earlier run left behind."""
        found = recovery.find(self._data_folder / "recovery")
        if not found:
            return
        from editor.ui.recovery_dialog import Answer, ask_restore

        match ask_restore(self, found):
            case Answer.RESTORE:
                self.files.restore(found[0])
            case Answer.DISCARD:
                found[0].discard()

    def _show_empty(self) -> None:
        self._pages.setCurrentIndex(0)
        self.docks.hide()
        self.actions_by_id.enable(plan=False, writable=False)
        self._show_recent()
        self._show_state()
        self.status.show_plan(None)

    def _show_state(self) -> None:
        session, files = self.files.session, self.files
        writable = session is not None and not session.read_only
        labels = (session.undo_label, session.redo_label) if session is not None and writable else (None, None)
        state = (session, files.plan_name, files.is_dirty, writable, *labels)
        if state == self._state:
            return  # most keys change nothing here
        self._state = state
        read_only = "（只读）" if session is not None and session.read_only else ""
        self.setWindowTitle(f"{files.plan_name}{read_only}[*] — 拟稿" if session is not None else "拟稿")
        self.setWindowModified(files.is_dirty)
        self.status.show_state(session, not files.is_dirty)
        self.actions_by_id.show_history(*labels)

    def _show_recent(self) -> None:
        self._recent.show_files(self._settings.recent)
        self.start_page.show_recent(self._settings.recent)

    def _show_field(self, key: str) -> None:
        self.docks.reveal("metadata")
        self.form.reveal(key)

    # slots

    def _on_change(self, change: Change) -> None:
        if change.transaction is None and self.files.session is not None:
            self.actions_by_id.enable(plan=True, writable=not self.files.session.read_only)
        self._show_state()

    def _on_panels_due(self, change: Change) -> None:
        session = self.files.session
        self.status.show_plan(session)
        if change.origin is Origin.VIEW and session is not None:  # typing has paused: the check is complete now
            self.decorations.show_diagnostics(session.diagnostics)
        if change.transaction is not None:
            self._show_place()

    def _on_caret_moved(self, block_id: str) -> None:
        self.outline.show_block(block_id)
        self.guidance.show_block(block_id)
        self._show_place()

    def _show_place(self) -> None:
        session, block = self.files.session, self.view.caret_block()
        path = session.analysis.section_path(block.id) if session is not None and block is not None else ()
        self.page.show_place(path)
        self.actions_by_id.show_kind(block)

    def _on_menu(self, event: QContextMenuEvent) -> None:
        menu = FixMenu(self.decorations.at(event.pos()), self)
        menu.fix_chosen.connect(self.checks.fix)
        self.actions_by_id.fill(menu, CONTEXT)
        menu.exec(event.globalPos())
        menu.deleteLater()

    def _on_choice(self, action_id: str) -> None:
        self.actions_by_id[action_id].trigger()

    def _on_file_chosen(self, name: str) -> None:
        self.files.open_path(Path(name))

    def _on_zoom(self, percent: int) -> None:
        self._settings.zoom = percent
        self.status.show_zoom(percent)

    def about(self) -> None:
        """Say what the program is."""
        dialogs.about(self)

    # between two starts

    def _restore_look(self) -> None:
        self.resize(72 * theme.em(self), 45 * theme.em(self))
        self.restoreGeometry(QByteArray.fromBase64(self._settings.geometry.encode()))
        self.view.set_zoom(self._settings.zoom)

    def _remember_look(self) -> None:
        self._settings.geometry = bytes(self.saveGeometry().toBase64().data()).decode()
        self._settings.state = self.docks.state() or self._settings.state
        try:
            save(self._settings, self._data_folder)
        except UserError as error:
            dialogs.show_error(self, error)

    def closeEvent(self, event: QCloseEvent) -> None:
        """Close only when nothing can be lost."""
        if not self.files.may_leave():
            event.ignore()
            return
        self.journal.forget()
        self._remember_look()
        super().closeEvent(event)
