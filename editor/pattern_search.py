"""Regular expressions run in a process of their own: one that never ends is stopped, the window stays alive."""

from collections.abc import Collection, Sequence
from typing import TYPE_CHECKING

from editor.model.finding import BadPattern, Hit, Passage, Query, find

if TYPE_CHECKING:  # loading these takes as long as making a window
    from multiprocessing.connection import Connection
    from multiprocessing.process import BaseProcess

_LIMIT = 2.0  # seconds an expression may take
_START = 20.0  # seconds until the process has started, on a slow machine


class PatternSearch:
    """One process that is started when first needed, stopped with `close`, and replaced when it had to be stopped."""

    def __init__(self, limit: float = _LIMIT) -> None:
        self._limit = limit
        self._process: BaseProcess | None = None
        self._pipe: Connection | None = None

    def start(self) -> None:
        """Start the process, so that the first search need not wait for it."""
        if self._process is None or not self._process.is_alive():
            from multiprocessing import get_context

            context = get_context("spawn")
            self._pipe, theirs = context.Pipe()
            self._process = context.Process(target=_serve, args=(theirs,), daemon=True)
            self._process.start()
            theirs.close()

    def find(
        self, query: Query, searched: Sequence[Passage], new: str = "", words: Collection[str] = ()
    ) -> tuple[Hit, ...]:
        """Return what finding.find returns; raises BadPattern also for an expression that takes too long."""
        if not query.is_pattern:
            return find(query, searched, new, words)
        self.start()
        pipe = self._pipe
        if pipe is None or not pipe.poll(_START) or not pipe.recv():
            self.close()
            raise BadPattern("没能开始查找，请再试一次。")
        pipe.send((query, searched, new, tuple(words)))
        if not pipe.poll(self._limit):
            self.close()
            raise BadPattern("这个表达式查得太久，已经停止；请写得具体一些，少用嵌套的 * 和 +。")
        try:
            answer = pipe.recv()
        except EOFError as error:
            self.close()
            raise BadPattern("这个表达式没能查完，请写得简单一些。") from error
        if isinstance(answer, str):
            raise BadPattern(answer)
        found: tuple[Hit, ...] = answer
        return found

    def close(self) -> None:
        """Stop the process."""
        if self._process is not None:
            self._process.kill()
            self._process.join()
            self._process.close()
        if self._pipe is not None:
            self._pipe.close()
        self._process = self._pipe = None


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
