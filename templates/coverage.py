"""Coverage (模板覆盖): what became of each requirement of a template and its layers in a plan."""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from enum import StrEnum
from functools import cached_property, lru_cache

from editor.model.document import Document
from editor.model.outline import Section, walk
from templates.matching import alike
from templates.outline_ties import OutlineTies, name_of, outline_ties
from templates.requirement import Need, Requirement, Template
from templates.requirement_tree import RequirementTree, tree_of

_NEAR = 0.65  # alike from here on: the same name with other words around it


class Status(StrEnum):
    """What became of a requirement in the plan."""

    SAME = "same"
    NEAR = "near"
    RENAMED = "renamed"
    MERGED = "merged"  # shares its heading with another requirement of the same level
    MISSING = "missing"
    NOT_REQUIRED = "not-required"


@dataclass(frozen=True, slots=True)
class Row:
    """One requirement with the headings that answer to it, in document order."""

    requirement: Requirement
    status: Status
    block_ids: tuple[str, ...]


@dataclass(frozen=True)
class Coverage:
    """Every requirement of the template in its order, and the headings that answer to none."""

    rows: tuple[Row, ...]
    extras: tuple[str, ...]  # block ids
    ties: Mapping[str, tuple[str, ...]]  # heading block id → ids of the requirements it answers to itself

    @cached_property
    def _rows(self) -> dict[str, Row]:
        return {row.requirement.id: row for row in self.rows}

    def row(self, requirement_id: str) -> Row:
        """Return the row of a requirement; raises KeyError for one the template does not hold."""
        return self._rows[requirement_id]

    def requirements_of(self, block_id: str) -> tuple[str, ...]:
        """Return the ids of the requirements a heading answers to, in the template's order."""
        return self.ties.get(block_id, ())


def cover(document: Document, sections: tuple[Section, ...], template: Template) -> Coverage:
    """Return which headings answer to which requirement; ties made by hand (`Block.requirements`) come first."""
    tree = tree_of(template)
    ties = outline_ties(document, sections, tree)
    titles = tuple((section.block.id, name_of(section)) for section in walk(sections))
    return _coverage(tree, ties, titles, document.metadata.not_applicable)


@lru_cache(maxsize=16)
def _coverage(
    tree: RequirementTree, ties: OutlineTies, titles: tuple[tuple[str, str], ...], declared: tuple[str, ...]
) -> Coverage:
    """Return the rows; kept, since most keystrokes change neither a tie nor a title."""
    rows = _Rows(tree, dict(ties.ties), dict(titles), declared).all()
    return Coverage(rows, ties.extras, dict(ties.ties))


class _Rows:
    """Makes the rows of one plan."""

    def __init__(
        self,
        tree: RequirementTree,
        ties: Mapping[str, Sequence[str]],
        titles: Mapping[str, str],
        declared: Sequence[str],
    ) -> None:
        self._tree = tree
        self._ties = ties
        self._titles = titles
        self._declared = declared
        self._blocks = self._blocks_by_requirement()
        self._rows: dict[str, Row] = {}

    def all(self) -> tuple[Row, ...]:
        """Return one row per requirement, parents before what is below them."""
        for entry in self._tree.every:
            self._rows[entry.id] = self._row(entry)
        return tuple(self._rows.values())

    def _blocks_by_requirement(self) -> dict[str, list[str]]:
        found: dict[str, list[str]] = {}
        for block_id, names in self._ties.items():  # in document order: a parent is tied before its children
            for name in names:
                found.setdefault(name, []).append(block_id)
        for entry in reversed(self._tree.every):  # what has no heading of its own is there if most below it is
            below = self._tree.children.get(entry.id, ())
            needed = [child for child in below if child.need is not Need.OPTIONAL]
            if entry.id not in found and needed and 2 * sum(child.id in found for child in needed) >= len(needed):
                found[entry.id] = [block for child in below for block in found.get(child.id, ())]
        return found

    def _row(self, entry: Requirement) -> Row:
        ids = tuple(dict.fromkeys(self._blocks.get(entry.id, ())))
        if not ids:
            return Row(entry, self._absent(entry), ())
        if self._shared(entry, ids):
            return Row(entry, Status.MERGED, ids)
        return Row(entry, _named(entry, [self._titles[block_id] for block_id in ids]), ids)

    def _shared(self, entry: Requirement, ids: tuple[str, ...]) -> bool:
        own = [self._ties[block_id] for block_id in ids if entry.id in self._ties[block_id]]
        others = (name for names in own for name in names if name != entry.id)
        return any(self._tree.by_id[name].level == entry.level for name in others)

    def _absent(self, entry: Requirement) -> Status:
        line = (entry, *self._tree.ancestors(entry))
        declared = any(above.id in self._declared for above in line)
        if declared or entry.need is Need.OPTIONAL:
            return Status.NOT_REQUIRED
        # what is only recommended goes with its optional group; 监测评估 is required also without 机制保障
        dropped = any(self._rows[above.id].status is Status.NOT_REQUIRED for above in line[1:])
        return Status.NOT_REQUIRED if dropped and entry.need is not Need.REQUIRED else Status.MISSING


def _named(entry: Requirement, titles: Sequence[str]) -> Status:
    if entry.name in titles:
        return Status.SAME
    near = max(alike(title, entry.name) for title in titles)
    return Status.NEAR if near >= _NEAR else Status.RENAMED
