"""An internal office (内设股室) as the unit that answers for a task."""

import re
from collections.abc import Iterator

from templates.analysis import Analysis
from validators.diagnostic import Severity
from validators.duties import at_mention, mentions_by_name
from validators.patterns import HAN
from validators.rule import Bad, Finding, Good, Scope, rule

_INTERNAL = re.compile(rf"[局委办部]{HAN}{{2,6}}[股科](?:室)?")


@rule(
    code="UNI011",
    name="internal-office-as-unit",
    severity=Severity.WARNING,
    scope=Scope.DOCUMENT,
    summary="责任单位写到了内设股室。",
    reason="内设机构不对外承担任务，责任单位写到局一级。",
    source="党政机关公文处理工作条例 第十七条；实务",
    examples=(
        Bad(("一、行动", "1.甲任务。做好工作。（县教育局基础教育股、县科协负责）")),
        Good(("一、行动", "1.甲任务。做好工作。（县教育局、县科协负责）")),
    ),
)
def check(analysis: Analysis) -> Iterator[Finding]:
    """Find names that go on after the bureau and end in 股 or 科."""
    for name, mentions in mentions_by_name(analysis).items():
        if name[-1] in "股科室" and _INTERNAL.search(name):
            yield at_mention(mentions[0], f"“{name}”是内设机构，责任单位写到局一级。")
