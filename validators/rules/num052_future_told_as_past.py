"""A date after the plan's own spoken of as past."""

import re
from collections.abc import Iterator
from datetime import date

from editor.model.text_cache import keep_by_text
from templates.analysis import Analysis
from validators.diagnostic import Severity
from validators.plan_date import last_day, signed_on
from validators.rule import Bad, Finding, Good, Scope, rule

_UP_TO_NOW = re.compile(
    r"(?:截至|截止)(?:到)?(?:目前[，,]?)?(?P<year>20[0-9]{2})年(?:(?P<month>[0-9]{1,2})月)?(?:[底末]|年底|年末|[0-9]{1,2}日)?"
    r"(?=[，,][^。；]{0,40})"
)
_DONE = re.compile(
    r"(?<![到至以自前后从])(?P<year>20[0-9]{2})年(?:(?P<month>[0-9]{1,2})月)?[，,]?[^。；，,0-9到前将应要可拟争]{0,12}?"
    r"(?:已经|已于|完成了|建成了|实现了|取得了|印发了|荣获|被评为|被命名为)"
)
_AHEAD = re.compile("力争|将|要|应|争取|确保|实现|达到|计划|预计|报送|上报")
_WIDTH = 60
_SENTENCE_END = re.compile("[。；]")


@keep_by_text
def _told(text: str) -> tuple[tuple[int, int, date], ...]:
    """Return start, end and first possible day of what a text tells as done."""
    if "20" not in text:
        return ()
    found = []
    for match in (*_UP_TO_NOW.finditer(text), *_DONE.finditer(text)):
        rest = _SENTENCE_END.split(text[match.end() : match.end() + _WIDTH])[0]
        month = int(match["month"] or 0)
        is_plan = match.re is _UP_TO_NOW and _AHEAD.search(rest)
        if not is_plan and 0 <= month <= 12:
            found.append((*match.span(), _first_day(int(match["year"]), month, match.re is _UP_TO_NOW)))
    return tuple(found)


def _first_day(year: int, month: int, up_to: bool) -> date:
    """Return the day from which it can have been said: the end of the time for 截至, else its first day."""
    if up_to:
        return last_day(year, month).replace(day=1) if month else date(year, 12, 1)
    return date(year, month or 1, 1)


@rule(
    code="NUM052",
    name="future-told-as-past",
    severity=Severity.WARNING,
    scope=Scope.DOCUMENT,
    summary="成文日期之后的时间，当作已经过去来写。",
    reason="成文时还没有到的日子不会有结果；多半是年份写错，或者数据取自别的文件。",
    source="党政机关公文处理工作条例 第二十条（四）",
    examples=(
        Bad(("一、现状", "截至2027年底，全县有科普基地12个。"), metadata=(("signature_date", "2026-03-02"),)),
        Bad(("一、现状", "2027年全县已经建成科普基地12个。"), metadata=(("signature_date", "2026-03-02"),)),
        Good(("一、现状", "截至2025年底，全县有科普基地12个。"), (("signature_date", "2026-03-02"),)),
        Good(("一、现状", "截至2026年2月，全县有科普基地12个。"), (("signature_date", "2026-03-02"),)),
        Good(("一、目标", "截至2027年底，全县科普基地达到12个。"), (("signature_date", "2026-03-02"),)),
        Good(("一、目标", "到2030年，科普已成为群众生活的一部分。"), (("signature_date", "2026-03-02"),)),
        Good(("一、现状", "截至2027年底，全县有科普基地12个。")),
    ),
)
def check(analysis: Analysis) -> Iterator[Finding]:
    """Compare with 成文日期; the month of the date itself counts as past."""
    signed = signed_on(analysis.document.metadata)
    if signed is None:
        return
    for block in analysis.document.blocks:
        for start, end, day in _told(block.text):
            if signed.is_before(day):
                message = f"“{block.text[start:end]}”在成文日期（{signed.printed()}）之后，却写成已经过去。"
                yield Finding(start, end, message, block_id=block.id)
