"""The division of tasks (任务分工表) generated from the assignments in the plan's text."""

from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass
from typing import TYPE_CHECKING

from editor.gongwen.layout import Layout
from editor.gongwen.ooxml import Element, add_paragraph
from editor.gongwen.tables import Cell, add_table, tall_rows
from editor.model.outline import Section

if TYPE_CHECKING:
    from editor.model.assignments import Assignment, UnitMention

# Share of the width for 序号, 重点任务, 牵头单位, 责任单位; and without 牵头单位.
_FOUR = (8, 37, 19, 36)
_THREE = (8, 44, 48)
_STEPS_PER_ROW = 8  # a row of more would leave too much of a page empty before it


@dataclass(frozen=True, slots=True)
class Band:
    """A heading over tasks, as a row across the table; `part` for the parts of the plan (一、)."""

    title: str
    part: bool = False


@dataclass(frozen=True, slots=True)
class Task:
    """One row: what is to be done, who leads (牵头), who is responsible (责任).

    `steps` are the numbered headings below, where one assignment governs them all.
    """

    title: str
    lead: str
    responsible: str
    steps: tuple[str, ...] = ()


Entry = Band | Task
ByHeading = Mapping[str, Sequence["Assignment"]]


def division(sections: Sequence[Section], by_heading: ByHeading) -> tuple[Entry, ...]:
    """Return the table's content in document order; empty when the plan assigns nothing."""
    parts = [part for part in sections if by_heading.get(part.block.id) or _assigns_below(part, by_heading)]
    entries = [entry for part in parts for entry in _entries(part, (), by_heading, top=True)]
    if len(parts) == 1:  # the only part needs no row to tell it from others
        entries = [entry for entry in entries if not (isinstance(entry, Band) and entry.part)]
    return tuple(entries)


def unassigned(entries: Iterable[Entry]) -> tuple[str, ...]:
    """Return the tasks whose row has no unit."""
    tasks = (entry for entry in entries if isinstance(entry, Task))
    return tuple(task.title for task in tasks if not (task.lead or task.responsible))


def _assigns_below(section: Section, by_heading: ByHeading) -> bool:
    return any(by_heading.get(below.block.id) for child in section.children for below in child.walk())


def _entries(
    section: Section, above: Sequence["Assignment"], by_heading: ByHeading, *, top: bool = False
) -> Iterator[Entry]:
    """Yield a section's row; where units are named below it, a band and the rows below, which take over what it has."""
    found = by_heading.get(section.block.id, ()) or above
    if not _assigns_below(section, by_heading):
        yield _task(section, found)
        return
    yield Band(section.parts.number + _heading_title(section, found), top)
    bands = [child for child in section.children if _assigns_below(child, by_heading)]
    rows = [child for child in section.children if child not in bands]
    listed = bool(found) or any(by_heading.get(row.block.id) for row in rows)
    for child in section.children:
        if listed or child in bands:
            yield from _entries(child, found, by_heading)


def _task(section: Section, found: Sequence["Assignment"]) -> Task:
    lead = _names(mention for assignment in found for mention in assignment.lead)
    responsible = _names(mention for assignment in found for mention in assignment.responsible)
    # 1. beside another 序号 would confuse, （一） tells the place in the plan.
    number = section.parts.number if section.parts.number_level <= 2 else ""
    whole = any(assignment.scope == "section" for assignment in found)
    return Task(number + _heading_title(section, found), lead, responsible, _steps(section) if whole else ())


def _steps(section: Section) -> tuple[str, ...]:
    """Return the headings right below with their numbers; those without one are counted."""
    return tuple((step.parts.number or f"{at}.") + step.title for at, step in enumerate(section.children, 1))


def _heading_title(section: Section, found: Sequence["Assignment"]) -> str:
    """Return a heading's title; an assignment inside the heading itself is not part of it."""
    starts = [a.start for a in found if a.block_id == section.block.id and section.parts.start < a.start]
    end = min([section.parts.end, *starts])
    return section.block.text[section.parts.start : end].rstrip("（(，,：:") if starts else section.title


def _names(mentions: Iterable["UnitMention"]) -> str:
    return "、".join(dict.fromkeys(mention.text for mention in mentions))


def _task_rows(number: int, task: Task, leads: bool) -> Iterator[list[Cell]]:
    """Yield a task's row, or several with the units repeated: merged cells would stand empty on the next page."""
    count = max(1, -(-len(task.steps) // _STEPS_PER_ROW))
    size = -(-len(task.steps) // count)
    for at in range(count):
        lines = [task.title + ("（续）" if at else ""), *task.steps[at * size : (at + 1) * size]]
        what = Cell("\n".join(lines), first="TableTask" if task.steps else "")
        units = [task.lead, task.responsible] if leads else [task.responsible]
        yield [Cell(str(number), "TableCentre"), what, *(Cell(text) for text in units)]


def table_rows(entries: Sequence[Entry]) -> tuple[tuple[Cell, ...], ...]:
    """Return the rows with the header first; without a single lead in the plan there is no column 牵头单位."""
    leads = any(isinstance(entry, Task) and entry.lead for entry in entries)
    head = ["序号", "重点任务", "牵头单位", "责任单位"] if leads else ["序号", "重点任务", "责任单位"]
    rows = [[Cell(text, "TableHead") for text in head]]
    number = 0
    for entry in entries:
        if isinstance(entry, Band):
            rows.append([Cell(entry.title, "TablePart" if entry.part else "TableGroup", span=len(head))])
        else:
            number += 1
            rows += _task_rows(number, entry, leads)
    return tuple(tuple(row) for row in rows)


def add_division_table(parent: Element, entries: Sequence[Entry], layout: Layout) -> None:
    """Append the table, as wide as the type area."""
    rows = table_rows(entries)
    shares = _FOUR if len(rows[0]) == len(_FOUR) else _THREE
    widths = [layout.width_twips * share // 100 for share in shares]
    widths[-1] += layout.width_twips - sum(widths)
    add_table(parent, widths, rows, margin=layout.table_margin, split=tall_rows(rows, widths, layout))
    add_paragraph(parent, "Hairline")
