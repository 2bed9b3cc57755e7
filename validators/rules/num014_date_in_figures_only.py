"""A date written with points or slashes in running text."""

import re
from collections.abc import Iterator

from editor.model.document import Block
from validators.diagnostic import Applicability, Severity
from validators.patterns import YEAR, matches
from validators.rule import Bad, Finding, Good, Scope, rule

_DATE = re.compile(
    rf"(?<![0-9A-Za-z./．])({YEAR})([./．])(1[0-2]|0?[1-9])\2(3[01]|[12][0-9]|0?[1-9])(?![0-9A-Za-z./．])"
)


@rule(
    code="NUM014",
    name="date-in-figures-only",
    severity=Severity.WARNING,
    scope=Scope.BLOCK,
    summary="正文里的日期用点或斜线连写。",
    reason="正文里的日期写全“年、月、日”，点和斜线的写法只用于表格和网页。",
    source="GB/T 15835-2011；实务",
    fix_title="写成年、月、日",
    applicability=Applicability.UNSAFE,
    marks="./．",
    examples=(
        Bad("2025.8.1前完成", "2025年8月1日前完成"),
        Bad("2025/08/01前完成", "2025年8月1日前完成"),
        Good("2025年8月1日前完成"),
        Good("2025-08-01"),
        Good("版本2025.8.1.3"),
    ),
)
def check(block: Block) -> Iterator[Finding]:
    """Find year, month and day joined by one sign twice."""
    yield from matches(
        _DATE,
        block.text,
        "日期“{0}”应写成“{1}”。",
        lambda match: f"{match.group(1)}年{int(match.group(3))}月{int(match.group(4))}日",
    )
