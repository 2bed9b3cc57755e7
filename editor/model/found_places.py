"""The places that were found, to be walked through in the order of the plan: text and cells, then the 公文要素."""

from bisect import bisect_left, bisect_right
from collections.abc import Sequence
from dataclasses import dataclass

from editor.model.document import CHECKED_FIELDS, Document
from editor.model.finding import META, Cell, Hit

Place = tuple[int, Cell, int, int]  # block or field, cell of a table, start and end; places sort in reading order
NO_CELL: Cell = (-1, -1)


@dataclass(frozen=True, slots=True)
class Step:
    """The place that comes next: its number among all, from 0, and whether the search went round an end."""

    number: int
    went_round: bool


class FoundPlaces:
    """The hits of one search in one state of the document."""

    def __init__(self, document: Document, hits: Sequence[Hit]) -> None:
        order = {block.id: number for number, block in enumerate(document.blocks)}
        order.update({META + key: number for number, key in enumerate(CHECKED_FIELDS, len(order))})
        found = [(self._place(hit, order), hit) for hit in hits]
        found.sort(key=lambda one: one[0])
        self.hits = tuple(hit for _, hit in found)
        self.places = tuple(place for place, _ in found)

    @staticmethod
    def _place(hit: Hit, order: dict[str, int]) -> Place:
        return order.get(hit.id, -1), hit.cell or NO_CELL, hit.start, hit.end

    def at(self, place: Place) -> int | None:
        """Return the number of the hit that is exactly here."""
        number = bisect_left(self.places, place)
        return number if self.places[number : number + 1] == (place,) else None

    def step(self, here: Place, by: int) -> Step | None:
        """Return the hit after (1) or before (-1) a place, round the end where there is none; None without hits."""
        if not self.places:
            return None
        number = bisect_right(self.places, here) if by > 0 else bisect_left(self.places, here) - 1
        inside = number % len(self.places)
        return Step(inside, inside != number)

    @property
    def summary(self) -> str:
        """Return how many there are, and where beside the paragraphs."""
        return summary(self.hits)


def summary(hits: Sequence[Hit]) -> str:
    """Return how many hits there are, and where beside the paragraphs: 共 5 处，其中表格 2 处."""
    cells, fields = sum(hit.cell is not None for hit in hits), sum(bool(hit.key) for hit in hits)
    parts = [f"{words} {number} 处" for words, number in (("表格", cells), ("公文要素", fields)) if number]
    return f"共 {len(hits)} 处" + (f"，其中{'、'.join(parts)}" if parts else "")
