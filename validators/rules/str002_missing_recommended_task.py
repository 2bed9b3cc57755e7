"""Recommended tasks of the template that the plan does not have."""

from collections.abc import Iterator
from dataclasses import replace

from editor.model.outline import Section
from templates.analysis import Analysis
from templates.document_kind import DIVIDED
from templates.requirement import Need, Requirement
from validators.diagnostic import Severity
from validators.reading import as_class, at_heading
from validators.requirements import called, has_layer, missing, nearest_section, superior, undivided
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
    kinds=DIVIDED,
    summary="缺少上级方案列出的任务。",
    reason="任务可以改名、合并或者移到同一行动的别处，但内容不宜缺；只对照国家纲要时仅作提示，选定省级方案后按省级方案提醒。",
    source="上级方案；《全民科学素质行动规划纲要（2021—2035年）》",
    examples=(
        Bad(_GROUP[:-1]),
        Bad(
            (
                "一、提升行动",
                "（一）青少年科学素质提升行动",
                "（二）农民科学素质提升行动",
                "（三）老年人科学素质提升行动",
            )
        ),
        Good(_GROUP),
    ),
)
def check(analysis: Analysis) -> Iterator[Finding]:
    """Report what is missing once per heading under which it belongs; a plan that lists no tasks is told so once."""
    severity = Severity.WARNING if has_layer(analysis) else Severity.HINT
    whole = []
    for section, requirements in _by_place(analysis):
        names = "、".join(called(requirement) for requirement in requirements)
        message = f"没有找到{superior(analysis)}列出的{names}。"
        # A part that the plan does not have at all is not reproached task by task.
        if section is None and any(requirement.level == 1 for requirement in requirements):
            yield Finding(0, 0, message, severity=severity)
        elif section is not None:
            found = replace(at_heading(section, message), severity=severity)
            if section.block.id not in undivided(analysis):
                yield found
            else:
                whole.append(found)
    message = f"有{len(whole)}项行动或工程没有分列任务，{superior(analysis)}列出的任务不全，请逐项对照。"
    yield from as_class(whole, message)


def _by_place(analysis: Analysis) -> Iterator[tuple[Section | None, list[Requirement]]]:
    found: dict[str, tuple[Section | None, list[Requirement]]] = {}
    for requirement in missing(analysis, Need.RECOMMENDED):
        section = nearest_section(analysis, requirement)
        found.setdefault(section.block.id if section else "", (section, []))[1].append(requirement)
    yield from found.values()
