"""An action in whose lists the unit that usually leads it does not appear."""

from collections.abc import Iterator

from editor.model.outline import Section
from templates.analysis import Analysis
from templates.document_kind import WITH_TASKS
from templates.facts import duties
from validators.diagnostic import Severity
from validators.plan_date import plan_date
from validators.reading import at_heading
from validators.requirements import sections_by_id
from validators.rule import Bad, Finding, Good, Scope, rule

_ACTIONS = "A"  # 提升行动: each is for a group of people that has its own office; projects vary too much
_GENERAL = "coordination-science"  # 科协 takes part in nearly everything

_HEAD = ("一、提升行动", "（一）产业工人科学素质提升行动", "1.弘扬工匠精神。办好竞赛。（县教育局、县科协负责）")


def _functions(analysis: Analysis, section: Section) -> set[str]:
    """Return the office functions of all units that stand in the assignments of a section."""
    names = {
        mention.text
        for one in section.walk()
        for assignment in analysis.by_heading.get(one.block.id, ())
        for mention in (*assignment.lead, *assignment.responsible)
    }
    known = (analysis.register.find(name) for name in names)
    return {function for found in known if found is not None for function in found.unit.functions}


def _came_later(analysis: Analysis, lead: str, title: str) -> bool:
    """Return whether the work came to this office only after the plan's date."""
    signed = plan_date(analysis.document.metadata)
    moved = [one for one in duties() if one.now == lead and any(word in title for word in one.words)]
    return signed is not None and any(not signed.is_after(one.effective) for one in moved)


@rule(
    code="UNI016",
    name="usual-unit-absent",
    severity=Severity.HINT,
    scope=Scope.DOCUMENT,
    kinds=WITH_TASKS,
    summary="某项行动的分工里没有通常负责的单位。",
    reason="例如产业工人行动通常有工会参加；国家没有规定到县级单位，只供核对是否遗漏。",
    source="实务（任务分工）",
    examples=(
        Bad(_HEAD),
        Good((*_HEAD[:2], "1.弘扬工匠精神。办好竞赛。（县总工会、县人力资源社会保障局、县科协负责）")),
        Good((*_HEAD[:2], "1.弘扬工匠精神。办好竞赛。")),
        Good(
            ("一、提升行动", "（一）老年人科学素质提升行动", "1.助老。办好课程。（县卫生健康局负责）"),
            (("signature_date", "2022-03-02"),),
        ),
    ),
)
def check(analysis: Analysis) -> Iterator[Finding]:
    """Compare the functions of the units named with the usual leads of the template."""
    sections = sections_by_id(analysis)
    for row in analysis.coverage.rows:
        requirement = row.requirement
        section = sections.get(row.block_ids[0]) if len(row.block_ids) == 1 else None
        if requirement.parent != _ACTIONS or section is None:
            continue
        held = _functions(analysis, section)
        leads = [lead for lead in requirement.leads if lead not in (*held, _GENERAL)]
        absent = [lead for lead in leads if not _came_later(analysis, lead, section.title)] if held else []
        usual = [units[0].short for lead in absent if (units := analysis.register.by_function((lead,)))]
        if usual:
            yield at_heading(section, f"“{section.title}”的分工里没有通常参加的{'、'.join(usual)}。")
