"""A phase or deadline outside the years that the plan is made for."""

from collections.abc import Iterator

from templates.analysis import Analysis
from validators.diagnostic import Severity
from validators.plan_date import signed_on
from validators.rule import Bad, Finding, Good, Scope, rule
from validators.time_limits import TimeLimit, time_limits

_PERIOD = (("period_start", 2026), ("period_end", 2030))
_OUTLOOK = 5  # 2035年底前: aims beyond the period are set for round years


def _message(one: TimeLimit, words: str, start: int | None, end: int | None) -> str | None:
    year = one.until.year
    if end is not None and year > end and (one.is_phase or year % _OUTLOOK):
        return f"“{words}”在方案的规划期（到{end}年）之后。"
    if start is not None and year < start and one.is_phase:
        return f"“{words}”在方案的规划期（{start}年起）之前。"
    return None


@rule(
    code="NUM051",
    name="time-outside-period",
    severity=Severity.WARNING,
    scope=Scope.DOCUMENT,
    summary="阶段或期限落在方案的规划期之外。",
    reason="方案只安排规划期内的工作；阶段的年份超出规划期，多半是照抄别的方案时没有改，或者规划期写错。",
    source="党政机关公文处理工作条例 第二十条（四）",
    examples=(
        Bad(("一、步骤", "总结评估（2031年），组织评估。"), metadata=_PERIOD),
        Bad(("一、步骤", "2032年6月底前完成评估。"), metadata=_PERIOD),
        Bad(("一、步骤", "启动实施（2025年），做好动员。"), metadata=_PERIOD),
        Good(("一、步骤", "启动实施（2026年），总结评估（2030年），2030年底前完成。"), _PERIOD),
        Good(("一、目标", "2035年底前全面建成。"), _PERIOD),
        Good(("一、步骤", "总结评估（2031年），组织评估。")),
    ),
)
def check(analysis: Analysis) -> Iterator[Finding]:
    """Compare with the period of the metadata; what was over before 成文日期 is another rule's."""
    metadata = analysis.document.metadata
    start, end = metadata.period_start, metadata.period_end
    if start is None and end is None:
        return
    signed = signed_on(metadata)
    for block in analysis.document.blocks:
        for one in time_limits(block.text):
            message = _message(one, block.text[one.start : one.end], start, end)
            if message and not (signed and signed.is_after(one.until)):
                yield Finding(one.start, one.end, message, block_id=block.id)
