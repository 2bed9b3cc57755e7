"""Units that may be meant by what is typed in an assignment: by name, short name or initials (kx → 县科协); no Qt."""

import json
import re
from collections.abc import Iterator
from dataclasses import dataclass
from functools import cache

from editor.model.document import Block, Unit
from editor.ui.assignment_choices import AssignmentChoices, assigned_heading
from resources import path
from templates.analysis import Analysis

_MOST = 8
_LABEL = re.compile(r"(?:牵头|责任|配合|负责|参与|参加|协办|主办|承办|落实)(?:单位|部门)?[：:]")
_VERB = re.compile(r"牵头|负责|配合|按职责|参与|落实")
_SEPARATOR = re.compile(r"[、，,：:；;（(）)。\s]")
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
    """Return the names that fit, at most eight.

    First comes the one that is typed out in full or in all its initials, then those whose office it is, then the rest
    in the register's order. Units that the list names already are left out, and so is the name that is typed.
    """
    choices = AssignmentChoices(analysis, assigned_heading(analysis, block.id))
    named = _named(analysis, typed)
    fitting = [unit for unit in choices.units if unit.id not in named and fits(typed.text, unit)]
    suggested = choices.suggested()
    near = {name: at for at, name in reversed(list(enumerate((*suggested.lead, *suggested.responsible))))}
    names = [choices.name(unit) for unit in fitting]
    names.sort(key=lambda name: (_distance(typed.text, name), near.get(name, len(near))))
    return tuple(dict.fromkeys(name for name in names if name != typed.text))[:_MOST]


def _named(analysis: Analysis, typed: Typed) -> set[str]:
    words = (word.strip() for word in _SEPARATOR.split(typed.listed))
    found = (analysis.register.find(word) for word in words if len(word) > 1)
    return {one.unit.id for one in found if one is not None}


def fits(typed: str, unit: Unit) -> bool:
    """Return whether what is typed is a part of one of the unit's names, or of the initials of one."""
    if typed.isascii():
        return typed.isalpha() and any(typed.lower() in initials(name) for name in _names(unit))
    return any(typed in name for name in _names(unit))


def _names(unit: Unit) -> Iterator[str]:
    yield from (name for name in (unit.short, unit.name, *unit.aliases) if name)


def _distance(typed: str, name: str) -> int:
    """Return 0 for the name itself (without its 县), 1 for a part of it, 2 where another name of the unit fits."""
    words = initials(name) if typed.isascii() else name
    typed = typed.lower() if typed.isascii() else typed
    return 0 if typed in (words, words[1:]) else 1 if typed in words else 2


def initials(name: str) -> str:
    """Return the first letters of a name's pinyin; a character that is not known is a blank."""
    letters = _letters()
    return "".join(letters.get(char, " ") for char in name)


@cache
def _letters() -> dict[str, str]:
    data: dict[str, str] = json.loads(path("units/initials.json").read_text(encoding="utf-8"))
    return {char: letter for letter, chars in data.items() for char in chars}
