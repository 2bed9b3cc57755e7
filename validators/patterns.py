"""Kinds of check that many rules share, and the few character classes they speak of."""

import re
from collections.abc import Callable, Iterator, Mapping
from functools import lru_cache

from validators.rule import Finding

# One Chinese character: any letter but 0-9A-Za-z. A range over them all takes two milliseconds to compile.
# A pattern looks for a sign first and then back (?<=HAN.), since a search for 27,000 characters finds one everywhere.
HAN = r"[^\W0-9A-Za-z_]"
_LONGEST_TITLE = 200  # an opening mark further back was never closed
_SINGLE = str.maketrans("“”", "‘’")
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
        yield Finding(*match.span(group), message.format(quoted(match.group(group)), quoted(new or "")), new)


@lru_cache(maxsize=64)
def _one_of(words: tuple[str, ...]) -> re.Pattern[str]:
    return re.compile("|".join(re.escape(word) for word in sorted(words, key=len, reverse=True)))


def substitutions(words: Mapping[str, str], text: str, message: str) -> Iterator[Finding]:
    """Yield a finding for every key of `words` outside titles (《》); `message` takes the word and the better one."""
    for match in _one_of(tuple(words)).finditer(text):
        if not in_title(text, match.start()):
            word, better = match.group(), words[match.group()]
            yield Finding(*match.span(), message.format(quoted(word), quoted(better)), better)


def in_title(text: str, at: int) -> bool:
    """Return whether the character at `at` stands inside 《》: the wording of a title is not ours to change."""
    first = max(0, at - _LONGEST_TITLE)
    return text.rfind("《", first, at) > text.rfind("》", first, at)


def shorten(text: str, length: int = 24) -> str:
    """Return `text` as a message may quote it: cut with …… when it is long."""
    return quoted(text if len(text) <= length else f"{text[: length - 1]}……")


def quoted(text: str) -> str:
    """Return `text` as it stands inside “” (GB/T 15834-2011 引号): its own quotation marks are single."""
    return text.translate(_SINGLE)
