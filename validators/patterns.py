"""Kinds of check that many rules share, and the few character classes they speak of."""

import re
from collections.abc import Callable, Iterator, Mapping
from functools import lru_cache

from validators.rule import Finding

HAN = "\u3400-\u9fff〇"  # Chinese characters, 〇 included
_LONGEST_TITLE = 200  # an opening mark further back was never closed
YEAR = "(?:19|20)[0-9]{2}"


def matches(
    pattern: re.Pattern[str],
    text: str,
    message: str,
    replacement: Callable[[re.Match[str]], str] | str | None = None,
    group: int | str = 0,
) -> Iterator[Finding]:
    """Yield a finding for every match (or its `group`); `message` takes the words found and their replacement."""
    for match in pattern.finditer(text):
        new = replacement(match) if callable(replacement) else replacement
        yield Finding(*match.span(group), message.format(match.group(group), new), new)


@lru_cache(maxsize=64)
def _one_of(words: tuple[str, ...]) -> re.Pattern[str]:
    return re.compile("|".join(re.escape(word) for word in sorted(words, key=len, reverse=True)))


def substitutions(words: Mapping[str, str], text: str, message: str) -> Iterator[Finding]:
    """Yield a finding for every key of `words` outside titles (《》); `message` takes the word and the better one."""
    for match in _one_of(tuple(words)).finditer(text):
        if not in_title(text, match.start()):
            yield Finding(*match.span(), message.format(match.group(), words[match.group()]), words[match.group()])


def in_title(text: str, at: int) -> bool:
    """Return whether the character at `at` stands inside 《》: the wording of a title is not ours to change."""
    first = max(0, at - _LONGEST_TITLE)
    return text.rfind("《", first, at) > text.rfind("》", first, at)


def shorten(text: str, length: int = 24) -> str:
    """Return `text` as a message may quote it: cut with …… when it is long."""
    return text if len(text) <= length else f"{text[: length - 1]}……"
