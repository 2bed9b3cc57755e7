"""A user's answers to modal dialogs: each is given when the next dialog is shown."""

from collections.abc import Callable

from PySide6.QtCore import QTimer
from PySide6.QtWidgets import QAbstractButton, QApplication, QDialog

from editor.ui.progress_box import ProgressBox


def answer(act: Callable[[QDialog], None]) -> list[QDialog]:
    """Do `act` with the next modal dialog; the list returned holds it once that has happened."""
    seen: list[QDialog] = []

    def look() -> None:
        dialog = QApplication.activeModalWidget()
        if not isinstance(dialog, QDialog) or isinstance(dialog, ProgressBox):  # nobody is asked by that
            timer.start(5)
            return
        seen.append(dialog)
        act(dialog)

    timer = QTimer()
    timer.setSingleShot(True)
    timer.timeout.connect(look)
    timer.start(0)
    seen_timers.append(timer)
    return seen


seen_timers: list[QTimer] = []  # a timer without an owner would be collected before it fires


def press(words: str) -> Callable[[QDialog], None]:
    """Return an act that presses the button with these words."""

    def act(dialog: QDialog) -> None:
        button = next(one for one in dialog.findChildren(QAbstractButton) if one.text().replace("&", "") == words)
        button.click()

    return act
