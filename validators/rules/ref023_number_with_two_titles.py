"""One 发文字号 behind two different titles."""

import re
from collections.abc import Iterator

from editor.model.citations import Citation
from templates.analysis import Analysis
from validators.diagnostic import Related, Severity
from validators.patterns import shorten
from validators.rule import Bad, Finding, Good, Scope, rule

_FIRST = "依据《云州市科普规划（2026—2030年）》（云州政发〔2026〕2号），制定本方案。"
_MARKS = re.compile(r"\W")


def _is_short_for(short: str, title: str) -> bool:
    """Return whether all characters of a title stand in another in order: 科学素质纲要 for 全民科学素质行动规划纲要."""
    rest = iter(_MARKS.sub("", title))
    return all(char in rest for char in _MARKS.sub("", short))


@rule(
    code="REF023",
    name="number-with-two-titles",
    severity=Severity.WARNING,
    scope=Scope.DOCUMENT,
    summary="同一个文号前后写了不同的标题。",
    reason="一个文号只对应一份文件，前后标题不同，必有一处标题、年份或者文号写错。",
    source="党政机关公文处理工作条例 第二十条（四）",
    examples=(
        Bad((_FIRST, "一、要求", "落实《云州市科普规划（2021—2025年）》（云州政发〔2026〕2号）要求。")),
        Good((_FIRST, "一、要求", "落实《云州市科普规划（2026—2030年）》（云州政发〔2026〕2号）要求。")),
        Good((_FIRST, "一、要求", "落实《关于印发〈云州市科普规划（2026—2030年）〉的通知》（云州政发〔2026〕2号）。")),
        Good((_FIRST, "一、要求", "落实《云州科普规划》（云州政发〔2026〕2号）要求。")),
    ),
)
def check(analysis: Analysis) -> Iterator[Finding]:
    """Compare the titles before one number; a short form of the other is the same document."""
    seen: dict[str, Citation] = {}
    for citation in analysis.citations:
        if citation.doc_number is None or citation.number_start < citation.start or "【" in citation.title:
            continue
        first = seen.setdefault(citation.doc_number, citation)
        if not _is_short_for(first.title, citation.title) and not _is_short_for(citation.title, first.title):
            message = f"{citation.doc_number}这里是《{shorten(citation.title)}》，前面是《{shorten(first.title)}》。"
            related = (Related(first.block_id, f"《{first.title}》"),)
            yield Finding(citation.start, citation.end, message, block_id=citation.block_id, related=related)
