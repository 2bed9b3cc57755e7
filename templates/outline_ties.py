"""Which heading of an outline answers to which requirements: from the parts down to the tasks."""

from collections import Counter
from collections.abc import Sequence
from dataclasses import dataclass
from functools import lru_cache

from editor.model.document import Block, Document
from editor.model.outline import Section, outline
from editor.model.script import simplified
from templates.matching import core
from templates.requirement import Requirement
from templates.requirement_tree import NEARLY, RequirementTree
from templates.ties import Heading, spoken_of, tie

_GROUP = 0.3  # a group inside its part must bear at least this much of its name
_LONGEST = 80  # characters of a title that are read: a whole text without 。 may pass for a heading
_TASK = 3  # heading level
_VOTES = 2  # children of a part that make an unnamed heading that part


@dataclass(frozen=True, slots=True)
class OutlineTies:
    """Heading block ids with their requirement ids, in document order, and the headings that answer to nothing."""

    ties: tuple[tuple[str, tuple[str, ...]], ...]
    extras: tuple[str, ...]


def name_of(section: Section) -> str:
    """Return the part of a section's title that names are compared with."""
    return section.title[:_LONGEST]


def outline_ties(document: Document, sections: tuple[Section, ...], tree: RequirementTree) -> OutlineTies:
    """Return which requirements each heading answers to; ties made by hand (`Block.requirements`) come first."""
    return _Walk(document, tree).run(sections)


@lru_cache(maxsize=512)
def _ties_under(
    tree: RequirementTree, blocks: tuple[Block, ...], context: tuple[str, ...]
) -> tuple[tuple[str, ...], ...]:
    """Return the ties of the sections that `blocks` are; kept, since a key changes the blocks of one group only."""
    document = Document(blocks=blocks)
    return tuple(_Walk(document, tree).under(outline(document), context))


