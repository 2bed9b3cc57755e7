"""The menu of the recent plans."""

from collections.abc import Sequence
from pathlib import Path

from PySide6.QtCore import Signal
from PySide6.QtGui import QAction
from PySide6.QtWidgets import QMenu, QWidget

from editor.ui import theme


class RecentMenu(QMenu):
    """Lists recent files by name and tells which one was chosen."""

    file_chosen = Signal(str)

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__("最近文件", parent)
        self.setIcon(theme.icon("recent"))
        self.setToolTipsVisible(True)

    def show_files(self, files: Sequence[str]) -> None:
        """List these files, newest first."""
        self.clear()
        for name in files:
            action = QAction(Path(name).name.replace("&", "&&"), self)
            action.setData(name)
            action.setToolTip(name)
            action.triggered.connect(self._on_triggered)
            self.addAction(action)
        self.setEnabled(bool(files))

    def _on_triggered(self) -> None:
        action = self.sender()
        if isinstance(action, QAction):
            self.file_chosen.emit(action.data())
