"""A slip that is a habit of its writer: looked for in every text and table cell, reported once with all its places."""

from collections.abc import Callable, Iterable, Iterator
from dataclasses import replace
from functools import lru_cache

from editor.model.document import Block, BlockKind
from templates.analysis import Analysis
from validators.reading import as_class, checked_texts
from validators.rule import Finding, edit

Find = Callable[[Block], Iterable[Finding]]  # kept by its rule for blocks seen before; messages without a final stop


def report_once(analysis: Analysis, find: Find, marks: frozenset[str] = frozenset()) -> Iterator[Finding]:
    """Report what `find` finds anywhere at its first place, with the other places and one fix for all of them.

    A place in a table has no fix, for a range cannot name a cell. A paper without any of `marks` is not looked through.
    """
    if marks and marks.isdisjoint(characters(analysis)):
        return
    found = [one for block in checked_texts(analysis) for one in _found_in(block, find)]
    if found:
        count = f"，全文共{len(found)}处" if len(found) > 1 else ""
        yield from as_class(found, f"{found[0].message}{count}。")


@lru_cache(maxsize=2)
def characters(analysis: Analysis) -> frozenset[str]:
    """Return every character that stands anywhere in the paper."""
    texts = [
        text
        for block in checked_texts(analysis)
        for text in (block.text, *(cell for row in block.rows for cell in row))
    ]
    return frozenset("".join(texts))


def _found_in(block: Block, find: Find) -> Iterator[Finding]:
    if block.kind is BlockKind.TABLE:
        yield from _found_in_cells(block, find)
        return
    for one in find(block):
        edits = () if one.replacement is None else (edit(block, one.start, one.end, one.replacement),)
        yield replace(one, block_id=block.id, replacement=None, edits=(*edits, *one.edits))


def _found_in_cells(table: Block, find: Find) -> Iterator[Finding]:
    for row, cells in enumerate(table.rows, 1):
        for column, text in enumerate(cells, 1):
            for one in find(replace(table, text=text.replace("\n", " "), rows=())):
                yield Finding(0, 0, f"表格第{row}行第{column}列：{one.message}", block_id=table.id)
