"""A numbered heading with no second one beside it."""

from collections.abc import Iterator

from templates.analysis import Analysis
from validators.diagnostic import Severity
from validators.reading import all_sections, at_heading
from validators.rule import Bad, Finding, Good, Scope, rule


@rule(
    code="STR017",
    name="lone-numbered-heading",
    severity=Severity.HINT,
    scope=Scope.DOCUMENT,
    summary="只有一项却编了序号。",
    reason="有“（一）”就应有“（二）”；只有一项的并入上一层，或者检查是否漏了后面的内容。",
    source="实务",
    examples=(
        Bad(("一、总体要求", "（一）指导思想", "以科学精神为引领。", "二、组织实施")),
        Good(("一、总体要求", "（一）指导思想", "（二）工作目标", "二、组织实施")),
    ),
)
def check(analysis: Analysis) -> Iterator[Finding]:
    """Report a numbered only child."""
    for section in all_sections(analysis):
        if len(section.children) == 1 and section.children[0].parts.ordinal == 1:
            child = section.children[0]
            yield at_heading(child, f"“{section.title}”下面只有“{child.parts.number}{child.title}”一项。")
