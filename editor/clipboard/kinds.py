"""Pasted lines → kinds of blocks: headings by their numbers and by what they claim to be, tables, annexes, a title."""

from collections.abc import Sequence
from dataclasses import replace
from itertools import groupby

from editor.importing.clipboard_html import Clip
from editor.importing.headings import label_headings
from editor.importing.lines import Line
from editor.importing.page import Page
from editor.importing.result import Role, heading_role
from editor.importing.wording import continues_title, is_annex_mark, is_annex_note
from editor.model.assignments import is_assignment_line
from editor.model.document import Block, BlockKind, clean_line, new_id
from editor.model.outline import heading_parts

_LONGEST_TITLE = 120  # characters before the first 。; longer text in the style of a heading is text
_KINDS = {
    Role.PLAN_TITLE: BlockKind.TITLE,
    Role.ATTACHMENT_TITLE: BlockKind.ANNEX,
    Role.ATTACHMENT_NOTE: BlockKind.ANNEX_NOTE,
}


def kinds_of_lines(blocks: Sequence[Block]) -> tuple[Block, ...]:
    """Return plain paragraphs as what their text shows them to be."""
    page = Page(tuple(Line(at, block.text, block.text) for at, block in enumerate(blocks, 1)))
    _label(page)
    return tuple(_shaped(block, role) for block, role in zip(blocks, page.roles, strict=True))


def kinds_of_clip(clip: Clip, *, is_piece: bool) -> tuple[Block, ...]:
    """Return the blocks of clipboard HTML; of a piece of one line (`is_piece`) only what it claims to be counts."""
    texts = [clean_line(line.text) for line in clip.lines]
    page = Page(
        tuple(
            Line(line.number, text, text, line.cells, line.table, level=line.level)
            for line, text in zip(clip.lines, texts, strict=True)
        )
    )
    for at, line in enumerate(page.lines):
        if line.number in clip.titles:
            page.mark(at, Role.PLAN_TITLE)
    _label_claimed(page, [at for at in page.free() if not heading_parts(page.text(at)).number])
    if len(page) > 1 or not is_piece:
        _label(page)  # a number tells the level better than a style, and whether it counts a heading or a list
    _label_claimed(page, page.free())
    return _blocks(page)


def _label(page: Page) -> None:
    _label_annexes(page)
    for at in page.free():
        if not page.lines[at].cells and is_assignment_line(page.text(at)):
            page.mark(at, Role.ASSIGNMENT)
    if any(line.level or heading_parts(line.text).number for line in page.lines):
        label_headings(page, 0, len(page))  # elsewhere short lines are no headings, but lines somebody copied


def _label_annexes(page: Page) -> None:
    for at in page.free():
        text = page.text(at)
        if page.lines[at].cells:
            continue
        if is_annex_mark(text):
            page.mark(at, Role.ATTACHMENT_TITLE)
            if page.is_free(at + 1) and _may_be_annex_title(page.lines[at + 1]):
                page.mark(at + 1, Role.PLAN_TITLE)
        elif is_annex_note(text):
            page.mark(at, Role.ATTACHMENT_NOTE)
            _label_notes_below(page, at)


def _label_notes_below(page: Page, at: int) -> None:
    """Take 2.…, 3.… below 附件：1.… for further notes."""
    wanted = 2
    while page.is_free(at + 1):
        at += 1
        parts = heading_parts(page.text(at))
        if parts.ordinal != wanted or parts.run_in:
            return
        page.mark(at, Role.ATTACHMENT_NOTE)
        wanted += 1


def _may_be_annex_title(line: Line) -> bool:
    return not line.cells and not heading_parts(line.text).number and continues_title(line.text)


def _label_claimed(page: Page, lines: Sequence[int]) -> None:
    """Take for a heading what Word or the page says is one and its text does not contradict."""
    for at in lines:
        parts = heading_parts(page.text(at))
        if page.lines[at].level and not page.lines[at].cells and parts.end - parts.start <= _LONGEST_TITLE:
            page.mark(at, heading_role(parts.number_level or page.lines[at].level))


def _blocks(page: Page) -> tuple[Block, ...]:
    blocks: list[Block] = []
    for table, lines in groupby(zip(page.lines, page.roles, strict=True), key=lambda one: one[0].table):
        if table:
            rows = tuple(tuple(clean_line(cell) for cell in line.cells) for line, _ in lines)
            blocks.append(Block(new_id(), BlockKind.TABLE, rows=rows))
        else:
            blocks += (_shaped(Block(new_id(), BlockKind.PARAGRAPH, line.text), role) for line, role in lines)
    return tuple(blocks)


def _shaped(block: Block, role: Role | None) -> Block:
    if role is not None and role.heading_level:
        return replace(block, kind=BlockKind.HEADING, level=role.heading_level)
    return replace(block, kind=_KINDS[role]) if role in _KINDS else block
