"""Where the numbers of headings that stand side by side do not run on, and how they would."""

import re
from collections.abc import Iterator
from dataclasses import dataclass
from enum import StrEnum
from functools import lru_cache

from editor.model.outline import Section, to_chinese
from templates.analysis import Analysis
from validators.diagnostic import TextEdit
from validators.reading import siblings
from validators.rule import edit


class Slip(StrEnum):
    """How a number departs from the one that should follow."""

    SKIPPED = "skipped"
    REPEATED = "repeated"
    OUT_OF_ORDER = "out-of-order"


@dataclass(frozen=True, slots=True)
class Irregular:
    """A heading whose number does not follow: how, what was expected, and the row with the row's first number."""

    section: Section
    slip: Slip
    expected: int
    row: tuple[Section, ...]
    first: int

    def renumbering(self) -> tuple[TextEdit, ...]:
        """Return the edits that number the whole row in order; a number already right is not touched."""
        edits = []
        for at, section in enumerate(self.row):
            new = _renumbered(section.parts.number, self.first + at)
            start = section.block.text.find(section.parts.number)
            if new and new != section.parts.number:
                edits.append(edit(section.block, start, start + len(section.parts.number), new))
        return tuple(edits)


@lru_cache(maxsize=2)
def irregular(analysis: Analysis) -> tuple[Irregular, ...]:
    """Return the headings whose number does not follow, row by row.

    A row may begin with 1 or go on where the last row of its form ended (tasks numbered through all groups).
    """
    found: list[Irregular] = []
    last: dict[int, int] = {}
    for siblings_row in siblings(analysis.sections):
        forms = dict.fromkeys(section.parts.number_level for section in siblings_row if section.parts.ordinal)
        for form in forms:
            row = tuple(one for one in siblings_row if one.parts.ordinal and one.parts.number_level == form)
            carried = last.get(form, 0) + 1
            first = carried if row[0].parts.ordinal == carried else 1
            if [one.parts.ordinal for one in row] != [*range(first, first + len(row))]:
                found += _slips(row, first)
            last[form] = row[-1].parts.ordinal or 0
    return tuple(found)


def _slips(row: tuple[Section, ...], first: int) -> Iterator[Irregular]:
    """Yield the slips of one row; after each, both the number after it and the one after the highest are right."""
    ordinals = [section.parts.ordinal or 0 for section in row]
    allowed = {first}
    expected = first
    highest = first - 1
    for at, (section, number) in enumerate(zip(row, ordinals, strict=True)):
        if number not in allowed:
            yield Irregular(section, _slip(number, expected, ordinals[:at], ordinals[at + 1 :]), expected, row, first)
            allowed = {number + 1, expected, expected + 1}
        else:
            allowed = {number + 1}
        highest = max(highest, number)
        expected = number + 1 if number >= expected else highest + 1
        allowed |= {highest + 1}
        allowed -= set(ordinals[: at + 1])


def _slip(number: int, expected: int, before: list[int], after: list[int]) -> Slip:
    if number in before:
        return Slip.REPEATED
    return Slip.SKIPPED if number > expected and expected not in after else Slip.OUT_OF_ORDER


def _renumbered(printed: str, ordinal: int) -> str:
    """Return a printed number with another ordinal, in its own form; empty for signs such as ①."""
    if re.search("[0-9]", printed):
        return re.sub("[0-9]+", str(ordinal), printed, count=1)
    if re.search("[一二三四五六七八九十百]", printed):
        return re.sub("[一二三四五六七八九十百]+", to_chinese(ordinal), printed, count=1)
    return ""
