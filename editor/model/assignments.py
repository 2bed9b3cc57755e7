"""Text → who leads and who is responsible, for which task or section: the one source of the 分工表."""

from collections import Counter
from collections.abc import Iterator, Sequence
from dataclasses import dataclass, replace

from editor.model.assignment_clauses import Form, Note, promote
from editor.model.assignment_edits import assignment_text, rewrite
from editor.model.assignment_governing import Place, governed, scope_of
from editor.model.assignment_notes import block_notes, covers, read_notes
from editor.model.assignment_types import Assignment, Style, UnitMention
from editor.model.deadlines import is_deadline
from editor.model.document import Block, BlockKind, Document, new_id
from editor.model.edits import ReplaceBlocks, Transaction
from editor.model.outline import Section, heading_parts, outline
from editor.model.text_cache import keep_by_arguments

__all__ = [
    "Assignment",
    "Style",
    "UnitMention",
    "assignment_text",
    "assignments",
    "insert",
    "is_assignment_line",
    "prevailing_style",
    "rewrite",
]

_LABEL = "设置责任单位"
_TEXTUAL = (BlockKind.PARAGRAPH, BlockKind.HEADING)
_STYLES = {
    Form.LABELLED_LINE: Style.ONE_LINE,
    Form.LABELLED_NOTE: Style.LABELLED_NOTE,
    Form.VERB: Style.TASK_NOTE,
}


@dataclass(slots=True)
class _Found:
    """One assignment while it is put together: the notes that make it up, each with its block."""

    notes: list[tuple[int, Block, Note]]
    own_line: bool


def assignments(document: Document, sections: tuple[Section, ...]) -> tuple[Assignment, ...]:
    """Return every assignment of the plan's body in document order; annexes do not count."""
    found = list(_find(document.blocks))
    places = [_place(item) for item in found]
    owners = governed(document.blocks, sections, places)
    result = []
    for item, owner in zip(found, owners, strict=True):
        lines = tuple((block.id, block.text, note) for _, block, note in item.notes)
        scope = scope_of(owner, sections) if owner else "section"
        in_title = _in_title(item.notes[0][1], item.notes[0][2])
        result.append(_assignment(lines, owner.block.id if owner else "", scope, in_title))
    return tuple(result)


def is_assignment_line(text: str) -> bool:
    """Return whether a whole line only assigns: 「牵头单位：县科协」, 「（县科协、县教体局负责）」."""
    return covers(text, read_notes(text))


def prevailing_style(found: Sequence[Assignment]) -> Style | None:
    """Return the style most assignments of a plan are written in, None where there are none."""
    counted = Counter(item.style for item in found).most_common(1)
    return counted[0][0] if counted else None


def _find(blocks: Sequence[Block]) -> Iterator[_Found]:
    line: _Found | None = None  # labelled lines that the next line may go on with
    for index, block in enumerate(blocks):
        if block.kind is BlockKind.ANNEX:
            break
        notes = block_notes(block.text, block.kind is BlockKind.HEADING) if block.kind in _TEXTUAL else ()
        if not notes and line is None:
            continue
        own_line = block.kind is BlockKind.PARAGRAPH and len(notes) == 1 and covers(block.text, notes)
        if line is not None and own_line and _goes_on(line, notes[0]):
            line.notes.append((index, block, notes[0]))
            continue
        if line is not None and (block.text.strip() or block.rows):
            yield line
            line = None
        found = [_Found([(index, block, note)], own_line) for note in notes]
        if own_line and notes[0].form is Form.LABELLED_LINE:
            line = found.pop()
        yield from found
    if line is not None:
        yield line


def _goes_on(line: _Found, note: Note) -> bool:
    """Return whether a labelled line belongs to the lines before it: 责任单位 after 牵头单位."""
    before = [part for _, _, earlier in line.notes for part in earlier.parts]
    same = {part.label for part in before} & {part.label for part in note.parts}
    led = any(part.lead for part in before) and any(part.lead for part in note.parts)
    return note.form is Form.LABELLED_LINE and not same and not led


def _in_title(block: Block, note: Note) -> bool:
    return block.kind is BlockKind.HEADING and note.start <= heading_parts(block.text).end


