"""Mentions of Party congresses and plenums (党的二十大, 二十届二中、三中全会) in a text."""

import re
from collections.abc import Iterator
from dataclasses import dataclass

from editor.model.outline import from_chinese
from editor.model.text_cache import keep_by_text

_ORDINAL = "十[八九]|二十[一二]?"
_SESSION = "[一二三四五六七]"
_CONGRESS = re.compile(rf"党的({_ORDINAL})大(?![一-十])")
# 县委十四届五中全会 is the county's own.
_PLENUM = re.compile(
    rf"(?<![委会第])({_ORDINAL})届(历次|(?:{_SESSION}中、){{0,5}}{_SESSION}中|[^，。；]{{0,2}}历次)全会"
)
_EACH = re.compile(f"({_SESSION})中")
_WELCOMED = re.compile(r"迎接|喜迎|迎庆|召开前|即将|将于|筹备")


@dataclass(frozen=True, slots=True)
class Mention:
    """A meeting named in a text; `session` 0 is the congress, None all plenums so far (历次全会)."""

    start: int
    end: int
    congress: int
    session: int | None


@keep_by_text
def congress_mentions(text: str) -> tuple[Mention, ...]:
    """Return the meetings that a text speaks of as held, in order; what is only awaited (迎接) is left out."""
    if "大" not in text and "全会" not in text:
        return ()
    found = [*_congresses(text), *_plenums(text)]
    return tuple(
        sorted(
            (one for one in found if not _WELCOMED.search(text, max(0, one.start - 6), one.end + 6)),
            key=lambda one: one.start,
        )
    )


def _congresses(text: str) -> Iterator[Mention]:
    for match in _CONGRESS.finditer(text):
        yield Mention(*match.span(), from_chinese(match[1]) or 0, 0)


def _plenums(text: str) -> Iterator[Mention]:
    for match in _PLENUM.finditer(text):
        congress = from_chinese(match[1]) or 0
        if "历次" in match[2]:
            yield Mention(*match.span(), congress, None)
        for session in _EACH.finditer(match[2]):
            yield Mention(*match.span(), congress, from_chinese(session[1]))
