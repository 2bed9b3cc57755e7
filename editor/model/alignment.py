"""Which block of one document is which block of another: by id, by text, by heading, by likeness; what has moved."""

from bisect import bisect_left, bisect_right
from collections import Counter, defaultdict
from collections.abc import Callable, Hashable, Iterator, Sequence
from dataclasses import dataclass, field

from editor.model.document import Block, BlockKind
from editor.model.outline import heading_parts
from editor.model.similarity import CLOSE, LIKELY, Measured, bigrams, likeness, similar_pairs

_FEW = 64  # pairs between the same neighbours that are all measured
_OF_ITSELF = 12  # characters that a block weighs besides its text: rather one long block has moved than two short ones


def _nothing() -> None:
    """Wait for nobody."""


@dataclass(slots=True)
class Alignment:
    """Pairs of positions; `fixed` are the pairs that keep their order, the others have moved."""

    old_to_new: dict[int, int] = field(default_factory=dict)
    new_to_old: dict[int, int] = field(default_factory=dict)
    fixed: list[tuple[int, int]] = field(default_factory=list)  # in order

    def pair(self, old: int, new: int) -> bool:
        """Pair two blocks unless one of them has its partner."""
        if old in self.old_to_new or new in self.new_to_old:
            return False
        self.old_to_new[old], self.new_to_old[new] = new, old
        return True


def block_text(block: Block) -> str:
    """Return what a block says; cells of a table are parted by tabs, rows by line feeds."""
    return "\n".join("\t".join(row) for row in block.rows) if block.kind is BlockKind.TABLE else block.text


def align(old: Sequence[Block], new: Sequence[Block], pause: Callable[[], None] = _nothing) -> Alignment:
    """Pair the blocks of two documents; `pause` is called often, so that a window stays alive and work can end."""
    alignment = Alignment()
    old_texts, new_texts = [block_text(block) for block in old], [block_text(block) for block in new]
    _pair_titles(old, new, alignment)
    if _of_one_plan(old, new):
        _pair_unique([block.id for block in old], [block.id for block in new], alignment)
        _unpair_tables(old, new, alignment)
    _pair_unique(old_texts, new_texts, alignment)
    _pair_neighbours(old_texts, new_texts, alignment)
    pause()
    _pair_unique(list(_heading_keys(old)), list(_heading_keys(new)), alignment)
    _fix(alignment, old_texts)
    _pair_similar(old, new, alignment, pause)
    _fix(alignment, old_texts)
    return alignment


def _of_one_plan(old: Sequence[Block], new: Sequence[Block]) -> bool:
    """Return whether equal ids mean the same block: most blocks with an id in common say the same."""
    texts = {block.id: block_text(block) for block in old}
    common = [block for block in new if block.id in texts]
    return 2 * sum(texts[block.id] == block_text(block) for block in common) > len(common)


def _pair_titles(old: Sequence[Block], new: Sequence[Block], alignment: Alignment) -> None:
    """Pair the titles of the plans, whatever they say."""
    if old and new and old[0].kind is new[0].kind is BlockKind.TITLE:
        alignment.pair(0, 0)


def _unpair_tables(old: Sequence[Block], new: Sequence[Block], alignment: Alignment) -> None:
    """Part a table from what is none: they have nothing to compare."""
    for at, other in list(alignment.old_to_new.items()):
        if (old[at].kind is BlockKind.TABLE) != (new[other].kind is BlockKind.TABLE):
            del alignment.old_to_new[at], alignment.new_to_old[other]


def _pair_unique(old: Sequence[Hashable], new: Sequence[Hashable], alignment: Alignment) -> None:
    """Pair what has a key of its own in both lists; None and empty keys have no meaning."""
    often, often_there = Counter(old), Counter(new)
    places = {key: at for at, key in enumerate(new)}
    for at, key in enumerate(old):
        if key and often[key] == 1 == often_there[key]:
            alignment.pair(at, places[key])


