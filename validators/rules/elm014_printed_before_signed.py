"""印发日期 before 成文日期."""

from collections.abc import Iterator
from datetime import date

from templates.analysis import Analysis
from validators.diagnostic import Severity
from validators.reading import iso_date
from validators.rule import Bad, Finding, Good, Scope, rule


def _printed(day: date) -> str:
    return f"{day.year}年{day.month}月{day.day}日"


@rule(
    code="ELM014",
    name="printed-before-signed",
    severity=Severity.ERROR,
    scope=Scope.DOCUMENT,
    summary="印发日期早于成文日期。",
    reason="公文先签发后印制，印发日期不会早于成文日期。",
    source="党政机关公文处理工作条例 第九条（十二）（十七）",
    examples=(
        Bad(("一、要求",), metadata=(("signature_date", "2026-03-05"), ("printing_date", "2026-03-02"))),
        Good(("一、要求",), (("signature_date", "2026-03-02"), ("printing_date", "2026-03-05"))),
        Good(("一、要求",), (("signature_date", "2026-03-02"),)),
    ),
)
def check(analysis: Analysis) -> Iterator[Finding]:
    """Compare the two dates of the metadata."""
    metadata = analysis.document.metadata
    signed, printed = iso_date(metadata.signature_date), iso_date(metadata.printing_date)
    if signed is not None and printed is not None and printed < signed:
        message = f"印发日期{_printed(printed)}早于成文日期{_printed(signed)}。"
        yield Finding(0, len(metadata.printing_date), message, block_id="meta:printing_date")
