"""The units chosen for one task as long as nothing is written: two ordered lists, and what may be done to them."""

from collections.abc import Sequence

from editor.assigning.choices import Assigned, AssignmentChoices, Written
from editor.model.unit_lists import split_units
from templates.analysis import Analysis


class Draft:
    """Begins with who does the task now; a unit stands in one of the lists, once, under whatever name."""

    def __init__(self, choices: AssignmentChoices) -> None:
        self.choices = choices
        self.before = choices.present()
        self._lists = {True: list(self.before.lead), False: list(self.before.responsible)}

    @property
    def lead(self) -> tuple[str, ...]:
        """Return the leading units (牵头单位)."""
        return tuple(self._lists[True])

    @property
    def responsible(self) -> tuple[str, ...]:
        """Return the responsible units (责任单位)."""
        return tuple(self._lists[False])

    @property
    def names(self) -> tuple[str, ...]:
        """Return all of them."""
        return (*self.lead, *self.responsible)

    @property
    def is_changed(self) -> bool:
        """Return whether there is anything to lose."""
        return Assigned(self.lead, self.responsible) != self.before

    def add(self, names: Sequence[str], *, leading: bool) -> tuple[str, ...]:
        """Add units, each at its place by the register's order; return those that were added, and not there already."""
        added = []
        for name in names:
            if not self.choices.holds(self.names, name):
                self._lists[leading] = list(self.choices.joined(self._lists[leading], name))
                added.append(name)
        return tuple(added)

    def remove(self, leading: bool, at: int) -> None:
        """Take a unit away."""
        del self._lists[leading][at]

    def shift(self, leading: bool, at: int, by: int) -> int:
        """Move a unit in its list and return where it stands then; at an end it stays."""
        names = self._lists[leading]
        to = max(0, min(len(names) - 1, at + by))
        names.insert(to, names.pop(at))
        return to

    def turn(self, leading: bool, at: int) -> int:
        """Make a leading unit a responsible one or the other way round; return its place in the other list."""
        name = self._lists[leading].pop(at)
        others = self._lists[not leading] = list(self.choices.joined(self._lists[not leading], name))
        return others.index(name)

    def sort(self) -> None:
        """Bring both lists into the register's order (按单位库排序)."""
        for names in self._lists.values():
            names[:] = self.choices.in_order(names)

    def adopt(self) -> None:
        """Add the units that usually do it; those chosen stay where they are."""
        self.add(self.choices.suggestion.lead, leading=True)
        self.add(self.choices.suggestion.responsible, leading=False)

    @property
    def is_adopted(self) -> bool:
        """Return whether every suggested unit is chosen."""
        return not self._missing(self.choices.suggestion.lead) and not self._missing(
            self.choices.suggestion.responsible
        )

    def _missing(self, names: Sequence[str]) -> tuple[str, ...]:
        return tuple(name for name in names if not self.choices.holds(self.names, name))

    @property
    def advice(self) -> str:
        """Return who usually leads and why, and which of those that usually take part are not chosen yet."""
        missing = self._missing(self.choices.suggestion.responsible)
        others = f"通常还有{'、'.join(missing)}参加。" if missing else ""
        chosen = "建议的单位都选上了。" if self.choices.suggestion.is_any and self.is_adopted else ""
        return self.choices.suggestion.reason + others + chosen

    def typed(self, text: str) -> tuple[str, ...]:
        """Return the names that a typed or pasted text holds: one, or a list such as 「县科协、县教育局」."""
        text = text.strip()
        if self.choices.is_known(text):
            return (text,)
        return tuple(dict.fromkeys(text[start:end] for start, end in split_units(text, 0, len(text))))

    def follow(self, analysis: Analysis) -> bool:
        """Go on with a later state of the plan; False, and nothing done, where the task is others' there."""
        if analysis.document is not self.choices.analysis.document:
            choices = self.choices.of(analysis)
            if choices.present() != self.before:
                return False
            self.choices = choices
        return True

    def written(self) -> Written:
        """Return what becomes of the text; raises NotReadBack where it would not say what is chosen."""
        return self.choices.written(self.lead, self.responsible)
