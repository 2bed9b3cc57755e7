"""Keys that mean more than a character: Enter after a heading or a task, Backspace at a number, paired marks."""

from dataclasses import dataclass, replace

from editor.model.document import Block, BlockKind, Document, new_id
from editor.model.edits import Edit, ReplaceBlocks, Transaction
from editor.model.numbering import is_bare, numbered, numbered_parts
from editor.model.outline import heading_parts

PAIRS = {"（": "）", "《": "》", "“": "”", "‘": "’", "〔": "〕", "【": "】", "「": "」"}
_BEFORE_CLOSING = "，。、；：！？）》”’〕】」 　\t"


@dataclass(frozen=True, slots=True)
class Step:
    """A transaction and where the caret comes to stand: number of the block and character in it."""

    transaction: Transaction
    block: int
    at: int


def press_enter(document: Document, index: int, at: int) -> Step | None:
    """Return what Enter does beyond splitting the paragraph at character `at`; None where it just splits it.

    At the end of a task written as one paragraph (1.标题。正文) the next number begins; on a heading that has no title
    yet, Enter makes it body text, so that pressing it twice ends the list; before a title the paragraph above opens.
    """
    block = document.blocks[index]
    if block.kind is not BlockKind.HEADING:
        return None
    parts = numbered_parts(block.text)
    if is_bare(block):
        return _as_body(document, index)
    if 0 < at <= parts.start:
        fresh = Block(new_id(), BlockKind.PARAGRAPH)
        return Step(Transaction("另起一段", (ReplaceBlocks(index, (), (fresh,)),)), index + 1, at)
    if at == len(block.text) and parts.run_in and parts.number and parts.number_level == block.level:
        return _next_number(document, index)
    return None


def press_backspace(document: Document, index: int, at: int) -> Step | None:
    """Return what Backspace does beyond deleting a character; None where it just deletes or joins.

    Right behind a heading's number the number goes and the heading becomes body text, as in a numbered list of Word.
    """
    block = document.blocks[index]
    if block.kind is not BlockKind.HEADING:
        return None
    parts = numbered_parts(block.text)
    return _as_body(document, index) if parts.number and at == parts.start else None


def _as_body(document: Document, index: int) -> Step:
    block = document.blocks[index]
    text = block.text[numbered_parts(block.text).start :].lstrip()
    body = replace(block, kind=BlockKind.PARAGRAPH, level=0, text=text, requirements=())
    return _step("改为正文", document, ReplaceBlocks(index, (block,), (body,)), index, 0)


def _next_number(document: Document, index: int) -> Step:
    fresh = Block(new_id(), BlockKind.HEADING, "", document.blocks[index].level)
    return _step("另起一条", document, ReplaceBlocks(index + 1, (), (fresh,)), index + 1, None, fresh.id)


def _step(
    label: str, document: Document, edit: ReplaceBlocks, block: int, at: int | None, fresh: str | None = None
) -> Step:
    """Return an edit with the numbers around it; the caret goes to the end of the block where `at` is None."""
    changed = edit.apply(document)
    edits: tuple[Edit, ...] = (edit, *numbered(changed, {fresh} if fresh else (), document))
    transaction = Transaction(label, edits)
    end = len(transaction.apply(document).blocks[block].text)
    return Step(transaction, block, end if at is None else at)


def completes_pair(text: str, at: int, char: str) -> bool:
    """Return whether an opening mark typed before character `at` gets its closing one: no word follows it."""
    return char in PAIRS and (at >= len(text) or text[at] in _BEFORE_CLOSING)


def skips_closing(text: str, at: int, char: str) -> bool:
    """Return whether a closing mark typed at `at` is the one that stands there already and closes a mark before it."""
    opening = next((one for one, closing in PAIRS.items() if closing == char), "")
    if not opening or text[at : at + 1] != char:
        return False
    return opening in text[:at] and text.count(opening) <= text.count(char)


def is_empty_pair(text: str, at: int) -> bool:
    """Return whether character `at` stands between an opening mark and its closing one, with nothing between."""
    return 0 < at < len(text) and PAIRS.get(text[at - 1]) == text[at]


def in_title(block: Block, at: int) -> bool:
    """Return whether a place in a heading belongs to its title, not to text that runs on after it."""
    if block.kind is not BlockKind.HEADING:
        return False
    body = heading_parts(block.text).body
    return body is None or at < body
