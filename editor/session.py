"""One open document: applies transactions, keeps history and diagnostics, saves, exports, tells listeners."""

from collections.abc import Callable, Iterator, Mapping
from dataclasses import dataclass, field
from enum import StrEnum
from functools import cached_property
from pathlib import Path
from typing import TYPE_CHECKING

from editor.model import storage
from editor.model.document import CHECKED_FIELDS, Block, Document, Metadata, metadata_block
from editor.model.edits import ReplaceBlocks, Transaction
from editor.model.errors import UnwritableFile
from editor.model.history import History
from templates.analysis import Analysis, analyse
from templates.shipped import are_shipped

if TYPE_CHECKING:
    from editor.gongwen.export import Options, Report
    from validators.diagnostic import Diagnostic
    from validators.engine import Validator


class Origin(StrEnum):
    """Where a change came from; the view ignores what it originated itself."""

    VIEW = "view"
    COMMAND = "command"
    UNDO = "undo"
    REDO = "redo"
    SAVE = "save"


@dataclass(frozen=True, slots=True)
class Change:
    """What listeners receive; `transaction` is None where the text stayed the same (a save).

    After a change of the text `found` holds what the block rules find in the blocks that changed, by block id; asking
    the session for its diagnostics completes the check.
    """

    document: Document
    transaction: Transaction | None
    origin: Origin
    found: "Mapping[str, tuple[Diagnostic, ...]]" = field(default_factory=dict)


Listener = Callable[[Change], None]


