"""Recommended tasks of the template that the plan does not have."""

from collections.abc import Iterator
from dataclasses import replace

from templates.analysis import Analysis
from templates.requirement import Need, Requirement
from validators.diagnostic import Severity
from validators.reading import at_heading
from validators.requirements import called, has_layer, missing, nearest_section, superior
from validators.rule import Bad, Finding, Good, Scope, rule

_GROUP = (
    "一、提升行动",
    "（一）老年人科学素质提升行动",
    "1.实施智慧助老行动。普及智能技术运用。",
    "2.加强老年人健康科普服务。开展健康讲座。",
    "3.实施银龄科普行动。发挥老专家作用。",
)


@rule(
    code="STR002",
    name="missing-recommended-task",
    severity=Severity.HINT,
    scope=Scope.DOCUMENT,
    summary="缺少上级方案列出的任务。",
    reason="任务可以改名、合并或者移到同一行动的别处，但内容不宜缺；只对照国家纲要时仅作提示，选定省级方案后按省级方案提醒。",
    source="上级方案；《全民科学素质行动规划纲要（2021—2035年）》",
    examples=(Bad(_GROUP[:-1]), Good(_GROUP)),
)
def check(analysis: Analysis) -> Iterator[Finding]:
    """Report what is missing once per heading under which it belongs."""
    by_place: dict[str, list[Requirement]] = {}
    places = {}
    for requirement in missing(analysis, Need.RECOMMENDED):
        section = nearest_section(analysis, requirement)
        key = section.block.id if section else ""
        places[key] = section
        by_place.setdefault(key, []).append(requirement)
    for key, requirements in by_place.items():
        section = places[key]
        names = "、".join(called(requirement) for requirement in requirements)
        message = f"没有找到{superior(analysis)}列出的{names}。"
        found = Finding(0, 0, message) if section is None else at_heading(section, message)
        # A part that the plan does not have at all is not reproached task by task.
        if section is not None or any(requirement.level == 1 for requirement in requirements):
            yield replace(found, severity=Severity.WARNING if has_layer(analysis) else Severity.HINT)
