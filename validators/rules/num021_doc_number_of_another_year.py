"""发文字号 whose year is not that of 成文日期."""

import re
from collections.abc import Iterator

from templates.analysis import Analysis
from validators.diagnostic import Severity
from validators.reading import signature_year
from validators.rule import Bad, Finding, Good, Scope, rule

_YEAR = re.compile(r"[〔（(\[【﹝〖]([0-9]{4})[〕）)\]】﹞〗]")


@rule(
    code="NUM021",
    name="doc-number-of-another-year",
    severity=Severity.WARNING,
    scope=Scope.DOCUMENT,
    summary="发文字号的年份与成文日期的年份不同。",
    reason="文号按年编排，年份应与成文日期一致；年末签发、次年编号的除外。",
    source="党政机关公文处理工作条例 第二十条（四）",
    examples=(
        Bad(("一、要求",), metadata=(("doc_number", "云政发〔2025〕1号"), ("signature_date", "2026-01-05"))),
        Good(("一、要求",), (("doc_number", "云政发〔2026〕1号"), ("signature_date", "2026-01-05"))),
        Good(("一、要求",), (("doc_number", "云政发〔2026〕1号"),)),
        Good(("一、要求",), (("doc_number", "云政发〔2026〕1号"), ("signature_date", "2025-12-29"))),
    ),
)
def check(analysis: Analysis) -> Iterator[Finding]:
    """Compare the two years of the metadata."""
    metadata = analysis.document.metadata
    signed = signature_year(metadata)
    match = _YEAR.search(metadata.doc_number)
    if match is None or signed is None or int(match.group(1)) == signed:
        return
    in_december = metadata.signature_date.startswith(f"{signed}-12")
    if not (in_december and int(match.group(1)) == signed + 1):
        message = f"发文字号的年份是{match.group(1)}年，成文日期是{signed}年。"
        yield Finding(*match.span(), message, block_id="meta:doc_number")
