"""Which tasks of the plan are whose (各单位任务), read from the assignments in its text; no word of them is changed."""

from collections.abc import Iterable, Iterator
from dataclasses import dataclass

from editor.model.assignments import Assignment, UnitMention
from editor.model.document import Block, BlockKind
from editor.model.outline import Section, walk
from templates.analysis import Analysis
from templates.register import Name, Register
from templates.unit_matrix import Role, unit_key

_CONTENT = (BlockKind.HEADING, BlockKind.PARAGRAPH, BlockKind.TABLE)
_WHOLES = ("collective", "local")  # 各乡镇（街道）: every spelling means the same whole


@dataclass(frozen=True, slots=True)
class UnitTask:
    """One task of one unit: the headings above it, its blocks as they are, the other units as printed."""

    path: tuple[Block, ...]
    blocks: tuple[Block, ...]
    role: Role
    leads: tuple[str, ...]
    responsible: tuple[str, ...]


@dataclass(frozen=True, slots=True)
class UnitShare:
    """All that the plan gives one unit to do; `name` is what it is addressed as, `short` what a file is named after."""

    name: str
    short: str
    tasks: tuple[UnitTask, ...]
    key: str = ""  # what all names of the unit share

    @property
    def led(self) -> int:
        """Return in how many of the tasks the unit leads (牵头)."""
        return sum(task.role is Role.LEAD for task in self.tasks)


@dataclass(frozen=True, slots=True)
class _Task:
    """One task with everybody named in it; the units by their keys, each with its name as printed."""

    path: tuple[Block, ...]
    blocks: tuple[Block, ...]
    lead: dict[str, str]
    responsible: dict[str, str]

    def of(self, key: str) -> UnitTask:
        """Return the task as the unit sees it; one that leads is not named as responsible, too."""
        role = Role.LEAD if key in self.lead else Role.RESPONSIBLE
        leads = tuple(name for other, name in self.lead.items() if other != key)
        duty = tuple(name for other, name in self.responsible.items() if other != key and other not in self.lead)
        return UnitTask(self.path, self.blocks, role, leads, duty)


def unit_shares(analysis: Analysis) -> tuple[UnitShare, ...]:
    """Return every unit that a task names, in the register's order, unknown ones after it as they come in the text.

    A heading with units of its own is a task of its own, as in the 分工表, and no part of the task of its group.
    """
    register = analysis.register
    tasks = tuple(_tasks(analysis))
    spellings: dict[str, list[str]] = {}
    for assignment in analysis.assignments:
        for mention in (*assignment.lead, *assignment.responsible):
            spellings.setdefault(unit_key(mention.text, register), []).append(mention.text)
    order = {unit.id: at for at, unit in enumerate(register.units)}
    keys = sorted(spellings, key=lambda key: order.get(key, len(order)))
    return tuple(_share(key, spellings[key], tasks, register) for key in keys)


def _share(key: str, spellings: list[str], tasks: Iterable[_Task], register: Register) -> UnitShare:
    name, short = _names(key, tuple(dict.fromkeys(spellings)), register)
    own = tuple(task.of(key) for task in tasks if key in task.lead or key in task.responsible)
    return UnitShare(name, short, own, key)


def _names(key: str, spellings: tuple[str, ...], register: Register) -> tuple[str, str]:
    """Return the full name and the short one; the printed one for both where the register does not have the unit.

    The default register of an imported plan knows what units are usually called, not what this place has made of
    them: there a merged or renamed unit (VARIANT) and a whole (各镇街道) keep the name that the plan prints.
    """
    unit = next((unit for unit in register.units if unit.id == key), None)
    if unit is None:
        return spellings[0], spellings[0]
    if register.own:
        return unit.name or unit.short, unit.short or unit.name
    if unit.kind in _WHOLES:
        return "、".join(spellings), "、".join(spellings)
    if any(known.how is not Name.VARIANT for name in spellings if (known := register.find(name))):
        return unit.name, unit.short
    return spellings[0], spellings[0]


def _tasks(analysis: Analysis) -> Iterator[_Task]:
    """Yield every task with its units in the order of the document."""
    register, blocks = analysis.register, analysis.document.blocks
    loose: dict[str, list[Assignment]] = {}
    for assignment in analysis.assignments:
        if not assignment.governs:
            loose.setdefault(assignment.block_id, []).append(assignment)
    for found in loose.values():
        ids = {block_id for assignment in found for block_id in assignment.blocks}
        yield _task((), [block for block in blocks if block.id in ids], found, register)
    for section in walk(analysis.sections):
        given = analysis.by_heading.get(section.block.id, ())
        if given:
            path = tuple(above.block for above in analysis.section_path(section.block.id)[:-1])
            yield _task(path, _own_blocks(section, given, analysis), given, register)


def _own_blocks(section: Section, given: Iterable[Assignment], analysis: Analysis) -> list[Block]:
    """Return the blocks of a task: its section less the tasks within, and always the lines that assign it."""
    within = (below for below in section.walk() if below is not section and below.block.id in analysis.by_heading)
    others = {position for below in within for position in range(below.start, below.end)}
    lines = {block_id for assignment in given for block_id in assignment.blocks}
    blocks = analysis.document.blocks
    return [
        blocks[position]
        for position in range(section.start, section.end)
        if position not in others or blocks[position].id in lines
    ]


def _task(path: tuple[Block, ...], blocks: list[Block], given: Iterable[Assignment], register: Register) -> _Task:
    own = tuple(block for block in blocks if block.kind in _CONTENT and (block.text.strip() or block.rows))
    lead = _byunit_key((mention for assignment in given for mention in assignment.lead), register)
    duty = _byunit_key((mention for assignment in given for mention in assignment.responsible), register)
    return _Task(path, own, lead, duty)


def _byunit_key(mentions: Iterable[UnitMention], register: Register) -> dict[str, str]:
    named: dict[str, str] = {}
    for mention in mentions:
        named.setdefault(unit_key(mention.text, register), mention.text)
    return named
