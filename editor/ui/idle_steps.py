"""Long work in small steps between the events of the window, so that no key has to wait for it."""

from collections.abc import Iterator
from time import perf_counter

from PySide6.QtCore import QEvent, QObject, QTimer, Signal
from PySide6.QtWidgets import QWidget

_PAUSE = 50  # milliseconds after a key
_SLICE = 0.004  # seconds at a time; a step that takes longer is still done whole


class IdleSteps(QObject):
    """Goes through an iterator whenever the window has nothing else to do; `finished` tells that it came to the end."""

    finished = Signal()

    def __init__(self, parent: QObject) -> None:
        super().__init__(parent)
        self._steps: Iterator[None] | None = None
        self._timer = QTimer(self)
        self._timer.timeout.connect(self._run)

    def start(self, steps: Iterator[None]) -> None:
        """Begin, in place of what may be running."""
        self._steps = steps
        self._timer.start(0)

    def stop(self) -> None:
        """Leave off."""
        self._timer.stop()
        self._steps = None

    def hold(self) -> None:
        """Let the user type: go on after a pause, or a slice would stand between each key and its paint."""
        if self._steps is not None:
            self._timer.start(_PAUSE)

    def _run(self) -> None:
        self._timer.setInterval(0)
        steps, end = self._steps, perf_counter() + _SLICE
        if steps is None:
            return
        for _ in steps:
            if self._steps is not steps or perf_counter() >= end:
                return
        if self._steps is steps:
            self.stop()
            self.finished.emit()


class FirstPaint(QObject):
    """Emits `painted` once, after a widget has first been painted."""

    painted = Signal()

    def __init__(self, widget: QWidget, parent: QObject) -> None:
        super().__init__(parent)
        self._is_over = False
        widget.installEventFilter(self)

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        """Wait for the paint."""
        if event.type() == QEvent.Type.Paint and not self._is_over:
            self._is_over = True
            watched.removeEventFilter(self)
            QTimer.singleShot(0, self, self.painted.emit)
        return False
