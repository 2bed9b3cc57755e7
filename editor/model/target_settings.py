"""Where a number stands: its clause up to it, the clauses before it, the list it continues, its clause after it."""

import re
from dataclasses import dataclass

from editor.model.target_names import CHANGE, bare, only_date
from editor.model.target_numbers import is_share
from editor.model.target_words import compares, noun_after, only_compared, sets_goal


@dataclass(frozen=True, slots=True)
class Value:
    """A value as one text states it; whether it lies in the past also depends on the plan's period."""

    start: int
    end: int
    indicator: str
    comparator: str
    value: float
    unit: str
    year: int | None
    frequency: str | None
    past: bool
    kind: str = ""  # "baseline" or "reference" where the words say so
    rise: bool = False  # 提高5个百分点, 增长20%


@dataclass(frozen=True, slots=True)
class Said:
    """A number that was read: what it states (None: nothing), with the words that set it."""

    end: int
    value: Value | None
    governing: str


@dataclass(frozen=True, slots=True)
class Setting:
    """What stands around one number of a sentence."""

    start: int  # of its clause, or of the date before that
    own: str  # its clause up to it, without the list before it
    earlier: tuple[str, ...]  # the clauses before, the nearest first
    rest: str  # its clause after it
    before: str  # the sentence up to it
    date: str  # the clause before where that is only a date: 到2030年
    last: Said | None  # the number of this clause or the one before it
    joined: Said | None  # the value whose list it continues: 「…6个、…40个」
    starts_from: bool  # 「由14.6%提高到…」

    @property
    def governing(self) -> str:
        """Return the words that set it, those of the list it continues among them."""
        if self.joined is None or compares(self.own, "") or sets_goal(bare(self.own)):
            return self.own
        return self.joined.governing + self.own

    @property
    def compared(self) -> str:
        """Return the words that may compare it; 力争 may stand with the date, 达到 in a clause of its own."""
        if self.starts_from:
            return ""
        if self.date or (only_compared(self.own) and self.earlier):
            return self.earlier[0] + self.governing
        return self.governing

    @property
    def start_phrase(self) -> str:
        """Return the end of its clause that tells where a change starts from: 「2025年的」 of 「由2025年的14.6%」."""
        found = _FROM.search(self.own)
        return found.group()[1:] if found else ""


REACH = 200  # characters before a value that may say what it is about
_SIGNS = re.compile("[，,；;：:]")
_LISTED = re.compile("、|以及|[和与及]")
_FROM = re.compile("(?:[由从在]|[比较](?=20))[^，0-9由从在]{0,6}(?:20[0-9]{2}年?[^，0-9]{0,6})?$")
_TO = re.compile(
    rf"(?:（[^（）]{{0,12}}）)?(?:的?基础上|(?:稳步|逐步|持续|大幅|进一步)?(?:{CHANGE}|扩大|发展|增|升|降|拓展))"
)


def setting_of(text: str, start: int, end: int, match: re.Match[str], said: Said | None) -> Setting:
    """Return where `match` stands in the sentence text[start:end], `said` being the number read before it."""
    before = text[max(start, match.start() - REACH) : match.start()]
    clause = before[_clause_start(before) :]
    earlier = tuple(reversed([part for part in _SIGNS.split(before[: len(before) - len(clause)]) if part]))
    rest = _SIGNS.split(text[match.end() : min(end, match.end() + 60)], maxsplit=1)[0]
    begins = match.start() - len(clause)
    date = earlier[0] if earlier and only_date(earlier[0]) else ""
    reach = sum(len(part) + 1 for part in earlier[: 2 if date else 1])
    near = said is not None and said.end >= begins - reach
    own, joined = clause, None
    if said is not None and said.end > begins:
        own, joined = _after(text[said.end : match.start()], said, share=is_share(match))
        begins, date = max(match.start() - len(own), said.end), ""
        begins = said.value.start if said.value and own.startswith(_FROM.sub("", said.governing)) else begins
    starts_from = _FROM.search(own) is not None and _TO.match(rest) is not None
    begins = max(start, begins - len(date) - 1) if date else max(start, begins)
    return Setting(begins, own, earlier, rest, before, date, said if near else None, joined, starts_from)


def _clause_start(before: str) -> int:
    """Return where the last clause begins: after a sign, or after a parenthesis that is still open."""
    signs = [found.end() for found in _SIGNS.finditer(before)]
    opened = max(before.rfind("（"), before.rfind("("))
    if opened > max(before.rfind("）"), before.rfind(")")):
        signs.append(opened + 1)
    return max(signs, default=0)


def _after(between: str, said: Said, *, share: bool) -> tuple[str, Said | None]:
    """Return the words of a number that follows another in its clause, and that other if it continues its list."""
    if said.value is not None and said.value.kind == "baseline":
        return _FROM.sub("", said.governing) + between, None
    between = between.lstrip("）) ")
    listed = _LISTED.match(between)
    if listed is not None:
        return between[listed.end() :], said if said.value is not None else None
    if said.value is None or share or noun_after(between) is None:
        return between, None
    parts = _LISTED.split(between, maxsplit=1)
    return (parts[1], said) if len(parts) == 2 else (between, None)
