"""A phase or deadline that had passed before the plan was signed."""

from collections.abc import Iterator

from templates.analysis import Analysis
from validators.diagnostic import Severity
from validators.plan_date import signed_on
from validators.rule import Bad, Finding, Good, Scope, rule
from validators.time_limits import time_limits


@rule(
    code="NUM022",
    name="time-already-past",
    severity=Severity.WARNING,
    scope=Scope.DOCUMENT,
    summary="阶段或期限在成文日期之前就已结束。",
    reason="给出的时间在印发时已经过去，无法执行；多半是起草时间长、定稿时没有更新。",
    source="实务",
    examples=(
        Bad(("一、步骤", "启动实施（2025年），做好动员。"), metadata=(("signature_date", "2026-03-02"),)),
        Bad(("一、步骤", "2025年底前完成清单编制。"), metadata=(("signature_date", "2026-03-02"),)),
        Bad(("一、步骤", "2026年2月底前完成清单编制。"), metadata=(("signature_date", "2026-03-02"),)),
        Bad(("一、步骤", "启动阶段（2026年1—2月），做好动员。"), metadata=(("printing_date", "2026-03-02"),)),
        Good(("一、步骤", "启动实施（2026年），2027年底前完成。"), (("signature_date", "2026-03-02"),)),
        Good(("一、步骤", "启动阶段（2026年1—3月），2026年3月2日前完成。"), (("signature_date", "2026-03-02"),)),
        Good(("一、步骤", "2026年2月底前完成清单编制。"), (("signature_date", "2026年  月  日"),)),
        Good(("一、现状", "2025年底前已完成清单编制。"), (("signature_date", "2026-03-02"),)),
        Good(("一、步骤", "启动实施（2025年），做好动员。")),
        Good(("总结《实施方案（2016—2020年）》经验。",), (("signature_date", "2026-03-02"),)),
    ),
)
def check(analysis: Analysis) -> Iterator[Finding]:
    """Compare the last day of what paragraphs set with 成文日期."""
    signed = signed_on(analysis.document.metadata)
    if signed is None:
        return
    day = signed.printed()
    for block in analysis.document.blocks:
        for one in time_limits(block.text):
            if signed.is_after(one.until):
                message = f"“{block.text[one.start : one.end]}”早于成文日期（{day}）。"
                yield Finding(one.start, one.end, message, block_id=block.id)
