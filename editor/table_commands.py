"""Tables as the user edits them in the plan: document and rows in, transaction out."""

from dataclasses import replace

from editor.commands import Selection
from editor.model.document import Block, BlockKind, Document, new_id
from editor.model.edits import ReplaceBlocks, Transaction
from editor.model.table_grid import Rows


def edit_table(document: Document, block_id: str, rows: Rows) -> Transaction | None:
    """Give a table other rows, or delete it where none are left; None where it is the same or not there any more."""
    at = next((at for at, block in enumerate(document.blocks) if block.id == block_id), None)
    if at is None or document.blocks[at].kind is not BlockKind.TABLE or document.blocks[at].rows == rows:
        return None
    table = document.blocks[at]
    new = (replace(table, rows=rows),) if rows else ()
    return Transaction("编辑表格" if rows else "删除表格", (ReplaceBlocks(at, (table,), new),))


def insert_table(document: Document, selection: Selection, rows: Rows) -> Transaction | None:
    """Insert a table after the caret's paragraph, or in the place of an empty one; None for a table without rows."""
    if not rows:
        return None
    table = Block(new_id(), BlockKind.TABLE, rows=rows)
    here = document.blocks[selection.last : selection.last + 1]
    if any(block.kind is BlockKind.PARAGRAPH and not block.text.strip() for block in here):
        edit = ReplaceBlocks(selection.last, here, (table,))
    else:
        edit = ReplaceBlocks(min(selection.last + 1, len(document.blocks)), (), (table,))
    return Transaction("插入表格", (edit,))
