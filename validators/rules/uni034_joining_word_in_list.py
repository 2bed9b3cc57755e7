"""和 between two units of a list whose other units stand between enumeration commas."""

from collections.abc import Iterator
from dataclasses import replace
from itertools import pairwise

from templates.analysis import Analysis
from validators.diagnostic import Applicability, Severity
from validators.reading import as_class, blocks_by_id
from validators.rule import Bad, Finding, Good, Scope, edit, rule

_WORDS = ("和", "与", "及", "以及")

_HEAD = ("一、行动", "（一）甲行动", "牵头单位：县科协。责任单位：县教育局、县财政局、县民政局。", "（二）乙行动")


@rule(
    code="UNI034",
    name="joining-word-in-list",
    severity=Severity.HINT,
    scope=Scope.DOCUMENT,
    summary="责任单位名单里顿号与“和”混用。",
    reason="分工名单是供查对的清单，单位之间一律用顿号，才不会把“和”看成单位名称的一部分。",
    source="实务（任务分工）",
    fix_title="改为顿号",
    applicability=Applicability.UNSAFE,
    examples=(
        Bad(
            (*_HEAD, "牵头单位：县科协。责任单位：县教育局、县财政局和县民政局。"),
            (*_HEAD, "牵头单位：县科协。责任单位：县教育局、县财政局、县民政局。"),
        ),
        Good((*_HEAD, "牵头单位：县科协。责任单位：县人力资源和社会保障局、县财政局。")),
        Good((*_HEAD, "牵头单位：县科协。责任单位：县教育局和县财政局。")),
    ),
)
def check(analysis: Analysis) -> Iterator[Finding]:
    """Look between the units of each list; told once, with a fix for all."""
    found = []
    blocks = blocks_by_id(analysis)
    for assignment in analysis.assignments:
        for units in (assignment.lead, assignment.responsible):
            if len(units) < 3:
                continue
            for first, second in pairwise(units):
                between = blocks[first.block_id].text[first.end : second.start]
                if first.block_id == second.block_id and between.strip() in _WORDS:
                    at = Finding(
                        first.end, second.start, f"{first.text}{between}{second.text}", block_id=first.block_id
                    )
                    found.append(replace(at, edits=(edit(blocks[first.block_id], first.end, second.start, "、"),)))
    if found:
        yield from as_class(found, f"名单里的“{found[0].message}”用了“和”一类的字，其他单位之间是顿号。")
