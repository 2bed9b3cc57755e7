"""Which of some headings answers to which of some requirements: titles, synonyms, then words in the body."""

from collections import Counter
from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from functools import lru_cache

from editor.model.text_cache import keep_by_arguments
from templates.matching import Weights, bigrams, core, plain
from templates.requirement import Need, Requirement

_ENOUGH = 0.34  # a title this near to a free requirement is its heading
_SPLIT = 0.6  # a title this near to a requirement that has a heading already is a second part of it
_HOLDS = 0.6  # a title or body that holds this share of a name speaks of it
_PIECE = 0.8  # what a title is worth that is only a piece of a name
_ONE_WORD = 0.16  # what a keyword in the body adds; in the title it counts three times
_MOST_WORDS = 0.48
_MERGING_WORDS = 2  # keywords of a requirement without a heading that make another heading answer to it too


@dataclass(frozen=True, slots=True)
class Heading:
    """What is known of a heading: its title, the texts directly under it, and the requirements tied by hand."""

    title: str
    body: tuple[str, ...]
    tied: tuple[str, ...] = ()


@keep_by_arguments
def _words_in(text: str, keywords: tuple[str, ...]) -> frozenset[str]:
    return frozenset(word for word in keywords if word in text)


def _words(headings: Sequence[Heading], requirements: Sequence[Requirement]) -> list[list[float]]:
    """Return what the keywords say for each heading and requirement: a word that several headings use counts less."""
    texts = ["\n".join(heading.body) for heading in headings]
    rows = []
    uses: Counter[str] = Counter()
    for heading, text in zip(headings, texts, strict=True):
        rows.append(
            [(_words_in(heading.title, entry.keywords), _words_in(text, entry.keywords)) for entry in requirements]
        )
        uses.update({word for title, body in rows[-1] for word in title | body})
    return [[sum(3 / uses[w] for w in title) + sum(1 / uses[w] for w in body) for title, body in row] for row in rows]


class Candidates:
    """Some requirements that headings are held against, with what their words are worth among each other.

    Compared by identity: a template makes each set once.
    """

    def __init__(self, requirements: Sequence[Requirement]) -> None:
        self.requirements = tuple(requirements)
        self.forms = [(entry.name, *entry.synonyms) for entry in requirements]
        self._weights = Weights(self.forms)
        self._cores = [frozenset(core(form) for form in forms) for forms in self.forms]
        self._pairs = [[bigrams(core(form)) for form in forms] for forms in self.forms]
        self._any_pair = [frozenset().union(*forms) for forms in self._pairs]
        self._worth = [[self._weights.of(form) for form in forms] for forms in self._pairs]

    def nearness(self, at: int, title: str) -> float:
        """Return how near a title comes to the name or a synonym of requirement number `at`, 0–1."""
        if core(title) in self._cores[at]:
            return 1.0
        pairs = bigrams(core(title))
        if pairs.isdisjoint(self._any_pair[at]):
            return 0.0
        own, best = self._weights.of(pairs), 0.0
        for form, worth in zip(self._pairs[at], self._worth[at], strict=True):
            common = pairs & form
            if common:
                shared = self._weights.of(common)
                # The second is for a title that is a piece of the name: 提升教师科学素质 of 实施教师科学素质提升工程.
                best = max(best, 2 * shared / (own + worth), _PIECE * shared / own if len(pairs) > 1 else 0.0)
        return best

    def holds(self, at: int, pairs: frozenset[str]) -> float:
        """Return the largest share of a name or synonym of requirement number `at` that a text's bigrams hold."""
        if pairs.isdisjoint(self._any_pair[at]):
            return 0.0
        shares = zip(self._pairs[at], self._worth[at], strict=True)
        return max(self._weights.of(pairs & form) / worth for form, worth in shares)

    def named(self, at: int, title: str) -> bool:
        """Return whether a title is the name of requirement number `at`, leading verbs apart."""
        return core(title) == core(self.forms[at][0])

    def index(self, ids: Iterable[str]) -> set[int]:
        """Return the numbers of the requirements with these ids."""
        wanted = set(ids)
        return {at for at, entry in enumerate(self.requirements) if entry.id in wanted}


