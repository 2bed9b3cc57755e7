"""How much is selected, counted when the selection has come to rest; a key without a selection costs nothing."""

from PySide6.QtCore import QObject, QTimer, Signal
from PySide6.QtWidgets import QTextEdit

_REST = 80  # milliseconds


class SelectionCount(QObject):
    """Emits `counted` with the length of the selection as Word counts it (字数), None when nothing is selected."""

    counted = Signal(object)

    def __init__(self, view: QTextEdit, parent: QObject) -> None:
        super().__init__(parent)
        self._view = view
        self._is_shown = False
        self._timer = QTimer(self)
        self._timer.setSingleShot(True)
        self._timer.setInterval(_REST)
        self._timer.timeout.connect(self._count)
        view.selectionChanged.connect(self._on_selection)

    def _on_selection(self) -> None:
        if self._view.textCursor().hasSelection():
            self._timer.start()
            return
        self._timer.stop()
        if self._is_shown:
            self._is_shown = False
            self.counted.emit(None)

    def _count(self) -> None:
        from editor.model.word_count import count_texts

        self._is_shown = True
        self.counted.emit(count_texts(self._view.textCursor().selectedText().split("\u2029")).words)