def _place(item: _Found) -> Place:
    index, block, note = item.notes[0]
    last, last_block, last_note = item.notes[-1]
    rest = last_block.text[last_note.end :]
    ends = not rest.strip(" \u3000\t。.；;）)") or is_deadline(rest)
    return Place(index, last, item.own_line, note.form is not Form.VERB, _in_title(block, note), ends)


@keep_by_arguments
def _assignment(lines: tuple[tuple[str, str, Note], ...], governs: str, scope: str, in_title: bool) -> Assignment:
    """Return the assignment that the notes of `lines` (block id, text, note) make up."""
    block_id, _, note = lines[0]
    style = Style.TWO_LINES if len(lines) > 1 else Style.HEADING if in_title else _STYLES[note.form]
    places = [(at, text) for at, text, line in lines for _ in line.parts]
    parts = promote(tuple(part for _, _, line in lines for part in line.parts))
    lead: list[UnitMention] = []
    duty: list[UnitMention] = []
    for (at, text), part in zip(places, parts, strict=True):
        for start, end in part.units:
            leads = part.lead or (start, end) in part.marked
            (lead if leads else duty).append(UnitMention(at, start, end, text[start:end]))
    lead_label = next((part.label for part in parts if part.lead), "牵头" if lead else "")
    duty_label = next((part.label for part in parts if not part.lead), "")
    span = note.start, note.end
    ids = tuple(at for at, _, _ in lines)
    return Assignment(block_id, *span, governs, scope, tuple(lead), tuple(duty), style, lead_label, duty_label, ids)


def insert(
    document: Document, section: Section, lead: Sequence[str], responsible: Sequence[str], style: Style
) -> Transaction:
    """Return the transaction that gives `section` an assignment where there is none yet, in `style` if it can be.

    Where the text would be read as another heading's (a line after the last task is its group's), another place or
    another style is taken, so that the assignment is `section`'s and all others stay whose they were.
    """
    wanted = Counter(item.governs for item in assignments(document, outline(document)))
    wanted[section.block.id] += 1
    first: Transaction | None = None
    for attempt in _attempts(document, section, lead, responsible, style):
        first = first or attempt
        after = attempt.apply(document)
        if Counter(item.governs for item in assignments(after, outline(after))) == wanted:
            return attempt
    return first or Transaction(_LABEL, ())


def _attempts(
    document: Document, section: Section, lead: Sequence[str], responsible: Sequence[str], style: Style
) -> Iterator[Transaction]:
    """Yield the ways to write it down, the best first."""
    if not lead and not responsible:
        return
    first_child = section.children[0].start if section.children else section.end
    ends = [section.end, first_child] if style is not Style.TASK_NOTE else [first_child, section.end]
    for manner in dict.fromkeys((style, Style.TASK_NOTE, Style.HEADING)):
        texts = assignment_text(manner, lead, responsible)
        if manner is Style.HEADING:
            yield _in_heading(section, texts[0])
            continue
        for end in dict.fromkeys(ends):
            yield _at_end(document, section, end, texts, manner)


def _at_end(document: Document, section: Section, end: int, texts: Sequence[str], style: Style) -> Transaction:
    """Write at the end of the run of blocks before `end`: on new lines, or appended to the last paragraph."""
    last = end - 1
    while last > section.start and not (document.blocks[last].text.strip() or document.blocks[last].rows):
        last -= 1
    block = document.blocks[last]
    bare = block.kind is BlockKind.HEADING and not heading_parts(block.text).run_in
    if style in (Style.ONE_LINE, Style.TWO_LINES) or bare or block.kind not in _TEXTUAL:
        lines = tuple(Block(new_id(), BlockKind.PARAGRAPH, text) for text in texts)
        return Transaction(_LABEL, (ReplaceBlocks(last + 1, (), lines),))
    return _replace_text(last, block, block.text.rstrip() + texts[0])


def _in_heading(section: Section, text: str) -> Transaction:
    at, title = section.parts.end, section.block.text
    return _replace_text(section.start, section.block, title[:at] + text + title[at:])


def _replace_text(index: int, block: Block, text: str) -> Transaction:
    return Transaction(_LABEL, (ReplaceBlocks(index, (block,), (replace(block, text=text),)),))
