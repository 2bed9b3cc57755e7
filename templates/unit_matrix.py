"""The division of tasks as a matrix (分工矩阵): tasks × units; who leads, who is responsible, who has many or none."""

from collections import Counter
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass
from enum import StrEnum
from typing import TYPE_CHECKING

from editor.model.outline import Section
from templates.analysis import Analysis
from templates.register import Name, Register

if TYPE_CHECKING:
    from editor.model.assignments import Assignment

_WHOLES = ("collective", "local")  # 各乡镇（街道）: every spelling means the same whole
_TASK_PARTS = ("A", "P")  # 提升行动, 重点工程: where units belong even if this part has none yet
_HABIT = 2  # a part assigns when at least one of two groups in it is assigned
_FEW = 5  # tasks that are not too many for anybody
_TIMES = 2  # as many as a unit in the middle has: nobody with less has too many
_TOP = 10  # one unit in so many is shown as having many
_LONGEST = 24  # characters of a text that stands for a missing title


class Role(StrEnum):
    """What a unit is in a task."""

    LEAD = "lead"  # 牵头单位
    RESPONSIBLE = "responsible"  # 责任单位


class Load(StrEnum):
    """How much a unit has to do beside the others."""

    IDLE = "idle"
    USUAL = "usual"
    HEAVY = "heavy"


@dataclass(frozen=True, slots=True)
class MatrixUnit:
    """One column: `key` is what all its names share, `name` what the plan prints, `full` the seal's name."""

    key: str
    name: str
    full: str
    known: bool  # to the register
    leads: int
    responsible: int
    load: Load

    @property
    def tasks(self) -> int:
        """Return in how many tasks the unit stands."""
        return self.leads + self.responsible


@dataclass(frozen=True, slots=True)
class MatrixTask:
    """One row: `id` is the heading's block, or the block of an assignment that no heading stands above."""

    id: str
    title: str  # with its number
    level: int
    leads: int
    responsible: int

    @property
    def is_bare(self) -> bool:
        """Return whether nobody has to do it."""
        return not self.leads + self.responsible


@dataclass(frozen=True, slots=True)
class UnitMatrix:
    """Rows in the order of the text, columns in that of the register, unknown units last."""

    tasks: tuple[MatrixTask, ...]
    units: tuple[MatrixUnit, ...]
    roles: Mapping[tuple[str, str], Role]  # by task id and unit key

    def role(self, task: MatrixTask, unit: MatrixUnit) -> Role | None:
        """Return what a unit is in a task, None for nothing."""
        return self.roles.get((task.id, unit.key))


def next_role(role: Role | None) -> Role | None:
    """Return what a click makes of a cell: nothing → ○ → ● → nothing."""
    return {None: Role.RESPONSIBLE, Role.RESPONSIBLE: Role.LEAD, Role.LEAD: None}[role]


def unit_key(printed: str, register: Register) -> str:
    """Return what two names of one unit share: a unit's id where the register has it, else the name itself."""
    found = register.find(printed)
    if found is None:
        return printed
    whole = found.unit.kind in _WHOLES and found.how is not Name.VARIANT
    renamed = found.how is Name.FORMER and register.own  # a unit that is no more cannot answer
    return found.unit.id if whole or renamed else register.canonical(printed) or printed


def task_assignments(analysis: Analysis, task_id: str) -> "tuple[Assignment, ...]":
    """Return the assignments of a row."""
    loose = (one for one in analysis.assignments if not one.governs and one.block_id == task_id)
    return analysis.by_heading.get(task_id) or tuple(loose)


def unit_matrix(analysis: Analysis) -> UnitMatrix:
    """Return who does what: headings with units of their own, and those that lack units though others have them."""
    rows = tuple(_rows(analysis))
    roles: dict[tuple[str, str], Role] = {}
    printed: dict[str, Counter[str]] = {}
    for task_id, _, _ in rows:
        for one in task_assignments(analysis, task_id):
            for role, mentions in ((Role.LEAD, one.lead), (Role.RESPONSIBLE, one.responsible)):
                for mention in mentions:
                    key = unit_key(mention.text, analysis.register)
                    printed.setdefault(key, Counter())[mention.text] += 1
                    if roles.get((task_id, key)) is not Role.LEAD:
                        roles[task_id, key] = role
    by_task = Counter((task_id, role) for (task_id, _), role in roles.items())
    tasks = tuple(MatrixTask(*row, by_task[row[0], Role.LEAD], by_task[row[0], Role.RESPONSIBLE]) for row in rows)
    return UnitMatrix(tasks, _units(analysis.register, printed, roles), roles)


