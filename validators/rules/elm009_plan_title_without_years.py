"""A plan title that does not say for which years."""

import re
from collections.abc import Iterator

from templates.analysis import Analysis
from templates.document_kind import PLANS
from validators.diagnostic import Severity
from validators.reading import leading_titles
from validators.rule import Bad, Finding, Good, Scope, rule

_YEARS = re.compile(r"(?:19|20)[0-9]{2}|二[〇○零Ｏ0]")
_PLAN = re.compile(r"(?:方案|规划|计划|纲要)")


@rule(
    code="ELM009",
    name="plan-title-without-years",
    severity=Severity.HINT,
    scope=Scope.DOCUMENT,
    kinds=PLANS,
    summary="方案标题没有写起止年份。",
    reason="标题写明起止年份，如“（2026—2030年）”，读者一眼看出适用期；只写“十五五”也可以，但不如年份清楚。",
    source="实务",
    examples=(
        Bad(("# 云溪县“十五五”科学素质行动实施方案", "一、要求")),
        Good(("# 云溪县科学素质行动实施方案", "# （2026—2030年）", "一、要求")),
        Good(("一、要求",)),
    ),
)
def check(analysis: Analysis) -> Iterator[Finding]:
    """Look for years in the lines of the title."""
    titles = leading_titles(analysis)
    whole = "".join(block.text for block in titles)
    if _PLAN.search(whole) and not _YEARS.search(whole):
        yield Finding(0, len(titles[0].text), "方案标题没有写起止年份。", block_id=titles[0].id)
