"""An imprint (版记) with 印发机关 or 印发日期 alone, or with a 印发日期 that is no date."""

from collections.abc import Iterator

from editor.model.document import Form
from templates.analysis import Analysis
from validators.diagnostic import Severity
from validators.reading import iso_date
from validators.rule import Bad, Finding, Good, Scope, rule

_OFFICE, _DATE = ("printing_office", "云溪县人民政府办公室"), ("printing_date", "2026-03-05")


@rule(
    code="ELM046",
    name="imprint-incomplete",
    severity=Severity.HINT,
    scope=Scope.DOCUMENT,
    summary="版记只有印发机关或者只有印发日期，或者印发日期不是日期。",
    reason="印发机关和印发日期编排在同一行，左右各一；印发日期用阿拉伯数字将年、月、日标全。",
    source="GB/T 9704-2012 7.4.3",
    examples=(
        Bad(("一、要求",), metadata=(_OFFICE, ("printing_date", "2026年3月"))),
        Bad(("一、要求",), metadata=(_DATE,)),
        Good(("一、要求",), (_OFFICE, _DATE)),
        Good(("一、要求",), (_OFFICE,)),
        Good(("一、要求",), (_DATE, ("form", Form.LETTER))),
        Good(("一、要求",)),
    ),
)
def check(analysis: Analysis) -> Iterator[Finding]:
    """Compare the two fields; a missing date is taken from the signature, a letter has neither."""
    metadata = analysis.document.metadata
    printed = metadata.printing_date.strip()
    if not printed or metadata.form is Form.LETTER:
        return
    if not metadata.printing_office.strip():
        yield Finding(0, 0, "有印发日期，没有印发机关。", block_id="meta:printing_office")
    if iso_date(printed) is None:
        message = f"印发日期“{printed}”没有写全年、月、日，或者日历上没有。"
        yield Finding(0, len(printed), message, block_id="meta:printing_date")