class _Walk:
    """One pass over a document's sections; `ties` grows from the parts down to the tasks."""

    def __init__(self, document: Document, tree: RequirementTree) -> None:
        self._blocks = document.blocks
        self._tree = tree
        self._ties: dict[str, list[str]] = {}  # heading block id → requirement ids
        self._extras: list[Section] = []

    def run(self, sections: tuple[Section, ...]) -> OutlineTies:
        """Return the ties of all sections."""
        self._descend(sections, ())
        self._rescue()
        self._drop_repeated(sections, ())
        order = self._tree.order
        ties = tuple((block_id, tuple(sorted(names, key=order.__getitem__))) for block_id, names in self._ties.items())
        extras = tuple(section.block.id for section in self._extras if not self._ties[section.block.id])
        return OutlineTies(ties, extras)

    def _heading(self, section: Section) -> Heading:
        end = section.children[0].start if section.children else section.end
        first = section.block.text[section.parts.body :] if section.parts.body else ""
        texts = (first, *(block.text for block in self._blocks[section.start + 1 : end]))
        body = tuple(simplified(text) for text in texts)
        tied = tuple(name for name in section.block.requirements if name in self._tree.by_id)
        return Heading(name_of(section), body, tied)

    def _descend(self, sections: Sequence[Section], context: tuple[str, ...]) -> None:
        """Tie the sections under a heading that answers to `context` (nothing: the top, or an unknown heading)."""
        if not sections:
            return
        found = self._under(sections, context) if context else self._anywhere(sections)
        for section, ids in zip(sections, found, strict=True):
            self._ties[section.block.id] = list(ids)
            if not ids:
                self._extras.append(section)
            below = tuple(name for name in ids if name in self._tree.children)
            if section.children and (below or not ids):
                self._descend(section.children, below)
            elif below:
                self._read_body(section, below)

    def _under(self, sections: Sequence[Section], context: tuple[str, ...]) -> Sequence[tuple[str, ...]]:
        return _ties_under(self._tree, self._blocks[sections[0].start : sections[-1].end], context)

    def under(self, sections: Sequence[Section], context: tuple[str, ...]) -> list[tuple[str, ...]]:
        """Tie to what stands under the context; headings without sub-headings also to what is one level deeper."""
        tree = self._tree
        near = tree.below(context)
        leaves = sum(not section.children for section in sections)
        deep = tree.below(entry.id for entry in near) if 2 * leaves > len(sections) else ()
        parts = self._parts_below(sections, context)
        headings = tuple(self._heading(section) for section in sections)
        found = tie(headings, tree.candidates((*parts, *near, *deep)))
        return [self._believed(heading, ids) for heading, ids in zip(headings, found, strict=True)]

    def _parts_below(self, sections: Sequence[Section], context: tuple[str, ...]) -> tuple[Requirement, ...]:
        """Return 提升行动 and 重点工程 if they have headings of their own under 重点任务."""
        if not any(part.id in context for part in self._tree.parts):
            return ()
        titles = [name_of(section) for section in sections]
        named = [p for p in self._tree.parts if any(self._tree.closeness(title, p) >= NEARLY for title in titles)]
        own = tuple(self._tree.by_id[name] for name in context)
        if len(own) > 1:
            return own if any(part in named for part in own) else ()
        return tuple(named) if len(named) > 1 else ()

    def _believed(self, heading: Heading, ids: tuple[str, ...]) -> tuple[str, ...]:
        """Return the ties without groups that only words in the body speak for: 心理健康促进工程 is no 基层科普."""
        groups = (name for name in ids if name in self._tree.children and name not in heading.tied)
        doubtful = {name for name in groups if self._tree.closeness(heading.title, self._tree.by_id[name]) < _GROUP}
        return tuple(name for name in ids if name not in doubtful)

    def _anywhere(self, sections: Sequence[Section]) -> list[tuple[str, ...]]:
        """Tie to parts by name, to groups by nearly their name, or to a part by what stands under the heading."""
        headings = tuple(self._heading(section) for section in sections)
        found = []
        by_name = tie(headings, self._tree.candidates(self._tree.parts))
        for section, heading, parts in zip(sections, headings, by_name, strict=True):
            group = self._tree.nearest(name_of(section), self._tree.groups)
            near = max((self._tree.closeness(name_of(section), self._tree.by_id[name]) for name in parts), default=0.0)
            if heading.tied:
                found.append(heading.tied)
            elif group and near < 1 and not self._holds_groups(section):
                found.append((group.id,))
            elif section.level == _TASK and near < NEARLY:  # a task under a heading of the plan's own is no part
                found.append(())
            else:
                found.append(parts if near >= NEARLY else self._by_children(section) or parts)
        return found

    def _by_children(self, section: Section) -> tuple[str, ...]:
        """Return the parts or groups that most of a heading's sub-headings belong to: 重点任务 → 提升行动, 重点工程."""
        votes: Counter[str] = Counter()
        above: Counter[str] = Counter()
        for child in section.children:
            near = (self._tree.nearest(name_of(child), level) for level in (self._tree.groups, self._tree.tasks))
            lines = [[entry.id for entry in self._tree.ancestors(found)] for found in near if found]
            votes.update(line[0] for line in lines)
            above.update({line[-1] for line in lines})
        found = tuple(entry.id for entry in self._tree.every if votes[entry.id] >= _VOTES)
        # 保障措施 may hold a group and a task of another one: then the part above both is meant.
        return found or tuple(entry.id for entry in self._tree.parts if above[entry.id] >= _VOTES)

    def _holds_groups(self, section: Section) -> bool:
        """Return whether the sub-headings are groups of one part, so that the heading is no group itself."""
        near = (self._tree.nearest(name_of(child), self._tree.groups) for child in section.children)
        votes = Counter(entry.parent for entry in near if entry)
        return bool(votes) and 2 * max(votes.values()) >= len(section.children)

    def _read_body(self, section: Section, ids: tuple[str, ...]) -> None:
        """Tie a heading without sub-headings to what its text speaks of, as far as no other heading has it."""
        taken = {name for names in self._ties.values() for name in names}
        below = tuple(entry for entry in self._tree.below(ids) if entry.id not in taken)
        self._ties[section.block.id] += spoken_of(self._heading(section).body, self._tree.candidates(below))

    def _rescue(self) -> None:
        """Tie a heading that answers to nothing to a task of its very name in another group."""
        taken = {name for names in self._ties.values() for name in names}
        for section in self._extras:
            task = self._tree.task_named(name_of(section))
            if task is not None and task.id not in taken:
                self._ties[section.block.id] = [task.id]
                taken.add(task.id)

    def _drop_repeated(self, sections: Sequence[Section], above: tuple[Section, ...]) -> None:
        """Take from 重点任务 the part that has a heading of its own below it; a part's very name keeps its part."""
        for section in sections:
            for higher in above:
                for name in set(self._ties.get(section.block.id, ())) & set(self._ties.get(higher.block.id, ())):
                    own = core(self._tree.by_id[name].name)
                    keeps = core(name_of(higher)) == own != core(name_of(section))
                    loser = section if keeps else higher
                    if name not in loser.block.requirements:
                        self._ties[loser.block.id].remove(name)
            self._drop_repeated(section.children, (*above, section))
