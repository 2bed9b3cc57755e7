"""One document cited with two different 发文字号."""

from collections.abc import Iterator

from editor.model.citations import Citation
from templates.analysis import Analysis
from validators.diagnostic import Related, Severity
from validators.reading import blocks_by_id, plain
from validators.rule import Bad, Finding, Good, Scope, rule

_SUCCESSION = ("废止", "失效", "替代")
_FIRST = "依据《云州市科学素质行动方案》（云政发〔2026〕2号），制定本方案。"


def _is_succession(analysis: Analysis, first: Citation, second: Citation) -> bool:
    """Return whether one of the two took the other's place under the same name: 同时废止."""
    blocks = blocks_by_id(analysis)
    texts = [blocks[one.block_id].text for one in (first, second) if one.block_id in blocks]
    return any(word in text for word in _SUCCESSION for text in texts)


@rule(
    code="REF003",
    name="citation-with-two-numbers",
    severity=Severity.WARNING,
    scope=Scope.DOCUMENT,
    summary="同一文件前后写了不同的文号。",
    reason="一份文件只有一个文号，前后不同必有一处写错。",
    source="党政机关公文处理工作条例 第二十条（四）",
    examples=(
        Bad((_FIRST, "一、要求", "落实《云州市科学素质行动方案》（云政发〔2026〕12号）要求。")),
        Good((_FIRST, "一、要求", "《云州市科学素质行动方案》（云政发〔2021〕5号）同时废止。")),
        Good((_FIRST, "一、要求", "落实《云州市科学素质行动方案》（云政发〔2026〕2号）要求。")),
    ),
)
def check(analysis: Analysis) -> Iterator[Finding]:
    """Compare the numbers of citations with the same title."""
    seen: dict[str, Citation] = {}
    for citation in analysis.citations:
        if citation.doc_number is None:
            continue
        first = seen.setdefault(plain(citation.title), citation)
        if first.doc_number != citation.doc_number and not _is_succession(analysis, first, citation):
            message = f"《{citation.title}》的文号这里是{citation.doc_number}，前面是{first.doc_number}。"
            start, end = citation.number_start, citation.number_end
            related = (Related(first.block_id, first.doc_number or ""),)
            yield Finding(start, end, message, block_id=citation.block_id, related=related)
