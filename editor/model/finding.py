"""Words in a plan: every place of them in blocks, table cells and checked metadata, and what replacing them makes."""

import re
from collections.abc import Collection, Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass, replace

from editor.model.document import CHECKED_FIELDS, Block, BlockKind, Document, clean_line
from editor.model.edits import Edit, ReplaceBlocks, Transaction, set_metadata
from editor.model.element_words import ELEMENTS
from editor.model.table_grid import cell_name

META = "meta:"
Cell = tuple[int, int]  # row and column in a table, from 0


class BadPattern(ValueError):
    """A regular expression that cannot be used; its text is a sentence for the user."""


@dataclass(frozen=True, slots=True)
class Query:
    """What is looked for: words, or a regular expression; `whole` takes whole words only."""

    text: str
    is_pattern: bool = False
    whole: bool = False
    match_case: bool = False


@dataclass(frozen=True, slots=True)
class Passage:
    """A text that is searched from `start` to `end`: a block's, a cell's, or a metadata field's ("meta:<key>")."""

    id: str
    text: str
    start: int
    end: int
    cell: Cell | None = None


@dataclass(frozen=True, slots=True)
class Hit:
    """One place; `new` is what a replacement puts there."""

    id: str
    start: int
    end: int
    old: str
    new: str = ""
    cell: Cell | None = None

    @property
    def key(self) -> str:
        """Return the key of the metadata field it is in, empty in the text."""
        return self.id.removeprefix(META) if self.id.startswith(META) else ""

    @property
    def where(self) -> str:
        """Return the words for a place that the line of a paragraph does not show: 表格第3行第2列, 公文要素“标题”."""
        if self.cell is not None:
            return cell_name(*self.cell)
        return f"公文要素“{ELEMENTS[self.key]}”" if self.key else ""


@dataclass(frozen=True, slots=True)
class Scope:
    """Blocks `first` to `last`, from character `start` of the first to `end` of the last (None: its end)."""

    first: int
    last: int
    start: int = 0
    end: int | None = None


def passages(document: Document, scope: Scope | None = None) -> tuple[Passage, ...]:
    """Return what is searched: the blocks of a scope, each cell of a table; without a scope the metadata texts, too."""
    if scope is None:
        fields = tuple(_whole(META + key, getattr(document.metadata, key)) for key in CHECKED_FIELDS)
        blocks = tuple(one for block in document.blocks for one in _of_block(block))
        return blocks + tuple(one for one in fields if one.text)
    found: list[Passage] = []
    for index in range(scope.first, min(scope.last + 1, len(document.blocks))):
        block = document.blocks[index]
        start = scope.start if index == scope.first else 0
        end = scope.end if index == scope.last and scope.end is not None else len(block.text)
        whole = block.kind is BlockKind.TABLE  # a table is in a scope with all its cells
        found.extend(_of_block(block) if whole else (Passage(block.id, block.text, start, end),))
    return tuple(found)


def _of_block(block: Block) -> Iterator[Passage]:
    if block.kind is not BlockKind.TABLE:
        yield _whole(block.id, block.text)
    for row, cells in enumerate(block.rows):
        for column, text in enumerate(cells):
            if text:
                yield Passage(block.id, text, 0, len(text), (row, column))


def _whole(passage_id: str, text: str) -> Passage:
    return Passage(passage_id, text, 0, len(text))


def compiled(query: Query) -> re.Pattern[str]:
    """Return the query as a pattern; raises BadPattern for a regular expression that is none."""
    flags = 0 if query.match_case else re.IGNORECASE
    if not query.is_pattern:
        return re.compile(re.escape(query.text), flags)
    try:
        return re.compile(query.text, flags)
    except (re.error, OverflowError, RecursionError) as error:
        raise BadPattern("正则表达式写得不对，请检查括号和反斜杠是否成对。") from error


