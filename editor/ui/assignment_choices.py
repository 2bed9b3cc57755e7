"""What the assignment dialog offers for one section: present units, suggested ones, names as the plan prints them."""

from collections import Counter
from collections.abc import Iterable, Sequence
from dataclasses import dataclass

from editor.model.document import Unit
from templates.analysis import Analysis


@dataclass(frozen=True, slots=True)
class Assigned:
    """Names of the leading (牵头) and the responsible (责任) units."""

    lead: tuple[str, ...] = ()
    responsible: tuple[str, ...] = ()


class AssignmentChoices:
    """Units of the register under the names that this plan prints, for the section under one heading."""

    def __init__(self, analysis: Analysis, heading_id: str) -> None:
        self._analysis = analysis
        self._heading = heading_id
        self._printed = printed_names(analysis)
        self.units = analysis.register.units
        self._place_of = {unit.id: position for position, unit in enumerate(self.units)}

    def name(self, unit: Unit) -> str:
        """Return the name the plan uses for a unit already, else its short name: one unit, one name in a plan."""
        return self._printed.get(unit.id) or unit.short or unit.name

    def present(self) -> Assigned:
        """Return who does it now, as printed."""
        found = self._analysis.by_heading.get(self._heading, ())
        if not found:
            return Assigned()
        lead, responsible = found[0].lead, found[0].responsible
        return Assigned(tuple(one.text for one in lead), tuple(one.text for one in responsible))

    def suggested(self) -> Assigned:
        """Return who usually does it, by the template's office functions."""
        template = self._analysis.template
        if template is None:
            return Assigned()
        found = [template.requirement(one) for one in self._analysis.coverage.requirements_of(self._heading)]
        lead = self._holders(function for requirement in found for function in requirement.leads)
        responsible = self._holders(function for requirement in found for function in requirement.partners)
        return Assigned(lead, tuple(name for name in responsible if name not in lead))

    def _holders(self, functions: Iterable[str]) -> tuple[str, ...]:
        return tuple(self.name(unit) for unit in self._analysis.register.by_function(functions))

    def is_known(self, name: str) -> bool:
        """Return whether the register holds a unit of this name."""
        return self._analysis.register.find(name) is not None

    def same(self, name: str, other: str) -> bool:
        """Return whether two printed names stand for one unit."""
        found, also = self._analysis.register.find(name), self._analysis.register.find(other)
        return name == other or (found is not None and also is not None and found.unit.id == also.unit.id)

    def in_order(self, names: Sequence[str]) -> tuple[str, ...]:
        """Return names in the register's order; those it does not hold follow as they stood."""

        def position(name: str) -> int:
            found = self._analysis.register.find(name)
            return self._place_of.get(found.unit.id, len(self.units)) if found else len(self.units)

        return tuple(sorted(names, key=position))


def printed_names(analysis: Analysis) -> dict[str, str]:
    """Return for each unit's id the name that the plan's assignments print most often."""
    mentions = Counter(
        mention.text for one in analysis.assignments for mention in (*one.lead, *one.responsible) if mention.text
    )
    names: dict[str, str] = {}
    for text, _ in mentions.most_common():
        found = analysis.register.find(text)
        if found is not None:
            names.setdefault(found.unit.id, text)
    return names


def assigned_heading(analysis: Analysis, block_id: str) -> str:
    """Return the heading whose units are meant at a block: that of the assignment in it, else the nearest with one.

    A plan that assigns whole sections gets no second assignment inside one. Empty where no heading stands above.
    """
    for one in analysis.assignments:
        if block_id in one.blocks and one.governs:
            return one.governs
    path = [section.block.id for section in analysis.section_path(block_id)]
    assigned = (heading for heading in reversed(path) if heading in analysis.by_heading)
    return next(assigned, path[-1] if path else "")
