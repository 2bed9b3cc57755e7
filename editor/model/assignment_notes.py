"""The assignments (责任分工) inside one text: labelled lists, notes in brackets, lines of 由…牵头，…参加."""

import re
from collections.abc import Iterator
from itertools import islice

from editor.model.assignment_clauses import Form, Note, promote, read_clauses
from editor.model.assignment_labels import labelled_notes
from editor.model.deadlines import is_deadline
from editor.model.outline import heading_parts
from editor.model.script import simplified
from editor.model.text_cache import keep_by_arguments, keep_by_text
from editor.model.unit_lists import BRACKET, LONGEST_LIST, Span

_HINT = re.compile(
    "牵头|单位|部门|负责|主[办责抓体]|机[构关]|[科处股]室|分工|职责|配合|协[办助同作]|落实|会同|实施|支持|承[办担]|参[与加]"
)
_BARE = re.compile(r"[\s。；;，,、.．*—]*")
_BARE_END = re.compile(r"(?:[\s。；;，,、]{0,8}[\u4e00-\u9fff]{2,8}[：:][^。：:]{0,40}){0,3}[\s。；;，,、.．*）)】\]]*")
_FULL_STOPS = "。；;！？."
_LEADING_BY = re.compile(r"(?<=[\s，,：:—。])由")


@keep_by_text
def read_notes(text: str) -> tuple[Note, ...]:
    """Return the assignments in `text`, in order and without overlaps; prose about 牵头 is none."""
    text = simplified(text)
    if _HINT.search(text) is None:
        return ()
    notes = list(labelled_notes(text))
    for note in (*_bracketed(text), *_whole_line(text), *_unopened(text)):
        if all(note.end <= other.start or other.end <= note.start for other in notes):
            notes.append(note)
    return tuple(sorted(notes, key=lambda note: note.start))


def read_title_note(text: str, title_end: int) -> Note | None:
    """Return 「由A牵头，B参加」 without brackets at the end of a heading's title, or as first sentence after it."""
    for opening in islice(_LEADING_BY.finditer(text, 0, title_end + 2), 3):
        stop = text.find("。", opening.start())
        note = _clause_note(text, opening.start(), stop if stop >= 0 else len(text), ())
        if note is not None and any(part.lead for part in note.parts):
            return note
    return None


@keep_by_arguments
def block_notes(text: str, heading: bool) -> tuple[Note, ...]:
    """Return the notes of a block; in a heading also 「由A牵头，B参加」 without brackets."""
    text = simplified(text)
    notes = read_notes(text)
    if not heading or "牵头" not in text:
        return notes
    title = read_title_note(text, heading_parts(text).end)
    if title is None or any(note.start < title.end and title.start < note.end for note in notes):
        return notes
    return tuple(sorted((title, *notes), key=lambda note: note.start))


@keep_by_arguments
def covers(text: str, notes: tuple[Note, ...]) -> bool:
    """Return whether `text` holds its notes and nothing else but marks, labels and a deadline."""
    at = 0
    for note in notes:
        if not _BARE.fullmatch(text, at, note.start):
            return False
        at = note.end
    return bool(notes) and (_BARE_END.fullmatch(text, at) is not None or is_deadline(text[at:]))


def _clause_note(text: str, start: int, end: int, brackets: Span | tuple[()]) -> Note | None:
    """Return the note that `text[start:end]` is, if all of it is clauses."""
    if not 2 < end - start <= LONGEST_LIST or _HINT.search(text, start, end) is None:
        return None
    parts = read_clauses(text, start, end)
    outer = brackets or (start, end)
    return Note(*outer, (start, end), Form.VERB, promote(parts)) if parts else None


def _bracket_pairs(text: str) -> Iterator[tuple[int, int, bool]]:
    """Yield the brackets as (opening, closing, closed); the last one left open ends with the text."""
    opened: list[int] = []
    for mark in BRACKET.finditer(text):
        if mark["open"]:
            opened.append(mark.start())
        elif opened:
            yield opened.pop(), mark.start(), True
    if opened:
        yield opened[-1], len(text), False


def _bracketed(text: str) -> Iterator[Note]:
    """Yield （…负责） where it ends a sentence, follows one or ends the text."""
    for opening, closing, closed in _bracket_pairs(text):
        end = closing + closed
        if closing - opening <= LONGEST_LIST and _ends_sentence(text, opening, end):
            note = _clause_note(text, opening + 1, closing, (opening, end))
            if note is not None:
                yield note


def _ends_sentence(text: str, start: int, end: int) -> bool:
    before = text[max(0, start - 20) : start].rstrip()
    after = text[end : end + 20].lstrip()
    return not after or after[0] in _FULL_STOPS or not before or before[-1] in _FULL_STOPS


def _whole_line(text: str) -> Iterator[Note]:
    """Yield a line that is nothing but clauses with a lead or 按职责分工负责, without brackets."""
    start = len(text) - len(text.lstrip(" \u3000\t—"))
    end = len(text.rstrip(" \u3000\t。"))
    note = _clause_note(text, start, end, ())
    if note is not None and any(part.lead or "职责" in part.label or "分工" in part.label for part in note.parts):
        yield note


def _unopened(text: str) -> Iterator[Note]:
    """Yield 「…。A、B按职责分工负责）」: the opening bracket was lost."""
    end = len(text.rstrip(" \u3000\t。"))
    if text[end - 1 : end] not in {"）", ")"}:
        return
    begin = max(text.rfind(mark, 0, end) for mark in "。！？；;") + 1
    note = _clause_note(text, begin, end - 1, (begin, end)) if begin > 0 else None
    if note is not None:
        yield note
