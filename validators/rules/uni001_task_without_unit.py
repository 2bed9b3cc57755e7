"""A task or group for which no unit answers, in a plan that assigns units."""

import re
from collections.abc import Iterator

from editor.model.outline import Section
from templates.analysis import Analysis
from templates.document_kind import WITH_TASKS
from validators.diagnostic import Severity
from validators.reading import at_heading
from validators.rule import Bad, Finding, Good, Scope, rule

_SHARE = 2  # a part has the habit of assigning when at least one of two groups in it is assigned
_SAID = re.compile(r"[局委办部协会联社队院]牵头")
_TASK_PARTS = ("A", "P")  # 提升行动, 重点工程: where units belong even if this part has none yet

_HEAD = ("一、提升行动", "（一）青少年科学素质提升行动")
_LINE = "牵头单位：县教育局。责任单位：县科协。"


def _is_assigned(analysis: Analysis, section: Section) -> bool:
    return any(analysis.by_heading.get(one.block.id) for one in section.walk())


def _has_habit(analysis: Analysis, part: Section) -> bool:
    assigned = sum(_is_assigned(analysis, child) for child in part.children)
    return bool(analysis.by_heading.get(part.block.id)) or (assigned > 0 and assigned * _SHARE >= len(part.children))


def _is_task_part(analysis: Analysis, part: Section) -> bool:
    return any(name in _TASK_PARTS for name in analysis.coverage.requirements_of(part.block.id))


def _is_said(analysis: Analysis, section: Section) -> bool:
    """Return whether the text itself says who leads, in a form that is read as no assignment."""
    return any(_SAID.search(block.text) for block in analysis.document.blocks[section.start : section.end])


def _bare(analysis: Analysis, section: Section) -> Iterator[Section]:
    """Yield the topmost sections without units; what is assigned to a section covers all below it."""
    if analysis.by_heading.get(section.block.id):
        return
    if not _is_assigned(analysis, section):
        yield section
        return
    for child in section.children:
        yield from _bare(analysis, child)


@rule(
    code="UNI001",
    name="task-without-unit",
    severity=Severity.WARNING,
    scope=Scope.DOCUMENT,
    kinds=WITH_TASKS,
    summary="其他任务都有责任单位，这一项没有。",
    reason="没有责任单位的任务无人落实；全文都不写分工的方案不在此列。",
    source="实务（任务分工）",
    examples=(
        Bad((*_HEAD, "加强科学教育。", _LINE, "（二）农民科学素质提升行动", "培育高素质农民。")),
        Bad((*_HEAD, "1.科学教育。上好课。（县教育局、县科协按职责分工负责）", "2.教师培训。每年培训。")),
        Good((*_HEAD, "1.科学教育。上好课。", "2.教师培训。每年培训。", _LINE)),
        Good((*_HEAD, "加强科学教育。", _LINE, "二、组织实施", "（一）加强领导。落实责任。")),
        Good((*_HEAD, "1.科学教育。上好课。", "2.教师培训。每年培训。")),
        Good((*_HEAD, "加强科学教育。", _LINE, "（二）农民科学素质提升行动", "培育农民。此项由县农业农村局牵头抓好。")),
    ),
)
def check(analysis: Analysis) -> Iterator[Finding]:
    """Look at the parts that assign, and at those whose template asks for tasks."""
    if not any(_has_habit(analysis, part) for part in analysis.sections):
        return
    for part in analysis.sections:
        if _has_habit(analysis, part) or (_is_task_part(analysis, part) and part.children):
            for section in _bare(analysis, part):
                if not _is_said(analysis, section):
                    yield at_heading(section, f"“{section.title}”没有写明牵头单位或责任单位。")
