"""A file dropped on the window is opened or imported, wherever it is dropped."""

from pathlib import Path

from PySide6.QtCore import QEvent, QMimeData, QObject, QTimer, Signal
from PySide6.QtGui import QDragMoveEvent, QDropEvent
from PySide6.QtWidgets import QWidget

from editor.batch.folders import SUFFIXES


class FileDrop(QObject):
    """Watches a window and the text in it, which would take a file's name for words."""

    dropped = Signal(Path)

    def __init__(self, window: QWidget, text: QWidget) -> None:
        super().__init__(window)
        for widget in (window, text):
            widget.setAcceptDrops(True)
            widget.installEventFilter(self)

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        """Take what holds one file of a kind that can be opened; all else goes its way."""
        if not isinstance(event, QDragMoveEvent | QDropEvent) or (path := _file_in(event.mimeData())) is None:
            return super().eventFilter(watched, event)
        event.acceptProposedAction()
        if event.type() == QEvent.Type.Drop:  # the other program waits for the drop to end, a question would hold it
            QTimer.singleShot(0, self, lambda: self.dropped.emit(path))
        return True


def _file_in(data: QMimeData) -> Path | None:
    urls = data.urls()
    if len(urls) != 1 or not urls[0].isLocalFile():
        return None
    path = Path(urls[0].toLocalFile())
    return path if path.suffix.lower() in SUFFIXES else None
