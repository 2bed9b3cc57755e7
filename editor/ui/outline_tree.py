"""The rows of the outline: the template's requirements with the plan's headings in their places; no Qt."""

from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass

from editor.model.outline import HeadingParts, Section, walk
from editor.ui.requirement_state import MARK_WORDS, Mark, RequirementState
from templates.analysis import Analysis
from templates.requirement import Need

NEED_WORDS = {Need.REQUIRED: "必备", Need.RECOMMENDED: "建议", Need.OPTIONAL: "可选"}


@dataclass(frozen=True, slots=True)
class Row:
    """One line of the outline; `requirement_id` or `block_id` is empty where it stands for one of the two only."""

    key: str
    depth: int  # 0 at the top; a row stands below the last one before it with a smaller depth
    title: str
    printed: bool  # whether the title stands in the plan; else it is the template's name
    mark: Mark
    problems: int
    block_id: str
    requirement_id: str
    about: str  # what it is, in one or two sentences


def heading_title(parts: HeadingParts) -> str:
    """Return a heading as the outline prints it: number and title, without run-in text."""
    return f"{parts.number}{parts.mark}{parts.title}" if parts.title else "（空标题）"


def template_tree(
    analysis: Analysis, states: Sequence[RequirementState], problems: Mapping[str, int]
) -> tuple[Row, ...]:
    """Return requirements in the template's order, the plan's other headings behind the heading they follow."""
    return _TemplateTree(analysis, states, problems).rows()


def heading_tree(
    sections: Sequence[Section], states: Sequence[RequirementState], problems: Mapping[str, int]
) -> tuple[Row, ...]:
    """Return the headings as they stand (文稿目录), each with the mark of the requirement it answers to."""
    answered: dict[str, RequirementState] = {}
    for state in sorted(states, key=lambda one: one.mark is Mark.INCOMPLETE):  # the last one wins: the worst
        answered.update(dict.fromkeys(state.headings, state))
    return tuple(_heading_rows(sections, 0, answered, problems))


def _heading_rows(
    sections: Sequence[Section], depth: int, answered: Mapping[str, RequirementState], problems: Mapping[str, int]
) -> Iterator[Row]:
    for section in sections:
        yield _heading_row(section, depth, answered.get(section.block.id), problems)
        yield from _heading_rows(section.children, depth + 1, answered, problems)


def _heading_row(section: Section, depth: int, state: RequirementState | None, problems: Mapping[str, int]) -> Row:
    """Return the row of a heading, with the state of the requirement it answers to, if to any."""
    block_id = section.block.id
    mark = state.mark if state else Mark.EXTRA
    about = _about(state) if state else f"{MARK_WORDS[Mark.EXTRA]}。"
    requirement_id = state.requirement.id if state else ""
    title = heading_title(section.parts)
    return Row(block_id, depth, title, True, mark, problems.get(block_id, 0), block_id, requirement_id, about)


def _about(state: RequirementState) -> str:
    requirement = state.requirement
    return f"模板条目“{requirement.name}”（{NEED_WORDS[requirement.need]}）：{MARK_WORDS[state.mark]}。"


class _TemplateTree:
    """Hangs headings into the tree of requirements; a key is a requirement's id, or a block's for another heading."""

    def __init__(self, analysis: Analysis, states: Sequence[RequirementState], problems: Mapping[str, int]) -> None:
        self._problems = problems
        self._states = {state.requirement.id: state for state in states}
        self._sections = {section.block.id: section for section in walk(analysis.sections)}
        self._primary: dict[str, str] = {}  # block id → the requirement whose row stands for the heading
        self._further: dict[str, RequirementState] = {}  # a second heading of a requirement
        self._parents: dict[str, str] = {}
        self._children: dict[str, list[str]] = {"": []}
        for state in states:
            self._hang(state.requirement.id, state.requirement.parent or "")
            if state.headings:
                self._primary.setdefault(state.headings[0], state.requirement.id)
            self._further.update(dict.fromkeys(state.headings[1:], state))
        self._place(analysis.sections, "")

    def _hang(self, key: str, parent: str, at: int | None = None) -> None:
        siblings = self._children[parent]
        siblings.insert(len(siblings) if at is None else at, key)
        self._parents[key] = parent
        self._children[key] = []

    def _place(self, sections: Sequence[Section], parent: str) -> None:
        """Put headings that no requirement's row stands for under `parent`, each behind the heading before it."""
        previous = ""
        for section in sections:
            block_id = section.block.id
            key = self._primary.get(block_id, block_id)
            if key == block_id:
                self._hang(key, parent, self._children[parent].index(previous) + 1 if previous else 0)
            if self._parents[key] == parent:
                previous = key
            self._place(section.children, key)

    def rows(self, parent: str = "", depth: int = 0) -> tuple[Row, ...]:
        """Return the rows below `parent`, each followed by what is below it."""
        rows: list[Row] = []
        for key in self._children[parent]:
            rows.append(self._row(key, depth))
            rows += self.rows(key, depth + 1)
        return tuple(rows)

    def _row(self, key: str, depth: int) -> Row:
        state = self._states.get(key)
        if state is None:
            return _heading_row(self._sections[key], depth, self._further.get(key), self._problems)
        if not state.block_ids:
            return Row(key, depth, state.requirement.name, False, state.mark, state.problems, "", key, _about(state))
        first = self._sections[(state.headings or state.block_ids)[0]]
        own = self._primary.get(first.block.id) == key
        title = heading_title(first.parts) if own else state.requirement.name
        about = _about(state) + self._where(state, heading_title(first.parts), own)
        return Row(key, depth, title, own, state.mark, state.problems, first.block.id, key, about)

    def _where(self, state: RequirementState, heading: str, own: bool) -> str:
        """Return a sentence on where a requirement is answered, where that is not simply under its own heading."""
        if not state.headings:
            return "它没有自己的标题，内容写在下面各项里。"
        if not own:
            return f"它合并写在“{heading}”里。"
        return f"本方案分写在{len(state.headings)}处。" if len(state.headings) > 1 else ""
