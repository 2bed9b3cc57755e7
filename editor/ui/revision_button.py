"""The button that writes a 修订稿 between two versions, either of them being the 原稿."""

from functools import partial
from pathlib import Path

from PySide6.QtCore import Signal
from PySide6.QtGui import QAction
from PySide6.QtWidgets import QMenu, QPushButton, QWidget

from editor.model.document import Document
from editor.model.errors import UserError
from editor.session import Session
from editor.ui import dialogs
from editor.ui.compare_work import write_between
from editor.ui.file_dialogs import WORD, choose_save, file_name
from editor.ui.page_worker import Worker


class RevisionButton(QPushButton):
    """Writes in another thread; `said` are sentences for the dialog. The plan is called `name`, the other is `path`."""

    said = Signal(str)

    def __init__(self, session: Session, name: str, path: Path, parent: QWidget) -> None:
        super().__init__("导出修订稿", parent)
        self.setAutoDefault(False)
        self.setEnabled(False)
        self._session, self._name, self._path = session, name, path
        self._other: Document | None = None
        self._writer = Worker(self)
        self._writer.answered.connect(self._on_written)
        self._writer.failed.connect(self._on_unwritable)
        menu = QMenu(self)
        for text, does in (
            ("以本文为原稿，标出对方的改动…", self.write_theirs),
            ("以对方为原稿，标出本文的改动…", self.write_mine),
        ):
            action = QAction(text, menu)
            action.triggered.connect(does)
            menu.addAction(action)
        self.setMenu(menu)

    def offer(self, other: Document) -> None:
        """Make the button ready for the other version."""
        self._other = other
        self.setEnabled(True)

    def stop(self) -> None:
        """Give up what is being written."""
        self._writer.drop()

    def write_theirs(self) -> None:
        """Write a 修订稿 from the plan, as it is now, to the other version."""
        if self._other is not None:
            self._write(self._session.document, self._other, self._path.stem)

    def write_mine(self) -> None:
        """Write a 修订稿 from the other version to the plan as it is now."""
        if self._other is not None:
            self._write(self._other, self._session.document, self._name)

    def _write(self, old: Document, new: Document, author: str) -> None:
        folder = (self._session.path or self._path).parent
        path = choose_save(self, "导出修订稿", folder / file_name(f"{self._name}（修订稿）", ".docx"), WORD)
        if path is not None:
            self.setEnabled(False)
            self.said.emit("正在写修订稿…")
            self._writer.ask(partial(write_between, old, new, path, author))

    def _on_written(self, path: Path) -> None:
        self.setEnabled(True)
        self.said.emit(f"修订稿已写入“{path.name}”，在 Word 或 WPS 的“审阅”中可以逐处接受或拒绝。")

    def _on_unwritable(self, error: UserError) -> None:
        self.setEnabled(True)
        self.said.emit("")
        dialogs.show_error(self, error)
