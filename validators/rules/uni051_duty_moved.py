"""Work led by the office that a reform had taken it from (老龄: 卫生健康 → 民政)."""

from collections.abc import Iterator

from editor.model.assignments import UnitMention
from templates.analysis import Analysis
from templates.facts import duties
from validators.diagnostic import Severity
from validators.plan_date import plan_date
from validators.requirements import sections_by_id
from validators.rule import Bad, Finding, Good, Scope, rule

_SIGNED = (("signature_date", "2026-03-02"),)
_STAYS = ("健康", "医", "疾病", "保健")  # what stayed with the health office
_HEAD = ("一、提升行动", "（一）老年人科学素质提升行动", "1.智慧助老。办好课程。")


def _holder(analysis: Analysis, mentions: tuple[UnitMention, ...], function: str) -> UnitMention | None:
    for one in mentions:
        found = analysis.register.find(one.text)
        if found is not None and function in found.unit.functions:
            return one
    return None


@rule(
    code="UNI051",
    name="duty-moved",
    severity=Severity.HINT,
    scope=Scope.DOCUMENT,
    summary="职责已划给别的单位，仍由原来的单位牵头。",
    reason="职责划转以后，牵头单位一般随之调整；以上级分工文件和本级三定规定为准。",
    source="机构改革方案（2023）",
    examples=(
        Bad((*_HEAD, "牵头单位：县卫生健康局。责任单位：县民政局、县科协。"), metadata=_SIGNED),
        Good((*_HEAD, "牵头单位：县卫生健康局。责任单位：县民政局、县科协。"), (("signature_date", "2022-03-02"),)),
        Good((*_HEAD, "牵头单位：县民政局、县卫生健康局。责任单位：县科协。"), _SIGNED),
        Good(("一、行动", "（一）老年人健康科普", "牵头单位：县卫生健康局。责任单位：县民政局。"), _SIGNED),
        Good((*_HEAD, "牵头单位：县卫生健康局。责任单位：县民政局、县科协。")),
    ),
)
def check(analysis: Analysis) -> Iterator[Finding]:
    """Look at the leads of such headings; where the new office is not named at all, another rule speaks."""
    signed = plan_date(analysis.document.metadata)
    moved = [one for one in duties() if signed and signed.is_after(one.effective)]
    sections = sections_by_id(analysis) if moved else {}
    for assignment in analysis.assignments if moved else ():
        title = sections[assignment.governs].title if assignment.governs in sections else ""
        for duty in moved:
            if not any(word in title for word in duty.words) or any(word in title for word in _STAYS):
                continue
            was = _holder(analysis, assignment.lead, duty.was)
            now = _holder(analysis, assignment.responsible, duty.now)
            if was and now and _holder(analysis, assignment.lead, duty.now) is None:
                message = f"“{title}”由{was.text}牵头，这项工作的综合协调职责已划给{now.text}，请核对。"
                reason = f"依据{duty.source}，职责已经划转；牵头单位以上级分工文件为准。"
                yield Finding(was.start, was.end, message, block_id=was.block_id, reason=reason, source=duty.source)
