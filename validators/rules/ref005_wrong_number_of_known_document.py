"""A document of a superior that the template knows, cited with another 发文字号."""

import re
from collections.abc import Iterator
from functools import lru_cache

from editor.model.citations import normalise_doc_number
from templates.analysis import Analysis
from validators.diagnostic import Applicability, Severity
from validators.rule import Bad, Finding, Good, Scope, rule

_ISSUED = re.compile(r"[^《》〈〉]{2,20}关于印发(.{4,80})的通知")


@lru_cache(maxsize=1024)
def _bare(title: str) -> str:
    """Return the name of what a title issues (印发), else the title, without marks and the dash between years."""
    inner = re.split(r"[〈〉<>《》]", title)
    issued = _ISSUED.fullmatch(title)
    name = inner[1] if len(inner) > 2 else issued[1] if issued else title
    return re.sub(r"\W", "", name)


@rule(
    code="REF005",
    name="wrong-number-of-known-document",
    severity=Severity.ERROR,
    scope=Scope.DOCUMENT,
    summary="引用上级文件的文号与已知的文号不同。",
    reason="文号写错就找不到依据的文件；模板里记有上级文件的标题和文号，可以核对。",
    source="党政机关公文处理工作条例 第二十条（四）；模板的上级文件目录",
    fix_title="改为已知的文号",
    applicability=Applicability.UNSAFE,
    examples=(
        Bad(
            ("依据《全民科学素质行动规划纲要（2021—2035年）》（国发〔2021〕19号），制定本方案。", "一、要求"),
            ("依据《全民科学素质行动规划纲要（2021—2035年）》（国发〔2021〕9号），制定本方案。", "一、要求"),
        ),
        Bad(("依据《国务院关于印发全民科学素质行动规划纲要（2021—2035年）的通知》（国发〔2021〕8号）。", "一、要求")),
        Good(("依据《全民科学素质行动规划纲要（2021—2035年）》（国发〔2021〕9号），制定本方案。", "一、要求")),
        Good(("依据《云州市全民科学素质行动规划纲要（2021—2035年）》（云政发〔2021〕9号），制定本方案。", "一、要求")),
    ),
)
def check(analysis: Analysis) -> Iterator[Finding]:
    """Compare only citations whose title is exactly a known one."""
    if analysis.template is None:
        return
    known = {_bare(one.title): one.doc_number for one in analysis.template.documents if one.doc_number and one.verified}
    for citation in analysis.citations:
        right = known.get(_bare(citation.title))
        if right and citation.doc_number and citation.doc_number != normalise_doc_number(right):
            message = f"《{citation.title}》的文号写成了{citation.doc_number}，应为{right}。"
            start, end = citation.number_start, citation.number_end
            yield Finding(start, end, message, right, block_id=citation.block_id)
