"""The division of tasks (任务分工) as the plan's text states it: headings over tasks, and each task with its units."""

from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass, replace
from typing import TYPE_CHECKING

from editor.model.document import Document
from editor.model.outline import Section

if TYPE_CHECKING:
    from editor.model.assignments import Assignment, UnitMention


@dataclass(frozen=True, slots=True)
class Band:
    """A heading over tasks, as a row across the table; `part` for the parts of the plan (一、)."""

    title: str
    part: bool = False


@dataclass(frozen=True, slots=True)
class Task:
    """One row: what is to be done, who leads (牵头), who is responsible (责任), by when (时限).

    Tasks with the same `group` share one assignment, that of the heading with this block id; empty: its own, or none.
    """

    title: str
    lead: str
    responsible: str
    deadline: str = ""
    group: str = ""


Entry = Band | Task
ByHeading = Mapping[str, Sequence["Assignment"]]


@dataclass(frozen=True, slots=True)
class _Stated:
    """What the plan says of each heading, by block id, and what a section takes over from the headings above it."""

    by_heading: ByHeading
    deadlines: Mapping[str, str]
    found: Sequence["Assignment"] = ()
    group: str = ""
    deadline: str = ""

    def under(self, section: Section) -> "_Stated":
        """Return what holds for a section and, unless they say otherwise, for those below it."""
        own = self.by_heading.get(section.block.id, ())
        deadline = self.deadlines.get(section.block.id, "") or self.deadline
        if own:
            return replace(self, found=own, group=section.block.id, deadline=deadline)
        return replace(self, deadline=deadline)

    def below(self, section: Section) -> bool:
        """Return whether a heading below a section has units of its own."""
        return any(self.by_heading.get(item.block.id) for child in section.children for item in child.walk())


def division(
    sections: Sequence[Section], by_heading: ByHeading, deadlines: Mapping[str, str] | None = None
) -> tuple[Entry, ...]:
    """Return the division in document order; empty when the plan assigns nothing."""
    stated = _Stated(by_heading, deadlines or {})
    parts = [part for part in sections if by_heading.get(part.block.id) or stated.below(part)]
    entries = [entry for part in parts for entry in _entries(part, stated, top=True)]
    if len(parts) == 1:  # the only part needs no row to tell it from others
        entries = [entry for entry in entries if not (isinstance(entry, Band) and entry.part)]
    return tuple(entries)


def division_of(document: Document) -> tuple[Entry, ...]:
    """Return the division of a document's tasks; empty when the plan assigns nothing."""
    from templates.analysis import analyse

    found = analyse(document)
    return division(found.sections, found.by_heading, found.deadlines)


def unassigned(entries: Iterable[Entry]) -> tuple[str, ...]:
    """Return the tasks whose row has no unit."""
    tasks = (entry for entry in entries if isinstance(entry, Task))
    return tuple(task.title for task in tasks if not (task.lead or task.responsible))


def _entries(section: Section, above: _Stated, *, top: bool = False) -> Iterator[Entry]:
    """Yield a section's row; where units are named below it or for all of it, a band and the rows of its tasks."""
    here, below = above.under(section), above.below(section)
    own = above.by_heading.get(section.block.id, ())
    whole = bool(section.children) and any(assignment.scope == "section" for assignment in own)
    if not (below or whole):
        yield _task(section, here, "" if own else here.group)
        return
    yield Band(section.parts.number + _heading_title(section, here.found), top)
    bands = [child for child in section.children if above.below(child)]
    listed = bool(here.found) or any(
        above.by_heading.get(child.block.id) for child in section.children if child not in bands
    )
    for child in section.children:
        if listed or child in bands:
            yield from _entries(child, here)


def _task(section: Section, stated: _Stated, group: str) -> Task:
    lead = _names(mention for assignment in stated.found for mention in assignment.lead)
    responsible = _names(mention for assignment in stated.found for mention in assignment.responsible)
    # 1. beside another 序号 would confuse, （一） tells the place in the plan.
    number = section.parts.number if section.parts.number_level <= 2 else ""
    return Task(number + _heading_title(section, stated.found), lead, responsible, stated.deadline, group)


def _heading_title(section: Section, found: Sequence["Assignment"]) -> str:
    """Return a heading's title; an assignment inside the heading itself is not part of it."""
    starts = [a.start for a in found if a.block_id == section.block.id and section.parts.start < a.start]
    end = min([section.parts.end, *starts])
    return section.block.text[section.parts.start : end].rstrip("（(，,：:") if starts else section.title


def _names(mentions: Iterable["UnitMention"]) -> str:
    return "、".join(dict.fromkeys(mention.text for mention in mentions))
