"""The slim box over long work: what is done, how far it has come, and a button to give it up."""

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QDialog, QHBoxLayout, QLabel, QProgressBar, QPushButton, QVBoxLayout, QWidget

from editor.ui import theme


class ProgressBox(QDialog):
    """Keeps all windows from input while it is shown; Esc asks to stop, and who shows the box decides."""

    stop_asked = Signal()

    def __init__(self, words: str, parent: QWidget | None) -> None:
        super().__init__(parent)
        self.setWindowTitle("拟稿")
        self.setModal(True)  # whatever window is open: the plan must stay as it is
        self._words = QLabel(words, self)
        self._words.setTextFormat(Qt.TextFormat.PlainText)
        self._words.setWordWrap(True)
        self._bar = QProgressBar(self)
        self._bar.setRange(0, 0)
        self._bar.setTextVisible(False)
        self._bar.setAccessibleName("进度")
        self._stop = QPushButton("取消", self)
        self._stop.setAutoDefault(False)  # Enter, pressed for something else, gives nothing up
        self._stop.clicked.connect(self.stop_asked)
        row = QHBoxLayout()
        row.addWidget(self._bar, 1)
        row.addWidget(self._stop)
        layout = QVBoxLayout(self)
        layout.addWidget(self._words)
        layout.addLayout(row)
        self.setMinimumWidth(28 * theme.em(self))

    def show_step(self, done: int, total: int, words: str) -> None:
        """Show how far the work has come; without a `total` the bar only moves."""
        self._bar.setRange(0, total)
        self._bar.setValue(done)
        if words:
            self._words.setText(words)

    def show_end(self) -> None:
        """Say that it is too late to stop: what was made is written."""
        if self._stop.isEnabled():
            self._stop.setEnabled(False)
            self.show_step(0, 0, "正在写入文件…")

    def reject(self) -> None:
        """Ask to stop (Esc, the window's cross)."""
        if self._stop.isEnabled():
            self.stop_asked.emit()
