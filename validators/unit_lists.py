"""Lists of responsible units as the plan prints them: the order it usually keeps, and the lists that leave it."""

from collections import Counter
from collections.abc import Iterator
from dataclasses import dataclass
from functools import lru_cache
from itertools import combinations

from editor.model.assignments import UnitMention
from templates.analysis import Analysis
from validators.duties import unit_keys

_LONGEST = 40  # units of a list whose order is looked at: pairs grow with its square
_OFTEN = 3  # lists that must keep an order before it is one
_TIMES = 4  # and so many times as often as the other way round


@dataclass(frozen=True, slots=True)
class UnitList:
    """The responsible units of one assignment in print order, each with its key.

    `fixed` is False where nobody leads: then the first unit may stand there because it does.
    """

    mentions: tuple[UnitMention, ...]
    keys: tuple[str, ...]
    fixed: bool


@dataclass(frozen=True, slots=True)
class Displaced:
    """A list in which `mention` stands before `after`, while `usual` is a list with the order the plan keeps."""

    mention: UnitMention
    after: UnitMention
    usual: UnitList


@lru_cache(maxsize=2)
def unit_lists(analysis: Analysis) -> tuple[UnitList, ...]:
    """Return every list of at least two units in order; a unit listed twice counts once, a lead not at all."""
    keys = unit_keys(analysis)
    found = []
    for one in analysis.assignments:
        units: dict[str, UnitMention] = {}
        leads = {keys[unit.text] for unit in one.lead}
        for unit in one.responsible[:_LONGEST]:
            if keys[unit.text] not in leads:
                units.setdefault(keys[unit.text], unit)
        if len(units) > 1:
            found.append(UnitList(tuple(units.values()), tuple(units), bool(one.lead)))
    return tuple(found)


@lru_cache(maxsize=2)
def displaced(analysis: Analysis) -> tuple[Displaced, ...]:
    """Return the lists that turn round an order which the others keep, each once with its most displaced unit."""
    lists = unit_lists(analysis)
    order = _order(lists)
    return tuple(found for one in lists if (found := _displaced_in(one, lists, order)) is not None)


def _order(lists: tuple[UnitList, ...]) -> Counter[tuple[str, str]]:
    order: Counter[tuple[str, str]] = Counter()
    for keys, times in Counter(one.keys for one in lists).items():
        for pair in combinations(keys, 2):
            order[pair] += times
    return order


def _turned(one: UnitList, order: Counter[tuple[str, str]]) -> Iterator[tuple[int, int]]:
    """Yield the places of units that stand the other way round than usual."""
    for first, second in combinations(range(0 if one.fixed else 1, len(one.keys)), 2):
        a, b = one.keys[first], one.keys[second]
        if order[b, a] >= _OFTEN and order[b, a] >= _TIMES * order[a, b]:
            yield first, second


def _displaced_in(one: UnitList, lists: tuple[UnitList, ...], order: Counter[tuple[str, str]]) -> Displaced | None:
    pairs = list(_turned(one, order))
    if not pairs:
        return None
    worst = Counter(at for pair in pairs for at in pair).most_common(1)[0][0]
    first, second = next(pair for pair in pairs if worst in pair)
    before, after = one.keys[second], one.keys[first]
    usual = next(other for other in lists if _keeps(other.keys, before, after))
    return Displaced(one.mentions[first], one.mentions[second], usual)


def _keeps(keys: tuple[str, ...], before: str, after: str) -> bool:
    return before in keys and after in keys and keys.index(before) < keys.index(after)


def printed(units: tuple[UnitMention, ...]) -> str:
    """Return a list as a message may print it."""
    return "、".join(unit.text for unit in units)
