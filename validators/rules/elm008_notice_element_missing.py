"""A notice without one of its usual elements."""

from collections.abc import Iterator

from templates.analysis import Analysis
from validators.diagnostic import Severity
from validators.rule import Bad, Finding, Good, Scope, rule

_ELEMENTS = {
    "issuer": "发文机关署名",
    "addressees": "主送机关",
    "signature_date": "成文日期",
    "availability": "公开属性的附注（如“此件公开发布”）",
}
_WHOLE = (
    ("notice_title", "云溪县人民政府关于印发云溪县科普方案的通知"),
    ("issuer", "云溪县人民政府"),
    ("addressees", "各乡镇人民政府，县政府各部门"),
    ("signature_date", "2026-03-02"),
    ("availability", "此件公开发布"),
)


@rule(
    code="ELM008",
    name="notice-element-missing",
    severity=Severity.HINT,
    scope=Scope.DOCUMENT,
    summary="通知缺少署名、主送机关、成文日期或附注。",
    reason="这些要素在印发前要齐全；起草阶段可以先空着。",
    source="GB/T 9704-2012 7.3；政府信息公开条例",
    examples=(
        Bad(("一、要求",), metadata=_WHOLE[:-1]),
        Bad(("一、要求",), metadata=_WHOLE[:3]),
        Good(("一、要求",), _WHOLE),
        Good(("一、要求",)),
    ),
)
def check(analysis: Analysis) -> Iterator[Finding]:
    """Report all that is missing in one sentence at the first such element, once a notice is there."""
    metadata = analysis.document.metadata
    if metadata.notice_title:
        absent = [key for key in _ELEMENTS if not getattr(metadata, key)]
        if absent:
            names = "、".join(_ELEMENTS[key] for key in absent)
            yield Finding(0, 0, f"通知还没有写{names}。", block_id=f"meta:{absent[0]}")
