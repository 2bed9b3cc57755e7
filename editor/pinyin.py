"""Finding Chinese words by pinyin: initials (dcgw), the whole of it (daochugongwen), and any mixture of both."""

import json
from collections.abc import Sequence
from functools import cache, lru_cache

from resources import path

_Syllables = tuple[tuple[str, ...], ...]  # the readings of each character


@cache
def _readings() -> dict[str, tuple[str, ...]]:
    """Return the readings of each character: GB 2312, level 1, whose 3,755 characters stand in the order of pinyin."""
    data: dict[str, str] = json.loads(path("pinyin.json").read_text(encoding="utf-8"))
    found: dict[str, tuple[str, ...]] = {}
    for syllable, characters in data.items():
        for character in characters:
            found[character] = (*found.get(character, ()), syllable)
    return found


@lru_cache(maxsize=1024)
def syllables(text: str) -> _Syllables:
    """Return the readings of the characters of `text`; letters and figures stand for themselves, marks fall away."""
    known = _readings()
    return tuple(known.get(one) or (one.lower(),) for one in text if one in known or one.isalnum())


def unread(text: str) -> str:
    """Return the Chinese characters of `text` for which no reading is known."""
    return "".join(one for one in text if "\u4e00" <= one <= "\u9fff" and one not in _readings())


def place_of(letters: str, text: str) -> int | None:
    """Return after how many syllables of `text` the typed `letters` fit, None where they fit nowhere.

    Each syllable may be typed whole or by its beginning; 重 is found by chong and by zhong.
    """
    letters = _plain(letters)
    spoken = syllables(text)
    first = letters[:1]
    begins = (at for at, readings in enumerate(spoken) if any(one[0] == first for one in readings))
    return next((at for at in begins if _fits(letters, spoken[at:])), None)


def spells(letters: str, text: str) -> bool:
    """Return whether the typed `letters` stand for all of `text`, each syllable whole or by its beginning."""
    letters = _plain(letters)
    return bool(letters) and _fits(letters, syllables(text), whole=True)


def _plain(letters: str) -> str:
    return letters.lower().replace(" ", "").replace("'", "")


def _fits(letters: str, spoken: Sequence[tuple[str, ...]], whole: bool = False) -> bool:
    if not letters or not spoken:
        return not letters and not (whole and spoken)
    return any(
        _fits(letters[length:], spoken[1:], whole)
        for reading in spoken[0]
        for length in range(1, len(reading) + 1)
        if letters.startswith(reading[:length])
    )
