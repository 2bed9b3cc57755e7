"""Two tables → pairs of rows: the same, changed, removed (no new one), added (no old one)."""

from collections.abc import Iterator, Sequence
from difflib import SequenceMatcher

from editor.model.similarity import CLOSE, bigrams, likeness

Row = tuple[str, ...]
RowPair = tuple[Row | None, Row | None]  # old and new


def row_pairs(old: Sequence[Row], new: Sequence[Row]) -> list[RowPair]:
    """Return the rows of both tables in reading order, those that belong together side by side."""
    pairs: list[RowPair] = []
    for tag, a, b, c, d in SequenceMatcher(None, old, new, autojunk=len(old) > 400).get_opcodes():
        if tag == "equal":
            pairs += zip(old[a:b], new[c:d], strict=True)
        else:
            pairs += _changed(old[a:b], new[c:d])
    return pairs


def _changed(old: Sequence[Row], new: Sequence[Row]) -> Iterator[RowPair]:
    """Yield the rows of a changed stretch; of those alike and in order the old one meets the new one."""
    at = 0
    for row in new:
        found = next((place for place in range(at, min(len(old), at + 8)) if _alike(old[place], row)), None)
        if found is None:
            yield None, row
            continue
        yield from ((gone, None) for gone in old[at:found])
        yield old[found], row
        at = found + 1
    yield from ((gone, None) for gone in old[at:])


def _alike(old: Row, new: Row) -> bool:
    if len(old) != len(new):
        return False
    same_name = bool(old and old[0].strip()) and old[0] == new[0]
    return same_name or likeness(bigrams("\t".join(old)), bigrams("\t".join(new))) >= CLOSE
