"""A 成文日期 that is no date."""

from collections.abc import Iterator

from templates.analysis import Analysis
from validators.diagnostic import Severity
from validators.reading import iso_date
from validators.rule import Bad, Finding, Good, Scope, rule


@rule(
    code="ELM015",
    name="signature-date-invalid",
    severity=Severity.ERROR,
    scope=Scope.DOCUMENT,
    summary="成文日期不是有效的日期。",
    reason="成文日期决定公文何时生效，要写全年、月、日，而且日历上要有。",
    source="党政机关公文处理工作条例 第九条（十二）；GB/T 9704-2012 7.3.5.4",
    examples=(
        Bad(("一、要求",), metadata=(("signature_date", "2026-02-30"),)),
        Bad(("一、要求",), metadata=(("signature_date", "2026年13月1日"),)),
        Good(("一、要求",), (("signature_date", "2026-02-28"),)),
        Good(("一、要求",), (("signature_date", "2026年  月  日"),)),
        Good(("一、要求",)),
    ),
)
def check(analysis: Analysis) -> Iterator[Finding]:
    """Report a date that the calendar does not have; one left open while drafting is no mistake."""
    printed = analysis.document.metadata.signature_date
    filled = (
        sum(
            piece.isdigit()
            for piece in printed.replace("年", " ").replace("月", " ").replace("-", " ").replace("日", " ").split()
        )
        == 3
    )
    if printed and filled and iso_date(printed) is None:
        message = f"成文日期“{printed}”不是有效的日期。"
        yield Finding(0, len(printed), message, block_id="meta:signature_date")
