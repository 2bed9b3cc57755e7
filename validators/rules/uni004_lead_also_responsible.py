"""A lead unit that stands again among the responsible units of the same task."""

from collections.abc import Iterator
from dataclasses import replace

from templates.analysis import Analysis
from validators.diagnostic import Applicability, Severity
from validators.duties import at_mention, removal, unit_keys
from validators.reading import blocks_by_id
from validators.rule import Bad, Finding, Good, Scope, rule


@rule(
    code="UNI004",
    name="lead-also-responsible",
    severity=Severity.WARNING,
    scope=Scope.DOCUMENT,
    summary="牵头单位又列入了同一任务的责任单位。",
    reason="牵头单位当然负责，再列一次是重复，统计分工时会多算。",
    source="实务（任务分工）",
    fix_title="从责任单位中删去",
    applicability=Applicability.UNSAFE,
    examples=(
        Bad(
            ("一、行动", "（一）甲行动", "牵头单位：县科协。责任单位：县科协、县教育局。"),
            ("一、行动", "（一）甲行动", "牵头单位：县科协。责任单位：县教育局。"),
        ),
        Bad(("一、行动", "（一）甲行动", "牵头单位：县教育局、县科协。", "责任单位：县财政局、县科协。")),
        Good(("一、行动", "（一）甲行动", "牵头单位：县科协。责任单位：县教育局。")),
    ),
)
def check(analysis: Analysis) -> Iterator[Finding]:
    """Compare the two lists of each assignment by the register's idea of a unit."""
    blocks = blocks_by_id(analysis)
    keys = unit_keys(analysis)
    for assignment in analysis.assignments:
        leads = {keys[mention.text] for mention in assignment.lead}
        for mention in assignment.responsible if leads else ():
            if keys[mention.text] in leads:
                found = at_mention(mention, f"牵头单位“{mention.text}”又列入了责任单位。")
                yield replace(found, edits=removal(blocks, mention))
