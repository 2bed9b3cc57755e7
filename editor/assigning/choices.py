"""Who may be chosen for one task: the units it has, those that usually do it and why, names as the plan prints them."""

from collections import Counter
from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from functools import cached_property

from editor import commands
from editor.assigning.suggestion import Suggestion, suggestion
from editor.model.assignment_check import why_not_listed
from editor.model.assignments import Assignment
from editor.model.document import Unit
from editor.model.edits import Transaction
from editor.model.outline import walk
from templates.analysis import Analysis, analyse
from templates.unit_matrix import task_assignments

_LONGEST_TITLE = 24


@dataclass(frozen=True, slots=True)
class Task:
    """What is assigned: a heading, or a block with units and no heading above it; `which` of its assignments."""

    id: str
    which: int = 0


@dataclass(frozen=True, slots=True)
class Assigned:
    """Names of the leading (牵头) and the responsible (责任) units."""

    lead: tuple[str, ...] = ()
    responsible: tuple[str, ...] = ()


@dataclass(frozen=True, slots=True)
class Written:
    """What a choice makes of the plan: the change (None: nothing changes) and the sentence as it will stand."""

    transaction: Transaction | None
    sentence: str


class AssignmentChoices:
    """Units of the register under the names that this plan prints, for one task."""

    def __init__(self, analysis: Analysis, task: Task, typed: tuple[str, int] = ("", 0)) -> None:
        """`typed` is where a name is just being typed, by block id and character: that one is not printed yet."""
        self._typed = typed
        self.analysis = analysis
        self._task = task
        self._register = analysis.register
        self.units = analysis.register.units

    def of(self, analysis: Analysis) -> "AssignmentChoices":
        """Return the choices for the same task in a later state of the plan."""
        return AssignmentChoices(analysis, self._task)

    @cached_property
    def title(self) -> str:
        """Return the task's title, shortened; the text of a block without a heading."""
        found = (section.title for section in walk(self.analysis.sections) if section.block.id == self._task.id)
        texts = (block.text for block in self.analysis.document.blocks if block.id == self._task.id)
        title = next(found, "") or next(texts, "")
        return title if len(title) <= _LONGEST_TITLE else f"{title[:_LONGEST_TITLE]}…"

    @cached_property
    def _printed(self) -> dict[str, str]:
        return printed_names(self.analysis, self._typed)

    def name(self, unit: Unit) -> str:
        """Return the name the plan uses for a unit already, else its short name: one unit, one name in a plan.

        A name that cannot stand in a list of units gives way to another one of the unit that can.
        """
        names = [one for one in (self._printed.get(unit.id), unit.short, unit.name, *unit.aliases) if one]
        return next((one for one in names if not why_not_listed(one)), names[0] if names else "")

    def present(self) -> Assigned:
        """Return who does it now, as printed."""
        found = self._assignment(self.analysis)
        if found is None:
            return Assigned()
        return Assigned(tuple(one.text for one in found.lead), tuple(one.text for one in found.responsible))

    def _assignment(self, analysis: Analysis) -> Assignment | None:
        found = task_assignments(analysis, self._task.id)
        return found[self._task.which] if self._task.which < len(found) else None

    @cached_property
    def suggestion(self) -> Suggestion:
        """Return who usually does it, and why."""
        return suggestion(self.analysis, self._task.id, self.name)

    def is_known(self, name: str) -> bool:
        """Return whether the register holds a unit of this name."""
        return self._register.find(name) is not None

    def unit_id(self, name: str) -> str:
        """Return the id of the unit that a printed name stands for; the name itself for an unknown one."""
        found = self._register.find(name)
        return found.unit.id if found is not None else name

    def same(self, name: str, other: str) -> bool:
        """Return whether two printed names stand for one unit."""
        return self.unit_id(name) == self.unit_id(other)

    def holds(self, names: Iterable[str], name: str) -> bool:
        """Return whether a unit is among `names`, under any of its names."""
        return any(self.same(name, other) for other in names)

    def joined(self, names: Sequence[str], name: str) -> tuple[str, ...]:
        """Return `names` with one more at its place by the register's order; the others stay where they are."""
        at = self._register.place_among(name, names)
        return (*names[:at], name, *names[at:])

    def in_order(self, names: Sequence[str]) -> tuple[str, ...]:
        """Return names in the register's order; those it does not hold follow as they stood."""
        place_of = {unit.id: position for position, unit in enumerate(self.units)}

        def position(name: str) -> int:
            found = self._register.find(name)
            return place_of.get(found.unit.id, len(place_of)) if found else len(place_of)

        return tuple(sorted(names, key=position))

    def written(self, lead: Sequence[str], responsible: Sequence[str]) -> Written:
        """Return what becomes of the text with these units; raises NotReadBack where it would not say so."""
        transaction = commands.assign_units(self.analysis, self._task.id, lead, responsible, self._task.which)
        after = analyse(transaction.apply(self.analysis.document)) if transaction is not None else self.analysis
        found = self._assignment(after)
        if found is None or not (lead or responsible):
            return Written(transaction, "")
        texts = {block.id: block.text for block in after.document.blocks if block.id in found.blocks}
        first, *others = (texts[block_id] for block_id in found.blocks)
        stop = first[found.end : found.end + 1] if first[found.end : found.end + 1] == "。" else ""
        rest = first[found.start :] if others else first[found.start : found.end] + stop
        return Written(transaction, "\n".join((rest, *others)))


def printed_names(analysis: Analysis, typed: tuple[str, int] = ("", 0)) -> dict[str, str]:
    """Return for each unit's id the name that the plan's assignments print most often, the one at `typed` left out."""
    printed = (mention for one in analysis.assignments for mention in (*one.lead, *one.responsible))
    mentions = Counter(one.text for one in printed if one.text and (one.block_id, one.start) != typed)
    names: dict[str, str] = {}
    for text, _ in mentions.most_common():
        found = analysis.register.find(text)
        if found is not None:
            names.setdefault(found.unit.id, text)
    return names


def task_at(analysis: Analysis, block_id: str, at: int = 0) -> Task | None:
    """Return the task whose units are meant at a character of a block: that of the assignment there or after it.

    Else the nearest heading with units is meant, else the nearest heading: a plan that assigns whole sections gets no
    second assignment inside one. None where no heading stands above.
    """
    here = [one for one in analysis.assignments if block_id in one.blocks]
    meant = next((one for one in here if one.block_id != block_id or at <= one.end), here[-1] if here else None)
    if meant is not None:
        owner = meant.governs or meant.block_id
        return Task(owner, task_assignments(analysis, owner).index(meant))
    path = [section.block.id for section in analysis.section_path(block_id)]
    assigned = (heading for heading in reversed(path) if heading in analysis.by_heading)
    heading = next(assigned, path[-1] if path else "")
    return Task(heading) if heading else None
