"""What a difference is called, where it stands and what it says, in words that a clerk reads."""

from editor.model.comparison import Difference, Kind
from editor.model.document import Block, BlockKind
from editor.model.element_words import ELEMENTS
from editor.model.spans import Op, Piece, Words, pieces
from editor.model.table_rows import Row, row_pairs

WORDS = {
    Kind.CHANGED: "改动",
    Kind.ADDED: "新增",
    Kind.REMOVED: "删去",
    Kind.MOVED: "移动",
    Kind.FIELD: "要素",
}
SIGNS = {Kind.CHANGED: "~", Kind.ADDED: "+", Kind.REMOVED: "-", Kind.MOVED: ">", Kind.FIELD: "~"}
_BLOCKS = {
    BlockKind.TITLE: "方案标题",
    BlockKind.PARAGRAPH: "正文",
    BlockKind.TABLE: "表格",
    BlockKind.ANNEX_NOTE: "附件说明",
    BlockKind.ANNEX: "附件标志",
}
_CELLS = " ｜ "
PLACE_MARK = " › "
_BEGINNING = 40  # characters by which a list shows a text
_BEFORE = 6  # of these what stands before the first change


def place_words(difference: Difference) -> str:
    """Return the section that a difference is listed under."""
    if difference.kind is Kind.FIELD:
        return "公文要素"
    return PLACE_MARK.join(difference.place) or "标题和引言"


def kind_words(difference: Difference) -> str:
    """Return what became of the piece: 移动 with a change of text is both."""
    moved = difference.kind is Kind.MOVED and difference.old is not None and difference.new is not None
    if moved and shown_text(difference.old) != shown_text(difference.new):
        return "移动并改动"
    return WORDS[difference.kind]


def block_words(block: Block | None) -> str:
    """Return what a block is: 正文, 一级标题 …; empty for none."""
    if block is None:
        return ""
    return f"{'一二三四'[block.level - 1]}级标题" if block.kind is BlockKind.HEADING else _BLOCKS[block.kind]


def shown_text(block: Block | None) -> str:
    """Return a block's text; a table has a line for each row."""
    if block is None:
        return ""
    return "\n".join(_line(row) for row in block.rows) if block.kind is BlockKind.TABLE else block.text


def shown_pieces(difference: Difference, words: Words) -> tuple[Piece, ...]:
    """Return old and new text as pieces; tables row by row."""
    old, new = difference.old, difference.new
    if difference.kind is Kind.FIELD:
        return pieces(value_words(difference.old_value), value_words(difference.new_value), words)
    if old is not None and new is not None and old.kind is new.kind is BlockKind.TABLE:
        return tuple(piece for pair in row_pairs(old.rows, new.rows) for piece in _row_pieces(*pair, words))
    return pieces(shown_text(old), shown_text(new), words)


def _row_pieces(old: Row | None, new: Row | None, words: Words) -> tuple[Piece, ...]:
    if old is None or new is None:
        return (Piece(Op.DELETED if new is None else Op.INSERTED, _line(old or new or ()) + "\n"),)
    return (*pieces(_line(old), _line(new), words), Piece(Op.SAME, "\n"))


def _line(row: Row) -> str:
    return _CELLS.join(cell.replace("\n", " ") for cell in row)


def value_words(value: object) -> str:
    """Return the value of a field as text: lists a line each, units by their names."""
    if value is None:
        return ""
    if isinstance(value, tuple):
        return "\n".join(_item_words(item) for item in value)
    return str(value)


def _item_words(item: object) -> str:
    if isinstance(item, tuple):
        return "：".join(map(str, item))
    name, short = getattr(item, "name", None), getattr(item, "short", "")
    return str(item) if name is None else f"{name}（{short}）"


def beginning(one: Difference, words: Words) -> str:
    """Return how a difference begins, a changed text from a little before its first change."""
    if one.kind is Kind.FIELD:
        return ELEMENTS.get(one.key, one.key)
    if one.new is not None and one.new.kind is BlockKind.TABLE:
        return f"表格“{shown_text(one.new)[:_BEGINNING]}”".replace("\n", " ")
    if one.kind is not Kind.CHANGED:
        return shown_text(one.new or one.old)[:_BEGINNING] or "（空段）"
    text = ""
    for piece in shown_pieces(one, words):
        if piece.op is Op.SAME and not text:
            text = ("…" if len(piece.text) > _BEFORE else "") + piece.text[-_BEFORE:]
        elif piece.op is not Op.DELETED:
            text += piece.text
    return text[:_BEGINNING] or "（空段）"
