"""Optional tasks that the plan neither has nor declares 不涉及."""

from collections.abc import Iterator

from templates.analysis import Analysis
from templates.document_kind import DIVIDED
from templates.requirement import Need
from validators.diagnostic import Severity
from validators.reading import at_heading
from validators.requirements import called, missing, nearest_section, superior, undivided
from validators.rule import Bad, Finding, Good, Scope, rule

_GROUP = (
    "一、提升行动",
    "（一）农民科学素质提升行动",
    "1.树立相信科学、和谐理性的思想观念。开展移风易俗宣传。",
    "2.实施高素质农民培育计划。培育高素质农民。",
    "3.实施乡村振兴科技支撑行动。推广科技小院。",
)
_PROJECTS = ("一、重点工程", "（一）科普信息化提升工程", "1.实施智慧科普建设工程。推进数字化。")


@rule(
    code="STR003",
    name="undecided-optional-task",
    severity=Severity.HINT,
    scope=Scope.DOCUMENT,
    kinds=DIVIDED,
    summary="有可选任务既没有写，也没有标为“不涉及”。",
    reason="多数县并不涉及这些任务，不写不算错；标明“不涉及”，审核的人就知道不是遗漏。",
    source="《全民科学素质行动规划纲要（2021—2035年）》；实务",
    examples=(
        Bad(_GROUP),
        Good(_GROUP, (("not_applicable", ("A2.4",)),)),
        Good(
            (
                "一、提升行动",
                "（一）青少年科学素质提升行动",
                _GROUP[1].replace("一）", "二）"),
                "（三）老年人科学素质提升行动",
            )
        ),
        Good(_PROJECTS, (("not_applicable", ("P2.2", "P5")),)),  # P5 stands for the tasks below it
    ),
)
def check(analysis: Analysis) -> Iterator[Finding]:
    """Report optional tasks once per group that lists its tasks; whole groups that are optional are not asked for."""
    asked: dict[str, tuple[Finding, list[str]]] = {}
    for requirement in missing(analysis, Need.OPTIONAL):
        section = nearest_section(analysis, requirement) if requirement.level == 3 else None
        if section is not None and section.block.id not in undivided(analysis):
            found, names = asked.setdefault(section.block.id, (at_heading(section, ""), []))
            names.append(called(requirement))
    for block_id, (found, names) in asked.items():
        message = f"{superior(analysis)}的{'、'.join(names)}没有写，如不涉及可以标明。"
        yield Finding(found.start, found.end, message, block_id=block_id)
