"""What rules about the template share: what is missing, where it belongs, and how a sentence may call it."""

from collections.abc import Iterator
from functools import lru_cache

from editor.model.outline import Section
from templates.analysis import Analysis
from templates.coverage import Coverage, Row, Status
from templates.document_kind import SEVERAL_GROUPS, DocumentKind, group_count
from templates.requirement import Need, Requirement
from validators.patterns import quoted
from validators.reading import all_sections

_TASKS = {"G": "原则", "A": "任务", "P": "任务"}  # what stands on level 3 of a part, by the first letter of its id
_TASK_PARTS = ("A", "P")
_MANY = 3


def missing(analysis: Analysis, need: Need) -> Iterator[Requirement]:
    """Yield what is missing with this need, the topmost of every missing branch; nothing declared 不涉及.

    A 任务分工方案 divides another plan's tasks: aims and safeguards stand in that plan. With a few actions only, it
    divides a part of them and owes no others.
    """
    coverage = analysis.coverage
    division = analysis.kind is DocumentKind.DIVISION
    if division and group_count(coverage) < SEVERAL_GROUPS:
        return
    for row in coverage.rows:
        requirement = row.requirement
        if (
            requirement.need is need
            and (not division or requirement.id.startswith(_TASK_PARTS))
            and _is_absent(analysis, row)
            and not _is_spoken_for(analysis, coverage, requirement)
            and not _is_in_one_text(analysis, requirement)
        ):
            yield requirement


def _is_absent(analysis: Analysis, row: Row) -> bool:
    """Return whether nothing answers to it; the coverage itself never asks for what is optional."""
    if row.requirement.need is Need.OPTIONAL:
        return not row.block_ids and not _is_declared(analysis, row.requirement)
    return row.status is Status.MISSING


def _is_declared(analysis: Analysis, requirement: Requirement | None) -> bool:
    """Return whether the plan declares a requirement, or something above it, as not concerning the place (不涉及)."""
    while requirement is not None:
        if requirement.id in analysis.document.metadata.not_applicable:
            return True
        above = requirement.parent
        requirement = analysis.coverage.row(above).requirement if above is not None else None
    return False


def _is_spoken_for(analysis: Analysis, coverage: Coverage, requirement: Requirement) -> bool:
    """Return whether another finding covers it: one above it is reported, or something below it is there."""
    above = requirement.parent
    while above is not None:
        row = coverage.row(above)
        if _is_absent(analysis, row) and _weight(row.requirement) <= _weight(requirement):
            return True
        if row.status is Status.NOT_REQUIRED and not row.block_ids and row.requirement.need is not Need.OPTIONAL:
            return True
        above = row.requirement.parent
    return any(row.block_ids for row in coverage.rows if _is_below(coverage, row.requirement, requirement.id))


def _is_in_one_text(analysis: Analysis, requirement: Requirement) -> bool:
    """Return whether a part without headings of its own names it: 一、指导思想、原则和目标 and a paragraph."""
    section = undivided_part(analysis, requirement)
    if section is None:
        return False
    blocks = analysis.document.blocks[section.start : section.end]
    text = "".join(block.text for block in blocks)
    return any(name in text for name in (requirement.name, *requirement.synonyms))


def undivided_part(analysis: Analysis, requirement: Requirement) -> Section | None:
    """Return the heading right above a missing requirement if it has a text, but no headings of its own."""
    ids = analysis.coverage.row(requirement.parent).block_ids if requirement.parent is not None else ()
    section = sections_by_id(analysis).get(ids[0]) if len(ids) == 1 else None
    written = section is not None and (section.end > section.start + 1 or section.parts.run_in)
    return section if section is not None and written and not section.children else None


def _weight(requirement: Requirement) -> int:
    return (Need.REQUIRED, Need.RECOMMENDED, Need.OPTIONAL).index(requirement.need)


def _is_below(coverage: Coverage, requirement: Requirement, above: str) -> bool:
    while requirement.parent is not None:
        if requirement.parent == above:
            return True
        requirement = coverage.row(requirement.parent).requirement
    return False


@lru_cache(maxsize=2)
def sections_by_id(analysis: Analysis) -> dict[str, Section]:
    """Return the headings of the plan by block id."""
    return {section.block.id: section for section in all_sections(analysis)}


def nearest_section(analysis: Analysis, requirement: Requirement) -> Section | None:
    """Return the heading under which a missing requirement belongs, None if not even its part is there.

    A heading that answers to something above only by what its text says is passed over: it is no place to add to.
    """
    coverage = analysis.coverage
    sections = sections_by_id(analysis)
    above = requirement.parent
    while above is not None:
        row = coverage.row(above)
        section = sections.get(row.block_ids[0]) if row.block_ids else None
        if section is not None and (row.requirement.level == 1 or is_called(section, row)):
            return section
        above = row.requirement.parent
    return None


@lru_cache(maxsize=2)
def undivided(analysis: Analysis) -> frozenset[str]:
    """Return the headings of the actions and projects without tasks, if a plan has many: it is written that way."""
    coverage = analysis.coverage
    groups = [row for row in coverage.rows if row.requirement.level == 2 and row.requirement.id.startswith(_TASK_PARTS)]
    sections = sections_by_id(analysis)
    found = {name for row in groups for name in row.block_ids if name in sections and not sections[name].children}
    return frozenset(found) if len(found) >= _MANY else frozenset()


def is_called(section: Section, row: Row) -> bool:
    """Return whether a heading bears the requirement's name, nearly so, or one of its synonyms."""
    return row.status in (Status.SAME, Status.NEAR) or any(form in section.title for form in row.requirement.synonyms)


def called(requirement: Requirement) -> str:
    """Return the name as a sentence may print it; a name nobody has seen in print is not quoted as the superior's."""
    kind = {1: "部分", 2: "内容"}.get(requirement.level) or _TASKS.get(requirement.id[0], "内容")
    name = f"“{quoted(requirement.name)}”"
    if not requirement.verified:
        return f"{name}一类的{kind}"
    speaks = requirement.level == 2 and requirement.name.endswith(("行动", "工程"))
    return name if speaks else f"{name}{kind}"


def superior(analysis: Analysis) -> str:
    """Return whose requirements the plan is held against: the nearest layer known, else the nation."""
    template = analysis.template
    return template.layer_names[-1] if template is not None and template.layer_names else "国家纲要"


def has_layer(analysis: Analysis) -> bool:
    """Return whether a province's or city's layer is known; the nation alone only gives hints."""
    return analysis.template is not None and bool(analysis.template.layers)
