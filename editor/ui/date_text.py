"""Dates as people type them ↔ ISO as the metadata keeps them; no Qt."""

import re
from datetime import date

_FORMS = re.compile(
    r"(?P<year>[0-9]{4})\s*(?:[年.\-/．－]\s*(?P<month>[0-9]{1,2})\s*[月.\-/．－]\s*(?P<day>[0-9]{1,2})\s*日?"
    r"|(?P<month2>[0-9]{2})(?P<day2>[0-9]{2}))"
)
_FULL_WIDTH = str.maketrans("０１２３４５６７８９", "0123456789")


def parse_date(text: str) -> date | None:
    """Return the date in 2026年3月5日, 2026-3-5, 2026.3.5, 20260305; None for anything else."""
    match = _FORMS.fullmatch(text.strip().translate(_FULL_WIDTH))
    if match is None:
        return None
    month, day = match["month"] or match["month2"], match["day"] or match["day2"]
    try:
        return date(int(match["year"]), int(month), int(day))
    except ValueError:
        return None


def store_date(text: str) -> str:
    """Return what the metadata keeps: ISO for a date, the words as they are for anything else."""
    found = parse_date(text)
    return found.isoformat() if found else text.strip()


def print_date(stored: str) -> str:
    """Return a stored date as a 公文 prints it (GB/T 9704-2012, 7.3.5.4): 2026年3月5日, no leading zeros."""
    found = parse_date(stored)
    return f"{found.year}年{found.month}月{found.day}日" if found else stored
