"""One heading that answers to several tasks of the template."""

from collections.abc import Iterator

from templates.analysis import Analysis
from templates.coverage import Status
from templates.document_kind import PLANS
from validators.diagnostic import Severity
from validators.reading import at_heading
from validators.requirements import called, sections_by_id
from validators.rule import Bad, Finding, Good, Scope, rule


@rule(
    code="STR004",
    name="merged-task",
    severity=Severity.HINT,
    scope=Scope.DOCUMENT,
    kinds=PLANS,
    summary="一项任务合并了上级方案的几项任务。",
    reason="合并是允许的，但合并后每项任务的内容、指标和责任单位都要看得出来。",
    source="上级方案；实务",
    examples=(
        Bad(
            (
                "一、重点工程",
                "（一）基层科普能力提升工程",
                "1.建立应急科普宣教协同机制。开展应急科普。",
                "2.加强基层科普服务体系和专职科普队伍建设。以新时代文明实践中心为阵地。",
            )
        ),
        Good(
            (
                "一、重点工程",
                "（一）基层科普能力提升工程",
                "1.建立应急科普宣教协同机制。开展应急科普。",
                "2.健全基层科普服务体系。以新时代文明实践中心为阵地。",
                "3.加强专职科普队伍建设。鼓励设立科普岗位。",
            )
        ),
    ),
)
def check(analysis: Analysis) -> Iterator[Finding]:
    """Report level-3 headings that share their requirements."""
    coverage = analysis.coverage
    sections = sections_by_id(analysis)
    shared: dict[str, list[str]] = {}
    for row in coverage.rows:
        if row.status is Status.MERGED and row.requirement.level == 3:
            for block_id in row.block_ids:
                shared.setdefault(block_id, []).append(called(row.requirement))
    for block_id, names in shared.items():
        section = sections.get(block_id)
        if section is not None and section.level >= 3 and len(names) > 1:
            yield at_heading(section, f"“{section.title}”合并了{'和'.join(names)}，各项内容都要写到。")
