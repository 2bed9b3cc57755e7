"""One piece of work at a time beside the UI thread, given up as soon as nobody wants its answer."""

from collections.abc import Callable
from functools import partial
from threading import Lock
from time import perf_counter, sleep

from PySide6.QtCore import QObject, QThreadPool, Signal

from editor.model.errors import UserError

_TURN = 0.002  # seconds the work holds Python before the UI thread may have it
_PAUSE = 0.0003

Work = Callable[["Ticket"], object]


class Dropped(Exception):
    """Ends work whose answer nobody wants any more."""


class Ticket:
    """What the work holds: it asks here, often, whether it is still wanted, and tells how far it has come."""

    def __init__(self) -> None:
        self._dropped = self._committed = False
        self._lock = Lock()  # between giving up and writing there is one winner
        self._turn = perf_counter()
        self.told = (0, 0, "")  # steps done, steps in all (0: not known), what is at hand

    @property
    def is_committed(self) -> bool:
        """Return whether the work has begun what cannot be given up."""
        return self._committed

    def drop(self) -> bool:
        """End the work at its next `check`; False where it is past `commit`, and will be done."""
        with self._lock:
            self._dropped = not self._committed
            return self._dropped

    def commit(self) -> None:
        """Begin what cannot be given up, as writing a file; raises Dropped where the work is not wanted any more."""
        with self._lock:
            if self._dropped:
                raise Dropped
            self._committed = True

    def tell(self, done: int, total: int, words: str) -> None:
        """Say how far the work has come; raises Dropped as `check` does."""
        self.told = (done, total, words)
        self.check()

    def check(self) -> None:
        """Let the UI thread have its turn; raises Dropped where the work is not wanted any more."""
        if self._dropped:
            raise Dropped
        if perf_counter() - self._turn > _TURN:
            sleep(_PAUSE)
            self._turn = perf_counter()


class _Run(QObject):
    """One piece of work: it runs in a thread of the pool and tells the UI thread of its end."""

    ended = Signal(object)

    def __init__(self, work: Work) -> None:
        super().__init__()
        self._work = work
        self.ticket = Ticket()
        self.answer: object = None
        self.error: Exception | None = None
        self.is_over = False

    def work(self) -> None:
        try:
            self.answer = self._work(self.ticket)
        except Exception as error:  # raised again in the UI thread
            self.error = error
        self.ended.emit(self)
        self.is_over = True


_runs: set[_Run] = set()  # a run lives until the UI thread has heard of it, also where who asked does not


def _drop(runs: list[_Run]) -> None:
    for run in runs:
        run.ticket.drop()


class Worker(QObject):
    """Does what is asked in another thread; only the answer to the last question is passed on."""

    answered = Signal(object)
    failed = Signal(object)  # the UserError
    over = Signal()  # after either, and where the work broke down

    def __init__(self, parent: QObject) -> None:
        super().__init__(parent)
        self._run: _Run | None = None
        self._asked: list[_Run] = []
        self.destroyed.connect(partial(_drop, self._asked))

    @property
    def is_busy(self) -> bool:
        """Return whether an answer is awaited."""
        return self._run is not None

    def ask(self, work: Work) -> Ticket:
        """Begin a piece of work, and give the one before up; returns what the work holds."""
        self.drop()
        _runs.difference_update([run for run in _runs if run.is_over])
        run = self._run = _Run(work)
        _runs.add(run)
        self._asked[:] = [run]
        run.ended.connect(self._on_ended)
        QThreadPool.globalInstance().start(run.work)
        return run.ticket

    def drop(self) -> None:
        """Give up the work under way."""
        if self._run is not None:
            self._run.ticket.drop()
            self._run = None

    def _on_ended(self, run: _Run) -> None:
        if run is not self._run:
            return
        self._run = None
        if run.error is None:
            self.answered.emit(run.answer)
        elif isinstance(run.error, UserError):
            self.failed.emit(run.error)
        self.over.emit()
        if run.error is not None and not isinstance(run.error, UserError):
            raise run.error
