"""A plan or outline cited by its own name with the 发文字号 of the notice that issued it."""

import re
from collections.abc import Iterator

from templates.analysis import Analysis
from validators.diagnostic import Severity
from validators.patterns import shorten
from validators.rule import Bad, Finding, Good, Scope, rule

_ISSUED = re.compile(r"(?:规划|纲要|方案|计划|要点|办法)(?:（[^（）]{1,20}）)?$")


@rule(
    code="REF021",
    name="cited-without-its-notice",
    severity=Severity.HINT,
    scope=Scope.DOCUMENT,
    summary="规划、方案带着印发通知的文号引用，没有写通知的标题。",
    reason="文号是印发通知的；有人主张写全“关于印发〈……〉的通知”，多数方案直接写规划名加文号。两种都通行，默认不查。",
    source="实务（有争议，默认关闭）",
    enabled=False,
    examples=(
        Bad(("一、要求", "落实《云州市科普规划》（云州政发〔2026〕9号）要求。")),
        Good(("一、要求", "落实《云州市人民政府关于印发〈云州市科普规划〉的通知》（云州政发〔2026〕9号）要求。")),
        Good(("一、要求", "落实《云州市科普规划》要求。")),
    ),
)
def check(analysis: Analysis) -> Iterator[Finding]:
    """Find a citation with a number whose title is that of what a notice issues."""
    for citation in analysis.citations:
        if citation.doc_number and citation.number_start > citation.start and _ISSUED.search(citation.title):
            message = f"{citation.doc_number}是印发通知的文号，《{shorten(citation.title)}》是通知印发的文件。"
            yield Finding(citation.start, citation.number_end, message, block_id=citation.block_id)
