"""A task that bears the name of the action it stands under: 提升产业工人科学素质 in 产业工人科学素质提升行动."""

from collections.abc import Iterator

from templates.analysis import Analysis
from templates.matching import core
from validators.diagnostic import Related, Severity
from validators.reading import all_sections, at_heading
from validators.rule import Bad, Finding, Good, Scope, rule

_REST = ("", "提升", "提升行动", "行动", "提升工程", "工程", "建设工程", "建设")
_SHORTEST = 4  # characters of a name without its leading verbs

_HEAD = ("一、提升行动", "（一）产业工人科学素质提升行动", "1.实施职业技能提升行动。开展培训。")


@rule(
    code="STR040",
    name="task-named-like-its-group",
    severity=Severity.HINT,
    scope=Scope.DOCUMENT,
    summary="任务的名称与它所在的行动、工程相同。",
    reason="任务和整项行动同名，从名称看不出具体做什么，分工和考核时容易把一项任务当成整项行动。",
    source="实务",
    examples=(
        Bad((*_HEAD, "2.提升产业工人科学素质。发挥企业家作用。")),
        Good((*_HEAD, "2.发挥企业家示范引领作用。弘扬企业家精神。")),
        Good((*_HEAD, "2.提升产业工人科学素质和数字技能。发挥企业家作用。")),
    ),
)
def check(analysis: Analysis) -> Iterator[Finding]:
    """Compare each group's name with those directly under it, leading verbs apart."""
    for group in all_sections(analysis):
        if group.level != 2 or not group.children:
            continue
        whole = core(group.title)
        for task in group.children:
            name = core(task.title)
            if len(name) >= _SHORTEST and whole.startswith(name) and whole[len(name) :] in _REST:
                found = f"任务“{task.title}”与所在的“{group.title}”同名，看不出具体做什么。"
                related = (Related(group.block.id, group.title),)
                at = at_heading(task, found)
                yield Finding(at.start, at.end, found, block_id=task.block.id, related=related)
