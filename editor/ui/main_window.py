"""The window: builds the parts, places them, and wires their signals; what they do stands in their own modules."""

from collections.abc import Iterator
from functools import cached_property
from pathlib import Path
from typing import TYPE_CHECKING

from PySide6.QtCore import QByteArray, QObject, QSize, Qt
from PySide6.QtGui import QCloseEvent, QContextMenuEvent, QShowEvent
from PySide6.QtWidgets import QMainWindow, QMenu, QStackedWidget, QToolBar, QWidget

from editor.model.errors import UserError
from editor.session import Change, Session
from editor.settings import Settings, save
from editor.ui import long_work, theme
from editor.ui.actions import CONTEXT, Actions
from editor.ui.batch_actions import BatchActions
from editor.ui.decorations import Decorations
from editor.ui.dropped_files import DroppedFiles
from editor.ui.editor_page import EditorPage
from editor.ui.file_actions import FileActions
from editor.ui.focus_mode import FocusMode
from editor.ui.help_actions import HelpActions
from editor.ui.idle_steps import FirstPaint, IdleSteps
from editor.ui.journal_keeper import JournalKeeper
from editor.ui.looks import Looks
from editor.ui.overview_actions import OverviewActions
from editor.ui.panel_docks import PanelDocks
from editor.ui.panel_updates import PanelUpdates
from editor.ui.panes import Panes
from editor.ui.preview_holder import PreviewHolder
from editor.ui.recent_menu import RecentMenu
from editor.ui.selection_count import SelectionCount
from editor.ui.session_signals import SessionSignals
from editor.ui.status_line import StatusLine
from editor.ui.workbench import DOERS, PARTS, Workbench

if TYPE_CHECKING:
    from editor.ui.check_actions import CheckActions
    from editor.ui.edit_actions import EditActions
    from editor.ui.guidance_panel import GuidancePanel
    from editor.ui.metadata_form import MetadataForm
    from editor.ui.outline_panel import OutlinePanel
    from editor.ui.palette_actions import PaletteActions
    from editor.ui.print_actions import PrintActions
    from editor.ui.problems_panel import ProblemsPanel
    from editor.ui.section_actions import SectionActions
    from editor.ui.start_page import StartPage
    from editor.ui.table_actions import TableActions
    from editor.ui.tour import Tour


