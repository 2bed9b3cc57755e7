"""Units that may be meant by what is typed: by name, short name, pinyin, initials (kx → 县科协) or office function."""

import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass

from editor import pinyin
from editor.assigning.choices import AssignmentChoices, Task, task_at
from editor.model.assignment_check import why_not_listed
from editor.model.assignments import is_assignment_line
from editor.model.document import Block, Unit
from templates.analysis import Analysis
from templates.function_names import function_label

MOST = 8  # as many as there are keys for, and as can be taken in at a glance
_LABEL = re.compile(r"(?:牵头|责任|配合|负责|参与|参加|协办|主办|承办|落实)(?:单位|部门)?[：:]")
_VERB = re.compile(r"牵头|负责|配合|按职责|参与|落实")
_SEPARATOR = re.compile(r"[、，,：:；;（(）)。\s]")
_NEXT_NOTE = re.compile(rf"[。）)](?!\s*(?:{_LABEL.pattern}|[。）)]|$))")  # a sentence that is no list of units
_LETTERS = re.compile(r"[A-Za-z0-9']+")
_LONGEST = 30


@dataclass(frozen=True, slots=True)
class Typed:
    """The beginning of a name before the caret: characters `start` to `end` of the block, and the list it is in."""

    text: str
    start: int
    end: int
    listed: str


def typed_name(text: str, at: int) -> Typed | None:
    """Return the name being typed at character `at`; None outside a list of units, or with nothing typed yet."""
    head = text[:at]
    start = max((match.end() for match in _SEPARATOR.finditer(head)), default=0)
    piece = head[start:]
    if not 0 < len(piece) <= _LONGEST:
        return None
    opened = max(head.rfind("（"), head.rfind("("))
    if opened >= 0 and not re.search(r"[）)]", head[opened:]):
        rest = re.split(r"[）)]", text[at:], maxsplit=1)[0]
        inside = _LABEL.search(head, opened) or _VERB.search(rest) or _VERB.search(head[opened:start])
        return Typed(piece, start, at, head[opened + 1 : start] + rest) if inside else None
    sentence = head.rfind("。", 0, start) + 1
    if not _LABEL.search(head, sentence, start):
        sentence = head.rfind("。", 0, max(sentence - 1, 0)) + 1 if start == sentence else sentence
    if not _LABEL.search(head, sentence, start) or head[sentence:start].endswith("。"):
        return None
    return Typed(piece, start, at, head[sentence:start] + re.split("。", text[at:], maxsplit=1)[0])


def offers(analysis: Analysis, block: Block, typed: Typed) -> tuple[str, ...]:
    """Return the names that fit what is typed in the text, at most eight, the best first; see `fitting`.

    Units that the assignment names already are left out under any of their names, and so is the name that is typed.
    """
    task = task_at(analysis, block.id, typed.end) or Task(block.id)
    choices = AssignmentChoices(analysis, task, (block.id, typed.start))
    names = fitting(choices, typed.text, tuple(_named(analysis, block, typed)))
    return tuple(name for name in names if name != typed.text and not why_not_listed(name))[:MOST]


def fitting(choices: AssignmentChoices, typed: str, named: Sequence[str] = ()) -> tuple[str, ...]:
    """Return the names of the units that fit what is typed, without those `named`.

    First comes the one that is typed out in full or in all its initials, then those whose office the task usually is,
    then those whose printed name fits, then those with another name or a function that does; each in the register's
    order. All units fit where nothing is typed.
    """
    taken = {choices.unit_id(name) for name in named}
    suggested = (*choices.suggestion.lead, *choices.suggestion.responsible)
    near = {name: at for at, name in reversed(list(enumerate(suggested)))}
    ranked = []
    for unit in choices.units:
        name = choices.name(unit)
        fit = _fit(typed, unit, name) if unit.id not in taken else None
        if fit is not None:
            ranked.append(((fit > 0, near.get(name, len(near)), fit), name))
    ranked.sort(key=lambda one: one[0])
    return tuple(dict.fromkeys(name for _, name in ranked))


def is_named_in_full(analysis: Analysis, typed: str) -> bool:
    """Return whether what is typed is one of the names of a unit already: nothing has to be completed."""
    return any(typed in _names(unit) for unit in analysis.register.units)


def _named(analysis: Analysis, block: Block, typed: Typed) -> Iterator[str]:
    """Yield the names that the assignment being typed holds: around the caret and on the lines beside it."""
    for word in _SEPARATOR.split(typed.listed):
        yield _VERB.split(word.strip().removeprefix("由"), maxsplit=1)[0]
    blocks = analysis.document.blocks
    at = analysis.document.index(block.id)
    beside = {block.id}
    if _LABEL.match(block.text.lstrip()):
        lines = (blocks[place] for place in (at - 1, at + 1) if 0 <= place < len(blocks))
        beside |= {line.id for line in lines if is_assignment_line(line.text)}
    for one in analysis.assignments:
        gap = (one.end, typed.start) if one.end <= typed.start else (typed.end, one.start)
        apart = one.block_id == block.id and _NEXT_NOTE.search(block.text, *gap)
        if beside & set(one.blocks) and not apart:
            mentions = (*one.lead, *one.responsible)
            yield from (it.text for it in mentions if (it.block_id, it.start) != (block.id, typed.start))


def fits(typed: str, unit: Unit) -> bool:
    """Return whether what is typed is a part of a unit's names, of their pinyin or initials, or of a function."""
    return _fit(typed, unit, unit.short or unit.name) is not None


def _fit(typed: str, unit: Unit, printed: str) -> int | None:
    """Return how well a unit fits.

    0: its whole name (without its 县), 1: a part of it, 2: its other official name, 3: a function, 4: an alias.
    """
    if not typed:
        return 1
    letters = typed.isascii()
    if letters and not _LETTERS.fullmatch(typed):
        return None
    if (typed in (printed, printed[1:])) or (letters and _spells(typed, printed)):
        return 0
    if _is_in(typed, printed):
        return 1
    if _is_in(typed, unit.short) or _is_in(typed, unit.name):
        return 2
    if not letters and any(typed in function_label(one) for one in unit.functions):
        return 3
    return 4 if any(_is_in(typed, alias) for alias in unit.aliases) else None


def _is_in(typed: str, name: str) -> bool:
    return typed in name or (typed.isascii() and pinyin.place_of(typed, name) is not None)


def _spells(letters: str, name: str) -> bool:
    at = pinyin.place_of(letters, name)
    return at in (0, 1) and (pinyin.spells(letters, name) or pinyin.spells(letters, name[1:]))


def _names(unit: Unit) -> Iterator[str]:
    yield from (name for name in (unit.short, unit.name, *unit.aliases) if name)
