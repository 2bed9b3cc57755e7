"""The day a plan is judged by: what it may know and what had already changed when it was written."""

import calendar
import re
from dataclasses import dataclass
from datetime import date

from editor.model.document import Metadata
from validators.reading import iso_date

_PRINTED = re.compile(r"((?:19|20)[0-9]{2})\s{0,4}年\s{0,4}(?:([0-9]{1,2})\s{0,4}月\s{0,4}(?:([0-9]{1,2})\s{0,4}日)?)?")
_END_OF_YEAR = (12, 31)


@dataclass(frozen=True, slots=True)
class PlanDate:
    """The first and the last day on which a plan can have been signed; both are the same where it says so."""

    earliest: date
    latest: date

    def is_after(self, day: date) -> bool:
        """Return whether the plan is certainly younger than `day`."""
        return self.earliest > day

    def is_before(self, day: date) -> bool:
        """Return whether the plan is certainly older than `day`."""
        return self.latest < day

    def printed(self) -> str:
        """Return it as a sentence may say it."""
        if self.earliest == self.latest:
            return printed_day(self.latest)
        return f"{self.earliest.year}年"


def signed_on(metadata: Metadata) -> PlanDate | None:
    """Return when the plan was signed (成文日期), else printed; None where it says neither."""
    return _read(metadata.signature_date) or _read(metadata.printing_date)


def plan_date(metadata: Metadata) -> PlanDate | None:
    """Return when the plan was signed or printed; where it does not say so, it lies somewhere in its period."""
    start = metadata.period_start
    if (signed := signed_on(metadata)) is not None or start is None or not 1949 <= start <= 2100:
        return signed
    end = metadata.period_end or start + 4
    return PlanDate(date(start, 1, 1), date(min(max(start, end), 2100), *_END_OF_YEAR))


def printed_day(day: date) -> str:
    """Return a day as an official text writes it."""
    return f"{day.year}年{day.month}月{day.day}日"


def last_day(year: int, month: int) -> date:
    """Return the last day of a month."""
    return date(year, month, calendar.monthrange(year, month)[1])


def _read(text: str) -> PlanDate | None:
    day = iso_date(text)
    if day is not None:
        return PlanDate(day, day)
    match = _PRINTED.search(text)
    if match is None:
        return None
    year, month, number = (int(part) if part else 0 for part in match.groups())
    if not 1 <= month <= 12:
        return PlanDate(date(year, 1, 1), date(year, *_END_OF_YEAR))
    last = last_day(year, month)
    if 1 <= number <= last.day:
        return PlanDate(date(year, month, number), date(year, month, number))
    return PlanDate(date(year, month, 1), last)
