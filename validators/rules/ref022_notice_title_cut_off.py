"""A cited title 关于印发… that ends before 的通知."""

import re
from collections.abc import Iterator

from templates.analysis import Analysis
from validators.diagnostic import Severity
from validators.patterns import shorten
from validators.rule import Bad, Finding, Good, Scope, rule

_ISSUES = re.compile(r"关于(?:印发|转发|批转|发布|公布)")
_WHOLE = re.compile(r"(?:通知|函|公告|通告|批复|意见|决定|决议|令|通报|报告|公报|指示|纪要)(?:（[^（）]{1,20}）)?$")


@rule(
    code="REF022",
    name="notice-title-cut-off",
    severity=Severity.WARNING,
    scope=Scope.DOCUMENT,
    summary="引用的标题有“关于印发”，末尾缺“的通知”。",
    reason="引用标题要完整；只抄了一半，读者查不到这份文件，也会把通知和它印发的文件混为一谈。",
    source="党政机关公文处理工作条例 第二十条（四）；实务",
    examples=(
        Bad(("一、要求", "落实《云州市人民政府关于印发〈云州市科普规划〉》（云州政发〔2026〕9号）要求。")),
        Good(("一、要求", "落实《云州市人民政府关于印发〈云州市科普规划〉的通知》（云州政发〔2026〕9号）要求。")),
        Good(("一、要求", "落实《关于转发〈加强科普工作的若干意见〉的函》《关于公布科普基地名单的公告》。")),
    ),
)
def check(analysis: Analysis) -> Iterator[Finding]:
    """Look at the ends of such titles."""
    for citation in analysis.citations:
        if "【" not in citation.title and _ISSUES.search(citation.title) and not _WHOLE.search(citation.title):
            message = f"《{shorten(citation.title)}》是印发文件的标题，末尾缺“的通知”一类的文种。"
            yield Finding(citation.start, citation.end, message, block_id=citation.block_id)