@keep_by_arguments
def _near(candidates: Candidates, title: str) -> tuple[float, ...]:
    return tuple(candidates.nearness(at, title) for at in range(len(candidates.requirements)))


@keep_by_arguments
def _held(candidates: Candidates, title: str) -> tuple[float, ...]:
    pairs = bigrams(core(title))
    return tuple(candidates.holds(at, pairs) for at in range(len(candidates.requirements)))


@lru_cache(maxsize=512)
def tie(headings: tuple[Heading, ...], candidates: Candidates) -> tuple[tuple[str, ...], ...]:
    """Return for each heading the ids of the requirements it answers to; several where it merges them, or none."""
    if not candidates.requirements:
        return tuple(heading.tied for heading in headings)
    return _Tying(headings, candidates).run()


class _Tying:
    """One round of tying: pairs first, then second headings of a requirement, then headings that merge several."""

    def __init__(self, headings: tuple[Heading, ...], candidates: Candidates) -> None:
        self._headings = headings
        self._candidates = candidates
        self._every = candidates.requirements
        self._words = _words(headings, self._every)
        self._near = [_near(candidates, heading.title) for heading in headings]
        self._found: list[list[int]] = [[] for _ in headings]
        self._free = set(range(len(self._every))) - candidates.index(i for heading in headings for i in heading.tied)

    def run(self) -> tuple[tuple[str, ...], ...]:
        self._pair()
        self._split()
        self._merge()
        return tuple(
            heading.tied or tuple(self._every[at].id for at in sorted(found))
            for heading, found in zip(self._headings, self._found, strict=True)
        )

    def _pair(self) -> None:
        """Give each heading one free requirement, the surest pairs first."""
        scores = [
            (near + min(_MOST_WORDS, _ONE_WORD * self._words[row][at]), -row, -at)
            for row, line in enumerate(self._near)
            for at, near in enumerate(line)
        ]
        for score, row, at in sorted(scores, reverse=True):
            if score < _ENOUGH:
                break
            if -at in self._free and not self._found[-row] and not self._headings[-row].tied:
                self._found[-row].append(-at)
                self._free.discard(-at)

    def _split(self) -> None:
        """Tie a heading left over to a requirement that has one already, if its title is near enough."""
        for heading, line, found in zip(self._headings, self._near, self._found, strict=True):
            best = max(range(len(line)), key=line.__getitem__)
            if not found and not heading.tied and line[best] >= _SPLIT:
                found.append(best)

    def _merge(self) -> None:
        """Let a heading answer to a requirement without one, if its title names it or its text speaks of it."""
        for at in sorted(self._free):
            rows = [row for row in range(len(self._headings)) if self._may_merge(row, at)]
            best = max(rows, key=lambda row: self._merging(row, at), default=None)
            if best is not None and self._merging(best, at) > 0:
                self._found[best].append(at)

    def _may_merge(self, row: int, at: int) -> bool:
        """Return whether a heading may get one more: not if it bears the name of its own, nor parent and child."""
        heading, found, entry = self._headings[row], self._found[row], self._every[at]
        related = any(self._every[own].parent == entry.id or self._every[own].id == entry.parent for own in found)
        return not (heading.tied or related or any(self._candidates.named(own, heading.title) for own in found))

    def _merging(self, row: int, at: int) -> float:
        named = _held(self._candidates, self._headings[row].title)[at]
        if named >= _HOLDS:
            return 1 + named
        speaks = self._words[row][at] >= _MERGING_WORDS and self._every[at].need is not Need.OPTIONAL
        return self._words[row][at] / 100 if speaks else 0.0


@lru_cache(maxsize=512)
def spoken_of(body: tuple[str, ...], candidates: Candidates) -> tuple[str, ...]:
    """Return the requirements that a text without headings answers to: it holds their name or two of their words."""
    text = "".join(body)
    pairs = bigrams.afresh(plain.afresh(text))
    return tuple(
        entry.id
        for at, entry in enumerate(candidates.requirements)
        if len(_words_in(text, entry.keywords)) >= _MERGING_WORDS or candidates.holds(at, pairs) >= _HOLDS
    )
