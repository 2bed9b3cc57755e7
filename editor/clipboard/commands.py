"""Pasting and moving as pure functions: document, places and what is pasted in; a transaction and the caret out."""

from dataclasses import dataclass, replace

from editor.clipboard.copying import selected
from editor.clipboard.pasted import Ending, Pasted
from editor.clipboard.place import Place, length
from editor.model.document import Block, BlockKind, Document, new_id
from editor.model.edits import ReplaceBlocks, Transaction

_PASTED, _MOVED = "粘贴", "移动"


@dataclass(frozen=True, slots=True)
class Result:
    """What is to be done, and where the caret stands afterwards."""

    transaction: Transaction
    caret: Place


def paste(document: Document, start: Place, end: Place, pasted: Pasted, label: str = _PASTED) -> Result:
    """Put what is pasted in the place of the text between two places, as Word does it.

    The first paragraph joins the text before the caret, the last one the text after it unless a paragraph mark was
    copied, too; a table stands alone. A paragraph that is joined keeps the id and the kind it had.
    """
    old = document.blocks[start.block : end.block + 1]
    here = old or (Block(new_id(), BlockKind.PARAGRAPH),)
    left, right = _before(here[0], start.at), _after(here[-1], end.at)
    if left is not None and right is not None and left.id == right.id:
        right = _rest(right)
    if pasted.blocks:
        new, caret = _joined(left, right, _tied_once(document, start, end, pasted), here[0])
    else:
        new, caret = _closed(left, right, here[0])
    edit = ReplaceBlocks(start.block, old, tuple(new))
    return Result(Transaction(label, (edit,)), Place(start.block + caret.block, caret.at))


def move(document: Document, start: Place, end: Place, target: Place) -> Result | None:
    """Move the text between two places to a third one; None where that lies inside the text or at its ends."""
    if start <= target <= end:
        return None
    moved = selected(document, start, end)
    fresh = replace(moved, blocks=tuple(replace(block, id=new_id()) for block in moved.blocks))
    if target < start:  # what stands further down is changed first: places above stay what they are
        taken = paste(document, start, end, Pasted(()), _MOVED)
        put = paste(taken.transaction.apply(document), target, target, fresh, _MOVED)
        return Result(Transaction(_MOVED, (*taken.transaction.edits, *put.transaction.edits)), put.caret)
    put = paste(document, target, target, fresh, _MOVED)
    between = put.transaction.apply(document)
    taken = paste(between, start, end, Pasted(()), _MOVED)
    after = taken.transaction.apply(between)
    at = put.caret.at + taken.caret.at - end.at if put.caret.block == end.block else put.caret.at
    block = put.caret.block - (len(between.blocks) - len(after.blocks))
    caret = Place(block, max(0, min(at, length(after.blocks[block]))))
    return Result(Transaction(_MOVED, (*put.transaction.edits, *taken.transaction.edits)), caret)


def _before(block: Block, at: int) -> Block | None:
    """Return what stays of a block before a place, None where that is nothing."""
    if block.kind is BlockKind.TABLE:
        return block if at else None
    return replace(block, text=block.text[:at]) if block.text[:at] else None


def _after(block: Block, at: int) -> Block | None:
    if block.kind is BlockKind.TABLE:
        return None if at else block
    return replace(block, text=block.text[at:]) if block.text[at:] else None


def _rest(block: Block) -> Block:
    """Return the rest of a block that was split: as with Enter, it is no heading any more."""
    kind = BlockKind.ANNEX_NOTE if block.kind is BlockKind.ANNEX_NOTE else BlockKind.PARAGRAPH
    return Block(new_id(), kind, block.text)


def _closed(left: Block | None, right: Block | None, here: Block) -> tuple[list[Block], Place]:
    """Return what is left where text was taken out, and the place where it stood; an emptied line stays a line."""
    if left is None and right is None:
        empty = replace(here, text="") if _is_text(here) else Block(new_id(), BlockKind.PARAGRAPH)
        return [empty], Place(0, 0)
    if left is not None and right is not None and _is_text(left) and _is_text(right):
        return [replace(left, text=left.text + right.text)], Place(0, len(left.text))
    place = Place(0, length(left) if left is not None else 0)
    return [block for block in (left, right) if block is not None], place


def _joined(left: Block | None, right: Block | None, pasted: Pasted, here: Block) -> tuple[list[Block], Place]:
    """Return the blocks from the one the caret stands in, and the place among them where what was pasted ends."""
    first, *more = pasted.blocks
    if left is not None and _is_text(left) and _is_text(first):
        new = [replace(left, text=left.text + first.text), *more]
    elif left is not None:
        new = [left, first, *more]
    else:
        new = [_on_line(first, right, here) if pasted.is_inline and _is_text(first) else first, *more]
    last = new[-1]
    if right is None and pasted.ending is Ending.MARK:
        right = Block(new_id(), BlockKind.PARAGRAPH)
    if right is None:
        return new, Place(len(new) - 1, length(last))
    if pasted.ending is Ending.MARK or not _is_text(last):
        return [*new, right], Place(len(new), 0)
    caret = Place(len(new) - 1, length(last))
    if pasted.ending is Ending.APART or not _is_text(right):
        return [*new, right], caret
    return [*new[:-1], _with_rest(last, right, is_new=last is pasted.blocks[-1])], caret


def _on_line(piece: Block, right: Block | None, here: Block) -> Block:
    """Return a piece of a line that stands at the start of a line: on an empty one it may bring its kind along."""
    if right is not None and _is_text(right):
        return replace(right, text=piece.text)
    if right is not None or not _is_text(here):
        return piece
    if here.kind is BlockKind.PARAGRAPH:
        return replace(piece, id=here.id)
    return replace(here, text=piece.text)


def _with_rest(last: Block, right: Block, *, is_new: bool) -> Block:
    """Return the last line with the text after the caret; a copied piece of a heading makes it a heading again."""
    text = last.text + right.text
    if not is_new or last.kind is not BlockKind.PARAGRAPH:
        return replace(last, text=text)
    return replace(right, text=text)


def _is_text(block: Block) -> bool:
    return block.kind is not BlockKind.TABLE


def _tied_once(document: Document, start: Place, end: Place, pasted: Pasted) -> Pasted:
    """Return what is pasted without ties to requirements that headings of the document have: it was copied, not cut."""
    if not any(block.requirements for block in pasted.blocks):
        return pasted
    others = (*document.blocks[: start.block], *document.blocks[end.block + 1 :])
    tied = {one for block in others for one in block.requirements}
    blocks = (
        replace(block, requirements=tuple(one for one in block.requirements if one not in tied))
        for block in pasted.blocks
    )
    return replace(pasted, blocks=tuple(blocks))
