"""An element that the chosen format asks for: 出席 of 纪要, the post beside a 签名章."""

from collections.abc import Iterator

from editor.model.document import Form, Seal
from templates.analysis import Analysis
from validators.diagnostic import Severity
from validators.rule import Bad, Finding, Good, Scope, rule

_MINUTES = (("form", Form.MINUTES), ("notice_title", "云溪县科普工作专题会议纪要"))
_SIGNED = (("seal", Seal.SIGNATURE), ("issuer", "云溪县人民政府"))


@rule(
    code="ELM044",
    name="element-of-the-format-missing",
    severity=Severity.WARNING,
    scope=Scope.DOCUMENT,
    summary="纪要没有出席人员，或者加盖签名章而没有签发人职务。",
    reason="纪要要标注出席人员名单；加盖签发人签名章时，签名章左边标注签发人职务。",
    source="GB/T 9704-2012 7.3.5.3、10.2、10.3",
    examples=(
        Bad(("一、要求",), metadata=_MINUTES),
        Bad(("一、要求",), metadata=_SIGNED),
        Bad(("一、要求",), metadata=(("form", Form.ORDER), ("doc_number", "第3号"))),
        Good(("一、要求",), (*_MINUTES, ("attendees", "县科协王云山，县教育局李溪"))),
        Good(("一、要求",), (*_SIGNED, ("signatory_post", "县长"))),
        Good(("一、要求",)),
    ),
)
def check(analysis: Analysis) -> Iterator[Finding]:
    """Look at what the form and the way of signing make necessary."""
    metadata = analysis.document.metadata
    if metadata.form is Form.MINUTES:
        if not metadata.attendees.strip():
            yield Finding(0, 0, "纪要没有写出席人员。", block_id="meta:attendees")
        return
    signed = metadata.form is Form.ORDER or metadata.seal is Seal.SIGNATURE
    if signed and not metadata.signatory_post.strip():
        yield Finding(0, 0, "加盖签名章的公文没有写签发人职务，如“县长”。", block_id="meta:signatory_post")
