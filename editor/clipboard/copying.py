"""A selection → what goes to the clipboard: our own blocks, plain text, and simple HTML for Word and WPS."""

import json
from dataclasses import replace
from html import escape

from editor.clipboard.pasted import Ending, Pasted
from editor.clipboard.place import Place, length
from editor.model import storage
from editor.model.document import Block, BlockKind, Document, new_id
from editor.model.errors import NotPasted, UnreadableFile
from editor.model.outline import heading_parts

_MAX_BYTES = 60_000_000  # of our own format; a plan that was opened can be copied whole
_ENDING = "clipboard_ending"  # the one key that a plan file does not have


def selected(document: Document, start: Place, end: Place) -> Pasted:
    """Return what stands between two places; a table that is touched comes whole.

    A paragraph mark at the end is copied where the selection reaches the start of the next line. A piece of one line
    is text without a kind.
    """
    blocks = document.blocks[start.block : end.block + 1]
    if start >= end or not blocks:
        return Pasted(())
    if start.at and blocks[0].kind is BlockKind.TABLE:  # behind it: the end of its line alone
        blocks, start = (Block(new_id(), BlockKind.PARAGRAPH), *blocks[1:]), Place(start.block, 0)
    ending = Ending.MARK if end.at == 0 else Ending.JOINS
    cut = [_cut(block, start.at if at == 0 else 0, None) for at, block in enumerate(blocks[:-1])]
    if ending is not Ending.MARK:
        last = blocks[-1]
        cut.append(_cut(last, start.at if len(blocks) == 1 else 0, end.at))
        if len(cut) == 1 and last.kind is not BlockKind.TABLE and (start.at, end.at) != (0, length(last)):
            cut = [replace(cut[0], kind=BlockKind.PARAGRAPH, level=0, requirements=())]
    return Pasted(tuple(cut), ending)


def _cut(block: Block, start: int, end: int | None) -> Block:
    if block.kind is BlockKind.TABLE:
        return block
    text = block.text[start:end]
    if not text and block.text:  # nothing of it but its paragraph mark
        return Block(block.id, BlockKind.PARAGRAPH)
    return replace(block, text=text)


def to_bytes(copied: Pasted) -> bytes:
    """Return copied blocks in our own format: a plan file without a plan around it."""
    data = storage.to_json(Document(blocks=copied.blocks)) | {_ENDING: copied.ending}
    return json.dumps(data).encode("ascii")


def from_bytes(data: bytes) -> Pasted:
    """Return the blocks of our own format with fresh ids, checked like a plan file; raises NotPasted.

    The clipboard belongs to every program: what stands in it is as little to be trusted as a file.
    """
    refusal = NotPasted("剪贴板里的拟稿内容已损坏，没有粘贴。", "请重新复制。")
    if len(data) > _MAX_BYTES:
        raise refusal
    try:
        found = storage.parse(data)
        blocks = storage.from_json(found).blocks
        ending = Ending(found.get(_ENDING, Ending.JOINS))
    except (UnreadableFile, ValueError) as error:
        raise refusal from error
    return Pasted(tuple(replace(block, id=new_id()) for block in blocks), ending)


def to_text(copied: Pasted) -> str:
    """Return copied blocks as plain text: a paragraph a line, table cells parted by tabs."""
    lines = [line for block in copied.blocks for line in _text_lines(block)]
    return "\n".join((*lines, "") if copied.ending is Ending.MARK else lines)


def _text_lines(block: Block) -> list[str]:
    return ["\t".join(row) for row in block.rows] if block.kind is BlockKind.TABLE else [block.text]


def to_html(copied: Pasted) -> str:
    """Return copied blocks as the simple HTML that Word and WPS turn into headings and tables of their own."""
    if copied.is_inline and copied.blocks[0].kind is BlockKind.PARAGRAPH:
        inside = f"<span>{escape(copied.blocks[0].text)}</span>"
    else:
        inside = "\n".join(_html(block) for block in copied.blocks)
    return (
        '<html><head><meta charset="utf-8"></head><body>\n'
        f"<!--StartFragment-->{inside}<!--EndFragment-->\n</body></html>"
    )


def _html(block: Block) -> str:
    text = escape(block.text)
    match block.kind:
        case BlockKind.TITLE:
            return f'<p class="MsoTitle" align="center">{text}</p>'
        case BlockKind.HEADING:
            return _heading_html(block)
        case BlockKind.TABLE:
            rows = "\n".join(
                "<tr>" + "".join(f"<td>{escape(cell)}</td>" for cell in row) + "</tr>" for row in block.rows
            )
            return f'<table border="1" cellspacing="0">\n{rows}\n</table>'
        case _:
            return f"<p>{text}</p>"


def _heading_html(block: Block) -> str:
    """Return a heading; one that text runs on after is a paragraph with an outline level, only its title bold."""
    body = heading_parts(block.text).body
    if body is None:
        return f"<h{block.level}>{escape(block.text)}</h{block.level}>"
    title, text = escape(block.text[:body]), escape(block.text[body:])
    return f'<p style="mso-outline-level:{block.level}"><b>{title}</b>{text}</p>'
