"""What the nation's outline has and the nearest layer leaves out, and the plan too."""

from collections.abc import Iterator
from functools import lru_cache

from editor.model.outline import Section
from templates.analysis import Analysis
from templates.document_kind import PLANS
from templates.requirement import Need, Requirement, Template
from templates.template import load
from validators.diagnostic import Severity
from validators.reading import at_heading
from validators.requirements import called, nearest_section, sections_by_id, superior
from validators.rule import Bad, Finding, Good, Scope, rule

_PLAN = ("一、指导思想和工作目标", "（一）指导思想。以科学精神为引领。", "（二）工作目标。到2030年明显提升。")


@lru_cache(maxsize=16)
def _left_out(template: Template) -> tuple[Requirement, ...]:
    """Return the topmost requirements of the nation that the layers of a template dropped."""
    kept = {requirement.id for requirement in template.requirements}
    dropped = [one for one in load(template.id).requirements if one.id not in kept]
    ids = {one.id for one in dropped}
    return tuple(one for one in dropped if one.parent not in ids and (one.level < 3 or one.need is not Need.OPTIONAL))


@rule(
    code="STR007",
    name="missing-national-part",
    severity=Severity.HINT,
    scope=Scope.DOCUMENT,
    kinds=PLANS,
    summary="国家纲要有、上级方案没有的部分，本级方案也没有。",
    reason="以最近一级的方案为准，上级没有的可以不写；列出来供对照国家纲要时参考。",
    source="《全民科学素质行动规划纲要（2021—2035年）》",
    examples=(
        Bad(_PLAN, metadata=(("layers", ("chongqing",)),)),
        Good((*_PLAN, "（三）基本原则。坚持协同推进。"), (("layers", ("chongqing",)),)),
        Good(_PLAN),
    ),
)
def check(analysis: Analysis) -> Iterator[Finding]:
    """Look for headings that bear the names or synonyms; hint once at each heading under which some would stand."""
    if analysis.template is None or not analysis.template.layers:
        return
    titles = [section.title for section in sections_by_id(analysis).values()]
    places: dict[str, tuple[Section, list[str]]] = {}
    for requirement in _left_out(analysis.template):
        forms = (requirement.name, *requirement.synonyms)
        section = nearest_section(analysis, requirement)
        if section is not None and not any(form in title for form in forms for title in titles):
            places.setdefault(section.block.id, (section, []))[1].append(called(requirement))
    for section, names in places.values():
        message = f"国家纲要有{'、'.join(names)}，{superior(analysis)}的方案没有，本方案也没有写。"
        yield at_heading(section, message)
