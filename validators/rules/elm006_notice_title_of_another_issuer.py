"""A notice title that does not begin with the issuing body."""

from collections.abc import Iterator

from templates.analysis import Analysis
from validators.diagnostic import Severity
from validators.reading import plain
from validators.rule import Bad, Finding, Good, Scope, rule

_TITLE = "云溪县人民政府关于印发云溪县科普方案的通知"


@rule(
    code="ELM006",
    name="notice-title-of-another-issuer",
    severity=Severity.WARNING,
    scope=Scope.DOCUMENT,
    summary="通知标题里的发文机关与署名不一致，或者没有写。",
    reason="公文标题由发文机关名称、事由和文种组成，标题、发文机关标志和署名是同一个机关。",
    source="党政机关公文处理工作条例 第九条（七）（十一）",
    examples=(
        Bad(("一、要求",), metadata=(("notice_title", _TITLE), ("issuer", "云溪县人民政府办公室"))),
        Bad(("一、要求",), metadata=(("notice_title", "关于印发云溪县科普方案的通知"), ("issuer", "云溪县人民政府"))),
        Good(("一、要求",), (("notice_title", _TITLE), ("issuer", "云溪县人民政府"))),
        Good(
            ("一、要求",),
            (("notice_title", "云溪县政府关于印发云溪县科普方案的通知"), ("issuer", "云溪县人民政府")),
        ),
        Good(("一、要求",), (("notice_title", _TITLE), ("issuer", "江东省云溪县人民政府"))),
    ),
)
def check(analysis: Analysis) -> Iterator[Finding]:
    """Compare what stands before 关于 with the issuer; a superior's place name before either makes no difference."""
    metadata = analysis.document.metadata
    title, issuer = plain(metadata.notice_title), plain(metadata.issuer)
    before, about, _ = title.partition("关于")
    full = before.replace("人民政府", "政府").replace("政府", "人民政府")  # 县政府 for 县人民政府 is another rule's
    if not about or not issuer or full.endswith(issuer) or (before and issuer.endswith(full)):
        return
    message, severity = f"通知标题里没有写发文机关“{metadata.issuer}”。", Severity.HINT
    if before:
        message, severity = f"通知标题里的发文机关是“{before}”，署名是“{metadata.issuer}”。", Severity.WARNING
    end = max(metadata.notice_title.find("关于"), 1)
    yield Finding(0, end, message, block_id="meta:notice_title", severity=severity)
