"""Which heading an assignment governs, and whether that is a task or a whole section.

A note governs the nearest heading above it, except where it ends the last task of a group for the whole group: then
no other task of the group has one of its kind, and the rest of the plan is written so, too.
"""

import re
from collections.abc import Sequence
from dataclasses import dataclass

from editor.model.deadlines import is_deadline
from editor.model.document import Block
from editor.model.outline import Section, path_to, walk

_ACTION = re.compile(r"(?:行动|工程)(?:[（(].*)?$")


@dataclass(frozen=True, slots=True)
class Place:
    """Where a note stands: its first and last block, how it is written, whether text of the task follows it."""

    index: int
    last: int
    own_line: bool
    labelled: bool
    in_title: bool
    ends_block: bool

    @property
    def manner(self) -> tuple[bool, bool]:
        """Return what makes notes alike: labelled lines are compared with such lines, notes in the text with notes."""
        return self.own_line and self.labelled, self.labelled


def governed(blocks: Sequence[Block], sections: tuple[Section, ...], places: Sequence[Place]) -> list[Section | None]:
    """Return for every place the section that its note governs, None before the first heading."""
    paths = [path_to(sections, place.index) for place in places]
    owners = {id(path[-1]) for path in paths if path}
    filled: dict[tuple[bool, bool], set[int]] = {}
    for place, path in zip(places, paths, strict=True):
        filled.setdefault(place.manner, set()).update(section.start for section in path)
    lifts = {manner: _lifts(manner, sections, starts) for manner, starts in filled.items()}
    result: list[Section | None] = []
    for place, path in zip(places, paths, strict=True):
        lifted = (
            len(path) > 1
            and lifts[place.manner]
            and id(path[-2]) not in owners
            and _only_last(path[-2], filled[place.manner])
            and _ends_group(blocks, place, path)
        )
        result.append((path[-2] if lifted else path[-1]) if path else None)
    return result


def _is_group(section: Section) -> bool:
    """Return whether its children are tasks: level 3 and below, or level 2 where the part itself is one action."""
    if not section.children or section.children[0].level >= 3:
        return bool(section.children)
    named = _ACTION.search(section.title) is not None
    return named and not any(child.children or _ACTION.search(child.title) for child in section.children)


def _only_last(group: Section, filled: set[int]) -> bool:
    """Return whether of the children of a group only the last one holds a note."""
    *others, last = (child.start in filled for child in group.children)
    return last and not any(others)


def _ends_group(blocks: Sequence[Block], place: Place, path: tuple[Section, ...]) -> bool:
    """Return whether nothing of the group follows the note, a deadline (时限) apart."""
    task, group = path[-1], path[-2]
    after = blocks[place.last + 1 : task.end]
    empty = all(not block.rows and (not block.text.strip() or is_deadline(block.text)) for block in after)
    free = not place.in_title and place.ends_block and empty
    return free and not task.children and _is_group(group) and group.children[-1] is task


def _lifts(manner: tuple[bool, bool], sections: tuple[Section, ...], filled: set[int]) -> bool:
    """Return whether the plan writes one note of this manner per group, at the end of its last task.

    「（…负责）」 within a text without labels is a task's own as a rule: it takes three such groups to say otherwise.
    """
    last = each = 0
    for group in walk(sections):
        if len(group.children) > 1 and _is_group(group) and any(child.start in filled for child in group.children):
            if _only_last(group, filled):
                last += 1
            else:
                each += 1
    own_line, labelled = manner
    return last >= each and (own_line or labelled or last >= 3)


def scope_of(section: Section, sections: tuple[Section, ...]) -> str:
    """Return "section" for a group, a part or an action without tasks, "task" for anything below."""
    if section.children or section.level == 1:
        return "section"
    if section.level > 2:
        return "task"
    path = path_to(sections, section.start)
    parent = path[-2] if len(path) > 1 else None
    siblings = parent.children if parent else ()
    names = (section.title, parent.title if parent else "")
    grouped = any(sibling.children for sibling in siblings) or any(_ACTION.search(name) for name in names)
    return "section" if grouped else "task"
