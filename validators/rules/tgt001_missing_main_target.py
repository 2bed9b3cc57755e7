"""A plan without a value for the indicator that its template sets."""

from collections.abc import Iterator

from templates.analysis import Analysis
from templates.document_kind import PLANS
from validators.diagnostic import Severity
from validators.goals import MAIN, is_main, main_targets
from validators.reading import at_heading
from validators.requirements import sections_by_id
from validators.rule import Bad, Finding, Good, Scope, rule

_HEAD = ("一、总体要求", "（一）指导思想。以科学精神为引领。")


@rule(
    code="TGT001",
    name="missing-main-target",
    severity=Severity.WARNING,
    scope=Scope.DOCUMENT,
    kinds=PLANS,
    summary="没有写公民具备科学素质的比例的目标值。",
    reason="这一比例是上级考核的主要指标，目标里没有数值，规划期末就无从评价。",
    source="《全民科学素质行动规划纲要（2021—2035年）》 目标",
    examples=(
        Bad((*_HEAD, "（二）工作目标。到2030年，全县公民科学素质明显提升。")),
        Good((*_HEAD, "（二）工作目标。到2030年，全县公民具备科学素质的比例达到20%。")),
        Good((*_HEAD, "（二）工作目标。到2030年，全县公民具备科学素质的比例达到【目标值】%。")),
    ),
)
def check(analysis: Analysis) -> Iterator[Finding]:
    """Look for a target of that kind; a placeholder for it is another rule's."""
    if analysis.template is None or not analysis.sections:
        return
    asked = [target for target in analysis.template.targets if is_main(target.indicator)]
    waiting = any(MAIN in block.text and "【" in block.text for block in analysis.document.blocks)
    if not asked or waiting or main_targets(analysis):
        return
    ids = analysis.coverage.row(asked[0].requirement).block_ids
    section = sections_by_id(analysis).get(ids[0]) if ids else None
    message = f"没有写“{asked[0].indicator}”的目标值。"
    yield at_heading(section, message) if section else Finding(0, 0, message)
