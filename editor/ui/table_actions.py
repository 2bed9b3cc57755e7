"""Tables in the menus and at the keys: the one under the caret is edited, a new one inserted."""

from collections.abc import Callable

from PySide6.QtCore import QObject, Signal
from PySide6.QtWidgets import QWidget

from editor.model.document import BlockKind
from editor.model.table_grid import Rows, empty_rows
from editor.session import Session
from editor.table_commands import edit_table, insert_table
from editor.ui import dialogs
from editor.ui.document_view import DocumentView


class TableActions(QObject):
    """Opens the dialogs; what they bring back is one step of the plan."""

    done = Signal(str)  # a sentence for the status bar

    def __init__(self, view: DocumentView, finish_typing: Callable[[], None], window: QWidget) -> None:
        super().__init__(window)
        self._window = window
        self._view = view
        self._finish_typing = finish_typing
        self._session: Session | None = None
        self._cell = ("", 0, 0)  # the table's id, row and column: where editing begins

    def show_session(self, session: Session) -> None:
        """Work on another plan."""
        self._session = session

    def go_to_cell(self, block_id: str, row: int, column: int) -> None:
        """Begin in this cell when its table is edited next."""
        self._cell = block_id, row, column

    def edit(self) -> None:
        """Edit the table under the caret."""
        session = self._session
        if session is None:
            return
        self._finish_typing()
        table = self._view.caret_block()
        if table is None or table.kind is not BlockKind.TABLE:
            self.done.emit("请先把光标放到要编辑的表格上。")
            return
        block_id, row, column = self._cell
        self._cell = ("", 0, 0)
        rows = self._edited("编辑表格", table.rows, (row, column) if block_id == table.id else (0, 0))
        if rows is not None and (transaction := edit_table(session.document, table.id, rows)) is not None:
            session.apply(transaction)
            self.done.emit("表格已修改，可用“撤销”一次还原。" if rows else "表格里没有格子了，已删除；可以撤销。")
        if rows != ():
            self._view.jump(table.id, 0, 0)

    def insert(self) -> None:
        """Insert a table of the size that is asked for, once its cells are filled in."""
        from editor.ui.table_size_dialog import TableSizeDialog

        session = self._session
        if session is None:
            return
        self._finish_typing()
        size = TableSizeDialog(self._window)
        if not dialogs.run(size):
            return
        rows = self._edited("插入表格", empty_rows(*size.chosen()), (0, 0))
        blocks = session.document.blocks
        transaction = insert_table(session.document, self._view.selection(), rows) if rows is not None else None
        if transaction is None or not session.apply(transaction):
            self.done.emit("没有插入表格。")
            return
        before = {block.id for block in blocks}
        added = next(block for block in session.document.blocks if block.id not in before)
        self._view.jump(added.id, 0, 0)

    def _edited(self, title: str, rows: Rows, cell: tuple[int, int]) -> Rows | None:
        """Return what the user made of the rows, None where they are to stay as they are."""
        from editor.ui.table_editor import TableEditor

        read_only = self._session is None or self._session.read_only
        editor = TableEditor(title, rows, cell, read_only=read_only, parent=self._window)
        return editor.rows() if dialogs.run(editor) and not read_only else None
