"""A template's requirements by parent and as sets of candidates, made once per template."""

from collections.abc import Iterable, Iterator
from functools import lru_cache

from templates.matching import closeness, core
from templates.requirement import Requirement, Template
from templates.ties import Candidates, Heading, tie

NEARLY = 0.75  # a title this close to a name is that name, wherever it stands


class RequirementTree:
    """A template's requirements by parent, made once per template."""

    def __init__(self, template: Template) -> None:
        self.every = template.requirements
        self.by_id = {entry.id: entry for entry in template.requirements}
        self.children: dict[str | None, tuple[Requirement, ...]] = {}
        for entry in template.requirements:
            self.children[entry.parent] = (*self.children.get(entry.parent, ()), entry)
        self.parts = self.children.get(None, ())
        self.groups = self.below(entry.id for entry in self.parts)
        self.tasks = self.below(entry.id for entry in self.groups)
        self.order = {entry.id: at for at, entry in enumerate(self.every)}
        self._forms = {entry.id: (entry.name, *entry.synonyms) for entry in self.every}
        self._tasks = {core(form): entry for entry in reversed(self.tasks) for form in self._forms[entry.id]}
        self._candidates: dict[frozenset[str], Candidates] = {}

    def below(self, ids: Iterable[str]) -> tuple[Requirement, ...]:
        """Return the requirements directly under some others, in the template's order."""
        return tuple(child for name in ids for child in self.children.get(name, ()))

    def candidates(self, entries: Iterable[Requirement]) -> Candidates:
        """Return some requirements as candidates, in the template's order."""
        ids = frozenset(entry.id for entry in entries)
        if ids not in self._candidates:
            self._candidates[ids] = Candidates([entry for entry in self.every if entry.id in ids])
        return self._candidates[ids]

    def closeness(self, title: str, entry: Requirement) -> float:
        """Return how near a title is to the name or a synonym of a requirement, 0–1."""
        return closeness(title, self._forms[entry.id])

    def task_named(self, title: str) -> Requirement | None:
        """Return the task that bears this title as name or synonym, leading verbs apart."""
        return self._tasks.get(core(title))

    def nearest(self, title: str, entries: tuple[Requirement, ...]) -> Requirement | None:
        """Return the one whose name or synonym a title nearly is, wherever it stands."""
        found = tie((Heading(title, ()),), self.candidates(entries))[0]
        near = self.by_id[found[0]] if found else None
        return near if near and self.closeness(title, near) >= NEARLY else None

    def ancestors(self, entry: Requirement) -> Iterator[Requirement]:
        """Yield what a requirement stands under, nearest first."""
        while entry.parent is not None:
            entry = self.by_id[entry.parent]
            yield entry


@lru_cache(maxsize=8)
def tree_of(template: Template) -> RequirementTree:
    """Return the tree of a template."""
    return RequirementTree(template)
