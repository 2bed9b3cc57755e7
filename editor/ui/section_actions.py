"""Sections in the menus and at the keys: up, down, in, out, and how long they are."""

from collections.abc import Callable

from PySide6.QtCore import QObject, Signal
from PySide6.QtWidgets import QWidget

from editor import section_commands as commands
from editor.commands import Selection
from editor.model.document import BlockKind
from editor.model.edits import Transaction
from editor.session import Session
from editor.ui.document_view import DocumentView
from editor.ui.positions import to_index
from templates.analysis import Analysis


class SectionActions(QObject):
    """Moves what is under the caret: a heading with all below it, or paragraphs."""

    done = Signal(str)  # a sentence for the status bar

    def __init__(self, view: DocumentView, finish_typing: Callable[[], None], window: QWidget) -> None:
        super().__init__(window)
        self._window = window
        self._view = view
        self._finish_typing = finish_typing
        self._session: Session | None = None

    def show_session(self, session: Session) -> None:
        """Work on another plan."""
        self._session = session

    def move_up(self) -> None:
        """Move section or paragraph before the one above it."""
        self._move(commands.move_up, "它上面没有可以换位置的内容了。")

    def move_down(self) -> None:
        """Move section or paragraph behind the one below it."""
        self._move(commands.move_down, "它下面没有可以换位置的内容了。")

    def promote(self) -> None:
        """Make headings, with all below them, one level higher."""
        self.shift(-1)

    def demote(self) -> None:
        """Make headings, with all below them, one level lower."""
        self.shift(1)

    def shift(self, by: int) -> None:
        """Promote (-1) or demote (1) the selected headings."""
        session = self._session
        if session is None:
            return
        self._finish_typing()
        selection = self._view.selection()
        chosen = session.document.blocks[selection.first : selection.last + 1]
        transaction = commands.shift_levels(session.analysis, selection, by)
        if transaction is not None:
            session.apply(transaction)
        elif not any(block.kind is BlockKind.HEADING for block in chosen):
            self.done.emit("请先把光标放到要升级或降级的标题里。")
        else:
            self.done.emit("已经是一级标题。" if by < 0 else "标题最多四级，它或它下面的标题不能再降。")

    def drop(self, block_id: str, target_id: str, where: str) -> None:
        """Move a section to where the outline dropped it."""
        session = self._session
        if session is None:
            return
        self._finish_typing()
        transaction = commands.drop(session.analysis, block_id, target_id, commands.Where(where))
        if transaction is None or not session.apply(transaction):
            self.done.emit("这一节不能放到那里。")
        else:
            self._view.jump(block_id, 0, 0)

    def count_words(self) -> None:
        """Show how long the plan, the section under the caret and the selection are."""
        from editor.model.word_count import count_tables
        from editor.ui import dialogs
        from editor.ui.find_options import selected_scope
        from editor.ui.word_count_dialog import WordCountDialog, counted

        session, block = self._session, self._view.caret_block()
        if session is None:
            return
        self._finish_typing()
        path = session.analysis.section_path(block.id) if block is not None else ()
        counts = counted(session.document, path, selected_scope(self._view))
        dialogs.run(WordCountDialog(counts, count_tables(session.document.blocks), self._window))

    def _move(self, command: Callable[[Analysis, Selection], Transaction | None], refusal: str) -> None:
        session = self._session
        if session is None or not session.document.blocks:
            return
        self._finish_typing()
        selection = self._view.selection()
        moved = session.document.blocks[selection.first : selection.last + 1]
        cursor = self._view.textCursor()
        text = cursor.block().text()
        back = len(text) - to_index(text, cursor.positionInBlock())  # from the end: the number may change
        transaction = command(session.analysis, selection)
        if transaction is None or not session.apply(transaction):
            self.done.emit(refusal)
            return
        first = session.document.index(moved[0].id)
        if len(moved) > 1 and moved[0].kind is not BlockKind.HEADING:
            self._view.select_blocks(first, first + len(moved) - 1)
        else:
            at = max(0, len(session.document.blocks[first].text) - back)
            self._view.jump(moved[0].id, at, at)
