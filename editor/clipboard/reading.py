"""Text and HTML of other programs → blocks to paste: headings, numbering, tables and annexes keep what they are."""

import re
from collections.abc import Sequence
from dataclasses import replace
from typing import TYPE_CHECKING

from editor.clipboard.pasted import MAX_BLOCKS, MAX_CHARACTERS, Ending, Pasted
from editor.model.document import Block, BlockKind, clean, clean_line, new_id
from editor.model.errors import NotPasted

if TYPE_CHECKING:  # what reads HTML is loaded when there is some
    from editor.importing.clipboard_html import Clip

# Marks without a shape that turn the order of the text or only cling to it; joiners belong to emoji and stay.
_SHAPELESS = re.compile(r"[\u00ad\u200b\u200e\u200f\u202a-\u202e\u2060\u2066-\u2069\ufeff]")
_TEXT_ONLY = "格式读不出来，只粘贴了文字，请核对标题和表格。"


def from_plain(text: str) -> Pasted:
    """Return text as paragraphs and nothing else (粘贴为纯文字); raises NotPasted for one that is too long."""
    lines, ending = _lines(text)
    return Pasted(_checked(tuple(_paragraph(line) for line in lines)), ending)


def from_text(text: str) -> Pasted:
    """Return text with the headings its numbers show, rows parted by tabs as a table; a piece of a line stays one.

    Raises NotPasted for a text that is too long.
    """
    lines, ending = _lines(text)
    if len(lines) == 1 and ending is Ending.JOINS:
        return Pasted(_checked((_paragraph(lines[0]),)))
    if rows := _rows(text):
        return Pasted(_checked((_table(rows),)), Ending.APART)
    from editor.clipboard.kinds import kinds_of_lines  # what recognises headings need not be there for a word

    blocks = _checked(tuple(_paragraph(line) for line in lines))
    return _ended(kinds_of_lines(blocks), ending)


def from_html(page: str, text: str = "") -> Pasted:
    """Return the blocks of clipboard HTML; `text` is the plain text beside it, which tells where it ends.

    Text alone is taken, and a note says so, where the HTML cannot be read. Raises NotPasted where there is no text
    either, or too much.
    """
    from editor.clipboard.kinds import kinds_of_clip
    from editor.importing.clipboard_html import read_clipboard_html

    _check_length(len(text))
    try:
        clip = _shaped_only(read_clipboard_html(page))
    except NotPasted:
        if not text.strip():
            raise
        return replace(from_text(text), note=_TEXT_ONLY)
    note = _left_out(clip.left_out)
    ending = Ending.MARK if text.strip() and _ends_paragraph(text) else Ending.JOINS
    blocks = _checked(kinds_of_clip(clip, is_piece=ending is Ending.JOINS))
    if not blocks and "图片" in clip.left_out and len(text.split()) < 2:  # the text is the picture's address
        raise NotPasted("剪贴板里只有图片，没有粘贴。", "请先把图片里的文字识别出来。")
    if not blocks:
        return replace(from_text(text), note=note)
    if len(blocks) == 1 and blocks[0].kind is BlockKind.PARAGRAPH and len(text.splitlines()) == 1:
        return replace(from_text(text), note=note)  # the blanks at its ends are right there
    return replace(_ended(blocks, ending), note=note)


def _lines(text: str) -> tuple[list[str], Ending]:
    """Return the paragraphs of a text, without the indents and empty lines that set them off; one line stays as it is.

    A line break before the first one stays as an empty paragraph: it tells that the caret's line is to end there.
    """
    _check_length(len(text))
    lines = clean(_SHAPELESS.sub("", text))
    if len(lines) == 1:
        return lines, Ending.JOINS
    kept = [line.strip() for line in lines if line.strip()]
    first = [""] if not lines[0].strip() else []
    return [*first, *kept], Ending.MARK if not lines[-1].strip() else Ending.JOINS


def _shaped_only(clip: "Clip") -> "Clip":
    lines = (
        replace(line, text=_SHAPELESS.sub("", line.text), cells=tuple(_SHAPELESS.sub("", cell) for cell in line.cells))
        for line in clip.lines
    )
    return replace(clip, lines=tuple(lines))


def _ends_paragraph(text: str) -> bool:
    return not clean(text)[-1].strip()


def _rows(text: str) -> tuple[tuple[str, ...], ...]:
    """Return the cells of a text copied from a spreadsheet: as many tabs in every line; none for another text."""
    lines = clean(_SHAPELESS.sub("", text))
    while lines and not lines[-1]:
        lines.pop()
    tabs = {line.count("\t") for line in lines}
    if len(lines) < 2 or len(tabs) != 1 or tabs == {0}:
        return ()
    rows = tuple(tuple(cell.strip() for cell in line.split("\t")) for line in lines)
    return rows if any(sum(1 for cell in row if cell) > 1 for row in rows) else ()


def _paragraph(text: str) -> Block:
    return Block(new_id(), BlockKind.PARAGRAPH, clean_line(text))


def _table(rows: Sequence[tuple[str, ...]]) -> Block:
    from editor.importing.clipboard_html import check_columns

    check_columns(max(len(row) for row in rows))
    return Block(new_id(), BlockKind.TABLE, rows=tuple(rows))


def _ended(blocks: tuple[Block, ...], ending: Ending) -> Pasted:
    """Return the blocks; what is more than text at their end keeps apart from the text after the caret."""
    last = blocks[-1]
    apart = last.kind is BlockKind.TABLE or (last.kind is not BlockKind.PARAGRAPH and len(blocks) > 1)
    return Pasted(blocks, Ending.APART if apart and ending is Ending.JOINS else ending)


def _check_length(characters: int) -> None:
    if characters > MAX_CHARACTERS:
        raise NotPasted(
            f"要粘贴的文字有 {characters // 10_000} 万字，超过一次 {MAX_CHARACTERS // 10_000} 万字的上限，没有粘贴。",
            "请分几次复制，或用“导入”打开原文件。",
        )


def _checked(blocks: tuple[Block, ...]) -> tuple[Block, ...]:
    """Return the blocks; raises NotPasted for more than the window can show at once."""
    _check_length(sum(len(block.text) + sum(len(cell) + 1 for row in block.rows for cell in row) for block in blocks))
    if len(blocks) > MAX_BLOCKS:
        raise NotPasted(
            f"要粘贴的文字有 {len(blocks)} 段，超过一次 {MAX_BLOCKS} 段的上限，没有粘贴。",
            "请分几次复制，或用“导入”打开原文件。",
        )
    return blocks


def _left_out(counts: dict[str, int]) -> str:
    if not counts:
        return ""
    things = "、".join(f"{count}处{what}" for what, count in counts.items())
    return f"已粘贴文字；剪贴板里的{things}没有带过来。"
