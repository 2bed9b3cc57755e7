"""Plans and files: new, open, save, import, and never losing what is not saved."""

from collections.abc import Callable
from functools import partial
from pathlib import Path
from typing import TYPE_CHECKING

from PySide6.QtCore import QObject, Signal
from PySide6.QtWidgets import QWidget

from editor.model import storage
from editor.model.document import Document
from editor.model.errors import UserError
from editor.session import Session
from editor.settings import Settings
from editor.ui import file_work
from editor.ui.file_dialogs import PLANS, SOURCES, VERSIONS, choose_open, choose_save, file_name, plan_name
from editor.ui.long_work import run_long

if TYPE_CHECKING:
    from editor.recovery import Recovered


class FileActions(QObject):
    """What the menu 文件 does; `finish_typing` takes half-typed text into the plan before it is looked at."""

    opened = Signal(object)  # the Session that takes the place of the last one
    done = Signal(str)  # a sentence for the status bar
    recent_changed = Signal()

    def __init__(self, settings: Settings, finish_typing: Callable[[], None], window: QWidget) -> None:
        super().__init__(window)
        self._settings = settings
        self._finish_typing = finish_typing
        self._window = window
        self.session: Session | None = None
        self._waiting: Callable[[], None] | None = None

    @property
    def is_dirty(self) -> bool:
        """Return whether closing would lose anything: changes, or a plan that has no file yet."""
        session = self.session
        return session is not None and (not session.is_saved or session.path is None)

    @property
    def plan_name(self) -> str:
        """Return what the plan is called in titles and questions."""
        return plan_name(self.session.document, self.session.path) if self.session is not None else ""

    def may_leave(self) -> bool:
        """Return whether the open plan may be closed: it is saved, or the user gave its changes up."""
        from editor.ui import dialogs

        self._finish_typing()
        if not self.is_dirty:
            return True
        choice = dialogs.ask_save(self._window, self.plan_name)
        if choice is dialogs.Choice.SAVE:
            return self.save()
        return choice is dialogs.Choice.DISCARD

    def new(self) -> None:
        """Start a plan from a template."""
        from editor.ui import dialogs
        from editor.ui.new_plan_wizard import NewPlanWizard  # dialogs are loaded when they are first asked for

        if not self.may_leave():
            return
        wizard = NewPlanWizard(self._settings, self._window)
        if dialogs.run(wizard):
            document = wizard.document()
            metadata = document.metadata
            self._settings.place, self._settings.issuer = metadata.place, metadata.issuer
            self._settings.layers = list(metadata.layers)
            self._become(Session(document))
            self.done.emit("已按模板新建，请先把【】中的内容填好。")

    def open(self) -> None:
        """Open a plan that the user chooses."""
        path = choose_open(self._window, "打开文稿", self._settings.folder, f"{PLANS};;{SOURCES}")
        if path is not None:
            self.open_path(path)

    def open_path(self, path: Path) -> None:
        """Open the plan at `path`; another kind of file is imported."""
        if path.suffix.lower() != storage.SUFFIX:
            self._import(path)
        elif self.may_leave():
            self._open_beside(path)

    def open_at_start(self, path: Path) -> None:
        """Open the plan that the program was started with; what there is to say waits for `tell_waiting`."""
        if path.suffix.lower() != storage.SUFFIX:
            self._waiting = partial(self._import, path)
        else:
            self._open(path, self._tell_later)

    def tell_waiting(self) -> None:
        """Say what a start had to say before there was a window to say it in."""
        waiting, self._waiting = self._waiting, None
        if waiting is not None:
            waiting()

    def import_file(self) -> None:
        """Import a file that the user chooses as a new plan."""
        path = choose_open(self._window, "导入旧稿", self._settings.folder, SOURCES)
        if path is not None:
            self._import(path)

    def save(self) -> bool:
        """Save under the plan's own name; returns whether it is on disk."""
        session = self.session
        if session is None:
            return False
        if session.path is None or session.read_only:
            return self.save_as()
        return self._save(session)

    def save_as(self) -> bool:
        """Save under a name that the user chooses; returns whether it is on disk."""
        if self.session is None:
            return False
        self._finish_typing()
        proposed = self.session.path or self._folder() / file_name(self.plan_name, storage.SUFFIX)
        path = choose_save(self._window, "保存文稿", proposed, PLANS)
        return path is not None and self._save(self.session, path)

    def export(self) -> None:
        """Export the 公文: errors first, then where to and with what."""
        from editor.ui import dialogs
        from editor.ui.export_dialog import ExportDialog, tell_export
        from editor.ui.export_files import write_files

        session = self.session
        if session is None or not self._may_export(session):
            return
        write = partial(write_files, session.document)
        dialog = ExportDialog(self.place_for(".docx"), self._settings, write, self._window)
        if dialogs.run(dialog) and dialog.report is not None:
            self.done.emit(f"公文已导出到“{dialog.report.path}”。")
            tell_export(self._window, dialog.report, dialog.wish())

    def export_excerpts(self) -> None:
        """Export one 征求意见稿 a unit with its own tasks: errors first, then to whom and where to."""
        from editor.gongwen.tasks.excerpts import chosen_shares
        from editor.ui import dialogs
        from editor.ui.excerpts_dialog import ExcerptsDialog
        from editor.ui.excerpts_progress import tell_excerpts, write_excerpts

        session = self.session
        if session is None or not self._may_export(session):
            return
        folder = session.path.parent if session.path is not None else self._folder()
        proposed = folder / file_name(f"征求意见稿 {self.plan_name}", "")
        try:
            shares = chosen_shares(session.analysis)
            dialog = ExcerptsDialog(shares, session.document.metadata.issuer, proposed, self._window)
            if not dialogs.run(dialog):
                return
            report = write_excerpts(self._window, session.analysis, dialog.path(), dialog.wishes())
        except UserError as error:
            self._tell(error)
            return
        if report is None:
            self.done.emit("已取消，没有写入征求意见稿。")
            return
        self.done.emit(f"已为{report.written}个单位导出征求意见稿到“{report.path}”。")
        tell_excerpts(self._window, report)

    def compare(self) -> None:
        """Compare the plan with another version, or with a file that came back, and take over what is wanted."""
        from editor.ui import dialogs
        from editor.ui.compare_dialog import CompareDialog

        session = self.session
        path = choose_open(self._window, "与另一版对比", self._settings.folder, VERSIONS) if session else None
        if session is not None and path is not None:
            self._finish_typing()
            dialogs.run(CompareDialog(session, path, self.plan_name, self._window))

    def finished_document(self) -> Document | None:
        """Return the plan with all that was typed; None without one."""
        self._finish_typing()
        return self.session.document if self.session is not None else None

    def checked_document(self) -> Document | None:
        """Return the plan as it may go out; None without one, or where the user wants to mend its errors first."""
        session = self.session
        return session.document if session is not None and self._may_export(session) else None

    def place_for(self, suffix: str) -> Path:
        """Return where a file made of the plan is proposed: beside it, under its name."""
        own = self.session.path if self.session is not None else None
        return (own.parent if own is not None else self._folder()) / file_name(self.plan_name, suffix)

    def _may_export(self, session: Session) -> bool:
        """Return whether the text is complete and without errors, or the user exports it all the same."""
        from editor.ui import dialogs
        from validators.diagnostic import Severity

        self._finish_typing()
        errors = [one for one in session.diagnostics if one.severity is Severity.ERROR]
        return dialogs.confirm_export(self._window, errors)

    def restore(self, recovered: "Recovered") -> None:
        """Go on with unsaved work of a program that ended without saving; it is unsaved still."""
        from editor.ui.recovery_dialog import recovered_session

        self._become(recovered_session(recovered))
        recovered.discard()
        self.done.emit("已恢复上次没有保存的内容，请检查后保存。")

    def _open(self, path: Path, tell: Callable[[UserError], None]) -> None:
        """Open a plan before there is a window; its check follows when the window has been seen."""
        try:
            session, warning = Session.open(path)
        except UserError as error:
            tell(error)
            return
        self._take(path, session, warning, tell)

    def _open_beside(self, path: Path) -> None:
        """Open and check a plan while the window stays alive."""
        try:
            found = run_long(self._window, f"正在打开“{path.name}”…", partial(file_work.open_plan, path))
        except UserError as error:
            self._tell(error)
            return
        if found is None:
            self.done.emit(f"已取消，没有打开“{path.name}”。")
        else:
            self._take(path, *found, self._tell)

    def _take(self, path: Path, session: Session, warning: str, tell: Callable[[UserError], None]) -> None:
        self._become(session)
        self._remember(path)
        if warning:
            tell(UserError(warning))

    def _tell(self, error: UserError) -> None:
        from editor.ui import dialogs

        dialogs.show_error(self._window, error)

    def _tell_later(self, error: UserError) -> None:
        self._waiting = partial(self._tell, error)

    def _import(self, path: Path) -> None:
        from editor.ui import dialogs

        if not self.may_leave():
            return
        try:
            found = run_long(self._window, f"正在导入“{path.name}”…", partial(file_work.import_plan, path))
        except UserError as error:
            self._tell(error)
            return
        if found is None:
            self.done.emit(f"已取消，没有导入“{path.name}”。")
            return
        session, imported = found
        self._settings.folder = str(path.resolve().parent)
        self._become(session)
        self.done.emit(f"已导入“{path.name}”，共 {len(imported.document.blocks)} 段；原文件没有改动。")
        dialogs.import_report(self._window, imported)

    def _save(self, session: Session, chosen: Path | None = None) -> bool:
        self._finish_typing()
        try:
            path = session.save(chosen)
        except UserError as error:
            self._tell(error)
            return False
        self._remember(path)
        self.done.emit(f"已保存到“{path}”。")
        return True

    def _become(self, session: Session) -> None:
        self.session = session
        self.opened.emit(session)

    def _remember(self, path: Path) -> None:
        self._settings.remember(path)
        self.recent_changed.emit()

    def _folder(self) -> Path:
        folder = Path(self._settings.folder) if self._settings.folder else Path.home()
        return folder if folder.is_dir() else Path.home()