def find(query: Query, searched: Iterable[Passage], new: str = "", words: Collection[str] = ()) -> tuple[Hit, ...]:
    """Return all places in order, with what `new` makes of each; raises BadPattern.

    With `whole` a hit may not go on in letters or digits of its own kind, nor be a part of one of `words`: Chinese
    has no blanks, so that a whole word is known only where the plan's own names (units, short forms) tell.
    """
    pattern = compiled(query)
    longer = _longer(query, words)
    hits: list[Hit] = []
    for passage in searched:
        for match in pattern.finditer(passage.text, passage.start, passage.end):
            start, end = match.span()
            if start < end and not (query.whole and _is_part(passage.text, start, end, longer)):
                hits.append(Hit(passage.id, start, end, match.group(), _made(query, match, new), passage.cell))
    return tuple(hits)


def _made(query: Query, match: re.Match[str], new: str) -> str:
    if not query.is_pattern:
        return clean_line(new)
    try:
        return clean_line(match.expand(new))
    except (re.error, IndexError) as error:
        raise BadPattern("替换内容里引用了表达式没有的分组，请检查反斜杠后面的数字。") from error


def _longer(query: Query, words: Collection[str]) -> re.Pattern[str] | None:
    """Return a pattern of the known words that hold the one looked for; for an expression of all of them."""
    chosen = [word for word in words if word and (query.is_pattern or (query.text in word and query.text != word))]
    chosen.sort(key=len, reverse=True)
    return re.compile("|".join(map(re.escape, chosen))) if chosen else None


def _is_part(text: str, start: int, end: int, longer: re.Pattern[str] | None) -> bool:
    if _goes_on(text[start - 1 : start], text[start]) or _goes_on(text[end - 1], text[end : end + 1]):
        return True
    if longer is None:
        return False
    around = longer.finditer(text, max(0, start - 40), end + 40)
    return any(one.start() <= start and end <= one.end() and one.span() != (start, end) for one in around)


def _goes_on(before: str, after: str) -> bool:
    """Return whether two characters belong to one number or one Latin word."""
    if not before or not after:
        return False
    return (before.isdecimal() and after.isdecimal()) or (_is_latin(before) and _is_latin(after))


def _is_latin(char: str) -> bool:
    return char.isalpha() and ord(char) < 0x250


def replace_all(document: Document, hits: Sequence[Hit]) -> Transaction | None:
    """Return one transaction that puts `new` at every place; None where nothing changes or a text is another now."""
    changed = dict(_changed_texts(document, hits))
    tables = {block_id for block_id, cell in changed if cell is not None}
    edits: list[Edit] = []
    for index, block in enumerate(document.blocks):
        new = replace(block, rows=_changed_rows(block, changed)) if block.id in tables else block
        new = replace(new, text=changed.get((block.id, None), new.text))
        if new != block:
            edits.append(ReplaceBlocks(index, (block,), (new,)))
    for (passage_id, _), text in changed.items():
        key = passage_id.removeprefix(META)
        if passage_id.startswith(META) and getattr(document.metadata, key) != text:
            edits.append(set_metadata(document, key, text))
    return Transaction("全部替换" if len(hits) > 1 else "替换", tuple(edits)) if edits else None


_Place = tuple[str, Cell | None]  # a passage: its id, and the cell of a table


def _changed_rows(table: Block, changed: Mapping[_Place, str]) -> tuple[tuple[str, ...], ...]:
    return tuple(
        tuple(changed.get((table.id, (row, column)), text) for column, text in enumerate(cells))
        for row, cells in enumerate(table.rows)
    )


def _changed_texts(document: Document, hits: Sequence[Hit]) -> Iterator[tuple[_Place, str]]:
    by_text: dict[_Place, list[Hit]] = {}
    for hit in hits:
        by_text.setdefault((hit.id, hit.cell), []).append(hit)
    texts = {(one.id, one.cell): one.text for one in passages(document)}
    for place, hits_there in by_text.items():
        text = texts.get(place, "")
        if any(text[hit.start : hit.end] != hit.old for hit in hits_there):
            continue
        for hit in sorted(hits_there, key=lambda one: one.start, reverse=True):
            text = text[: hit.start] + hit.new + text[hit.end :]
        yield place, text
