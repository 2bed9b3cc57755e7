"""Undo and redo over transactions: groups typing, remembers which state is saved."""

from collections.abc import Callable
from dataclasses import dataclass
from time import monotonic

from editor.model.document import Document
from editor.model.edits import ReplaceBlocks, Transaction

TYPING = "输入"
_PAUSE = 1.0  # seconds without typing that end a group
_LIMIT = 10_000  # transactions kept: a long day of typing, some 5 MB


@dataclass(frozen=True, slots=True)
class _Entry:
    transaction: Transaction
    at: float


class History:
    """What was done to one document, in order; every transaction given here has been applied already."""

    def __init__(self, clock: Callable[[], float] = monotonic) -> None:
        self._clock = clock
        self._done: list[_Entry] = []
        self._undone: list[_Entry] = []
        self._saved: Transaction | None = None
        self._saved_reachable = True
        self._open = False

    def record(self, transaction: Transaction) -> None:
        """Remember an applied transaction; typing in one place without a pause becomes one undo step."""
        if self._saved is not None and any(entry.transaction is self._saved for entry in self._undone):
            self._saved_reachable = False  # the saved state lay ahead and is cut off
        self._undone.clear()
        now = self._clock()
        last = self._done[-1] if self._done else None
        merged = None
        if last is not None and self._open and now - last.at < _PAUSE and last.transaction is not self._saved:
            merged = _merge(last.transaction, transaction)
        if merged is not None:
            self._done[-1] = _Entry(merged, now)
        else:
            self._done.append(_Entry(transaction, now))
        self._open = transaction.label == TYPING
        if len(self._done) > _LIMIT:
            del self._done[0]
            self._saved_reachable = self._saved_reachable and self._saved is not None and self._saved_in_done()

    def _saved_in_done(self) -> bool:
        return any(entry.transaction is self._saved for entry in self._done)

    def undo(self, document: Document) -> tuple[Document, Transaction] | None:
        """Return the document before the last transaction and the inverse that was applied, None at the start."""
        if not self._done:
            return None
        entry = self._done[-1]
        inverse = entry.transaction.invert()
        result = inverse.apply(document)
        self._undone.append(self._done.pop())
        self._open = False
        return result, inverse

    def redo(self, document: Document) -> tuple[Document, Transaction] | None:
        """Return the document after the last undone transaction and that transaction, None if there is none."""
        if not self._undone:
            return None
        entry = self._undone[-1]
        result = entry.transaction.apply(document)
        self._done.append(self._undone.pop())
        self._open = False
        return result, entry.transaction

    def close_group(self) -> None:
        """End the running group of typing: the caret moved, the focus left, a save happened."""
        self._open = False

    def mark_saved(self) -> None:
        """Remember that the present state is the one on disk."""
        self._saved = self._done[-1].transaction if self._done else None
        self._saved_reachable = True
        self._open = False

    @property
    def is_saved(self) -> bool:
        """Return whether the present state is the one on disk."""
        return self._saved_reachable and (self._done[-1].transaction if self._done else None) is self._saved

    @property
    def transactions(self) -> tuple[Transaction, ...]:
        """Return all that is remembered, the done ones first."""
        return tuple(entry.transaction for entry in (*self._done, *self._undone))

    @property
    def undo_label(self) -> str | None:
        """Return what the next undo takes back, None if there is nothing."""
        return self._done[-1].transaction.label if self._done else None

    @property
    def redo_label(self) -> str | None:
        """Return what the next redo brings back, None if there is nothing."""
        return self._undone[-1].transaction.label if self._undone else None


def _merge(first: Transaction, second: Transaction) -> Transaction | None:
    """Return both as one if they type on in the same block, turning neither into deleting nor into another place."""
    if first.label != TYPING or second.label != TYPING or len(first.edits) != 1 or len(second.edits) != 1:
        return None
    one, two = first.edits[0], second.edits[0]
    if not (isinstance(one, ReplaceBlocks) and isinstance(two, ReplaceBlocks)):
        return None
    if one.index != two.index or one.new != two.old or len(one.old) != 1 or len(one.new) != 1 or len(two.new) != 1:
        return None
    grew = len(one.new[0].text) >= len(one.old[0].text)
    grows = len(two.new[0].text) >= len(two.old[0].text)
    return Transaction(TYPING, (ReplaceBlocks(one.index, one.old, two.new),)) if grew == grows else None
