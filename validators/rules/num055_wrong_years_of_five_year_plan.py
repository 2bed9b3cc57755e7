"""A five-year plan with years behind its name that are not its own."""

import re
from collections.abc import Iterator

from editor.model.document import Block
from templates.facts import five_year_plans
from validators.diagnostic import Severity
from validators.rule import Bad, Finding, Good, Scope, rule

_WITH_YEARS = re.compile(
    r"(?:[“‘\"]?(?P<name>十[二三四五]五)[”’\"]?(?:时期|期间|规划期?)?|(?P<ordinal>第十[二三四五]个五年规划)(?:时期|期间)?)"
    r"[（(](?P<first>20[0-9]{2})年?[-—–―─－~～至到]{1,2}(?P<last>20[0-9]{2})年?[）)]"
)


@rule(
    code="NUM055",
    name="wrong-years-of-five-year-plan",
    severity=Severity.ERROR,
    scope=Scope.BLOCK,
    summary="五年规划后面括注的年份不是它的起止年份。",
    reason="五年规划的起止年份是固定的，写错一年，目标年份和统计口径都跟着错。",
    source="国民经济和社会发展五年规划纲要",
    marks="五",
    examples=(
        Bad("“十五五”时期（2025—2030年）是关键时期"),
        Bad("第十四个五年规划（2020—2025年）"),
        Good("“十五五”时期（2026—2030年）是关键时期"),
        Good("第十四个五年规划和2035年远景目标，“十四五”（2021—2025年）"),
    ),
)
def check(block: Block) -> Iterator[Finding]:
    """Compare the years in the parentheses with those known."""
    if "五" not in block.text:
        return
    for match in _WITH_YEARS.finditer(block.text):
        known = next(one for one in five_year_plans() if match["name"] == one.name or match["ordinal"] == one.ordinal)
        if (int(match["first"]), int(match["last"])) != (known.first, known.last):
            message = f"“{known.name}”是{known.first}—{known.last}年，这里写成了{match['first']}—{match['last']}年。"
            yield Finding(*match.span(), message, source=known.source)
