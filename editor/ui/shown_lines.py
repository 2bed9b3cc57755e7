"""Blocks as the lines the text widget shows, and edited lines as blocks again; a table is one line nobody can edit."""

from collections.abc import Sequence
from dataclasses import dataclass, replace

from editor.model.document import Block, BlockKind, clean, new_id
from editor.model.edits import reconcile

_OPEN, _CLOSE = "［", "］"
_PREVIEW = 40  # characters of the head row


def shown_text(block: Block) -> str:
    """Return the line that stands for a block: its text, or a table's size and the start of its first row."""
    if block.kind is not BlockKind.TABLE:
        return block.text
    columns = max((len(row) for row in block.rows), default=0)
    head = "".join(clean("｜".join(block.rows[0]))) if block.rows else ""
    head = head.replace(_OPEN, "[").replace(_CLOSE, "]")
    head = head if len(head) <= _PREVIEW else f"{head[:_PREVIEW]}…"
    return f"{_OPEN}表格 {len(block.rows)} 行 × {columns} 列：{head}{_CLOSE}"


@dataclass(frozen=True, slots=True)
class Run:
    """The lines that differ: `before` lines from the start and `after` from the end are the same on both sides."""

    before: int
    after: int


def differing(old: Sequence[object], new: Sequence[object]) -> Run:
    """Return the run in which two sequences differ."""
    shorter = min(len(old), len(new))
    before = 0
    while before < shorter and (old[before] is new[before] or old[before] == new[before]):
        before += 1
    after = 0
    while after < shorter - before and (old[-1 - after] is new[-1 - after] or old[-1 - after] == new[-1 - after]):
        after += 1
    return Run(before, after)


def read_run(old: Sequence[Block], lines: Sequence[str]) -> tuple[Block, ...] | None:
    """Return the blocks that the edited `lines` make of the run `old`; None where the edit would break a table.

    A table may only vanish whole; the line typed in its place is a paragraph.
    """
    shown = [replace(block, text=shown_text(block)) for block in old]
    if _breaks_table(shown, lines):
        return None
    tables = {block.id: block for block in old if block.kind is BlockKind.TABLE}
    return tuple(_unshown(block, tables.get(block.id)) for block in reconcile(shown, lines))


def _breaks_table(shown: Sequence[Block], lines: Sequence[str]) -> bool:
    """Return whether a piece of a table's line is left: its brackets stand in lines that are not the whole line."""
    tables = [block.text for block in shown if block.kind is BlockKind.TABLE]
    if not tables:
        return False
    left = "".join(line for line in lines if line not in tables)
    there = "".join(block.text for block in shown if block.kind is not BlockKind.TABLE)
    return left.count(_OPEN) > there.count(_OPEN) or left.count(_CLOSE) > there.count(_CLOSE)


def _unshown(block: Block, table: Block | None) -> Block:
    if table is None:
        return block
    return table if block.text == shown_text(table) else Block(new_id(), BlockKind.PARAGRAPH, block.text)
