"""Words in a plan: every place of them in the blocks and the checked metadata, and what replacing them makes."""

import re
from collections.abc import Collection, Iterable, Iterator, Sequence
from dataclasses import dataclass, replace

from editor.model.document import CHECKED_FIELDS, BlockKind, Document, clean_line
from editor.model.edits import Edit, ReplaceBlocks, Transaction, set_metadata

META = "meta:"


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
    """A text that is searched from `start` to `end`: a block's, or that of a metadata field ("meta:<key>")."""

    id: str
    text: str
    start: int
    end: int


@dataclass(frozen=True, slots=True)
class Hit:
    """One place; `new` is what a replacement puts there."""

    id: str
    start: int
    end: int
    old: str
    new: str = ""


@dataclass(frozen=True, slots=True)
class Scope:
    """Blocks `first` to `last`, from character `start` of the first to `end` of the last (None: its end)."""

    first: int
    last: int
    start: int = 0
    end: int | None = None


def passages(document: Document, scope: Scope | None = None) -> tuple[Passage, ...]:
    """Return what is searched: the blocks of a scope; all blocks and the metadata texts without one. No tables."""
    if scope is None:
        fields = tuple(_whole(META + key, getattr(document.metadata, key)) for key in CHECKED_FIELDS)
        blocks = tuple(_whole(one.id, one.text) for one in document.blocks if one.kind is not BlockKind.TABLE)
        return blocks + tuple(one for one in fields if one.text)
    found = []
    for index in range(scope.first, min(scope.last + 1, len(document.blocks))):
        block = document.blocks[index]
        start = scope.start if index == scope.first else 0
        end = scope.end if index == scope.last and scope.end is not None else len(block.text)
        if block.kind is not BlockKind.TABLE:
            found.append(Passage(block.id, block.text, start, end))
    return tuple(found)


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
                hits.append(Hit(passage.id, start, end, match.group(), _made(query, match, new)))
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
    edits: list[Edit] = []
    for index, block in enumerate(document.blocks):
        text = changed.get(block.id, block.text)
        if text != block.text:
            edits.append(ReplaceBlocks(index, (block,), (replace(block, text=text),)))
    for passage_id, text in changed.items():
        key = passage_id.removeprefix(META)
        if passage_id.startswith(META) and getattr(document.metadata, key) != text:
            edits.append(set_metadata(document, key, text))
    return Transaction("全部替换" if len(hits) > 1 else "替换", tuple(edits)) if edits else None


def _changed_texts(document: Document, hits: Sequence[Hit]) -> Iterator[tuple[str, str]]:
    texts = {one.id: one.text for one in passages(document)}
    by_text: dict[str, list[Hit]] = {}
    for hit in hits:
        by_text.setdefault(hit.id, []).append(hit)
    for passage_id, places in by_text.items():
        text = texts.get(passage_id, "")
        if any(text[hit.start : hit.end] != hit.old for hit in places):
            continue
        for hit in sorted(places, key=lambda one: one.start, reverse=True):
            text = text[: hit.start] + hit.new + text[hit.end :]
        yield passage_id, text
