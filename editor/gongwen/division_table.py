"""The division of tasks (任务分工表) generated from the assignments in the plan's text."""

from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass
from typing import TYPE_CHECKING

from editor.gongwen.layout import Layout
from editor.gongwen.ooxml import Element, add_paragraph
from editor.gongwen.tables import Cell, add_table
from editor.model.outline import Section

if TYPE_CHECKING:
    from editor.model.assignments import Assignment, UnitMention

# Share of the width for 序号, 重点任务, 牵头单位, 责任单位; and without 牵头单位.
_FOUR = (8, 34, 22, 36)
_THREE = (8, 44, 48)


@dataclass(frozen=True, slots=True)
class Task:
    """One row: what is to be done, who leads (牵头), who is responsible (责任)."""

    title: str
    lead: str
    responsible: str


@dataclass(frozen=True, slots=True)
class Group:
    """Tasks under one heading; `shared` when one assignment governs them all and its cells merge."""

    title: str
    tasks: tuple[Task, ...]
    shared: bool = False


ByHeading = Mapping[str, Sequence["Assignment"]]


def division(sections: Sequence[Section], by_heading: ByHeading) -> tuple[Group, ...]:
    """Return the groups of the table in document order; empty when the plan assigns nothing."""
    top = _group("", [section for section in sections if not _is_group(section, by_heading)], (), by_heading)
    return tuple(group for group in (top, *_below(sections, by_heading)) if group.tasks)


def unassigned(groups: Iterable[Group]) -> tuple[str, ...]:
    """Return the tasks whose row has no unit."""
    return tuple(task.title for group in groups for task in group.tasks if not (task.lead or task.responsible))


def _below(sections: Sequence[Section], by_heading: ByHeading) -> Iterator[Group]:
    for section in sections:
        if not _is_group(section, by_heading):
            continue
        own = by_heading.get(section.block.id, ())
        rows = [child for child in section.children if not _is_group(child, by_heading)]
        yield _group(section.parts.number + _heading_title(section, own), rows, own, by_heading)
        yield from _below(section.children, by_heading)


def _is_group(section: Section, by_heading: ByHeading) -> bool:
    """Return whether a section's children are the rows: it is assigned as a whole, or they are assigned themselves."""
    if any(by_heading.get(child.block.id) for below in section.children for child in below.walk()):
        return True
    return bool(section.children) and any(a.scope == "section" for a in by_heading.get(section.block.id, ()))


def _group(title: str, rows: Sequence[Section], shared: Sequence["Assignment"], by_heading: ByHeading) -> Group:
    own = [by_heading.get(row.block.id, ()) for row in rows]
    if not shared and not any(own):
        return Group(title, ())
    tasks = tuple(_task(row, found or shared) for row, found in zip(rows, own, strict=True))
    return Group(title, tasks, bool(shared) and not any(own))


def _task(section: Section, found: Sequence["Assignment"]) -> Task:
    lead = _names(mention for assignment in found for mention in assignment.lead)
    responsible = _names(mention for assignment in found for mention in assignment.responsible)
    return Task(_heading_title(section, found), lead, responsible)


def _heading_title(section: Section, found: Sequence["Assignment"]) -> str:
    """Return a heading's title; an assignment inside the heading itself is not part of it."""
    starts = [a.start for a in found if a.block_id == section.block.id and section.parts.start < a.start]
    end = min([section.parts.end, *starts])
    return section.block.text[section.parts.start : end].rstrip("（(，,：:") if starts else section.title


def _names(mentions: Iterable["UnitMention"]) -> str:
    return "、".join(dict.fromkeys(mention.text for mention in mentions))


def _rows(groups: Sequence[Group], leads: bool) -> Iterator[list[Cell]]:
    head = ["序号", "重点任务", "牵头单位", "责任单位"] if leads else ["序号", "重点任务", "责任单位"]
    yield [Cell(text, "TableHead") for text in head]
    number = 0
    for group in groups:
        if group.title:
            yield [Cell(group.title, "TableGroup", span=len(head))]
        for at, task in enumerate(group.tasks):
            number += 1
            merge = "" if not group.shared or len(group.tasks) == 1 else "continue" if at else "restart"
            units = [task.lead, task.responsible] if leads else [task.responsible]
            shown = [Cell("" if merge == "continue" else text, merge=merge) for text in units]
            yield [Cell(str(number), "TableCentre"), Cell(task.title), *shown]


def table_rows(groups: Sequence[Group]) -> tuple[tuple[Cell, ...], ...]:
    """Return the rows with the header first; without a single lead in the plan there is no column 牵头单位."""
    leads = any(task.lead for group in groups for task in group.tasks)
    return tuple(tuple(row) for row in _rows(groups, leads))


def add_division_table(parent: Element, groups: Sequence[Group], layout: Layout) -> None:
    """Append the table, as wide as the type area."""
    rows = table_rows(groups)
    shares = _FOUR if len(rows[0]) == len(_FOUR) else _THREE
    widths = [layout.width_twips * share // 100 for share in shares]
    widths[-1] += layout.width_twips - sum(widths)
    add_table(parent, widths, rows, margin=layout.table_margin)
    add_paragraph(parent, "Hairline")
