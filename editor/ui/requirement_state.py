"""How far each requirement of the template is answered, from coverage and findings; no Qt, so that all views agree."""

from collections.abc import Iterable, Sequence
from dataclasses import dataclass, replace
from enum import StrEnum
from itertools import accumulate

from editor.model.outline import walk
from templates.analysis import Analysis
from templates.coverage import Row, Status
from templates.requirement import Need, Requirement
from validators.diagnostic import Diagnostic

# Rules whose findings mean "begun, not finished": placeholder left, no text, nobody named where the plan names units.
UNFINISHED = frozenset({"placeholder-left", "heading-without-content", "task-without-unit"})


class Mark(StrEnum):
    """What the outline shows beside a requirement or a heading."""

    FULFILLED = "fulfilled"
    INCOMPLETE = "incomplete"
    MISSING = "missing"  # 必备
    SUGGESTED = "suggested"  # 建议, not there
    ABSENT = "absent"  # optional, or below something the plan need not have
    NOT_APPLICABLE = "not-applicable"  # declared 不涉及
    EXTRA = "extra"  # a heading of the plan's own


MARK_WORDS = {
    Mark.FULFILLED: "已写",
    Mark.INCOMPLETE: "待补",
    Mark.MISSING: "缺少",
    Mark.SUGGESTED: "建议，未写",
    Mark.ABSENT: "可选，未写",
    Mark.NOT_APPLICABLE: "不涉及",
    Mark.EXTRA: "本方案自有标题",
}


@dataclass(frozen=True, slots=True)
class RequirementState:
    """A requirement, how far it is answered, by which headings, and the number of findings under them."""

    requirement: Requirement
    mark: Mark
    block_ids: tuple[str, ...]  # headings that answer to it; those below it where it has none of its own
    headings: tuple[str, ...]  # its own among them
    problems: int


def findings_under(analysis: Analysis, diagnostics: Iterable[Diagnostic]) -> dict[str, int]:
    """Return for each heading the number of findings from it to the end of its section."""
    index = {block.id: position for position, block in enumerate(analysis.document.blocks)}
    counts = [0] * len(index)
    for diagnostic in diagnostics:
        if diagnostic.range is not None and diagnostic.range.block_id in index:
            counts[index[diagnostic.range.block_id]] += 1
    sums = [0, *accumulate(counts)]
    return {section.block.id: sums[section.end] - sums[section.start] for section in walk(analysis.sections)}


def requirement_states(analysis: Analysis, diagnostics: Sequence[Diagnostic]) -> tuple[RequirementState, ...]:
    """Return the state of every requirement in the template's order; empty for a document without a template."""
    if analysis.template is None:
        return ()
    problems = findings_under(analysis, diagnostics)
    unfinished = findings_under(analysis, (one for one in diagnostics if one.name in UNFINISHED))
    declared = frozenset(analysis.document.metadata.not_applicable)
    states = []
    for row in analysis.coverage.rows:
        name = row.requirement.id
        headings = tuple(i for i in row.block_ids if name in analysis.coverage.requirements_of(i))
        left = sum(unfinished[block_id] for block_id in row.block_ids)
        count = sum(problems[block_id] for block_id in row.block_ids)
        states.append(RequirementState(row.requirement, _mark(row, left, declared), row.block_ids, headings, count))
    return _with_what_is_below(states)


def _with_what_is_below(states: Sequence[RequirementState]) -> tuple[RequirementState, ...]:
    """Return the states, with what holds a required requirement that is not done no longer done itself."""
    kept: list[RequirementState] = []
    open_parents: set[str] = set()
    for state in reversed(states):  # children stand behind their parents
        if state.requirement.id in open_parents and state.mark is Mark.FULFILLED:
            state = replace(state, mark=Mark.INCOMPLETE)
        if state.requirement.need is Need.REQUIRED and state.mark in (Mark.MISSING, Mark.INCOMPLETE):
            open_parents.add(state.requirement.parent or "")
        kept.append(state)
    return tuple(reversed(kept))


def _mark(row: Row, left: int, declared: frozenset[str]) -> Mark:
    if row.block_ids:
        return Mark.INCOMPLETE if left else Mark.FULFILLED
    if row.requirement.id in declared:
        return Mark.NOT_APPLICABLE
    if row.status is not Status.MISSING:
        return Mark.ABSENT
    return Mark.MISSING if row.requirement.need is Need.REQUIRED else Mark.SUGGESTED


def progress(states: Iterable[RequirementState]) -> tuple[int, int]:
    """Return how many of the 必备 requirements are fulfilled, and of how many; those 不涉及 do not count."""
    needless = (Mark.ABSENT, Mark.NOT_APPLICABLE)
    counted = [one for one in states if one.requirement.need is Need.REQUIRED and one.mark not in needless]
    return sum(state.mark is Mark.FULFILLED for state in counted), len(counted)


def progress_text(done: int, total: int) -> str:
    """Return the progress as the outline and the status bar print it."""
    if not total:
        return "没有模板要求"
    return f"必备 {done}/{total}" + (f" · 待补 {total - done}" if done < total else " · 已齐")
