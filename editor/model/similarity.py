"""How alike texts are, and which texts of two lists belong together though their words were changed."""

from collections import Counter, defaultdict
from collections.abc import Callable, Sequence
from heapq import nlargest
from itertools import pairwise

LIKELY = 0.5  # two texts in different places that alike are one that was moved and changed
CLOSE = 0.34  # two texts in the same place that alike are one that was changed
_COMMON = 40  # a pair of characters that so many texts share tells nothing
_BEST = 6  # candidates of a text that are looked at closely

Bigrams = Counter[str]
Measured = tuple[float, int, int]  # how alike, position in the first list, in the second


def bigrams(text: str) -> Bigrams:
    """Return the pairs of neighbouring characters of a text; a single character is its own pair."""
    return Counter(map("".join, pairwise(text))) if len(text) > 1 else Counter([text])


def likeness(first: Bigrams, second: Bigrams) -> float:
    """Return how alike two texts are: 1 for the same pairs of characters, 0 for none in common."""
    total = first.total() + second.total()
    if len(first) > len(second):
        first, second = second, first
    return 2 * sum(min(count, second[pair]) for pair, count in first.items()) / total if total else 1.0


def similar_pairs(old: Sequence[str], new: Sequence[str], pause: Callable[[], None]) -> list[Measured]:
    """Return pairs of texts that are CLOSE or better, the most alike first.

    Texts are looked up by the pairs of characters that few of them share: the work grows with their length.
    """
    old_pairs, new_pairs = [bigrams(text) for text in old], [bigrams(text) for text in new]
    holders: defaultdict[str, list[int]] = defaultdict(list)
    for at, pairs in enumerate(new_pairs):
        for pair in pairs:
            holders[pair].append(at)
    found: list[Measured] = []
    for at, pairs in enumerate(old_pairs):
        pause()
        shared: Counter[int] = Counter()
        for pair in pairs:
            if len(holders.get(pair, ())) <= _COMMON:
                shared.update(holders.get(pair, ()))
        best = nlargest(_BEST, shared, key=lambda one: shared[one] / (1 + new_pairs[one].total()))
        measured = ((likeness(pairs, new_pairs[other]), at, other) for other in best)
        found += [one for one in measured if one[0] >= CLOSE]
    return sorted(found, key=lambda one: (-one[0], abs(one[1] - one[2]), one[1]))
