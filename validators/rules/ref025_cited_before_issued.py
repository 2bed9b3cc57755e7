"""A document cited that was issued only after the plan's date."""

import re
from collections.abc import Iterator

from templates.analysis import Analysis
from validators.diagnostic import Severity
from validators.plan_date import plan_date, printed_day
from validators.reading import iso_date, plain
from validators.rule import Bad, Finding, Good, Scope, rule

_YEAR = re.compile(r"〔([0-9]{4})〕")


@rule(
    code="REF025",
    name="cited-before-issued",
    severity=Severity.ERROR,
    scope=Scope.DOCUMENT,
    summary="引用了成文日期以后才印发的文件。",
    reason="成文时那份文件还没有印发，不能作依据；多半是文号的年份或者成文日期写错。",
    source="党政机关公文处理工作条例 第二十条（四）",
    examples=(
        Bad(
            ("依据《云州市科普规划》（云州政发〔2027〕2号），制定本方案。", "一、要求"),
            metadata=(("signature_date", "2026-03-02"),),
        ),
        Bad(
            ("依据《全民科学素质行动规划纲要（2021—2035年）》，制定本方案。", "一、要求"),
            metadata=(("signature_date", "2021-03-02"),),
        ),
        Good(
            ("依据《云州市科普规划》（云州政发〔2026〕2号），制定本方案。", "一、要求"),
            (("signature_date", "2026-03-02"),),
        ),
        Good(
            ("依据《中华人民共和国科学技术普及法》，制定本方案。", "一、要求"),
            (("signature_date", "2022-03-02"),),
        ),
        Good(("依据《云州市科普规划》（云州政发〔2027〕2号），制定本方案。", "一、要求")),
    ),
)
def check(analysis: Analysis) -> Iterator[Finding]:
    """Compare the years of 发文字号, and the dates of the superiors' documents that have a number in the library."""
    signed = plan_date(analysis.document.metadata)
    if signed is None:
        return
    documents = analysis.template.documents if analysis.template else ()
    dated = {plain(one.title): day for one in documents if one.doc_number and (day := iso_date(one.date))}
    for citation in analysis.citations:
        year = _YEAR.search(citation.doc_number or "")
        issued = dated.get(plain(citation.title))
        if year and int(year[1]) > signed.latest.year:
            message = f"{citation.doc_number}是{year[1]}年的文号，成文日期是{signed.printed()}。"
            yield Finding(citation.number_start, citation.number_end, message, block_id=citation.block_id)
        elif issued and signed.is_before(issued):
            message = f"《{citation.title}》{printed_day(issued)}才印发，成文日期是{signed.printed()}。"
            yield Finding(citation.start, citation.end, message, block_id=citation.block_id)
