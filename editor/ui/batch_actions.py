"""批量检查: a folder is checked beside the window, then its files are listed with what was found."""

from functools import partial
from pathlib import Path
from typing import TYPE_CHECKING

from PySide6.QtCore import QObject, Signal
from PySide6.QtWidgets import QWidget

from editor.model.errors import UserError
from editor.settings import Settings
from editor.ui.file_actions import FileActions
from editor.ui.file_dialogs import choose_folder
from editor.ui.long_work import run_long
from editor.ui.page_worker import Ticket

if TYPE_CHECKING:
    from editor.batch.folder_check import FolderCheck


class BatchActions(QObject):
    """What concerns many files at once."""

    done = Signal(str)  # a sentence for the status bar

    def __init__(self, files: FileActions, settings: Settings, window: QWidget) -> None:
        super().__init__(window)
        self._files = files
        self._settings = settings
        self._window = window

    def check_folder(self) -> None:
        """Check all plans of a folder that the user chooses; one of them may be opened from the list."""
        from editor.ui import dialogs
        from editor.ui.batch_dialog import BatchDialog

        folder = choose_folder(self._window, "批量检查：选择文件夹", Path(self._settings.folder or Path.home()))
        if folder is None:
            return
        try:
            found = run_long(self._window, f"正在检查“{folder.name}”里的文稿…", partial(_check, folder))
        except UserError as error:
            dialogs.show_error(self._window, error)
            return
        if found is None:
            self.done.emit("已取消，没有做完批量检查。")
            return
        dialog = BatchDialog(found, self._window)
        accepted = dialogs.run(dialog)
        chosen = dialog.chosen()
        found.close()
        if accepted and chosen is not None:
            self._files.open_path(chosen)


def _check(folder: Path, ticket: Ticket) -> "FolderCheck":
    from editor.batch.folder_check import check_folder

    def tell(done: int, total: int) -> None:
        ticket.tell(done, total, f"正在检查“{folder.name}”：已检查{done}份，共{total}份")

    return check_folder(folder, tell)
