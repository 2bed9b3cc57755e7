"""A unit twice in one list."""

from collections.abc import Iterator
from dataclasses import replace

from editor.model.assignments import UnitMention
from templates.analysis import Analysis
from validators.diagnostic import Severity
from validators.duties import at_mention, removal, unit_keys
from validators.reading import blocks_by_id
from validators.rule import Bad, Finding, Good, Scope, rule


@rule(
    code="UNI005",
    name="unit-listed-twice",
    severity=Severity.ERROR,
    scope=Scope.DOCUMENT,
    summary="同一个单位在一份名单里列了两次。",
    reason="同一单位重复列入，多半是复制名单时留下的，也可能是另一家单位写错了名字。",
    source="实务（任务分工）",
    fix_title="删去重复的一个",
    examples=(
        Bad(
            ("一、行动", "（一）甲行动", "牵头单位：县科协。责任单位：县教育局、县民政局、县教育局。"),
            ("一、行动", "（一）甲行动", "牵头单位：县科协。责任单位：县教育局、县民政局。"),
        ),
        Bad(("一、行动", "1.甲任务。做好。（县教体局、县科协、县教育和体育局按职责分工负责）")),
        Good(("一、行动", "（一）甲行动", "牵头单位：县科协。责任单位：县教育局、县民政局。")),
    ),
)
def check(analysis: Analysis) -> Iterator[Finding]:
    """Compare within each list; only the very same words may be taken out without a look."""
    blocks = blocks_by_id(analysis)
    keys = unit_keys(analysis)
    for assignment in analysis.assignments:
        for units in (assignment.lead, assignment.responsible):
            if len({keys[mention.text] for mention in units}) == len(units):
                continue
            seen: dict[str, UnitMention] = {}
            for mention in units:
                first = seen.setdefault(keys[mention.text], mention)
                if first is mention:
                    continue
                same = first.text == mention.text
                message = f"“{mention.text}”在这份名单里列了两次。"
                if not same:
                    message = f"“{first.text}”和“{mention.text}”是同一个单位，在这份名单里列了两次。"
                severity = None if same else Severity.WARNING
                found = at_mention(mention, message)
                yield replace(found, edits=removal(blocks, mention), safe=same, severity=severity)
