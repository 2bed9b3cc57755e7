"""Dates as plans print them → ISO: 2021年12月21日, 2021-12-21, with spaces, with a time, in Chinese numerals."""

import re
from datetime import date

from editor.model.outline import from_chinese

_WIDE = str.maketrans("０１２３４５６７８９", "0123456789")
_TIME = re.compile(r"[\sT]\s*\d{1,2}[:：]\d{2}(?:[:：]\d{2})?\s*$")
_NUMERIC = re.compile(r"((?:19|20)\d\d)[年\-./](\d{1,2})[月\-./](\d{1,2})[日号]?")
_ZERO = "〇○ＯOo0零０"
_CHINESE = re.compile(
    rf"([一二三四五六七八九{_ZERO}]{{2,4}})年([元一二三四五六七八九十]{{1,3}})月([一二三四五六七八九十]{{1,3}})日"
)
_PARENTHESES = "（()）"


def parse_date(printed: str) -> str | None:
    """Return the ISO date that the whole of `printed` is, None if it is no date or an impossible one."""
    text = _bare(printed)
    if match := _NUMERIC.fullmatch(text):
        return _iso(*(int(part) for part in match.groups()))
    if match := _CHINESE.fullmatch(text):
        return _from_numerals(*match.groups())
    return None


def is_date(printed: str) -> bool:
    """Return whether the whole of `printed` has the form of a date, possible or not."""
    text = _bare(printed)
    return bool(_NUMERIC.fullmatch(text) or _CHINESE.fullmatch(text))


def is_month(printed: str) -> bool:
    """Return whether the whole of `printed` is a year and a month, as some plans are signed: 2026年5月."""
    return re.fullmatch(r"(?:19|20)\d\d年\d{1,2}月", _bare(printed)) is not None


def _bare(printed: str) -> str:
    """Return a short text without white space, time of day and parentheses; empty for a long one."""
    if len(printed) > 60:
        return ""
    return "".join(_TIME.sub("", printed.translate(_WIDE)).split()).strip(_PARENTHESES)


def _from_numerals(year: str, month: str, day: str) -> str | None:
    digits = "".join("0" if char in _ZERO else str("一二三四五六七八九".index(char) + 1) for char in year)
    # Crawls lose the 〇 of 二〇二一: three numerals are 2·21, two are the last two.
    digits = {3: f"{digits[0]}0{digits[1:]}", 2: f"20{digits}"}.get(len(digits), digits)
    return _iso(int(digits), 1 if month == "元" else from_chinese(month), from_chinese(day))


def _iso(year: int, month: int | None, day: int | None) -> str | None:
    try:
        return date(year, month or 0, day or 0).isoformat()
    except ValueError:  # no such day: the caller keeps the printed text
        return None
