"""The characters of a paragraph one by one: their font by script, their width, the gap to the next one.

The rules are LibreOffice 7.4's: a stretch of one font and script counts as a unit, letter spacing stands between
characters and not after the last one of a unit, and a fifth of the type size parts letters of two scripts.
"""

import re
from bisect import bisect_right
from collections.abc import Callable, Sequence
from dataclasses import dataclass, replace
from itertools import accumulate

from editor.gongwen.layout import ems
from editor.gongwen.typesetting.formats import RunFormat

# The advance of each character in points: face, size in points, bold, text, whether it is set as Chinese.
Measure = Callable[[str, float, bool, str, bool], Sequence[float]]

_SCRIPT_GAP = 0.2  # of the type size


def plain_measure(face: str, size: float, bold: bool, text: str, chinese: bool) -> list[float]:
    """Return full widths for Chinese and half widths for Latin, which all official Chinese fonts share."""
    half = size / 2
    return [size if char >= "\u2000" else half if char < "\x80" else ems(char) * size for char in text]


@dataclass(frozen=True, slots=True)
class Portion:
    """A stretch of characters with one font and one script."""

    start: int
    end: int
    face: str
    format: RunFormat
    chinese: bool


# Strong Latin; marks that take the script of the text before them; tabs and breaks, which stand alone.
_STRETCH = re.compile(
    r"[\t\n]|[!-\x9f¡-\u1fff\ufff0-\uffff]+|[ \xa0\u2000-\u2e7f]+|[^\x00-\u2e7f\ufff0-\uffff]+|.", re.DOTALL
)


def _is_chinese(char: str) -> bool | None:
    """Return whether a character is Chinese; None for marks that take the script of the text before them."""
    code = ord(char)
    if code >= 0x2E80:
        return not 0xFFF0 <= code <= 0xFFFF
    return None if char in " \xa0\t\n" or code >= 0x2000 else False


def _portions(text: str, runs: Sequence[tuple[int, RunFormat]]) -> list[Portion]:
    """Cut a text where its font or its script changes; `runs` are the ends of the runs and how they look."""
    found: list[Portion] = []
    now = next((script for char in text if (script := _is_chinese(char)) is not None), False)
    start = 0
    for end, look in runs:
        begun = start
        while start < end:
            match = _STRETCH.match(text, start, end)
            stop = match.end() if match else end
            script = _is_chinese(text[start])
            chinese = now if script is None else script
            last = found[-1] if found else None
            alone = text[start] in "\t\n"
            if last and last.start >= begun and last.chinese == chinese and not alone and text[start - 1] not in "\t\n":
                found[-1] = replace(last, end=stop)
            else:
                found.append(Portion(start, stop, look.face if chinese else look.latin or look.face, look, chinese))
            now, start = chinese, stop
    return found


class Characters:
    """A paragraph's text with the width of each character and the gap behind it, in twips."""

    def __init__(self, text: str, runs: Sequence[tuple[int, RunFormat]], measure: Measure) -> None:
        self.text = text
        self.portions = _portions(text, runs)
        self._starts = [portion.start for portion in self.portions]
        self.widths: list[float] = []
        self.gaps: list[float] = []
        for portion in self.portions:
            look = portion.format
            advances = measure(portion.face, look.size, look.bold, text[portion.start : portion.end], portion.chinese)
            self.widths += [advance * 20 for advance in advances]
            self.gaps += [look.spacing * 20] * (len(advances) - 1)
            self.gaps.append(self._gap_behind(portion))
        for at, char in enumerate(text):
            if char in "\t\n":
                self.widths[at] = 0.0
        self.update()

    def _gap_behind(self, portion: Portion) -> float:
        """Return the gap between two letters or digits of which one is Chinese and one is not."""
        at = portion.end
        if at >= len(self.text) or not (self.text[at - 1].isalnum() and self.text[at].isalnum()):
            return 0.0
        scripts = (_is_chinese(self.text[at - 1]), _is_chinese(self.text[at]))
        return _SCRIPT_GAP * portion.format.size * 20 if scripts in {(True, False), (False, True)} else 0.0

    def update(self) -> None:
        """Count the places anew after a width has changed (a tab's)."""
        both = (width + gap for width, gap in zip(self.widths, self.gaps, strict=True))
        self._places = [0.0, *accumulate(both)]
        self._ends = [place - gap for place, gap in zip(self._places[1:], self.gaps, strict=True)]

    def width(self, start: int, end: int) -> float:
        """Return the width of the characters from `start` to before `end`."""
        return self._ends[end - 1] - self._places[start] if end > start else 0.0

    def fitting(self, start: int, end: int, room: float) -> int:
        """Return the first character from `start` to before `end` that does not fit into `room`, `end` if all do."""
        return max(start, bisect_right(self._ends, self._places[start] + room + 0.5, start, end))

    def portion(self, at: int) -> Portion:
        """Return the portion that holds a character."""
        return self.portions[bisect_right(self._starts, at) - 1]

    def portions_of(self, start: int, end: int) -> list[Portion]:
        """Return the portions of a stretch."""
        first = bisect_right(self._starts, start) - 1
        return self.portions[first : bisect_right(self._starts, end - 1)]
