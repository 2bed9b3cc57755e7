"""The annexes (附件): their notes (附件说明), their marks, and the place of the generated 分工表 among them."""

import re
from collections.abc import Sequence
from dataclasses import dataclass
from itertools import pairwise

from editor.model.document import Block, BlockKind, Document

TABLE_TITLE = "任务分工表"
_LABEL = re.compile(r"^\s*附件\s*[：:]\s*")
_NUMBER = re.compile(r"^\s*(\d{1,2})\s*[.．、]\s*")


@dataclass(frozen=True, slots=True)
class Annexes:
    """How the annexes are announced and marked; `table_at` is the place of the 分工表 among them, None without one."""

    notes: tuple[str, ...]
    marks: tuple[str, ...]  # of the document's own annexes, in order
    table_at: int | None = None
    table_mark: str = ""
    table_title: str = ""
    said: tuple[str, ...] = ()


def split_plan(blocks: Sequence[Block]) -> tuple[tuple[Block, ...], tuple[tuple[Block, ...], ...]]:
    """Return the plan's own blocks and those of each annex, its ANNEX block first."""
    marks = [at for at, block in enumerate(blocks) if block.kind is BlockKind.ANNEX]
    edges = [*marks, len(blocks)]
    return tuple(blocks[: edges[0]]), tuple(tuple(blocks[a:b]) for a, b in pairwise(edges))


def _name(note: str) -> str:
    return _NUMBER.sub("", _LABEL.sub("", note)).strip()


def _title(annex: Sequence[Block]) -> str:
    return next((block.text.strip() for block in annex if block.kind is BlockKind.TITLE), "")


def arrange(document: Document, with_table: bool) -> Annexes:
    """Return notes and marks as the document has them, with the 分工表 fitted in where it is asked for."""
    plan, annexes = split_plan(document.blocks)
    notes = [block.text for block in plan if block.kind is BlockKind.ANNEX_NOTE]
    marks = tuple(annex[0].text for annex in annexes)
    if not with_table:
        return Annexes(tuple(notes), marks)
    announced = [at for at, note in enumerate(notes) if "分工" in note]
    if announced and len(annexes) < len(notes):  # the note waits for the table
        at = min(announced[0], len(annexes))
        mark = "附件" if len(notes) == 1 else f"附件{announced[0] + 1}"
        return Annexes(tuple(notes), marks, at, mark, _name(notes[announced[0]]) or TABLE_TITLE)
    return _appended(notes, marks, [_title(annex) for annex in annexes])


def _appended(notes: list[str], marks: tuple[str, ...], titles: list[str]) -> Annexes:
    """Announce the 分工表 as the last annex; a single annex before it gets the number it then needs."""
    if not notes:
        notes = [f"{at}.{title}" for at, title in enumerate(titles, 1) if title]
        notes[:1] = [f"附件：{note}" for note in notes[:1]]
    count = max(len(notes), len(marks))
    if not count:
        return Annexes((f"附件：{TABLE_TITLE}",), (), 0, "附件", TABLE_TITLE)
    said: tuple[str, ...] = ()
    if not _NUMBER.match(_LABEL.sub("", notes[0])) and len(notes) == 1:
        notes = [f"附件：1.{_name(notes[0])}"]
    if len(marks) == 1 and "".join(marks[0].split()).rstrip("：:") == "附件":
        marks = ("附件1",)
        said = ("生成任务分工表后附件不止一个，原有附件已编为“附件1”。",)
    return Annexes((*notes, f"{count + 1}.{TABLE_TITLE}"), marks, len(marks), f"附件{count + 1}", TABLE_TITLE, said)
