"""Finding Chinese words by pinyin: initials (dcgw), the whole of it (daochugongwen), and any mixture of both."""

import json
from bisect import bisect_right
from collections.abc import Sequence
from functools import cache, lru_cache

from resources import path

# The first character of GB 2312's common ones for every initial: those 3,755 stand in the order of their pinyin.
_FIRST = "啊芭擦搭蛾发噶哈击喀垃妈拿哦啪期然撒塌挖昔压匝"
_INITIALS = "abcdefghjklmnopqrstwxyz"
_COMMON = (b"\xb0\xa1", b"\xd7\xf9")

_Syllables = tuple[tuple[str, ...], ...]  # the readings of each character


@cache
def _readings() -> dict[str, tuple[str, ...]]:
    data = json.loads(path("pinyin.json").read_text(encoding="utf-8"))
    return {character: tuple(readings.split()) for character, readings in data.items()}


@cache
def _starts() -> list[bytes]:
    return [one.encode("gb2312") for one in _FIRST]


def _initial(character: str) -> str:
    """Return the first letter of a common character's pinyin, the character itself where it is none of those."""
    code = character.encode("gb2312", "ignore")
    if not _COMMON[0] <= code <= _COMMON[1]:
        return character.lower()
    return _INITIALS[bisect_right(_starts(), code) - 1]


@lru_cache(maxsize=1024)
def syllables(text: str) -> _Syllables:
    """Return the readings of the characters of `text`; letters and figures stand for themselves, marks fall away.

    A character that the table does not have is known by its initial.
    """
    known = _readings()
    return tuple(known.get(one) or (_initial(one),) for one in text if one in known or one.isalnum())


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
