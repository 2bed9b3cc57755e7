"""A document to a superior (上行文) without 签发人, or with fewer than it has agencies."""

import re
from collections.abc import Iterator

from editor.model.document import Form
from templates.analysis import Analysis
from validators.diagnostic import Severity
from validators.rule import Bad, Finding, Good, Scope, rule

_MARK = re.compile(r"[、，,；;\s]+")
_UPWARD = (("form", Form.UPWARD), ("notice_title", "云溪县科学技术协会关于增加科普经费的请示"))
_JOINT = (*_UPWARD, ("issuer", "云溪县科学技术协会"), ("joint_issuers", "云溪县财政局"))


@rule(
    code="ELM019",
    name="upward-without-signer",
    severity=Severity.ERROR,
    scope=Scope.DOCUMENT,
    summary="上行文没有标注签发人，或者联合上行文的签发人不够。",
    reason="上行文应当标注签发人姓名，上级才知道由谁负责；联合上行文每个机关都要有签发人，按机关顺序排列。",
    source="党政机关公文处理工作条例 第九条（六）；GB/T 9704-2012 7.2.6",
    examples=(
        Bad(("一、要求",), metadata=_UPWARD),
        Bad(("一、要求",), metadata=(*_JOINT, ("signers", "王云山"))),
        Good(("一、要求",), (*_UPWARD, ("signers", "王云山"))),
        Good(("一、要求",), (*_JOINT, ("signers", "王云山、李溪"))),
        Good(("一、要求",), (("notice_title", "云溪县科学技术协会关于增加科普经费的请示"), ("form", Form.LETTER))),
        Good(("一、要求",)),
    ),
)
def check(analysis: Analysis) -> Iterator[Finding]:
    """Count names against agencies."""
    metadata = analysis.document.metadata
    if metadata.form is not Form.UPWARD:
        return
    signers = [name for name in _MARK.split(metadata.signers) if name]
    others = [name for name in metadata.joint_issuers.split("、") if name.strip()]
    if not signers:
        yield Finding(0, 0, "上行文没有标注签发人，请写上签发人姓名。", block_id="meta:signers")
    elif len(signers) < len(others) + 1 and others:
        count = len(others) + 1
        message = f"联合上行文有{count}个机关，签发人只写了{len(signers)}人。"
        yield Finding(0, len(metadata.signers), message, block_id="meta:signers")
