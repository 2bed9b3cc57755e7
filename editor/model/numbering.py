"""Heading numbers as edits: every numbered heading gets the number its place asks for (GB/T 9704-2012, 7.3.3)."""

from collections.abc import Collection, Iterator, Sequence
from dataclasses import replace

from editor.model.document import Block, Document
from editor.model.edits import ReplaceBlocks
from editor.model.outline import HeadingParts, Section, heading_parts, number_for, outline, to_chinese, walk

_LONGEST_NUMBER = 12  # characters


def numbered_parts(text: str) -> HeadingParts:
    """Take a heading apart as heading_parts does; a number that no title follows yet is a number, too."""
    parts = heading_parts(text)
    if parts.number or len(text) > _LONGEST_NUMBER:
        return parts
    bare = heading_parts(text + "题")
    return bare if bare.number and bare.start >= len(text) else parts


def numbered(
    document: Document, also: Collection[str] = (), before: Document | None = None
) -> tuple[ReplaceBlocks, ...]:
    """Return edits that renumber headings which carry a number, and give one to those in `also`.

    Headings that stood beside each other in `before` already keep their numbers. A level that was numbered through
    the whole plan (1.–17.) stays so.
    """
    sections = outline(document)
    earlier = outline(before) if before is not None else sections
    through = _numbered_through(earlier)
    settled = {_key(siblings) for siblings in _sibling_groups(earlier)} if before is not None else set()
    last: dict[int, int] = {}
    edits: list[ReplaceBlocks] = []
    for siblings in _sibling_groups(sections):
        level = siblings[0].level
        ordinal = last.get(level, 0) if level in through else 0
        is_settled = _key(siblings) in settled and level not in through
        for section in siblings:
            if numbered_parts(section.block.text).number or section.block.id in also:
                ordinal += 1
                edits += () if is_settled else _renumbered(section, ordinal, also)
        last[level] = ordinal
    return tuple(edits)


def _renumbered(section: Section, ordinal: int, also: Collection[str]) -> Iterator[ReplaceBlocks]:
    block = section.block
    parts = numbered_parts(block.text)
    if parts.ordinal == ordinal and parts.number_level == section.level and block.id not in also:
        return
    text = _number(parts, section.level, ordinal) + block.text[parts.start :]
    if text != block.text:
        yield ReplaceBlocks(section.start, (block,), (replace(block, text=text),))


def _number(parts: HeadingParts, level: int, ordinal: int) -> str:
    """Return the number in the form its level asks for; 第一部分 stays 第…部分."""
    if level == parts.number_level == 1 and parts.number.startswith("第"):
        return f"第{to_chinese(ordinal)}{'章' if '章' in parts.number else '部分'}　"
    return number_for(level, ordinal)


def _numbered_through(sections: Sequence[Section]) -> set[int]:
    """Return the levels whose groups go on with the number of the group before more often than they begin with 1."""
    last: dict[int, int] = {}
    balance: dict[int, int] = {}
    for siblings in _sibling_groups(sections):
        found = [numbered_parts(one.block.text).ordinal for one in siblings]
        ordinals = [ordinal for ordinal in found if ordinal is not None]
        if not ordinals:
            continue
        level = siblings[0].level
        if level in last:
            balance[level] = balance.get(level, 0) + (1 if ordinals[0] == last[level] + 1 else -1)
        last[level] = max(ordinals)
    return {level for level, count in balance.items() if count > 0}


def _key(siblings: Sequence[Section]) -> tuple[tuple[str, int], ...]:
    return tuple((one.block.id, one.level) for one in siblings)


def _sibling_groups(sections: Sequence[Section]) -> list[Sequence[Section]]:
    """Return the groups in document order; none is empty."""
    return [group for group in (sections, *(one.children for one in walk(sections))) if group]


def is_bare(block: Block) -> bool:
    """Return whether a heading has no title yet: nothing, or its number alone."""
    return not block.text[numbered_parts(block.text).start :].strip() or not block.text.strip()
