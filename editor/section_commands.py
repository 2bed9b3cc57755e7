"""Sections as the user moves them: a heading with all below it goes up or down, in or out, and is numbered anew."""

from dataclasses import replace
from enum import StrEnum

from editor.commands import Selection
from editor.model.document import Block, BlockKind, Document
from editor.model.edits import Edit, ReplaceBlocks, Transaction
from editor.model.numbering import numbered
from editor.model.outline import Section, path_to, walk
from templates.analysis import Analysis

_DEEPEST = 4
_FIXED = (BlockKind.TITLE, BlockKind.ANNEX)  # a paragraph is not moved across these


class Where(StrEnum):
    """Where a section is dropped, seen from another."""

    BEFORE = "before"
    BEHIND = "behind"
    BELOW = "below"


def shift_levels(analysis: Analysis, selection: Selection, by: int) -> Transaction | None:
    """Promote (-1) or demote (+1) the selected headings with all headings below them; None past levels 1 and 4."""
    document = analysis.document
    chosen = range(selection.first, selection.last + 1)
    sections = [section for section in walk(analysis.sections) if section.start in chosen]
    moved = {below.start for section in sections for below in section.walk()}
    moved |= {at for at in chosen if at < len(document.blocks) and document.blocks[at].kind is BlockKind.HEADING}
    levels = [document.blocks[at].level + by for at in moved]
    if not levels or min(levels) < 1 or max(levels) > _DEEPEST:
        return None
    edits = tuple(_leveled(at, document.blocks[at], by) for at in sorted(moved))
    return _renumbering("升级标题" if by < 0 else "降级标题", document, edits)


def _leveled(index: int, block: Block, by: int) -> ReplaceBlocks:
    return ReplaceBlocks(index, (block,), (replace(block, level=block.level + by),))


def move_up(analysis: Analysis, selection: Selection) -> Transaction | None:
    """Move the section under the caret before the one above it, a paragraph before the paragraph above it."""
    section = section_at(analysis, selection.first)
    if section is None:
        return _move_paragraphs(analysis.document, selection, -1)
    before = [one for one in walk(analysis.sections) if one.start < section.start and one.level <= section.level]
    if not before:
        return None
    above = before[-1]
    if above.level == section.level:
        return move_to(analysis, section.block.id, above.start)
    holder = _holder(analysis, above.start - 1, section.level)  # first of its group: it becomes the last of another
    return move_to(analysis, section.block.id, _inner_end(analysis, holder)) if holder else None


def move_down(analysis: Analysis, selection: Selection) -> Transaction | None:
    """Move the section under the caret behind the one below it, a paragraph behind the paragraph below it."""
    section = section_at(analysis, selection.first)
    if section is None:
        return _move_paragraphs(analysis.document, selection, 1)
    below = next((one for one in walk(analysis.sections) if one.start == section.end), None)
    if below is None:
        return None
    if below.level >= section.level:
        return move_to(analysis, section.block.id, _own_end(analysis, below))
    first_child = below.children[0].start if below.children else _inner_end(analysis, below)
    return move_to(analysis, section.block.id, first_child)


def move_to(analysis: Analysis, block_id: str, index: int, level: int | None = None) -> Transaction | None:
    """Move a section before the block at `index`, at `level` if one is given; None into itself or where it stands."""
    document = analysis.document
    section = next((one for one in walk(analysis.sections) if one.block.id == block_id), None)
    if section is None:
        return None
    start, end = section.start, _own_end(analysis, section)
    by = 0 if level is None else level - section.level
    if start < index < end or (index in (start, end) and not by):
        return None
    run = document.blocks[start:end]
    new = tuple(replace(one, level=one.level + by) if one.kind is BlockKind.HEADING else one for one in run)
    if max(one.level for one in new) > _DEEPEST:
        return None
    place = index - len(run) if index >= end else index
    edits = (ReplaceBlocks(start, run, ()), ReplaceBlocks(place, (), new))
    return _renumbering("移动章节", document, edits)


def drop(analysis: Analysis, block_id: str, target_id: str, where: Where) -> Transaction | None:
    """Move a section to another one of the outline: before it, behind it, or below it as its last; None into itself."""
    target = next((one for one in walk(analysis.sections) if one.block.id == target_id), None)
    if target is None:
        return None
    match where:
        case Where.BEFORE:
            return move_to(analysis, block_id, target.start, target.level)
        case Where.BEHIND:
            return move_to(analysis, block_id, _own_end(analysis, target), target.level)
        case Where.BELOW:
            return move_to(analysis, block_id, _inner_end(analysis, target), target.level + 1)


def section_at(analysis: Analysis, index: int) -> Section | None:
    """Return the section whose heading is the block at `index`, None for any other block."""
    return next((section for section in walk(analysis.sections) if section.start == index), None)


def _holder(analysis: Analysis, index: int, level: int) -> Section | None:
    """Return the deepest section above `level` that holds the block at `index`, None where there is none."""
    path = path_to(analysis.sections, index)
    return next((section for section in reversed(path) if section.level < level), None)


def _inner_end(analysis: Analysis, section: Section) -> int:
    """Return where the last heading of a group ends: before the line (牵头单位：…) that closes the group."""
    closing = {block_id for one in analysis.assignments if one.scope == "section" for block_id in one.blocks}
    return _step_back(analysis, section, closing)


def _own_end(analysis: Analysis, section: Section) -> int:
    """Return where a section ends, without the closing line (牵头单位：…) that speaks for its group and stays there."""
    own = {one.block.id for one in section.walk()}
    foreign = {
        block_id for one in analysis.assignments if one.governs and one.governs not in own for block_id in one.blocks
    }
    return _step_back(analysis, section, foreign)


def _step_back(analysis: Analysis, section: Section, left: set[str]) -> int:
    end, blocks = section.end, analysis.document.blocks
    while end > section.start + 1 and blocks[end - 1].id in left and blocks[end - 1].kind is BlockKind.PARAGRAPH:
        end -= 1
    return end


def _move_paragraphs(document: Document, selection: Selection, by: int) -> Transaction | None:
    blocks = document.blocks
    first, last = selection.first, selection.last + 1
    moved = blocks[first:last]
    passed = first - 1 if by < 0 else last
    if not 0 <= passed < len(blocks) or not moved:
        return None
    if any(one.kind in _FIXED or one.kind is BlockKind.HEADING for one in moved) or blocks[passed].kind in _FIXED:
        return None
    other = blocks[passed]
    start = min(first, passed)
    new = (*moved, other) if by < 0 else (other, *moved)
    return Transaction("移动段落", (ReplaceBlocks(start, blocks[start : start + len(new)], new),))


def _renumbering(label: str, document: Document, edits: tuple[Edit, ...]) -> Transaction:
    """Return the edits with the numbers they ask for, where headings stand beside others than before."""
    changed = Transaction(label, edits).apply(document)
    return Transaction(label, (*edits, *numbered(changed, before=document)))
