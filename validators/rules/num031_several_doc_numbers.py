"""More than one 发文字号 on one document."""

from collections.abc import Iterator

from editor.model.citations import DOC_NUMBER
from templates.analysis import Analysis
from validators.diagnostic import Severity
from validators.rule import Bad, Finding, Good, Scope, rule


@rule(
    code="NUM031",
    name="several-doc-numbers",
    severity=Severity.ERROR,
    scope=Scope.DOCUMENT,
    summary="一份公文标了两个以上的发文字号。",
    reason="联合行文只用主办机关的发文字号；标了几个，引用和归档时不知道用哪一个。",
    source="党政机关公文处理工作条例 第九条（五）",
    examples=(
        Bad(("一、要求",), metadata=(("doc_number", "云政发〔2026〕3号 云委发〔2026〕5号"),)),
        Good(("一、要求",), (("doc_number", "云政发〔2026〕3号"),)),
        Good(("一、要求",)),
    ),
)
def check(analysis: Analysis) -> Iterator[Finding]:
    """Count the numbers in the field."""
    found = list(DOC_NUMBER.finditer(analysis.document.metadata.doc_number))
    if len(found) > 1:
        message = f"发文字号写了{len(found)}个，联合行文只标主办机关的一个。"
        yield Finding(found[1].start(), found[1].end(), message, block_id="meta:doc_number")
