"""紧急程度 in other words than 特急 and 加急, or in the title."""

from collections.abc import Iterator

from templates.analysis import Analysis
from validators.diagnostic import Severity
from validators.rule import Bad, Finding, Good, Scope, rule

_DEGREES = ("特急", "加急", "特提", "平急")  # the last two stand on telegrams
_IN_TITLE = ("特急", "加急")


@rule(
    code="ELM022",
    name="urgency-in-wrong-words",
    severity=Severity.ERROR,
    scope=Scope.DOCUMENT,
    summary="紧急程度没有用“特急”“加急”，或者写进了标题。",
    reason="紧急公文分别标注“特急”“加急”，电报分别标注“特提”“特急”“加急”“平急”，写在版头左上角，不写进标题。",
    source="党政机关公文处理工作条例 第九条（三）；GB/T 9704-2012 7.2.3",
    examples=(
        Bad(("一、要求",), metadata=(("urgency", "紧急"),)),
        Bad(("一、要求",), metadata=(("notice_title", "云溪县人民政府关于做好防汛工作的特急通知"),)),
        Good(("一、要求",), (("urgency", "特急"), ("notice_title", "云溪县人民政府关于做好防汛工作的紧急通知"))),
        Good(("一、要求",), (("urgency", "特　急"),)),
        Good(("一、要求",)),
    ),
)
def check(analysis: Analysis) -> Iterator[Finding]:
    """Look at the field and at the title; 紧急通知 is a usual title."""
    metadata = analysis.document.metadata
    degree = "".join(metadata.urgency.split())
    if degree and degree not in _DEGREES:
        message = f"紧急程度写的是“{degree}”，公文只用“特急”“加急”。"
        yield Finding(0, len(metadata.urgency), message, block_id="meta:urgency")
    for word in _IN_TITLE:
        at = metadata.notice_title.find(word)
        if at >= 0:
            message = f"紧急程度“{word}”标在版头，不写进标题。"
            yield Finding(at, at + len(word), message, block_id="meta:notice_title", severity=Severity.WARNING)
