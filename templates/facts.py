"""What changes with time, as data with dates and sources: meetings, laws, five-year plans, reforms of agencies.

A plan is judged by its own date: who asks brings that date along. The files are `resources/facts/*.json`.
"""

import json
from dataclasses import dataclass
from datetime import date
from functools import lru_cache
from typing import Any

from resources import path


@dataclass(frozen=True, slots=True)
class Meeting:
    """A congress of the Party (`session` 0) or a plenum of its Central Committee; in order of time."""

    congress: int
    session: int
    name: str  # 党的二十届四中全会
    opened: date
    closed: date
    source: str


@dataclass(frozen=True, slots=True)
class Revision:
    """One text of a law: when it was passed and came into force, how many articles it has."""

    passed: date
    in_force: date
    articles: int
    source: str


@dataclass(frozen=True, slots=True)
class Law:
    """A law with its texts in order of time."""

    title: str
    names: tuple[str, ...]
    revisions: tuple[Revision, ...]

    def at(self, day: date) -> Revision | None:
        """Return the text in force on a day, None before the first."""
        return next((one for one in reversed(self.revisions) if one.in_force <= day), None)


@dataclass(frozen=True, slots=True)
class Observance:
    """A day or month of observance that took another's place."""

    former: str
    name: str
    since: date
    source: str


@dataclass(frozen=True, slots=True)
class FiveYearPlan:
    """A five-year plan (五年规划) and its years."""

    name: str  # 十五五
    ordinal: str  # 第十五个五年规划
    first: int
    last: int
    source: str


@dataclass(frozen=True, slots=True)
class FormerAgency:
    """A national agency's former name and the year in which it ended."""

    former: str
    name: str
    ended: int


@dataclass(frozen=True, slots=True)
class Duty:
    """Work that moved from one office function to another, as seen by the words in a heading."""

    words: tuple[str, ...]
    was: str
    now: str
    effective: date
    source: str


@lru_cache(maxsize=1)
def meetings() -> tuple[Meeting, ...]:
    """Return the meetings known, in order of time."""
    return tuple(
        Meeting(
            one["congress"],
            one["session"],
            one["name"],
            _day(one["opened"]),
            _day(one["closed"]),
            f"《{one['source']}》",
        )
        for one in _read("congresses")["meetings"]
    )


@lru_cache(maxsize=1)
def laws() -> tuple[Law, ...]:
    """Return the laws whose texts are told apart."""
    return tuple(
        Law(one["title"], tuple(one["names"]), tuple(_revision(text) for text in one["revisions"]))
        for one in _read("laws")["laws"]
    )


@lru_cache(maxsize=1)
def observances() -> tuple[Observance, ...]:
    """Return the observances that were replaced."""
    found = _read("laws")["observances"]
    return tuple(Observance(one["former"], one["name"], _day(one["since"]), one["source"]) for one in found)


@lru_cache(maxsize=1)
def five_year_plans() -> tuple[FiveYearPlan, ...]:
    """Return the five-year plans known, in order of time."""
    return tuple(FiveYearPlan(**one) for one in _read("five_year_plans")["plans"])


@lru_cache(maxsize=1)
def former_agencies() -> tuple[FormerAgency, ...]:
    """Return the former names of national agencies; those of local units stand in the unit registers."""
    found = _read("reforms")["national"]
    return tuple(FormerAgency(former, one["name"], one["ended"]) for one in found for former in one["former"])


@lru_cache(maxsize=1)
def duties() -> tuple[Duty, ...]:
    """Return the work that moved from one kind of office to another."""
    return tuple(
        Duty(tuple(one["words"]), one["was"], one["is"], _day(one["effective"]), one["source"])
        for one in _read("reforms")["duties"]
    )


@lru_cache(maxsize=64)
def reform_source(ended: int) -> str:
    """Return what ended the names of a year: the latest reform up to it, empty before the first known."""
    found = [one["source"] for one in _read("reforms")["reforms"] if one["ended"] <= ended]
    return str(found[-1]) if found else ""


@lru_cache(maxsize=8)
def _read(name: str) -> dict[str, Any]:
    data: dict[str, Any] = json.loads(path(f"facts/{name}.json").read_text(encoding="utf-8"))
    return data


def _day(text: str) -> date:
    return date.fromisoformat(text)


def _revision(entry: dict[str, Any]) -> Revision:
    return Revision(_day(entry["passed"]), _day(entry["in_force"]), entry["articles"], entry["source"])
