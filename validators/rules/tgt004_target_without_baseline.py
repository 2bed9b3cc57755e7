"""A plan that says where it wants to get but not where it starts."""

from collections.abc import Iterator

from templates.analysis import Analysis
from templates.document_kind import PLANS
from validators.diagnostic import Severity
from validators.goals import MAIN, is_main, main_targets
from validators.rule import Bad, Finding, Good, Scope, rule


@rule(
    code="TGT004",
    name="target-without-baseline",
    severity=Severity.HINT,
    scope=Scope.DOCUMENT,
    kinds=PLANS,
    summary="写了目标值，没有写现状值。",
    reason="有了起点的数值，才看得出目标要提高多少、是否够得着。",
    source="实务",
    examples=(
        Bad(("一、目标", "到2030年，全县公民具备科学素质的比例达到20%。")),
        Good(
            (
                "一、现状",
                "2025年，全县公民具备科学素质的比例为15.2%。",
                "二、目标",
                "到2030年，全县公民具备科学素质的比例达到20%。",
            ),
            (("period_start", 2026),),
        ),
    ),
)
def check(analysis: Analysis) -> Iterator[Finding]:
    """Report at the first target when no baseline of the same indicator is there."""
    goals = main_targets(analysis)
    started = any(target.kind == "baseline" and is_main(target.indicator) for target in analysis.targets)
    waiting = any(MAIN in block.text and "【" in block.text for block in analysis.document.blocks)
    if goals and not started and not waiting:
        message = f"“{goals[0].indicator}”只有目标值，没有写现状值。"
        yield Finding(goals[0].start, goals[0].end, message, block_id=goals[0].block_id)
