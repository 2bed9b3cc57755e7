"""A meeting that adopted the plan after the plan's own date (成文日期)."""

import re
from collections.abc import Iterator
from datetime import date

from templates.analysis import Analysis
from validators.diagnostic import Severity
from validators.plan_date import printed_day
from validators.reading import checked_texts, iso_date
from validators.rule import Bad, Finding, Good, Scope, rule

_ADOPTED = re.compile(
    r"(20[0-9]{2})年([0-9]{1,2})月([0-9]{1,2})日[，,]?[^。；，,]{0,24}(?:会议|全会|常务会|常委会|党组会|办公会)[^。；，,]{0,8}"
    r"(?:审议|研究|讨论)?(?:通过|审定|同意)"
)


def _day(match: re.Match[str]) -> date | None:
    year, month, day = (int(part) for part in match.groups())
    return iso_date(f"{year:04}-{month:02}-{day:02}")


_SIGNED = ("signature_date", "2026-03-02")


@rule(
    code="ELM047",
    name="adopted-after-signature",
    severity=Severity.ERROR,
    scope=Scope.DOCUMENT,
    summary="会议通过的日期晚于成文日期。",
    reason="成文日期署会议通过或者负责人签发的日期，会议还没有开，公文不会已经成文。",
    source="党政机关公文处理工作条例 第九条（十二）",
    examples=(
        Bad(
            ("一、要求",),
            metadata=(_SIGNED, ("notice_body", "方案已经2026年3月20日县政府第10次常务会议审议通过，现印发给你们。")),
        ),
        Good(
            ("一、要求",),
            (_SIGNED, ("notice_body", "方案已经2026年2月20日县政府第10次常务会议审议通过，现印发给你们。")),
        ),
        Good(("2026年12月20日前由县政府常务会议研究确定。",), (_SIGNED,)),
        Good(("一、要求",), (("notice_body", "方案已经2026年3月20日县政府第10次常务会议审议通过。"),)),
    ),
)
def check(analysis: Analysis) -> Iterator[Finding]:
    """Compare every such date with 成文日期."""
    signed = iso_date(analysis.document.metadata.signature_date)
    if signed is None:
        return
    for block in checked_texts(analysis):
        if "会" not in block.text or "20" not in block.text:
            continue
        for match in _ADOPTED.finditer(block.text):
            day = _day(match)
            if day is not None and day > signed:
                message = f"会议在{printed_day(day)}通过，晚于成文日期{printed_day(signed)}。"
                yield Finding(*match.span(), message, block_id=block.id)
