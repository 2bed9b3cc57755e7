"""When panels hear of a change: after typing has paused for a moment, after anything else when the text is painted."""

from collections.abc import Callable, Iterator, Sequence
from dataclasses import replace

from PySide6.QtCore import QObject, QTimer

from editor.session import Change, Origin, Session
from editor.ui.idle_steps import IdleSteps

PAUSE = 50  # milliseconds without a key


class PanelUpdates(QObject):
    """Passes changes on to `listeners`; of several they hear the last, whose change holds the newest state.

    First the check is completed, then the listeners hear of it, all in small steps, which the next change interrupts.
    """

    def __init__(self, listeners: Sequence[Callable[[Change], None]], parent: QObject) -> None:
        super().__init__(parent)
        self._listeners = tuple(listeners)
        self._session: Session | None = None
        self._waiting: Change | None = None
        self._steps = IdleSteps(self)
        self._timer = QTimer(self)
        self._timer.setSingleShot(True)
        self._timer.setInterval(PAUSE)
        self._timer.timeout.connect(self._on_pause)

    def add(self, *listeners: Callable[[Change], None]) -> None:
        """Tell these, too, after the others."""
        self._listeners = (*self._listeners, *listeners)

    def show_session(self, session: Session) -> None:
        """Drop what is waiting, its plan is not open any more, and follow another."""
        self._stop()
        self._waiting = None
        self._session = session

    def on_change(self, change: Change) -> None:
        """Pass on a change, soon where the user is not typing."""
        self._stop()
        before = self._waiting
        if (
            before is not None and before.transaction is not None and change.transaction is None
        ):  # a save says nothing of what was changed before it
            change = replace(change, transaction=before.transaction)
        self._waiting = change
        if change.origin is Origin.VIEW:
            self._timer.start()
        else:
            self._on_pause()

    def hold(self) -> None:
        """Wait for another pause: the user is typing though the text has not changed (an input method composes)."""
        if self._waiting is not None:
            self._stop()
            self._timer.start()

    @property
    def is_waiting(self) -> bool:
        """Return whether somebody is still to hear of what has changed."""
        return self._waiting is not None

    def flush(self) -> None:
        """Pass on what is waiting now."""
        self._stop()
        if self._waiting is not None:
            for _ in self._telling(self._waiting):
                pass

    def _stop(self) -> None:
        self._timer.stop()
        self._steps.stop()

    def _on_pause(self) -> None:
        if self._waiting is not None:
            self._steps.start(self._telling(self._waiting))

    def _telling(self, change: Change) -> Iterator[None]:
        if self._session is not None:
            yield from self._session.check()
        for listener in self._listeners:
            listener(change)
            yield
        self._waiting = None