def _pair_neighbours(old: Sequence[str], new: Sequence[str], alignment: Alignment) -> None:
    """Pair equal texts next to a pair, and at both ends: texts that come again find their partners so."""
    edges = (-1, -1), (len(old), len(new))
    for step, order in ((1, 1), (-1, -1)):
        for at, other in sorted((*alignment.old_to_new.items(), *edges))[::order]:
            one, two = at + step, other + step
            while 0 <= one < len(old) and 0 <= two < len(new) and old[one] == new[two] and alignment.pair(one, two):
                one, two = one + step, two + step


def _heading_keys(blocks: Sequence[Block]) -> Iterator[tuple[str, ...] | None]:
    """Yield what names a heading, its titles from the first level down without numbers; None for other blocks."""
    path: list[str] = []
    for block in blocks:
        if block.kind is not BlockKind.HEADING:
            yield None
            continue
        path[max(block.level, 1) - 1 :] = [heading_parts(block.text).title]
        yield tuple(path)


def _pair_similar(old: Sequence[Block], new: Sequence[Block], alignment: Alignment, pause: Callable[[], None]) -> None:
    """Pair changed blocks: close ones between the same neighbours, likely ones anywhere."""
    olds = [at for at in range(len(old)) if at not in alignment.old_to_new]
    news = [at for at in range(len(new)) if at not in alignment.new_to_old]
    old_texts, new_texts = [block_text(old[at]) for at in olds], [block_text(new[at]) for at in news]
    old_edges, new_edges = [at for at, _ in alignment.fixed], [at for _, at in alignment.fixed]
    old_gaps = [bisect_left(old_edges, at) for at in olds]
    new_gaps = [bisect_left(new_edges, at) for at in news]
    pairs = similar_pairs(old_texts, new_texts, pause)
    pairs += _pairs_in_gaps(old_texts, new_texts, old_gaps, new_gaps)
    for alike, first, second in sorted(pairs, key=lambda pair: -pair[0]):
        at, other = olds[first], news[second]
        if (old[at].kind is BlockKind.TABLE) != (new[other].kind is BlockKind.TABLE):
            continue
        if alike >= LIKELY or old_gaps[first] == new_gaps[second]:
            alignment.pair(at, other)


def _pairs_in_gaps(
    old: Sequence[str], new: Sequence[str], old_gaps: Sequence[int], new_gaps: Sequence[int]
) -> list[Measured]:
    """Return the close pairs between the same neighbours, where these are few: no rare words are needed there."""
    there: defaultdict[int, list[int]] = defaultdict(list)
    for second, gap in enumerate(new_gaps):
        there[gap].append(second)
    here = Counter(old_gaps)
    few = [first for first, gap in enumerate(old_gaps) if here[gap] * len(there.get(gap, ())) <= _FEW]
    measured = (
        (likeness(bigrams(old[first]), bigrams(new[second])), first, second)
        for first in few
        for second in there.get(old_gaps[first], ())
    )
    return [one for one in measured if one[0] >= CLOSE]


def _fix(alignment: Alignment, old_texts: Sequence[str]) -> None:
    """Find the pairs that keep their order, as much text as possible; no other pair could stand among them."""
    tails: list[int] = []  # new positions at which chains end, each heavier than the one before
    weights: list[int] = []
    chains: list[tuple[int, int]] = []  # the pair a chain ends with
    before: dict[int, tuple[int, int] | None] = {}
    for at, other in sorted(alignment.old_to_new.items()):
        place = bisect_right(tails, other) - 1
        weight = len(old_texts[at]) + _OF_ITSELF + (weights[place] if place >= 0 else 0)
        before[at] = chains[place] if place >= 0 else None
        start = end = place + 1
        while end < len(tails) and weights[end] <= weight:
            end += 1
        tails[start:end], weights[start:end], chains[start:end] = [other], [weight], [(at, other)]
    link = chains[-1] if chains else None
    alignment.fixed = []
    while link is not None:
        alignment.fixed.append(link)
        link = before[link[0]]
    alignment.fixed.reverse()
