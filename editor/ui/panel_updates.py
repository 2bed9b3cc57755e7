"""When panels hear of a change: after typing has paused for a moment, after anything else at once."""

from collections.abc import Callable, Sequence

from PySide6.QtCore import QObject, QTimer

from editor.session import Change, Origin

PAUSE = 120  # milliseconds without a key


class PanelUpdates(QObject):
    """Passes changes on to `listeners`; of several keys they hear the last, whose change holds the newest state."""

    def __init__(self, listeners: Sequence[Callable[[Change], None]], parent: QObject) -> None:
        super().__init__(parent)
        self._listeners = tuple(listeners)
        self._waiting: Change | None = None
        self._timer = QTimer(self)
        self._timer.setSingleShot(True)
        self._timer.setInterval(PAUSE)
        self._timer.timeout.connect(self.flush)

    def on_change(self, change: Change) -> None:
        """Pass on a change, at once unless the user is typing."""
        if change.origin is Origin.VIEW:
            self._waiting = change
            self._timer.start()
        else:
            self.flush()
            self._tell(change)

    def flush(self) -> None:
        """Pass on what is waiting now."""
        self._timer.stop()
        change, self._waiting = self._waiting, None
        if change is not None:
            self._tell(change)

    def forget(self) -> None:
        """Drop what is waiting: its plan is not open any more."""
        self._timer.stop()
        self._waiting = None

    def _tell(self, change: Change) -> None:
        for listener in self._listeners:
            listener(change)
