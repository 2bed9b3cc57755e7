"""Files dropped on the window: one is opened like by the menu, anything else is answered with a sentence."""

from pathlib import Path

from PySide6.QtCore import QEvent, QMimeData, QObject, QTimer, Signal
from PySide6.QtGui import QDropEvent
from PySide6.QtWidgets import QWidget

from editor.batch.folders import SUFFIXES

_DRAGS = (QEvent.Type.DragEnter, QEvent.Type.DragMove, QEvent.Type.Drop)


class DroppedFiles(QObject):
    """Looks at what is dragged over some widgets before they do; only files are taken."""

    chosen = Signal(str)  # path of the file to open, once the program it was dragged from is free again
    said = Signal(str)  # a sentence: why nothing is opened

    def __init__(self, parent: QObject, *targets: QWidget) -> None:
        super().__init__(parent)
        for target in targets:
            target.setAcceptDrops(True)
            target.installEventFilter(self)

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        """Take drags of files on this computer."""
        if event.type() not in _DRAGS or not isinstance(event, QDropEvent) or not _files(event.mimeData()):
            return super().eventFilter(watched, event)
        event.acceptProposedAction()
        if event.type() == QEvent.Type.Drop:
            self._open(_files(event.mimeData()))
        return True

    def _open(self, files: list[Path]) -> None:
        if len(files) > 1:
            self.said.emit("一次只能打开一份文件，请逐份拖入。")
        elif files[0].is_dir():
            self.said.emit(f"“{files[0].name}”是文件夹，请拖入其中的一份文件（拟稿、Word、文本或网页文件）。")
        elif files[0].suffix.lower() not in SUFFIXES:
            self.said.emit(f"“{files[0].name}”不是能打开的文件，请拖入拟稿、Word、文本或网页文件。")
        else:
            QTimer.singleShot(0, self, lambda: self.chosen.emit(str(files[0])))


def _files(data: QMimeData) -> list[Path]:
    return [Path(url.toLocalFile()) for url in data.urls() if url.isLocalFile()] if data.hasUrls() else []
