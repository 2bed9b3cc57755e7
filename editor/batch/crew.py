"""Processes that work through tasks, one at a time each; one that dies or hangs costs the task it had and no more."""

import signal
import time
from collections.abc import Callable, Iterable, Iterator, Sequence
from enum import StrEnum
from itertools import islice
from multiprocessing import get_context
from multiprocessing.connection import Connection, wait
from typing import Generic, TypeVar

_Result = TypeVar("_Result")
PATIENCE = 120.0  # seconds that one task may take
_FAREWELL = 5.0  # seconds that a process gets to end by itself


class Lost(StrEnum):
    """Why a task has no result."""

    DIED = "died"  # its process was killed, mostly for want of memory
    HUNG = "hung"  # it took longer than anybody waits


def results(
    tasks: Iterable[str],
    prepare: Callable[..., Callable[[str], _Result]],
    arguments: tuple[object, ...],
    size: int,
    patience: float = PATIENCE,
) -> Iterator[tuple[str, _Result | Lost]]:
    """Yield every task with its result, as they come, from `size` processes.

    `prepare(*arguments)` is called once in every process and returns what does a task; both are found by their
    names, for processes are started anew and share nothing. All are ended when the iteration ends, however it does.
    """
    waiting = iter(tasks)
    workers: list[_Worker[_Result]] = [_Worker(prepare, arguments, task) for task in islice(waiting, size)]
    try:
        while workers:
            for worker in _finished(workers, patience):
                outcome = worker.outcome()
                yield worker.task, outcome
                workers.remove(worker)
                task = next(waiting, None)
                if task is None or isinstance(outcome, Lost):
                    worker.dismiss()
                    workers += [_Worker(prepare, arguments, task)] if task is not None else []
                else:
                    worker.give(task)
                    workers.append(worker)
    finally:
        for worker in workers:
            worker.dismiss(at_once=True)


class _Worker(Generic[_Result]):
    """One process and the task it has."""

    def __init__(
        self, prepare: Callable[..., Callable[[str], _Result]], arguments: tuple[object, ...], task: str
    ) -> None:
        context = get_context("spawn")  # the same everywhere, and safe beside threads
        self.connection, theirs = context.Pipe()
        self._process = context.Process(target=_serve, args=(theirs, prepare, arguments), daemon=True)
        self._process.start()
        theirs.close()  # so that the connection ends when the process does
        self.give(task)

    def give(self, task: str) -> None:
        """Hand over a task; a process that is gone shows it when its outcome is asked for."""
        self.task = task
        self.since = time.monotonic()
        try:
            self.connection.send(task)
        except OSError:
            self.connection.close()

    def outcome(self) -> _Result | Lost:
        """Return the result of the task, or why there is none."""
        try:
            if not self.connection.poll():
                return Lost.HUNG
            result: _Result = self.connection.recv()
        except (EOFError, OSError):
            return Lost.DIED
        return result

    def dismiss(self, *, at_once: bool = False) -> None:
        """End the process."""
        self.connection.close()
        self._process.join(0 if at_once else _FAREWELL)
        if self._process.is_alive():
            self._process.kill()
            self._process.join()


def _finished(workers: Sequence[_Worker[_Result]], patience: float) -> list[_Worker[_Result]]:
    """Wait until a worker has something to say, or has said nothing for too long; return those."""
    broken = [worker for worker in workers if worker.connection.closed]
    if broken:
        return broken
    oldest = min(worker.since for worker in workers)
    ready = wait([worker.connection for worker in workers], max(oldest + patience - time.monotonic(), 0))
    late = time.monotonic() - patience
    return [worker for worker in workers if worker.connection in ready or worker.since <= late]


def _serve(
    connection: Connection, prepare: Callable[..., Callable[[str], object]], arguments: tuple[object, ...]
) -> None:
    signal.signal(signal.SIGINT, signal.SIG_IGN)  # the first process decides what an interruption means
    work = prepare(*arguments)
    while True:
        try:
            task = connection.recv()
        except EOFError:
            return
        connection.send(work(task))
