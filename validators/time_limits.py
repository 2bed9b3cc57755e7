"""Phases (启动实施（2026年）) and deadlines (2027年6月底前) that a text sets, each with its last day."""

import re
from collections.abc import Iterator
from dataclasses import dataclass
from datetime import date

from editor.model.text_cache import keep_by_text
from validators.patterns import HAN
from validators.plan_date import last_day

_DASH = r"[—\-–―─－至到]"
_FROM = rf"(?:20[0-9]{{2}}年?(?:[0-9]{{1,2}}月)?{_DASH})?"
_UNTIL = (
    rf"(?P<year>20[0-9]{{2}})年?(?:[0-9]{{1,2}}月?{_DASH})?(?:(?P<month>[0-9]{{1,2}})月|(?P<part>底|末|上半年|下半年))?"
)
_OPEN = _UNTIL.replace("(?P<", "(?P<open_")  # the same after 阶段：, where a clause ends it and no parenthesis
# 实施方案（2016—2020年） is a title, not a phase.
_PHASE = re.compile(
    rf"(?:启动|部署|动员|准备|实施|推进|总结|评估|攻坚|提升|阶段){HAN}{{0,6}}(?:[（(](?<![案划要].){_FROM}{_UNTIL}[）)]"
    rf"|(?<=阶段)[：:]{_FROM}{_OPEN}(?=[，。；]|$))"
)
_DEADLINE = re.compile(
    r"(?P<year>20[0-9]{2})年(?:(?P<part>年?底|年?末|上半年)|(?P<month>[0-9]{1,2})月(?:底|(?P<day>[0-9]{1,2})日)?)(?:以前|之前|前)"
)
_CLAUSE = re.compile("[^。；，]+")
_PAST = re.compile(r"[已曾]|以来|印发|实施了|完成了|建成了")


@dataclass(frozen=True, slots=True)
class TimeLimit:
    """A phase or deadline in a text; `until` is its last day."""

    start: int
    end: int
    until: date
    is_phase: bool


@keep_by_text
def time_limits(text: str) -> tuple[TimeLimit, ...]:
    """Return the phases and deadlines that a text sets, in order; what it tells of the past is none."""
    found = []
    if "20" in text:
        found = [*_phases(text), *_deadlines(text)]
    return tuple(sorted(found, key=lambda one: one.start))


def _phases(text: str) -> Iterator[TimeLimit]:
    for match in _PHASE.finditer(text):
        groups = match.groupdict()
        prefix = "" if groups["year"] else "open_"
        until = _last(int(groups[f"{prefix}year"]), groups[f"{prefix}month"], None, groups[f"{prefix}part"])
        if until is not None:
            yield TimeLimit(*match.span(), until, is_phase=True)


def _deadlines(text: str) -> Iterator[TimeLimit]:
    if "前" not in text:
        return
    for clause in _CLAUSE.finditer(text):
        if "前" not in clause.group() or _PAST.search(clause.group()):
            continue
        for match in _DEADLINE.finditer(text, *clause.span()):
            until = _last(int(match["year"]), match["month"], match["day"], match["part"])
            if until is not None:
                yield TimeLimit(*match.span(), until, is_phase=False)


def _last(year: int, month: str | None, day: str | None, part: str | None) -> date | None:
    """Return the last day of a time, None for one that the calendar does not have."""
    number = 6 if part == "上半年" else int(month or 12)
    if not 1 <= number <= 12:
        return None
    end = last_day(year, number)
    wanted = int(day or end.day)
    return end.replace(day=wanted) if 1 <= wanted <= end.day else None
