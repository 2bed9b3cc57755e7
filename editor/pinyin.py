"""Finding Chinese words by pinyin: initials (dcgw), the whole of it (daochugongwen), and any mixture of both."""

import json
from collections.abc import Sequence
from functools import cache, lru_cache

from resources import path

_Syllables = tuple[tuple[str, ...], ...]  # the readings of each character


@cache
def _readings() -> dict[str, tuple[str, ...]]:
    """Return the readings of each character: those of GB 2312, level 1, and the usual ones of place names."""
    data: dict[str, str] = json.loads(path("pinyin.json").read_text(encoding="utf-8"))
    found: dict[str, tuple[str, ...]] = {}
    for syllable, characters in data.items():
        for character in characters:
            found[character] = (*found.get(character, ()), syllable)
    return found


@lru_cache(maxsize=8192)  # the names of a large register
def syllables(text: str) -> _Syllables:
    """Return the readings of the characters of `text`; letters and figures stand for themselves, marks fall away."""
    known = _readings()
    return tuple(known.get(one) or (one.lower(),) for one in text if one in known or one.isalnum())


@lru_cache(maxsize=8192)
def _places(text: str) -> dict[str, list[int]]:
    """Return the syllables of `text` that begin with each letter: most words are passed over by the first one."""
    found: dict[str, list[int]] = {}
    for at, readings in enumerate(syllables(text)):
        for letter in {reading[0] for reading in readings}:
            found.setdefault(letter, []).append(at)
    return found


def unread(text: str) -> str:
    """Return the Chinese characters of `text` for which no reading is known."""
    return "".join(one for one in text if "\u4e00" <= one <= "\u9fff" and one not in _readings())


def place_of(letters: str, text: str) -> int | None:
    """Return after how many syllables of `text` the typed `letters` fit, None where they fit nowhere.

    Each syllable may be typed whole or by its beginning; 重 is found by chong and by zhong.
    """
    letters = _plain(letters)
    begins = _places(text).get(letters[:1], ())
    return next((at for at in begins if _fits(letters, syllables(text)[at:])), None)


def spells(letters: str, text: str) -> bool:
    """Return whether the typed `letters` stand for all of `text`, each syllable whole or by its beginning."""
    letters = _plain(letters)
    return bool(letters) and _fits(letters, syllables(text), whole=True)


def _plain(letters: str) -> str:
    return letters.lower().replace(" ", "").replace("'", "")


def _fits(letters: str, spoken: Sequence[tuple[str, ...]], whole: bool = False) -> bool:
    if not letters or not spoken:
        return not letters and not (whole and spoken)
    for reading in spoken[0]:
        for length in range(1, len(reading) + 1):
            if not letters.startswith(reading[:length]):
                break
            if _fits(letters[length:], spoken[1:], whole):
                return True
    return False