def _units(
    register: Register, printed: Mapping[str, Counter[str]], roles: Mapping[tuple[str, str], Role]
) -> tuple[MatrixUnit, ...]:
    by_unit = Counter((key, role) for (_, key), role in roles.items())
    totals = Counter(key for _, key in roles)
    most = _most(totals)
    known = {unit.id: unit for unit in register.units}
    order = {key: at for at, key in enumerate(known)}
    places = {key: _position(names, register, order) for key, names in printed.items() if key not in known}
    found = []
    for key in (*known, *sorted(places, key=places.__getitem__)):
        unit = known.get(key)
        name = printed[key].most_common(1)[0][0] if key in printed else ""
        short, full = (unit.short or unit.name, unit.name or unit.short) if unit is not None else (name, name)
        is_known = unit is not None or register.find(name) is not None
        counts = (by_unit[key, Role.LEAD], by_unit[key, Role.RESPONSIBLE])
        found.append(MatrixUnit(key, name or short, full, is_known, *counts, _load(totals[key], most)))
    return tuple(found)


def _position(names: Mapping[str, int], register: Register, order: Mapping[str, int]) -> int:
    """Return where a unit that the register has under another name belongs: beside that; unknown ones last."""
    found = register.find(next(iter(names)))
    return order.get(found.unit.id, len(order)) if found is not None else len(order)


def _most(totals: Mapping[str, int]) -> float:
    """Return the number of tasks from which on a unit has many: more than most, and clearly more than the middle."""
    counts = sorted(totals.values(), reverse=True)
    if not counts:
        return _FEW
    return max(_FEW, _TIMES * counts[len(counts) // 2], counts[(len(counts) - 1) // _TOP])


def _load(count: int, most: float) -> Load:
    if not count:
        return Load.IDLE
    return Load.HEAVY if count >= most else Load.USUAL


def _rows(analysis: Analysis) -> Iterator[tuple[str, str, int]]:
    """Yield id, title and level of every task."""
    texts = {block.id: block.text for block in analysis.document.blocks}
    loose = dict.fromkeys(one.block_id for one in analysis.assignments if not one.governs)
    for block_id in loose:
        text = texts[block_id].strip()
        yield block_id, text if len(text) <= _LONGEST else f"{text[:_LONGEST]}…", 1
    for part in analysis.sections:
        assigns = _has_habit(analysis, part) or _is_task_part(analysis, part)
        for section in _tasks(analysis, part, bare_too=assigns):
            yield section.block.id, _title(analysis, section), section.level


def _tasks(analysis: Analysis, section: Section, *, bare_too: bool) -> Iterator[Section]:
    """Yield the sections with units of their own, and the topmost ones without any; a part stands for its groups."""
    own = bool(analysis.by_heading.get(section.block.id))
    bare = not own and bare_too and not _is_assigned(analysis, section)
    if own or (bare and not (section.level == 1 and section.children)):
        yield section
    for child in () if bare and section.level > 1 else section.children:
        yield from _tasks(analysis, child, bare_too=bare_too and not own)


def _is_assigned(analysis: Analysis, section: Section) -> bool:
    return any(analysis.by_heading.get(one.block.id) for one in section.walk())


def _has_habit(analysis: Analysis, part: Section) -> bool:
    assigned = sum(_is_assigned(analysis, child) for child in part.children)
    return bool(analysis.by_heading.get(part.block.id)) or (assigned > 0 and assigned * _HABIT >= len(part.children))


def _is_task_part(analysis: Analysis, part: Section) -> bool:
    return any(name in _TASK_PARTS for name in analysis.coverage.requirements_of(part.block.id))


def _title(analysis: Analysis, section: Section) -> str:
    """Return number and title; units named in the heading itself (由…牵头) are no part of it."""
    given: Sequence[Assignment] = analysis.by_heading.get(section.block.id, ())
    starts = [one.start for one in given if one.block_id == section.block.id and one.start > section.parts.start]
    end = min([section.parts.end, *starts])
    return section.parts.number + section.block.text[section.parts.start : end].rstrip("（(，,：: ")
