"""A Party meeting named that was held only after the plan's date."""

from collections.abc import Iterator

from templates.analysis import Analysis
from templates.facts import meetings
from validators.congress_mentions import congress_mentions
from validators.diagnostic import Severity
from validators.plan_date import plan_date, printed_day
from validators.rule import Bad, Finding, Good, Scope, rule


@rule(
    code="WRD030",
    name="congress-not-yet-held",
    severity=Severity.ERROR,
    scope=Scope.DOCUMENT,
    summary="写了成文日期以后才召开的会议。",
    reason="成文时会议还没有召开，不会有会议精神可以贯彻；多半是成文日期写错，或者套用了后来的稿子。",
    source="会议公报（程序所附的会议时间表）",
    examples=(
        Bad(("一、要求", "贯彻党的二十大精神。"), metadata=(("signature_date", "2022-02-11"),)),
        Bad(("一、要求", "贯彻党的二十届二中、三中全会精神。"), metadata=(("signature_date", "2024-03-01"),)),
        Good(("一、要求", "贯彻党的二十大精神。"), (("signature_date", "2022-11-07"),)),
        Good(("一、要求", "以优异成绩迎接党的二十大召开。"), (("signature_date", "2022-02-11"),)),
        Good(("一、要求", "落实县委二十届三中全会部署。"), (("signature_date", "2022-02-11"),)),
        Good(("一、要求", "贯彻党的二十大精神。"), (("period_start", 2021), ("period_end", 2025))),
        Good(("一、要求", "贯彻党的二十大精神。")),
    ),
)
def check(analysis: Analysis) -> Iterator[Finding]:
    """Report each such meeting once, by the date it opened."""
    signed = plan_date(analysis.document.metadata)
    if signed is None:
        return
    later = {(one.congress, one.session): one for one in meetings() if signed.is_before(one.opened)}
    for block in analysis.document.blocks if later else ():
        for mention in congress_mentions(block.text):
            meeting = later.pop((mention.congress, mention.session or 0), None)
            if meeting is not None:
                held = f"{meeting.name}{printed_day(meeting.opened)}才召开"
                message = f"{held}，成文日期是{signed.printed()}。"
                reason = f"{held}（{meeting.source}），成文时还没有这次会议的精神可以贯彻；请核对成文日期。"
                yield Finding(
                    mention.start, mention.end, message, block_id=block.id, reason=reason, source=meeting.source
                )
