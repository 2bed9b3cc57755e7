"""A date whose month or day is padded with a zero."""

import re
from collections.abc import Iterator

from editor.model.document import Block
from validators.diagnostic import Severity
from validators.patterns import matches
from validators.rule import Bad, Finding, Good, Scope, rule

_PADDED = re.compile(r"(?<![0-9.])(0[1-9]月(?:[0-9]{1,2}日)?|[0-9]{1,2}月0[1-9]日)")


def _plain(match: re.Match[str]) -> str:
    return re.sub(r"(?<![0-9])0(?=[1-9][月日])", "", match.group(1))


@rule(
    code="NUM013",
    name="padded-date",
    severity=Severity.WARNING,
    scope=Scope.BLOCK,
    summary="日期的月、日前补了零。",
    reason="公文中的日期月、日不编虚位，1 不编为 01。",
    source="GB/T 9704-2012 7.3.5.4",
    fix_title="删去补的零",
    marks="0",
    examples=(
        Bad("2026年08月01日", "2026年8月1日"),
        Bad("2026年8月05日印发", "2026年8月5日印发"),
        Bad("每年06月30日前报送", "每年6月30日前报送"),
        Good("2026年10月20日"),
        Good("2026年8月1日"),
    ),
)
def check(block: Block) -> Iterator[Finding]:
    """Find a zero before a month or a day."""
    if "月" in block.text:
        yield from matches(_PADDED, block.text, "日期“{0}”的月、日不补零，应为“{1}”。", _plain, group=1)
