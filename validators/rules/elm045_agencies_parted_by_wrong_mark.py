"""Agencies or 签发人 parted by something else than 、, or one agency twice."""

import re
from collections.abc import Iterator

from templates.analysis import Analysis
from validators.diagnostic import Severity
from validators.rule import Bad, Finding, Good, Scope, rule

_MARK = re.compile(r"\s{0,4}[，,；;/]\s{0,4}")
_FIELDS = {"joint_issuers": "联合行文机关", "signers": "签发人"}


@rule(
    code="ELM045",
    name="agencies-parted-by-wrong-mark",
    severity=Severity.WARNING,
    scope=Scope.DOCUMENT,
    summary="联合行文机关或者签发人之间没有用顿号，或者主办机关又列了一次。",
    reason="几个机关、几名签发人依次排列，排版时按顿号分开；主办机关写在“发文机关”里，不再重复。",
    source="GB/T 9704-2012 7.2.4、7.2.6；实务",
    fix_title="改为顿号",
    examples=(
        Bad(("一、要求",), metadata=(("joint_issuers", "云溪县教育局，云溪县财政局"),)),
        Bad(("一、要求",), metadata=(("issuer", "云溪县教育局"), ("joint_issuers", "云溪县财政局、云溪县教育局"))),
        Good(("一、要求",), (("issuer", "云溪县科协"), ("joint_issuers", "云溪县教育局、云溪县财政局"))),
        Good(("一、要求",), (("signers", "王云山、李　溪"),)),
        Good(("一、要求",)),
    ),
)
def check(analysis: Analysis) -> Iterator[Finding]:
    """Look at both fields."""
    metadata = analysis.document.metadata
    for key, name in _FIELDS.items():
        for match in _MARK.finditer(getattr(metadata, key)):
            message = f"{name}之间用了“{match.group().strip()}”，应用顿号。"
            yield Finding(*match.span(), message, "、", block_id=f"meta:{key}")
    issuer = metadata.issuer.strip()
    at = metadata.joint_issuers.find(issuer)
    if issuer and issuer in metadata.joint_issuers.split("、"):
        message = f"联合行文机关里又写了发文机关“{issuer}”，请删去。"
        yield Finding(at, at + len(issuer), message, block_id="meta:joint_issuers")
