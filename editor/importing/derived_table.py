"""A 分工表 that our export generated from the plan's text: not read as a table of its own, it is generated again."""

import re
from collections.abc import Sequence
from dataclasses import replace
from itertools import pairwise

from editor.importing.draft import Draft
from editor.importing.lines import Line
from editor.importing.result import Dropped
from editor.model.document import Block, BlockKind
from editor.model.unseen import Unseen, table_digest

_WHY = "由正文生成的任务分工表，导出时可再生成"
_SAID = "“{}”与导出时一样，是由正文的任务分工生成的，没有作为表格读入；导出时选择附任务分工表，即按正文重新生成。"
_KEPT = "附件“{}”已作为普通表格读入，不随正文变化；如要由正文生成任务分工表，请先删去这个附件。"
_FIRST = re.compile(r"(附件\s*[：:]\s*)1\s*[.．、]\s*")


def leave_out_table(draft: Draft, lines: Sequence[Line], unseen: Unseen | None) -> tuple[str, ...]:
    """Take the generated 分工表 out of the draft, what announces it too, and list it as left out; return notes on it.

    Only a table whose words are those that were written goes; any other annex named 分工表 stays and is told of.
    """
    annexes = [blocks for blocks in _annexes(draft.blocks) if "分工" in _title(blocks)]
    generated = next(
        (blocks for blocks in annexes if unseen and unseen.table and _digest(blocks) == unseen.table), None
    )
    if unseen is None or generated is None:
        return tuple(_KEPT.format(_title(blocks)) for blocks in annexes if blocks[-1].kind is BlockKind.TABLE)
    notes = [block for block in draft.blocks if block.kind is BlockKind.ANNEX_NOTE]
    out = {block.id for block in (*generated, *notes[unseen.notes :])}
    for block in draft.blocks:
        if block.id in out:
            _drop(draft, block, lines)
    draft.blocks = [block for block in draft.blocks if block.id not in out]
    if unseen.notes < len(notes):
        _take_back_number(draft)
    return (_SAID.format(_title(generated)),)


def _annexes(blocks: Sequence[Block]) -> list[tuple[Block, ...]]:
    edges = [at for at, block in enumerate(blocks) if block.kind is BlockKind.ANNEX] + [len(blocks)]
    return [tuple(blocks[a:b]) for a, b in pairwise(edges)]


def _title(annex: Sequence[Block]) -> str:
    return next((block.text for block in annex if block.kind is BlockKind.TITLE), "")


def _digest(annex: Sequence[Block]) -> str:
    kinds = [block.kind for block in annex]
    if kinds != [BlockKind.ANNEX, BlockKind.TITLE, BlockKind.TABLE]:
        return ""
    return table_digest(cell for row in annex[-1].rows for cell in row)


def _drop(draft: Draft, block: Block, lines: Sequence[Line]) -> None:
    first = draft.origin.pop(block.id)
    draft.printed.pop(block.id, None)
    if block.kind is not BlockKind.TABLE:
        draft.dropped.append(Dropped(first, block.text, _WHY))
        return
    table = next(line.table for line in lines if line.number == first)
    draft.dropped += [Dropped(line.number, line.printed, _WHY) for line in lines if line.table == table]


def _take_back_number(draft: Draft) -> None:
    """Give a single annex back the mark without a number that it had before the 分工表 came as the second."""
    marks = [at for at, block in enumerate(draft.blocks) if block.kind is BlockKind.ANNEX]
    notes = [at for at, block in enumerate(draft.blocks) if block.kind is BlockKind.ANNEX_NOTE]
    if len(marks) == 1 and draft.blocks[marks[0]].text == "附件1":
        draft.blocks[marks[0]] = replace(draft.blocks[marks[0]], text="附件")
    if len(notes) == 1 and len(marks) < 2:
        block = draft.blocks[notes[0]]
        draft.blocks[notes[0]] = replace(block, text=_FIRST.sub(r"\1", block.text))
