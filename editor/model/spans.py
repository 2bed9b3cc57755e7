"""Two texts → what stayed, what was deleted, what was inserted; numbers, 《titles》 and names of units stay whole."""

import re
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass
from difflib import SequenceMatcher
from enum import StrEnum

from editor.model.document import Metadata

_MOST = 3_000_000  # pairs of words that are worth looking at; longer texts are compared by sentences
_SENTENCE = re.compile(r"[^。；！？\n]*[。；！？\n]+|[^。；！？\n]+")
_WORDS = (
    r"《[^《》]{1,80}》|[〔［\[（(]\d{4}[〕］\]）)]|[A-Za-z]+"
    r"|\d+(?:[.,，:：]\d+)*(?:[%％‰]|个百分点|[万亿千百]?[年月日人名个所次场项支家])?"
)


class Op(StrEnum):
    """What became of a piece of text."""

    SAME = "same"
    DELETED = "deleted"
    INSERTED = "inserted"


@dataclass(frozen=True, slots=True)
class Piece:
    """A piece of a text and what became of it; the pieces that are not inserted are the old text, and so on."""

    op: Op
    text: str


Words = re.Pattern[str]


def words_of(*metadata: Metadata) -> Words:
    """Return what parts texts into words; the names that the plans' registers hold are words."""
    units = [unit for one in metadata for unit in one.units]
    names = {name for unit in units for name in (unit.name, unit.short, *unit.aliases) if len(name) > 1}
    return re.compile("|".join((*_grouped(names), _WORDS, ".")), re.DOTALL)


def _grouped(names: Iterable[str]) -> Iterator[str]:
    """Yield patterns of names by their first character, long names first: most places ask for one character only."""
    firsts: dict[str, list[str]] = {}
    for name in sorted(names, key=lambda one: (-len(one), one)):
        firsts.setdefault(name[0], []).append(re.escape(name[1:]))
    for first, rests in firsts.items():
        yield f"{re.escape(first)}(?:{'|'.join(rests)})"


def pieces(old: str, new: str, words: Words) -> tuple[Piece, ...]:
    """Return the pieces in which `old` became `new`, in reading order, deleted before inserted."""
    if old == new:
        return (Piece(Op.SAME, old),) if old else ()
    first, second = words.findall(old), words.findall(new)
    if len(first) * len(second) > _MOST:
        first, second = _SENTENCE.findall(old), _SENTENCE.findall(new)
    if len(first) * len(second) > _MOST:
        first, second = [old], [new]
    return tuple(_joined(_quiet(_steps(first, second))))


def _steps(old: Sequence[str], new: Sequence[str]) -> list[tuple[Op, str]]:
    steps = []
    for tag, a, b, c, d in SequenceMatcher(None, old, new, autojunk=False).get_opcodes():
        if tag == "equal":
            steps.append((Op.SAME, "".join(old[a:b])))
        else:
            steps += [(Op.DELETED, "".join(old[a:b])), (Op.INSERTED, "".join(new[c:d]))]
    return steps


def _quiet(steps: Sequence[tuple[Op, str]]) -> Iterator[tuple[Op, str]]:
    """Yield the steps without lone equal characters between changes: they are chance, and hard to read."""
    for at, (op, text) in enumerate(steps):
        lone = op is Op.SAME and len(text) == 1 and 0 < at < len(steps) - 1
        if lone and text not in "，。；：、！？":
            yield from ((Op.DELETED, text), (Op.INSERTED, text))
        else:
            yield op, text


def _joined(steps: Iterable[tuple[Op, str]]) -> Iterator[Piece]:
    """Yield the steps joined to as few pieces as possible."""
    deleted = inserted = same = ""
    for op, text in steps:
        if op is Op.SAME and (deleted or inserted):
            yield from _changed(deleted, inserted)
            deleted = inserted = ""
        elif op is not Op.SAME and same:
            yield Piece(Op.SAME, same)
            same = ""
        same += text if op is Op.SAME else ""
        deleted += text if op is Op.DELETED else ""
        inserted += text if op is Op.INSERTED else ""
    yield from _changed(deleted, inserted)
    if same:
        yield Piece(Op.SAME, same)


def _changed(deleted: str, inserted: str) -> Iterator[Piece]:
    if deleted:
        yield Piece(Op.DELETED, deleted)
    if inserted:
        yield Piece(Op.INSERTED, inserted)
