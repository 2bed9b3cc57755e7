"""One task of the superior that two or more headings of the plan share."""

from collections.abc import Iterator

from templates.analysis import Analysis
from templates.document_kind import PLANS
from validators.diagnostic import Related, Severity
from validators.reading import at_heading
from validators.requirements import called, sections_by_id, superior
from validators.rule import Bad, Finding, Good, Scope, rule

_TASK_PARTS = ("A", "P")
_TASK_LEVEL = 3
_HEAD = ("一、重点工程", "（一）科技资源科普化工程", "1.建立完善科技资源科普化机制。拓展功能。")


@rule(
    code="STR009",
    name="split-task",
    severity=Severity.HINT,
    scope=Scope.DOCUMENT,
    kinds=PLANS,
    summary="上级方案的一项任务拆成了几项。",
    reason="拆分是允许的，拆开的几项合起来要覆盖原来的内容，对账时也要一并列出。",
    source="上级方案；实务",
    examples=(
        Bad((*_HEAD, "2.弘扬科学家精神。讲好身边的科学家故事。", "3.提升科技工作者科普能力。办好科普讲师培训。")),
        Good((*_HEAD, "2.强化科技工作者的社会责任。讲好身边的科学家故事。")),
    ),
)
def check(analysis: Analysis) -> Iterator[Finding]:
    """Report each such task at the first of its headings."""
    sections = sections_by_id(analysis)
    for row in analysis.coverage.rows:
        if row.requirement.level != _TASK_LEVEL or not row.requirement.id.startswith(_TASK_PARTS):
            continue
        parts = [sections[name] for name in row.block_ids if name in sections and sections[name].level == _TASK_LEVEL]
        if len(parts) > 1:
            titles = "".join(f"“{one.title}”" for one in parts)
            message = f"{titles}合起来对应{superior(analysis)}的{called(row.requirement)}，请核对有没有遗漏。"
            finding = at_heading(parts[0], message)
            related = tuple(Related(one.block.id, one.title) for one in parts[1:])
            yield Finding(finding.start, finding.end, message, block_id=finding.block_id, related=related)
