"""When a value is due, or how often: 到2030年, 2028年底前, “十五五”末, 规划期末; 每年, 每学期, 年均."""

import re
from collections.abc import Iterator, Sequence

PERIOD_END = 0  # stands for the last year of the plan: 「到规划期末」

_DIGITS = "二[〇○ＯO0零][一二三四五六七八九〇零]{2}"
_TAIL = r"年(?:[0-9]{1,2}月|上半年|年)?(?:[底末]|年底|年末)?(?:以前|之前|前)?"
_YEAR = re.compile(rf"(?P<until>到|至|截至|截止)?(?P<year>(?<![0-9])(?:19|20)[0-9]{{2}}|{_DIGITS})(?P<tail>{_TAIL})")
_FIVE_YEARS = re.compile(r"十(?P<plan>[一二三四五六])五[”\"]?(?:规划)?(?:时期|期间|期末|期|末)")
_END = re.compile(r"(?:规划|实施|方案)期(?:[末内]|结束)|(?<![学时五”\"])期末")
_COMPARED = ("比", "较", "从", "自", "由", "在", "比照", "对照")
_FREQUENCY = re.compile(
    r"每(?:[半两三二四五]|[2-9])?(?:年度|学年|学期|季度|个?月|年|周|季|天|日)(?!均)|年均|全年|^年(?=服务|接待|培训|开展|举办)|逐年(?=(?:增长|递增|提高|增加|下降)[0-9])"
)
DATE = (
    rf"(?:到|至|截至|截止)?(?:(?:(?:19|20)[0-9]{{2}}[年至—\-－~～]{{1,2}})?(?:(?:19|20)[0-9]{{2}}|{_DIGITS}){_TAIL}"
    r"|[“\"]?十[一二三四五六]五[”\"]?(?:规划)?(?:时期|期间|期末|期|末)|(?:规划|实施|方案)期(?:[末内]|结束时?)|期末)"
)
_TITLE = re.compile("《[^《》]{0,100}》")


def frequency_of(text: str) -> re.Match[str] | None:
    """Return the last rhythm (每年, 每季度, 年均) in `text`."""
    return next(reversed(list(_FREQUENCY.finditer(text))), None)


def all_years(text: str) -> list[int]:
    """Return the years of `text` in order, without those that something is compared with."""
    return [year for year, _ in _years(text)]


def year_of(text: str) -> int | None:
    """Return the year a clause names: the last 到…年 or …年前, else its last year, else that of a 十X五."""
    years = list(_years(text))
    due = [year for year, until in years if until]
    return next(iter((due or [year for year, _ in years])[-1:]), None)


def due_year(text: str) -> int | None:
    """Return the year by which something is to be reached (到…年, …年前), None where no such year is named."""
    return next(iter([year for year, until in _years(text) if until][-1:]), None)


def year_before(clauses: Sequence[str]) -> int | None:
    """Return the year that clauses (the nearest first) give those after them, one that something is due by first."""
    for find in (due_year, year_of):
        if (year := next((found for clause in clauses if (found := find(clause)) is not None), None)) is not None:
            return year
    return None


def _years(text: str) -> Iterator[tuple[int, bool]]:
    text = _TITLE.sub("", text)
    found = [
        (match.start(), _arabic(match["year"]), bool(match["until"]) or match["tail"].endswith("前"))
        for match in _YEAR.finditer(text)
        if match["until"] or not text.endswith(_COMPARED, 0, match.start())
    ]
    found += [
        (match.start(), 2010 + 5 * "一二三四五六".index(match["plan"]), False)
        for match in _FIVE_YEARS.finditer(text)
        if not text[max(match.start() - 4, 0) : match.start()].rstrip('“"').endswith(_COMPARED)
    ]
    found += [(match.start(), PERIOD_END, True) for match in _END.finditer(text)]
    return ((year, until) for _, year, until in sorted(found))


def _arabic(printed: str) -> int:
    return int("".join(digit if digit.isascii() and digit.isdigit() else str(_value(digit)) for digit in printed))


def _value(digit: str) -> int:
    return max("〇一二三四五六七八九".find(digit), 0)
