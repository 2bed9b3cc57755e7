"""The one way to do what may take long: in another thread, while a slim box says so and lets the user give it up.

The work is a function of values that do not change (a Document, an Analysis, a path) and touches no widget. What it
writes, it writes after `Ticket.commit`: work that was given up has then changed nothing.
"""

import sys
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from dataclasses import dataclass
from pathlib import Path
from typing import TypeVar, cast

from PySide6.QtCore import QCoreApplication, QEventLoop, QTimer
from PySide6.QtWidgets import QWidget

from editor.model.errors import UserError
from editor.model.files import refuse_open, write_atomically
from editor.ui.page_worker import Dropped, Ticket, Worker
from editor.ui.progress_box import ProgressBox

_Answer = TypeVar("_Answer")
PATIENCE = 300  # milliseconds before the box is shown: quick work must not flash
_LOOK = 100  # milliseconds between two looks at how far the work has come
_TURN = 0.0005  # seconds that the work may keep Python while the window wants it
_under_way: list["_Watch"] = []


@dataclass(frozen=True, slots=True)
class _Broken:
    """What the work raised, on its way to who asked for it."""

    error: Exception


def run_long(parent: QWidget, words: str, work: Callable[[Ticket], _Answer]) -> _Answer | None:
    """Return what `work` comes to, None where the user gives it up; no window takes input meanwhile.

    Raises what the work raises, and UserError while other work is under way.
    """
    if _under_way:
        raise UserError("上一项工作还没有做完。", "请等它做完，或先取消它，再试一次。")
    watch = _Watch(parent, words)
    _under_way.append(watch)
    try:
        with _short_turns():
            answer = watch.run(work)
    finally:
        _under_way.clear()
    if isinstance(answer, _Broken):
        raise answer.error
    return cast("_Answer | None", answer)


def give_up() -> bool:
    """Give up the work under way, as the user does; returns whether there is any."""
    for watch in _under_way:
        watch.stop()
    return bool(_under_way)


def write_made(path: Path, make: Callable[[], bytes], ticket: Ticket) -> Path:
    """Write what `make` returns to `path` and return it, unless given up before; raises UserError as both do."""
    refuse_open(path)
    data = make()
    ticket.commit()
    write_atomically(path, data)
    return path


class _Watch:
    """One piece of work, what waits for it, and the box."""

    def __init__(self, parent: QWidget, words: str) -> None:
        self._loop = QEventLoop()
        self._worker = Worker(cast("QCoreApplication", QCoreApplication.instance()))
        self._box = ProgressBox(words, parent)
        self._ticket = Ticket()
        self._came: list[object] = []
        self._is_over = False

    def run(self, work: Callable[[Ticket], object]) -> object:
        """Return the answer, None where it was given up."""
        self._box.stop_asked.connect(self.stop)
        self._worker.answered.connect(self._came.append)
        self._worker.over.connect(self._end)
        self._ticket = self._worker.ask(lambda ticket: _attempt(work, ticket))
        self._wait()
        self._box.hide()
        self._box.deleteLater()
        self._worker.deleteLater()
        return self._came[0] if self._came else None

    def stop(self) -> None:
        """Give the work up, or say that it is too late."""
        if self._ticket.drop():
            self._worker.drop()
            self._end()
        else:
            self._box.show_end()

    def _wait(self) -> None:
        """Handle events until the work is over; keys and clicks wait at first, then they go to the box."""
        first = QTimer(singleShot=True, interval=PATIENCE)
        first.timeout.connect(self._loop.quit)
        first.start()
        if not self._is_over:
            self._loop.exec(QEventLoop.ProcessEventsFlag.ExcludeUserInputEvents)
        if not self._is_over:
            look = QTimer(interval=_LOOK)
            look.timeout.connect(self._show_step)
            look.start()
            self._show_step()
            self._box.show()
            self._loop.exec()
            look.stop()

    def _show_step(self) -> None:
        if self._ticket.is_committed:
            self._box.show_end()
        elif any(self._ticket.told):
            self._box.show_step(*self._ticket.told)

    def _end(self) -> None:
        self._is_over = True
        self._loop.quit()


def _attempt(work: Callable[[Ticket], object], ticket: Ticket) -> object:
    try:
        return work(ticket)
    except Dropped:
        raise
    except Exception as error:  # raised again by `run_long`
        return _Broken(error)


@contextmanager
def _short_turns() -> Iterator[None]:
    """Let the window have Python soon after it asks: pure Python work would keep it 5 ms, at every single call."""
    before = sys.getswitchinterval()
    sys.setswitchinterval(min(_TURN, before))
    try:
        yield
    finally:
        sys.setswitchinterval(before)
