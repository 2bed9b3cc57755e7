"""A document of the basis (依据) without its 发文字号, beside others that have theirs."""

import re
from collections.abc import Iterator

from editor.model.citations import Citation
from templates.analysis import Analysis
from validators.diagnostic import Severity
from validators.reading import blocks_by_id
from validators.rule import Bad, Finding, Good, Scope, rule

# Laws and regulations are cited by name; what is published under a number is not.
_MISWRITTEN = re.compile(r"[（(][^（）()《》]{2,14}[〔\[【（(﹝]\s?[0-9]{2,4}")  # a number that the NUM rules report
_LAW = re.compile(r"(?:法|条例|规定|办法|章程|决定|宪法)(?:（[^（）]*）)?$|远景目标")


def _is_numbered(analysis: Analysis, citation: Citation) -> bool:
    text = blocks_by_id(analysis)[citation.block_id].text
    return _MISWRITTEN.match(text, citation.end) is not None


@rule(
    code="REF004",
    name="basis-without-number",
    severity=Severity.HINT,
    scope=Scope.DOCUMENT,
    summary="依据的文件里，有的写了文号，有的没有。",
    reason="引用公文先引标题、后引文号；同一句里有的有、有的没有，读者不便查找。",
    source="实务（沿用国发〔2000〕23号的做法）",
    examples=(
        Bad(("依据《甲县科普纲要》（云政发〔2026〕2号）、《乙市科普方案》，制定本方案。", "一、要求")),
        Good(
            (
                "依据《甲县科普纲要》（云政发〔2026〕2号）、《乙市科普方案》（云市发〔2026〕3号），制定本方案。",
                "一、要求",
            )
        ),
        Good(
            ("依据《甲县科普纲要》（云政发〔2026〕2号）、《乙市科普方案》（云市发〔26〕3号），制定本方案。", "一、要求")
        ),
        Good(("依据《甲县科普纲要》《乙市科普方案》，制定本方案。", "一、要求")),
        Good(("依据《中华人民共和国科学技术普及法》和《甲县科普纲要》（云政发〔2026〕2号），制定本方案。", "一、要求")),
    ),
)
def check(analysis: Analysis) -> Iterator[Finding]:
    """Report documents without number when at least one other has it."""
    basis = analysis.basis
    if not any(citation.doc_number for citation in basis):
        return
    for citation in basis:
        if (
            citation.doc_number is None
            and not _is_numbered(analysis, citation)
            and "【" not in citation.title
            and not _LAW.search(citation.title)
        ):
            message = f"依据的《{citation.title}》没有写文号，别的文件写了。"
            yield Finding(citation.start, citation.end, message, block_id=citation.block_id)
