"""What there is to say about one requirement of a plan: open questions, the superior's words, what is missing."""

from collections.abc import Sequence
from dataclasses import dataclass

from editor.model.outline import walk
from editor.superior_gaps import gaps
from templates.analysis import Analysis
from templates.coverage import Status
from templates.passages import Passage, passages
from templates.questions import Answer, answers
from templates.requirement import Requirement, Template


@dataclass(frozen=True, slots=True)
class Guidance:
    """One requirement as the plan stands now; `superior` is whose plan was chosen, empty where none was."""

    requirement: Requirement
    missing: tuple[Requirement, ...]  # itself, or what belongs below and beside it
    answers: tuple[Answer, ...]
    superior: str
    passages: tuple[Passage, ...]  # the superior's
    gaps: tuple[str, ...]  # what those hold and ours lack


def guidance_for(analysis: Analysis, requirement_id: str) -> Guidance:
    """Return the guidance for a requirement of the plan's template; raises KeyError for an unknown one.

    The plan must have a template.
    """
    template = analysis.template
    if template is None:
        raise KeyError(requirement_id)
    requirement = template.requirement(requirement_id)
    superior = analysis.superior
    theirs = superior.passages(requirement_id) if superior is not None else ()
    ours = passages(analysis.document, analysis.sections, analysis.coverage, requirement_id) if theirs else ()
    return Guidance(
        requirement,
        _missing_near(analysis, template, requirement),
        answers(requirement, _texts(analysis, requirement_id)),
        superior.name if superior is not None else "",
        theirs,
        gaps(analysis, superior, theirs, ours) if superior is not None else (),
    )


def _texts(analysis: Analysis, requirement_id: str) -> Sequence[str]:
    """Return all that the plan says under the headings that answer to a requirement."""
    coverage, blocks = analysis.coverage, analysis.document.blocks
    found = (one for one in walk(analysis.sections) if requirement_id in coverage.requirements_of(one.block.id))
    places = {at for section in found for at in range(section.start, section.end)}
    return [blocks[at].text for at in sorted(places)]


def _missing_near(analysis: Analysis, template: Template, requirement: Requirement) -> tuple[Requirement, ...]:
    """Return what is missing here: the requirement itself, or what belongs below it and beside it."""
    coverage = analysis.coverage
    if not coverage.row(requirement.id).block_ids:
        return (requirement,)
    near = (*template.children(requirement.id), *(template.children(requirement.parent) if requirement.parent else ()))
    return tuple(one for one in near if coverage.row(one.id).status is Status.MISSING)
