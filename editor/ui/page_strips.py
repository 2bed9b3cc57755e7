"""The pictures of pages in strips: what is painted, what is wanted, what may be forgotten."""

from collections.abc import Iterable, Sequence
from dataclasses import dataclass

from PySide6.QtGui import QImage, QPixmap

from editor.gongwen.typesetting.pages import Page

STRIPS = 4  # of a page: at 200 % on a fine screen a whole page is 28 million dots


def strip_rows(height: float, scale: float, strip: int) -> tuple[int, int]:
    """Return the first row of dots of a strip and that behind its last; `height` of the page in millimetres."""
    rows = round(height * scale)
    return rows * strip // STRIPS, rows * (strip + 1) // STRIPS


@dataclass(frozen=True, slots=True)
class Strip:
    """A painted strip: of which page, at how many dots a millimetre."""

    page: Page
    scale: float
    picture: QPixmap


@dataclass(frozen=True, slots=True)
class Missing:
    """Strips of one page that are to be painted."""

    number: int  # of the page, from 0
    page: Page
    strips: tuple[int, ...]
    scale: float


class Strips:
    """Keeps what was painted; a picture of an older state or another zoom serves until there is a new one."""

    def __init__(self) -> None:
        self._kept: dict[tuple[int, int], Strip] = {}

    def get(self, number: int, strip: int) -> Strip | None:
        """Return what there is of a strip."""
        return self._kept.get((number, strip))

    def take(self, missing: Missing, images: Sequence[QImage]) -> None:
        """Keep what was painted."""
        for strip, image in zip(missing.strips, images, strict=True):
            self._kept[missing.number, strip] = Strip(missing.page, missing.scale, QPixmap.fromImage(image))

    def missing(self, pages: Sequence[Page], visible: Iterable[tuple[int, int]], scale: float) -> Missing | None:
        """Return what of the `visible` strips of the first page that lacks any is to be painted."""
        lacking: list[tuple[int, int]] = []
        for number, strip in visible:
            kept = self._kept.get((number, strip))
            if kept is None or kept.page is not pages[number] or kept.scale != scale:
                lacking.append((number, strip))
        if not lacking:
            return None
        first = lacking[0][0]
        return Missing(first, pages[first], tuple(strip for number, strip in lacking if number == first), scale)

    def keep(self, near: Iterable[tuple[int, int]]) -> None:
        """Forget all strips but those `near` what is seen."""
        places = set(near)
        self._kept = {place: strip for place, strip in self._kept.items() if place in places}

    def clear(self) -> None:
        """Forget all."""
        self._kept.clear()