class MainWindow(QMainWindow):
    """One window on one plan; `data_folder` holds settings and recovery files.

    The text is there at once, what surrounds it (the workbench) follows when the text has been painted, or when it is
    asked for.
    """

    edits: "EditActions"
    sections: "SectionActions"
    tables: "TableActions"
    checks: "CheckActions"
    prints: "PrintActions"
    outline: "OutlinePanel"
    guidance: "GuidancePanel"
    form: "MetadataForm"
    problems: "ProblemsPanel"

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
        self.status = StatusLine(self)
        self.files = FileActions(self._settings, self.finish_typing, self)
        self.preview = PreviewHolder(self._settings, self.view, self)
        self.overviews = OverviewActions(self.files, self.finish_typing, self)
        self.dropped = DroppedFiles(self, self, self.view.viewport())
        self.batch = BatchActions(self.files, self._settings, self)
        self.looks = Looks(self._settings, self)
        self.journal = JournalKeeper(self._data_folder / "recovery", self)
        self.updates = PanelUpdates((self._on_panels_due, self.overviews.on_change), self)
        self._bench = Workbench(self.view, self.decorations, self.files, self._settings, self.finish_typing, self)
        self.is_complete = False
        self._is_built = False
        self._rest = self._completing()
        self._later = IdleSteps(self)
        FirstPaint(self.view.viewport(), self).painted.connect(self._complete_later)

    def _place_parts(self) -> None:
        self._pages = QStackedWidget(self)
        self._pages.addWidget(self.page)
        self._pages.setMinimumSize(20 * theme.em(self), 7 * theme.em(self))
        self.setCentralWidget(self._pages)
        self.setStatusBar(self.status)
        self.docks = PanelDocks(
            self,
            outline=QWidget(self),
            guidance=QWidget(self),
            metadata=QWidget(self),
            problems=QWidget(self),
            preview=self.preview,
            targets=self.overviews.targets,
        )
        self.focus_mode = FocusMode(self, self.docks, self.view)
        self.panes = Panes(self, self.view)
        self.helps = HelpActions(self._settings, self.focus_mode, self._make_tour, self)

    def _build_actions(self) -> None:
        self.actions_by_id = Actions(self._part, self)
        for one in ("undo", "redo", "save", "matrix", "help"):
            self.overviews.matrix.addAction(self.actions_by_id[one])
        self._recent = RecentMenu(self)
        panels = QMenu("面板", self)
        panels.addActions(self.docks.toggles())
        self.actions_by_id.fill_menus(self.menuBar(), {"recent": self._recent, "panels": panels})
        toolbar = QToolBar("工具栏", self)
        toolbar.setObjectName("toolbar")
        toolbar.setMovable(False)
        style = Qt.ToolButtonStyle
        toolbar.setToolButtonStyle(style.ToolButtonIconOnly if theme.is_low(self) else style.ToolButtonTextUnderIcon)
        side = round(1.3 * theme.em(self))
        toolbar.setIconSize(QSize(side, side))
        self.actions_by_id.fill_toolbar(toolbar)
        self.addToolBar(toolbar)

    def _wire(self) -> None:
        self.view.menu_requested.connect(self._on_menu)
        self.view.zoom_changed.connect(self._on_zoom)
        self.view.composing.connect(self.updates.hold)
        for typing in (self.view.typed, self.view.composing):
            typing.connect(self._later.hold)
        self.status.problems_wanted.connect(self.show_problems)
        SelectionCount(self.view, self).counted.connect(self.status.show_selection)
        for source in (
            self.view.refused,
            self.view.said,
            self.page.find_bar.said,
            self.focus_mode.said,
            self.panes.said,
            self.files.done,
            self.dropped.said,
            self.overviews.done,
            self.batch.done,
            self.journal.failed,
        ):
            source.connect(self.status.say)
        self.looks.changed.connect(self.view.recolour)
        self.looks.changed.connect(self.decorations.recolour)
        self.view.place_changed.connect(self.preview.on_place)
        self.overviews.jump_requested.connect(self.view.jump)
        self.files.done.connect(self.preview.refresh)  # an export may have brought another layout
        self.files.opened.connect(self.show_session)
        self.files.recent_changed.connect(self._show_recent)
        self._recent.file_chosen.connect(self._on_file_chosen)
        self.dropped.chosen.connect(self._on_file_chosen)

    def _part(self, name: str) -> QObject:
        """Return the part that an action names."""
        parts: dict[str, QObject] = {"window": self, "find": self.page.find_bar}
        found: QObject = parts[name] if name in parts else getattr(self, name)
        return found

    @cached_property
    def palettes(self) -> "PaletteActions":
        """What is found by typing its name: commands, panels, headings."""
        from editor.ui.palette_actions import PaletteActions

        return PaletteActions(self.actions_by_id, self.view, self.panes, self)

    def _make_tour(self) -> "Tour":
        from editor.ui.tour import Tour

        return Tour(self.view, self.panes, self.actions_by_id, self)

    @cached_property
    def start_page(self) -> "StartPage":
        """What is shown as long as no plan is open."""
        from editor.ui.start_page import StartPage

        page = StartPage(self)
        page.file_chosen.connect(self._on_file_chosen)
        page.chosen.connect(self._on_choice)
        page.show_recent(self._settings.recent)
        FirstPaint(page, self).painted.connect(self._complete_later)
        self._pages.addWidget(page)
        return page

    # what follows when the text has been painted

    def __getattr__(self, name: str) -> object:
        """Make a part of the workbench that is asked for before the window has got to it."""
        if name not in PARTS:
            raise AttributeError(name)
        if name not in DOERS or not self._is_built:
            self.complete()
        return getattr(self._bench, name)

    def complete(self) -> None:
        """Build and fill now all that is still to do."""
        if not self.is_complete:
            self._later.stop()
            for _ in self._rest:
                pass

    def _complete_later(self) -> None:
        self._later.start(self._rest)

    def _completing(self) -> Iterator[None]:
        yield from self._checking()
        yield from self._bench.build()
        yield from self.actions_by_id.draw_icons()
        self._join_bench()
        self._is_built = True
        if self.files.session is not None:
            self._hand_over(self.files.session)
        yield from self._filling()

    def _checking(self) -> Iterator[None]:
        """Check the open plan and show under the text and in the status bar what was found."""
        while (session := self.files.session) is not None and not session.is_checked:
            yield from session.check()
        if session is not None:
            self._show_findings(session)
            yield

    def _hand_over(self, session: Session) -> None:
        """Let the actions work on another plan now; the panels cannot be used until they show it."""
        for part in self._bench.doers():
            part.show_session(session)
        for panel in self._bench.panels():
            panel.setEnabled(False)

    def _filling(self) -> Iterator[None]:
        """Check the open plan and let the panels show it."""
        yield from self._checking()
        for panel in self._bench.panels():
            if self.files.session is not None:
                panel.show_session(self.files.session)
                panel.setEnabled(True)
                yield
        self.is_complete = True
        if self.files.session is not None:
            self.helps.on_plan()
        if (block := self.view.caret_block()) is not None:
            self._on_caret_moved(block.id)

    def _join_bench(self) -> None:
        """Put the panels where they belong, and listen."""
        bench = self._bench
        self.docks.fill(outline=bench.outline, guidance=bench.guidance, metadata=bench.form, problems=bench.problems)
        self.docks.front("metadata").connect(bench.form.on_front)
        self.updates.add(*(panel.on_change for panel in bench.panels()))
        said = (bench.superiors.done, bench.guidance.said)
        for source in (bench.edits.done, bench.checks.done, bench.rules.done, bench.prints.done, *said):
            source.connect(self.status.say)
        bench.guidance.action_requested.connect(self._on_choice)
        self.view.caret_moved.connect(self._on_caret_moved)
        self.preview.jump_requested.connect(bench.checks.jump)
        bench.checks.field_wanted.connect(self._show_field)
        self.page.find_bar.field_wanted.connect(self._show_field)
        self.page.find_bar.cell_found.connect(bench.tables.go_to_cell)

    # the open plan

    def show_session(self, session: Session) -> None:
        """Show another plan in place of the open one, which may be left."""
        if self._signals is not None:
            self._signals.stop()
        self._signals = SessionSignals(session, self)
        for part in (self.journal, self.updates, self.preview, self.overviews):
            part.show_session(session)
        self.view.show_session(session)
        self.decorations.show_diagnostics(())
        if self._is_built:
            self.is_complete = False
            self._hand_over(session)
            self._rest = self._filling()
            self._complete_later()
        for listener in (self.view, self.decorations, self.journal, self.updates, self.preview):
            self._signals.changed.connect(listener.on_change)
        self._signals.changed.connect(self._on_change)
        if not session.is_saved:
            self.journal.write()
        self._pages.setCurrentWidget(self.page)
        self.docks.show(self._settings.state)
        self.actions_by_id.enable(plan=True, writable=not session.read_only)
        self._show_state()
        self.status.show_zoom(self.view.zoom)
        self.view.setFocus()

    def _show_findings(self, session: Session) -> None:
        self.decorations.show_diagnostics(session.diagnostics)
        self.status.show_plan(session)

    def finish_typing(self) -> None:
        """Take what is half typed, in the text or in a field, into the plan."""
        self.view.commit_composition()
        if self._is_built:
            self._bench.form.commit()

    def keep_work(self) -> None:
        """Write unsaved work to disk now: something went wrong."""
        self.journal.write()

    def begin(self) -> None:
        """Say, now that the window is seen, what opening the first plan had to say, and offer unsaved work."""
        self.files.tell_waiting()
        self.offer_recovery()
        self.helps.allow_tour()
        if self.is_complete and self.files.session is not None:
            self.helps.on_plan()

    def offer_recovery(self) -> None:
        """Ask about unsaved work that an earlier run left behind."""
        from editor import recovery

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
        if session is not None:  # the check is complete now
            self._show_findings(session)
        if change.transaction is not None:
            self._show_place()

    def _on_caret_moved(self, block_id: str) -> None:
        if self.is_complete:  # else the panels do not show this plan yet
            self.outline.show_block(block_id)
            self.guidance.show_block(block_id)
        self._show_place()

    def _show_place(self) -> None:
        session, block = self.files.session, self.view.caret_block()
        path = session.analysis.section_path(block.id) if session is not None and block is not None else ()
        self.page.show_place(path)
        self.actions_by_id.show_kind(block)

    def _on_menu(self, event: QContextMenuEvent) -> None:
        menu = self.checks.menu_at(event.pos()) or QMenu(self)
        if menu.actions():
            menu.addSeparator()
        self.actions_by_id.fill(menu, CONTEXT)
        menu.exec(event.globalPos())
        menu.deleteLater()

    def _on_choice(self, action_id: str) -> None:
        action = self.actions_by_id[action_id]
        if not action.isEnabled():
            self.status.say("这份文稿是只读的，不能修改；请用“另存为”换一个文件名。")
        action.trigger()

    def _on_file_chosen(self, name: str) -> None:
        self.files.open_path(Path(name))

    def _on_zoom(self, percent: int) -> None:
        self._settings.zoom = percent
        self.status.show_zoom(percent)

    def show_problems(self) -> None:
        """Bring the findings to the front, with the keyboard on them."""
        self.docks.reveal("problems")
        self.problems.take_focus()

    def show_metadata(self) -> None:
        """Bring the 公文要素 to the front, with the keyboard on the first of them."""
        self._show_field("place")

    def toggle_preview(self) -> None:
        """Show the 公文 beside the text, or hide it."""
        self.docks.toggle_preview()

    def toggle_targets(self) -> None:
        """Show the 指标 below the text, or hide them."""
        self.docks.toggle_targets()

    def about(self) -> None:
        """Say what the program is."""
        from editor.ui import dialogs

        dialogs.about(self)

    # between two starts

    def _restore_look(self) -> None:
        self.resize(72 * theme.em(self), 45 * theme.em(self))
        self.restoreGeometry(QByteArray.fromBase64(self._settings.geometry.encode()))
        self.view.set_zoom(self._settings.zoom)
        self.actions_by_id.show_look(self.looks.look)

    def _remember_look(self) -> None:
        self._settings.geometry = bytes(self.saveGeometry().toBase64().data()).decode()
        self._settings.state = self.focus_mode.kept or self._settings.state
        try:
            save(self._settings, self._data_folder)
        except UserError as error:
            from editor.ui import dialogs

            dialogs.show_error(self, error)

    def showEvent(self, event: QShowEvent) -> None:
        """Offer ways to begin where there is no plan."""
        if self.files.session is None:
            self._pages.setCurrentWidget(self.start_page)
        super().showEvent(event)

    def closeEvent(self, event: QCloseEvent) -> None:
        """Close only when nothing can be lost; work under way is given up first."""
        if long_work.give_up() or not self.files.may_leave():
            event.ignore()
            return
        self.journal.forget()
        self._remember_look()
        super().closeEvent(event)
