"""A 请示 or 报告 written in the format of a document to lower bodies."""

import re
from collections.abc import Iterator

from editor.model.document import Form
from templates.analysis import Analysis
from validators.diagnostic import Severity
from validators.reading import plain
from validators.rule import Bad, Finding, Good, Scope, rule

_UPWARD = re.compile(r"关于.{2,100}的(请示|报告)$")
_REQUEST = ("notice_title", "云溪县科学技术协会关于增加科普经费的请示")


@rule(
    code="ELM020",
    name="request-in-another-form",
    severity=Severity.HINT,
    scope=Scope.DOCUMENT,
    summary="请示、报告没有用上行文格式。",
    reason="请示、报告是报给上级的，用上行文格式，版头标注签发人；信函格式的除外。",
    source="党政机关公文处理工作条例 第九条（六）；GB/T 9704-2012 7.2.6",
    examples=(
        Bad(("一、要求",), metadata=(_REQUEST,)),
        Good(("一、要求",), (_REQUEST, ("form", Form.UPWARD), ("signers", "王云山"))),
        Good(("一、要求",), (_REQUEST, ("form", Form.LETTER))),
        Good(("一、要求",), (("notice_title", "云溪县人民政府关于印发科普工作报告的通知"),)),
    ),
)
def check(analysis: Analysis) -> Iterator[Finding]:
    """Compare the end of the title with the format."""
    metadata = analysis.document.metadata
    kind = _UPWARD.search(plain(metadata.notice_title))
    if kind is not None and metadata.form is Form.FILE:
        message = f"“{kind[1]}”是上行文，公文格式请选“上行文”，并写上签发人。"
        yield Finding(0, 0, message, block_id="meta:form")
