"""A date that the calendar does not have."""

import calendar
import re
from collections.abc import Iterator

from editor.model.document import Block
from validators.diagnostic import Severity
from validators.rule import Bad, Finding, Good, Scope, rule

_DATE = re.compile(r"(?:(?<![0-9])([0-9]{4})年)?(?<![0-9.．])([0-9]{1,2})月(?!龄)(?:份?([0-9]{1,2})[日号])?")
_LEAP_YEAR = 2024  # without a year, 2月29日 is possible


def _is_possible(year: int, month: int, day: int) -> bool:
    return 1 <= month <= 12 and 1 <= day <= calendar.monthrange(year, month)[1]


@rule(
    code="NUM012",
    name="impossible-date",
    severity=Severity.ERROR,
    scope=Scope.BLOCK,
    summary="写了日历上没有的日期。",
    reason="日期不存在，落实和考核就没有依据；多半是录入时多打或少打了一个数字。",
    source="党政机关公文处理工作条例 第二十条（四）",
    marks="月",
    examples=(
        Bad("2026年2月30日前完成"),
        Bad("每年13月报送"),
        Bad("6月31日前报送"),
        Good("2024年2月29日前完成"),
        Good("每年6月30日前、12月31日前报送"),
        Good("2月29日"),
        Good("为期18个月"),
        Good("6—24月龄婴幼儿"),
        Good("1—3月"),
    ),
)
def check(block: Block) -> Iterator[Finding]:
    """Ask the calendar about every date."""
    if "月" not in block.text:
        return
    for match in _DATE.finditer(block.text):
        year, month, day = match.groups()
        if not _is_possible(min(int(year or _LEAP_YEAR), 9999) or 1, int(month), int(day or 1)):
            yield Finding(*match.span(), f"日历上没有“{match.group()}”这个日期。")
