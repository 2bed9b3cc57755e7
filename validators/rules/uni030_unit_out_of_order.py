"""A unit that stands elsewhere in one list than in all others of the plan."""

from collections.abc import Iterator

from templates.analysis import Analysis
from validators.diagnostic import Related, Severity
from validators.rule import Bad, Finding, Good, Scope, rule
from validators.unit_lists import displaced, printed

_USUAL = (
    "一、行动",
    "（一）甲行动",
    "牵头单位：县科协。责任单位：县委宣传部、县教育局、县财政局。",
    "（二）乙行动",
    "牵头单位：县科协。责任单位：县委宣传部、县财政局、县文联。",
    "（三）丙行动",
    "牵头单位：县科协。责任单位：县委宣传部、县民政局、县财政局。",
    "（四）丁行动",
    "牵头单位：县科协。责任单位：县委宣传部、县教育局、县财政局。",
    "（五）戊行动",
)


@rule(
    code="UNI030",
    name="unit-out-of-order",
    severity=Severity.HINT,
    scope=Scope.DOCUMENT,
    summary="这份名单里单位的先后与其他名单相反。",
    reason="单位排序没有成文的规定，但同一份方案里先后应当一致，否则容易被认为有意调整；请核对是不是有意这样排。",
    source="实务（单位排序）",
    examples=(
        Bad((*_USUAL, "牵头单位：县科协。责任单位：县财政局、县委宣传部。")),
        Good((*_USUAL, "牵头单位：县科协。责任单位：县委宣传部、县财政局。")),
        # 牵头 first: where nobody is called the lead, the first unit may stand there because it leads.
        Good((*_USUAL, "（县财政局、县委宣传部按职责分工负责）")),
        Good(
            (
                "一、行动",
                "1.甲。做好。（县科协、县教育局、县财政局负责）",
                "2.乙。做好。（县科协、县财政局、县教育局负责）",
            )
        ),
    ),
)
def check(analysis: Analysis) -> Iterator[Finding]:
    """Learn the order from the plan's own lists; each list that leaves it is told once."""
    for one in displaced(analysis):
        mention = one.mention
        message = f"这里“{mention.text}”排在“{one.after.text}”前面，其他名单里都排在它后面。"
        related = (Related(one.usual.mentions[0].block_id, printed(one.usual.mentions)),)
        yield Finding(mention.start, mention.end, message, block_id=mention.block_id, related=related)
