"""A list of one or two units that ends in 等部门: who else is meant cannot be counted."""

import re
from collections.abc import Iterator

from templates.analysis import Analysis
from validators.diagnostic import Severity
from validators.reading import blocks_by_id
from validators.rule import Bad, Finding, Good, Scope, rule

_OTHERS = re.compile(
    r"等(?:[一二三四五六七八九十0-9]{1,2}[个家])?(?:各?有关|各?相关|多个)?(?:部门|单位|部门和单位|单位和部门)"
)
_FEW = 2  # a longer list has named those that matter; 等有关单位 after it only leaves the door open

_HEAD = ("一、行动", "1.甲任务。做好工作。（县科协、县教育局、县财政局负责）")


@rule(
    code="UNI033",
    name="uncounted-departments",
    severity=Severity.HINT,
    scope=Scope.DOCUMENT,
    summary="责任单位只列一两家，后面用“等部门”带过。",
    reason="“县教育局等部门”数不出还有谁，没有点到名的单位不会认领；宜把责任单位列全。",
    source="实务（任务分工）",
    examples=(
        Bad((*_HEAD, "2.乙任务。做好工作。（县教育局等部门按职责分工负责）")),
        Bad((*_HEAD, "2.乙任务。做好工作。（县教育局、县科协等有关单位按职责分工负责）")),
        Good((*_HEAD, "2.乙任务。做好工作。（县教育局、县科协、县财政局等有关单位按职责分工负责）")),
        Good((*_HEAD, "2.乙任务。联合教育等部门开展活动。（县教育局、县科协按职责分工负责）")),
    ),
)
def check(analysis: Analysis) -> Iterator[Finding]:
    """Look behind the last unit of each short list."""
    blocks = blocks_by_id(analysis)
    for assignment in analysis.assignments:
        units = (*assignment.lead, *assignment.responsible)
        if not 0 < len(units) <= _FEW:
            continue
        last = units[-1]
        text = blocks[last.block_id].text
        # 等部门 may have been read as part of the last name or stand right behind it.
        match = _OTHERS.search(text, last.start, last.end + 12)
        if match and match.start() <= last.end:
            name = text[last.start : match.start()]
            message = f"“{name}{match.group()}”没有列全责任单位，数不出还有哪几家。"
            yield Finding(last.start, match.end(), message, block_id=last.block_id)
