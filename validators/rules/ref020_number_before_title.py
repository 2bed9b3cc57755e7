"""A document cited with its 发文字号 before its title."""

from collections.abc import Iterator

from editor.model.citations import Citation
from templates.analysis import Analysis
from validators.diagnostic import Applicability, Severity
from validators.patterns import shorten
from validators.reading import blocks_by_id
from validators.rule import Bad, Finding, Good, Scope, rule


def _stands_before(text: str, citation: Citation) -> bool:
    """Return whether the number belongs to this title: none that follows another title, none with 文件 between."""
    if not 0 <= citation.number_start < citation.start:
        return False
    before = text[max(0, citation.number_start - 2) : citation.number_start].rstrip("（( ")
    return not before.endswith("》") and not text[citation.number_end : citation.start].strip("）) ")


@rule(
    code="REF020",
    name="number-before-title",
    severity=Severity.HINT,
    scope=Scope.DOCUMENT,
    summary="引用文件时先写了文号、后写标题。",
    reason="引用公文一般先引标题，后在圆括号里引发文字号，读者先知道是什么文件，再去查。",
    source="实务（沿用国发〔2000〕23号的做法）",
    fix_title="文号移到标题后",
    applicability=Applicability.UNSAFE,
    examples=(
        Bad(
            ("一、要求", "按照云政发〔2026〕3号《关于加强科普工作的通知》要求执行。"),
            ("一、要求", "按照《关于加强科普工作的通知》（云政发〔2026〕3号）要求执行。"),
        ),
        Good(("一、要求", "按照《关于加强科普工作的通知》（云政发〔2026〕3号）要求执行。")),
        Good(("一、要求", "落实《甲县科普规划》（云政发〔2026〕3号）《乙县科普规划》。")),
        Good(("一、要求", "按云政发〔2026〕3号文件执行，落实《乙县科普规划》。")),
    ),
)
def check(analysis: Analysis) -> Iterator[Finding]:
    """Look at the place of the number of every citation."""
    blocks = analysis.citations and blocks_by_id(analysis)
    for citation in analysis.citations:
        text = blocks[citation.block_id].text if blocks else ""
        if citation.number_start < 0 or not _stands_before(text, citation):
            continue
        title, number = text[citation.start : citation.end], citation.printed_number or ""
        start = citation.number_start - (text[citation.number_start - 1 : citation.number_start] in ("（", "("))
        message = f"{shorten(title)}的文号{number}写在了标题前，宜写在标题后的圆括号里。"
        yield Finding(start, citation.end, message, f"{title}（{number}）", block_id=citation.block_id)
