"""Finding Chinese words by pinyin: initials (dcgw), the whole of it (daochugongwen), and any mixture of both."""

import json
from collections.abc import Sequence
from functools import cache, lru_cache

from resources import path

_Syllables = tuple[tuple[str, ...], ...]  # the readings of each character


@cache
def _readings() -> dict[str, tuple[str, ...]]:
    data = json.loads(path("pinyin.json").read_text(encoding="utf-8"))
    return {character: tuple(readings.split()) for character, readings in data.items()}


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
    letters = letters.lower().replace(" ", "").replace("'", "")
    spoken = syllables(text)
    return next((at for at in range(len(spoken)) if letters and _fits(letters, spoken[at:])), None)


def _fits(letters: str, spoken: Sequence[tuple[str, ...]]) -> bool:
    if not letters:
        return True
    if not spoken:
        return False
    return any(
        _fits(letters[length:], spoken[1:])
        for reading in spoken[0]
        for length in range(1, len(reading) + 1)
        if letters.startswith(reading[:length])
    )
