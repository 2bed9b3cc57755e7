"""Does the text say who was chosen? What is written is read again before it counts (round trip of an assignment)."""

from collections import Counter
from collections.abc import Iterable, Sequence
from functools import lru_cache

from editor.model.assignment_types import Assignment, UnitMention
from editor.model.assignments import assignments
from editor.model.document import Document
from editor.model.edits import Transaction
from editor.model.errors import NotReadBack
from editor.model.outline import outline
from editor.model.unit_lists import looks_like_unit, split_units

_SHOWN = 16  # characters of a name in a sentence about it
_STOPS = "。！？：:；;\u2028\n"

_Lists = tuple[str, tuple[str, ...], tuple[str, ...]]


def require_read_back(
    document: Document,
    transaction: Transaction,
    owner: str,
    old: Assignment | None,
    lead: Sequence[str],
    responsible: Sequence[str],
) -> None:
    """Raise NotReadBack unless the text after `transaction` names exactly these units for `owner`, others as before.

    `owner` is the heading that the assignment governs, or the block it stands in where there is none.
    """
    after = transaction.apply(document)
    wanted = _counted(assignments(document, outline(document)))
    if old is not None:
        wanted -= _counted([old])
    if lead or responsible:
        wanted[owner, tuple(sorted(lead)), tuple(sorted(responsible))] += 1
    if _counted(assignments(after, outline(after))) != wanted:
        raise NotReadBack(*_reason((*lead, *responsible)))


def _reason(names: Sequence[str]) -> tuple[str, str]:
    """Return what is wrong with the first name that cannot be written, and what to do."""
    for name in names:
        if words := why_not_listed(name):
            return words, "请在单位库里给它一个简称，再选一次。"
    strange = next((name for name in names if not looks_like_unit(name)), "")
    which = f"“{_short(strange)}”" if strange else "这些单位"
    return f"{which}写进这里读不回原样，没有改正文。", "请换用单位库里的名称，或者直接在正文里写。"


@lru_cache(maxsize=4096)
def why_not_listed(name: str) -> str:
    """Return the sentence that says why a name cannot stand in a list of units (、); empty for one that can."""
    if not name.strip():
        return "单位名称是空的。"
    if _stands_in_list(name):
        return ""
    if "、" in name:
        return f"“{_short(name)}”名称里有顿号，写进名单会被读成几个单位。"
    if any(stop in name for stop in _STOPS):
        return f"“{_short(name)}”名称里有句号、冒号之类的标点，写进名单会断开。"
    return f"“{_short(name)}”写进名单会被读成别的名称。"


def _stands_in_list(name: str) -> bool:
    """Return whether a name is read as one name, the same, between two others."""
    if any(stop in name for stop in _STOPS) or name != name.strip():
        return False
    text = f"县科协、{name}、县科技局"
    return [text[start:end] for start, end in split_units(text, 0, len(text))] == ["县科协", name, "县科技局"]


def _short(name: str) -> str:
    return name if len(name) <= _SHOWN else f"{name[:_SHOWN]}…"


def _counted(found: Iterable[Assignment]) -> "Counter[_Lists]":
    return Counter((one.governs or one.block_id, _texts(one.lead), _texts(one.responsible)) for one in found)


def _texts(mentions: Iterable[UnitMention]) -> tuple[str, ...]:
    return tuple(sorted(mention.text for mention in mentions))
