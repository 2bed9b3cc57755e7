"""A unit under a name that had ended before the plan's own date."""

from collections.abc import Iterator
from dataclasses import replace

from templates.analysis import Analysis
from templates.facts import reform_source
from templates.register import Name
from validators.diagnostic import Applicability, Severity
from validators.duties import at_mention, mentions_by_name
from validators.reading import blocks_by_id, plan_year
from validators.rule import Bad, Finding, Good, Scope, edit, rule

_PLAN = ("一、行动", "（一）甲行动", "牵头单位：县科协。责任单位：县环境保护局。")


@rule(
    code="UNI009",
    name="former-unit-name",
    severity=Severity.WARNING,
    scope=Scope.DOCUMENT,
    summary="分工里用了机构改革前的旧名称。",
    reason="机构改革后旧单位已经撤并，任务派给不存在的单位无人承接；按方案自己的日期判断，改革前的方案不受影响。",
    source="机构改革方案（2008、2013、2018、2023）；本地单位库",
    fix_title="改为现名",
    applicability=Applicability.UNSAFE,
    examples=(
        Bad(_PLAN, metadata=(("signature_date", "2026-03-02"),)),
        Good(_PLAN, (("signature_date", "2016-03-02"),)),
        Good((*_PLAN[:2], "牵头单位：县科协。责任单位：县教育局。"), (("signature_date", "2026-03-02"),)),
    ),
)
def check(analysis: Analysis) -> Iterator[Finding]:
    """Report each old name once, judged by the plan's date."""
    year = plan_year(analysis.document.metadata)
    if year is None:
        return
    for name, mentions in mentions_by_name(analysis).items():
        found = analysis.register.find(name)
        if found is None or found.how is not Name.FORMER or found.ended is None or found.ended >= year:
            continue
        message = f"“{name}”是{found.ended}年以前的旧名称，现在一般是“{found.unit.short}”。"
        blocks = blocks_by_id(analysis)
        edits = tuple(edit(blocks[one.block_id], one.start, one.end, found.unit.short) for one in mentions)
        source = reform_source(found.ended)
        reason = f"依据{source}，旧单位已经撤并，任务派给不存在的单位无人承接；改革前的方案不受影响。"
        yield replace(at_mention(mentions[0], message), edits=edits, reason=reason, source=source)