class Session:
    """The open document and all that hangs on it; the only thing that changes a document."""

    def __init__(
        self,
        document: Document,
        path: Path | None = None,
        *,
        read_only: bool = False,
        validator: "Validator | None" = None,
    ) -> None:
        self.path = path
        self.read_only = read_only
        self._document = document
        self._history = History()
        self._history.mark_saved()
        self._given = validator
        self._listeners: list[Listener] = []
        self._analysis = analyse(document)
        self._diagnostics: tuple[Diagnostic, ...] = ()
        self._is_checked = False
        self._was_checked = False  # any state of the document
        self._on_disk = _stamp(path)

    @classmethod
    def open(cls, path: Path) -> tuple["Session", str]:
        """Return a session on the plan at `path` and a warning to show ("" if none); raises UnreadableFile."""
        loaded = storage.load(path)
        session = cls(loaded.document, path, read_only=loaded.read_only)
        warning = loaded.warning
        wanted = loaded.document.template, *loaded.document.metadata.layers
        if wanted[0] and not are_shipped(wanted) and session.analysis.template is None:
            warning += f"“{path.name}”用的模板本机没有，正文照常编辑，但不对照模板检查；请升级程序或重新选择上级。"
        return session, warning

    @property
    def document(self) -> Document:
        """Return the present document."""
        return self._document

    @property
    def analysis(self) -> Analysis:
        """Return what is derived from the present document."""
        return self._analysis

    @property
    def diagnostics(self) -> "tuple[Diagnostic, ...]":
        """Return all findings of the present document, in its order; a check that is still to do is done here."""
        self._finish_check()
        return self._diagnostics

    @property
    def is_checked(self) -> bool:
        """Return whether all findings of the present document are known."""
        return self._is_checked

    def check(self) -> Iterator[None]:
        """Check the present document in small steps; it ends early where the document changes meanwhile."""
        analysis = self._analysis
        if self._is_checked:
            return
        steps = self._validator.steps(analysis)
        while self._analysis is analysis and not self._is_checked:
            try:
                next(steps)
            except StopIteration as end:
                self._diagnostics = end.value
                self._is_checked = self._was_checked = True
                return
            yield

    def _finish_check(self) -> None:
        for _ in self.check():
            pass

    @cached_property
    def _validator(self) -> "Validator":
        from validators.engine import Validator  # not before the window is seen

        return self._given or Validator()

    @property
    def is_saved(self) -> bool:
        """Return whether the present state is on disk."""
        return self._history.is_saved

    @property
    def undo_label(self) -> str | None:
        """Return what undo would take back, None if nothing."""
        return self._history.undo_label

    @property
    def redo_label(self) -> str | None:
        """Return what redo would bring back, None if nothing."""
        return self._history.redo_label

    @property
    def kept_transactions(self) -> tuple[Transaction, ...]:
        """Return what undo and redo could still reach, for whoever weighs it."""
        return self._history.transactions

    def subscribe(self, listener: Listener) -> Callable[[], None]:
        """Call `listener` at every change; returns the function that ends it."""
        self._listeners.append(listener)
        return lambda: self._listeners.remove(listener)

    def apply(self, transaction: Transaction, origin: Origin = Origin.COMMAND) -> bool:
        """Apply and remember a transaction; False (and nothing changed) for a read-only or an unchanged document."""
        if self.read_only:
            return False
        document = transaction.apply(self._document)
        if document == self._document:
            return False
        self._history.record(transaction)
        self._become(document, transaction, origin)
        return True

    def undo(self) -> bool:
        """Take the last transaction back; False if there is none."""
        return self._step(self._history.undo(self._document), Origin.UNDO)

    def redo(self) -> bool:
        """Bring the last undone transaction back; False if there is none."""
        return self._step(self._history.redo(self._document), Origin.REDO)

    def close_typing(self) -> None:
        """End the running group of typing, so that the next key starts a new undo step."""
        self._history.close_group()

    def save(self, path: Path | None = None) -> Path:
        """Write the plan to `path`, or to its own file; raises UnwritableFile, the document stays open as it was.

        The own file is not overwritten where another program has changed it meanwhile; a `path` that the user
        chose and confirmed is.
        """
        target = path or self.path
        if target is None:
            raise UnwritableFile("这份文稿还没有文件名。", "请用“另存为”。")
        if self.read_only and target == self.path:
            raise UnwritableFile("这份文稿以只读方式打开，不能覆盖原文件。", "请用“另存为”换一个文件名。")
        if path is None and _stamp(target) not in (None, self._on_disk):
            raise UnwritableFile(
                f"“{target.name}”在打开之后被其他程序改动过，没有覆盖。", "请用“另存为”换一个文件名，再对照两份内容。"
            )
        storage.save(self._document, target)
        self.path = target
        self._on_disk = _stamp(target)
        self.read_only = False
        self._history.mark_saved()
        self._tell(None, Origin.SAVE)
        return target

    def export(self, path: Path, options: "Options | None" = None) -> "Report":
        """Write the 公文 to `path`; raises UnwritableFile, what stood there stays."""
        from editor.gongwen import export as gongwen  # the docx room is loaded when a plan is first exported

        return gongwen.export(self._document, path, options or gongwen.Options())

    def _step(self, step: tuple[Document, Transaction] | None, origin: Origin) -> bool:
        if step is None or self.read_only:
            return False
        self._become(*step, origin)
        return True

    def _become(self, document: Document, transaction: Transaction, origin: Origin) -> None:
        self._document = document
        self._analysis = analyse(document)
        self._is_checked = False
        found = {}
        if self._was_checked:
            # Rules that look at the whole document wait until somebody asks, which the panels do in small steps.
            found = self._validator.check_blocks(self._analysis, _texts_after(transaction, document.metadata))
        self._tell(transaction, origin, found)

    def _tell(
        self,
        transaction: Transaction | None,
        origin: Origin,
        found: "Mapping[str, tuple[Diagnostic, ...]] | None" = None,
    ) -> None:
        change = Change(self._document, transaction, origin, found or {})
        for listener in tuple(self._listeners):
            listener(change)


def _texts_after(transaction: Transaction, metadata: Metadata) -> list[Block]:
    """Return the blocks that a transaction has left behind, and the metadata texts it has set."""
    texts: list[Block] = []
    for edit in transaction.edits:
        if isinstance(edit, ReplaceBlocks):
            texts += edit.new
        elif edit.key in CHECKED_FIELDS:
            texts.append(metadata_block(metadata, edit.key))
    return texts


def _stamp(path: Path | None) -> tuple[int, int] | None:
    """Return what tells one state of a file from another, None for a file that is not there."""
    if path is None:
        return None
    try:
        status = path.stat()
    except (OSError, ValueError):  # not there, or an impossible name: saving will say what is wrong
        return None
    return status.st_mtime_ns, status.st_size
