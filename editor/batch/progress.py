"""How far a long check has come, on one line of the terminal."""

import time
from typing import TextIO

_EVERY = 0.2  # seconds between two states on a terminal
_EVERY_LINE = 5.0  # where each state is a line of its own


class Progress:
    """Writes the state of a run to `stream`: over and over on a terminal, now and then elsewhere, or never."""

    def __init__(self, total: int, stream: TextIO, *, shown: bool) -> None:
        self._total, self._stream, self._shown = total, stream, shown
        self._over = stream.isatty()
        self._started = self._last = time.monotonic()
        self._done = self._checked = 0

    def count(self, *, checked: bool) -> None:
        """Take note of one more file, just `checked` or known from before."""
        self._done += 1
        self._checked += checked
        now = time.monotonic()
        if now - self._last >= (_EVERY if self._over else _EVERY_LINE):
            self._last = now
            self._write(now)

    def end(self) -> None:
        """Write the last state, and leave the line."""
        self._write(time.monotonic())
        if self._shown and self._over:
            self._stream.write("\n")

    def _write(self, now: float) -> None:
        if self._shown:
            line = f"已检查 {self._done}/{self._total} 份{self._rest(now)}"
            self._stream.write(f"\r{line:<40}" if self._over else f"{line}\n")
            self._stream.flush()

    def _rest(self, now: float) -> str:
        left = self._total - self._done
        if not left or not self._checked:
            return ""
        seconds = left * (now - self._started) / self._checked
        return f"，约剩 {seconds / 60:.0f} 分钟" if seconds >= 90 else f"，约剩 {seconds:.0f} 秒"
