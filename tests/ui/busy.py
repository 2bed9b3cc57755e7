"""A user's hand while long work is under way: what it does is done as soon as the box is shown."""

from collections.abc import Callable

from PySide6.QtCore import Qt, QTimer
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication

from editor.ui.progress_box import ProgressBox


def when_busy(act: Callable[[ProgressBox], None]) -> list[ProgressBox]:
    """Do `act` with the next box over long work; the list returned holds it once that has happened."""
    seen: list[ProgressBox] = []

    def look() -> None:
        box = QApplication.activeModalWidget()
        if isinstance(box, ProgressBox):
            timer.stop()
            seen.append(box)
            act(box)

    timer = QTimer(interval=2)
    timer.timeout.connect(look)
    timer.start()
    _timers.append(timer)
    return seen


def press_escape(box: ProgressBox) -> None:
    """Give the work up with the keyboard."""
    QTest.keyClick(box, Qt.Key.Key_Escape)


_timers: list[QTimer] = []  # a timer without an owner would be collected before it fires
