"""The superior's plan (上级方案) of the open plan: choosing a file, reading it in another thread, giving it up."""

from collections.abc import Callable
from functools import partial
from pathlib import Path

from PySide6.QtCore import QObject, Signal
from PySide6.QtWidgets import QWidget

from editor import commands
from editor.model.document import Document, Superior
from editor.model.errors import UserError
from editor.session import Session
from editor.settings import Settings
from editor.ui.page_worker import Ticket, Worker

_LABEL = "选用上级方案"
_NO_TEMPLATE = UserError("这份文稿没有选用模板，不能对照上级方案。", "请用“新建”从模板起草，或者导入一份实施方案。")


class SuperiorActions(QObject):
    """What the menu 方案 does with the superior's plan; it is kept in the plan and undone like any other change."""

    done = Signal(str)  # a sentence for the status bar

    def __init__(self, settings: Settings, finish_typing: Callable[[], None], window: QWidget) -> None:
        super().__init__(window)
        self._settings = settings
        self._finish_typing = finish_typing
        self._window = window
        self._session: Session | None = None
        self._worker = Worker(self)
        self._worker.answered.connect(self._on_read)
        self._worker.failed.connect(self._tell)

    def show_session(self, session: Session) -> None:
        """Work on another plan; a file that is being read for the last one is given up."""
        self._worker.drop()
        self._session = session

    def choose(self) -> None:
        """Let the user choose the file of the superior's plan, and read it."""
        from editor.ui.file_dialogs import SUPERIORS, choose_open

        session = self._session
        if session is None:
            return
        if session.analysis.template is None:
            self._tell(_NO_TEMPLATE)
            return
        path = choose_open(self._window, _LABEL, self._settings.folder, SUPERIORS)
        if path is not None:
            self._finish_typing()
            self.done.emit(f"正在读取“{path.name}”，可以继续写。")
            self._worker.ask(partial(_read, session.document, path))

    def drop(self) -> None:
        """Hold the plan against its superior's no more."""
        session = self._session
        if session is None:
            return
        self._finish_typing()
        self._worker.drop()
        dropped = commands.set_field(session.document, "superior", None, "不再对照上级方案")
        gone = dropped is not None and session.apply(dropped)
        self.done.emit("已不再对照上级方案，可用“撤销”恢复。" if gone else "这份文稿没有选用上级方案。")

    def _on_read(self, superior: Superior) -> None:
        session = self._session
        if session is None:
            return
        self._finish_typing()
        chosen = commands.set_field(session.document, "superior", superior, _LABEL)
        if chosen is not None:
            session.apply(chosen)
        self.done.emit(f"正对照“{superior.title}”，它已存进本文稿，不再需要原文件。")

    def _tell(self, error: UserError) -> None:
        from editor.ui import dialogs

        dialogs.show_error(self._window, error)


def _read(document: Document, path: Path, ticket: Ticket) -> Superior:
    """Read the file, and check the plan under it here once: the check in the UI thread finds most of it done."""
    from dataclasses import replace

    from editor.layers import read_superior
    from templates.analysis import analyse
    from validators.engine import Validator

    superior = read_superior(path, document.template, document.metadata.layers)
    analysis = analyse(replace(document, metadata=replace(document.metadata, superior=superior)))
    for _ in Validator().steps(analysis):
        ticket.check()
    return superior
