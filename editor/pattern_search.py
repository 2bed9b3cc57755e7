"""Regular expressions run in a process of their own: one that never ends is stopped, the window stays alive."""

from collections.abc import Collection, Sequence
from time import monotonic
from typing import TYPE_CHECKING

from editor.model.finding import BadPattern, Hit, Passage, Query, find

if TYPE_CHECKING:  # loading these takes as long as making a window
    from multiprocessing.connection import Connection
    from multiprocessing.process import BaseProcess

_LIMIT = 2.0  # seconds an expression may take
_START = 20.0  # seconds until the process has started, on a slow machine

_Question = tuple[Query, Sequence[Passage], str, tuple[str, ...]]


class PatternSearch:
    """One process that is started when first needed, stopped with `close`, and replaced when it had to be stopped.

    Nothing here waits: `ask`, then `poll` now and then. A new question takes the place of the one before.
    """

    def __init__(self, limit: float = _LIMIT) -> None:
        self._limit = limit
        self._process: BaseProcess | None = None
        self._pipe: Connection | None = None
        self._question: _Question | None = None  # what the process has not been told yet
        self._is_ready = False  # the process waits for a question
        self._until = 0.0  # when it must have answered, or be ready

    def start(self) -> None:
        """Start the process, so that the first search need not wait for it."""
        if self._process is None or not self._process.is_alive():
            from multiprocessing import get_context

            context = get_context("spawn")
            self._pipe, theirs = context.Pipe()
            self._process = context.Process(target=_serve, args=(theirs,), daemon=True)
            self._process.start()
            theirs.close()
            self._is_ready = False

    def ask(self, query: Query, searched: Sequence[Passage], new: str = "", words: Collection[str] = ()) -> None:
        """Look for what finding.find returns; what is being looked for is given up."""
        if self._until and self._question is None:  # it is at work on another question
            self.close()
        self.start()
        self._question = query, searched, new, tuple(words)
        self._until = monotonic() + _START

    def poll(self) -> tuple[Hit, ...] | None:
        """Return the answer once it is there, None before; raises BadPattern, also for what takes too long."""
        try:
            answer = self._receive()
        except (EOFError, OSError) as error:
            self.close()
            raise BadPattern("这个表达式没能查完，请写得简单一些。") from error
        if isinstance(answer, str):
            raise BadPattern(answer)
        return answer

    def _receive(self) -> tuple[Hit, ...] | str | None:
        pipe = self._pipe
        if pipe is None or not self._until:
            return None
        if not self._is_ready and self._question is not None and pipe.poll():
            self._is_ready = bool(pipe.recv())
        if self._is_ready and self._question is not None:
            pipe.send(self._question)
            self._question, self._is_ready, self._until = None, False, monotonic() + self._limit
        if self._question is None and pipe.poll():
            answer: tuple[Hit, ...] | str = pipe.recv()
            self._until = 0.0
            return answer
        if monotonic() > self._until:
            was_started = self._question is None
            self.close()
            if was_started:
                return "这个表达式查得太久，已经停止；请写得具体一些，少用嵌套的 * 和 +。"
            return "没能开始查找，请再试一次。"
        return None

    def close(self) -> None:
        """Stop the process."""
        if self._process is not None:
            self._process.kill()
            self._process.join()
            self._process.close()
        if self._pipe is not None:
            self._pipe.close()
        self._process = self._pipe = self._question = None
        self._until = 0.0


def _serve(pipe: "Connection") -> None:
    """Say that it is ready, answer a search, and again, until the other end has gone."""
    try:
        while True:
            pipe.send(True)
            query, searched, new, words = pipe.recv()
            try:
                pipe.send(find(query, searched, new, words))
            except BadPattern as error:
                pipe.send(str(error))
    except (EOFError, BrokenPipeError, ConnectionResetError, KeyboardInterrupt):
        return  # the window has gone
