"""A title broken by meaning into balanced lines (GB/T 9704-2012, 7.3.1): 梯形 or 菱形, no unit torn apart."""

import re
from collections.abc import Sequence
from functools import cache, lru_cache
from itertools import pairwise

from editor.gongwen.layout import STANDARD, ems
from resources import path as resource

# What is never torn apart: a short title in 《》, quoted words, parentheses, a number with its measure word, an agency.
_UNIT = re.compile(
    r"第[一二三四五六七八九十]+个五年规划|《[^《》〈〉]{1,12}》|〈[^《》〈〉]{1,12}〉|“[^“”]{1,12}”(?:时期|期间)?"
    r"|〔[^〔〕]{1,8}〕|（[^（）]{1,16}）|\([^()]{1,16}\)"
    r"|第?[0-9A-Za-z.．]+(?:\s*[—\-－–~～至]+\s*[0-9]+)?[%％]?(?:年度?|月|日|个|项|届|次|号|批|期|大)?"
    r"|第[一二三四五六七八九十百]+(?:个|届|次|批|期|季度|轮)|[一二三四五六七八九十百〇○]{1,4}(?:年|届|次|批|期|大|项|个|名同志|名|位|家|件)"
    r"|[A-Za-z]+"
)
_PLACE = re.compile(r"[\u4e00-\u9fff]{2,14}?自治[州县区]|[\u4e00-\u9fff]{1,4}?(?:[省市县区旗]|州(?![市县区]))")
_AGENCY = re.compile(r"人民政府|[\u4e00-\u9fff]{1,10}(?:局|厅|办公室|委员会|协会|联合会|领导小组)")  # after its place
_VERB = re.compile(r"关于(?:印发|转发)?|印发|转发")
_KINDS = ("通知", "方案", "实施方案", "意见", "实施意见", "报告", "决定", "办法", "函", "公告", "通报", "请示", "批复")
_NO_START = "的、，。；：！？）》”〉〕)]%％及和与等"
_NO_END = "《“（〈〔([第"
_LOCAL = frozenset("省市州县区旗盟镇乡全各")  # alone they belong to what follows: 县·全民科学素质工作领导小组
_MOST_LINES = 5
_LONGEST = 1000  # characters: beyond this it is no title, and looking for units would take its time


@cache
def _lexicon() -> tuple[frozenset[str], int, frozenset[tuple[str, str]]]:
    """Return the words, the longest one's length, and the joints inside phrases (科学素质·提升行动)."""
    lines = resource("word/title_words.txt").read_text("utf-8").splitlines()
    entries = [entry.split("·") for line in lines if not line.startswith("#") for entry in line.split()]
    words = frozenset(word for entry in entries for word in entry)
    return words, max(map(len, words)), frozenset(pair for entry in entries for pair in pairwise(entry))


def _plain_tokens(text: str) -> list[str]:
    """Cut running text into words by the lexicon, longest first; what it does not know stays together in twos."""
    words, longest, _ = _lexicon()
    tokens: list[str] = []
    at = 0
    unknown = ""
    while at < len(text):
        size = next((n for n in range(min(longest, len(text) - at), 1, -1) if text[at : at + n] in words), 0)
        if not size:
            unknown += text[at]
            at += 1
            continue
        tokens += _pairs(unknown)
        unknown = ""
        tokens.append(text[at : at + size])
        at += size
    return tokens + _pairs(unknown)


def _pairs(unknown: str) -> list[str]:
    """Keep an unknown run of up to four characters whole (a name, most likely), cut a longer one in twos."""
    if len(unknown) <= 4:
        return [unknown] if unknown else []
    odd = len(unknown) % 2  # a last single character joins the word before it
    cut = [unknown[i : i + 2] for i in range(0, len(unknown) - odd, 2)]
    return [*cut[:-1], cut[-1] + unknown[-1]] if odd else cut


def _issuers(text: str) -> list[tuple[int, int]]:
    """Return where the issuers stand: all before 关于, parted by white space."""
    verb = _VERB.search(text)
    return [match.span() for match in re.finditer(r"[^\s、]+", text[: verb.start()])] if verb else []


def _places(text: str) -> list[tuple[int, int]]:
    """Return where a place stands at the beginning or after a verb: 云溪县, but not 调整县."""
    starts = {0} | {match.end() for match in _VERB.finditer(text)}
    found = [match for start in starts if (match := _PLACE.match(text, start))]
    return [match.span() for match in found if match[0][:-1] not in _lexicon()[0]]


def _spans(text: str, names: Sequence[str], limit: float) -> list[tuple[int, int]]:
    """Return the stretches of `text` that stay whole, in order, none inside another."""
    found = _issuers(text) + [match.span() for match in _UNIT.finditer(text)]
    for known in sorted(filter(None, names), key=len, reverse=True):
        found += [match.span() for match in re.finditer(re.escape(known), text)]
    kept: list[tuple[int, int]] = []
    for start, end in found + _places(text):  # the surest first
        apart = all(end <= other_start or other_end <= start for other_start, other_end in kept)
        if apart and ems(text[start:end]) <= limit:
            kept.append((start, end))
    return sorted(kept)


def tokens(text: str, names: Sequence[str] = (), limit: float = STANDARD.title_characters) -> list[str]:
    """Cut a title into what must not be torn apart; joined again they are the title."""
    result: list[str] = []
    at = 0
    for start, end in _spans(text, names, limit):
        result += _plain_tokens(text[at:start])
        result.append(text[start:end])
        at = end
    result += _plain_tokens(text[at:])
    return _glue(result)


def _glue(parts: Sequence[str]) -> list[str]:
    """Join what may not start or end a line to its neighbour."""
    joined: list[str] = []
    for part in parts:
        starts = part[0] in _NO_START or part[0].isspace()
        if joined and (starts or joined[-1][-1] in _NO_END or joined[-1] in _LOCAL):
            joined[-1] += part
        else:
            joined.append(part)
    return joined


def _shape_cost(widths: Sequence[float]) -> float:
    """Return how far the lines are from a balanced trapezoid or diamond."""
    steps = [after - before for before, after in pairwise(widths)]
    turns = pairwise(step for step in steps if abs(step) >= 1)
    cost = sum(10 + 3 * min(-before, after) for before, after in turns if before < 0 < after)  # an hourglass
    if steps and all(abs(step) < 1 for step in steps):
        cost += 12.0  # a rectangle
    cost += sum(2.0 for step in steps if abs(step) < 1)
    cost += sum(max(0.0, abs(step) - 9) for step in steps)  # one line much longer than the next
    return cost + 0.2 * (max(widths) - min(widths))


def _break_cost(before: str, after: str) -> float:
    """Return how badly meaning suffers by a break between two tokens."""
    if after.startswith("关于"):
        return 0.0
    if before.endswith(("关于", "印发", "转发")):
        return 3.0 if before.endswith("发") else 9.0
    if after.startswith(("印发", "转发")):
        return 2.0
    if _PLACE.fullmatch(before.lstrip("《〈“")):
        return 12.0 if _AGENCY.match(after) else 4.0
    if (before.lstrip("《“"), after) in _lexicon()[2]:
        return 4.0
    if before[-1] in "》〉）”、，的" or before[-1].isspace():
        return 0.5
    if after[0] in "（(":
        return 2.5
    return 1.5 if len(before) > 1 and len(after) > 1 else 8.0


def _lines_cost(parts: Sequence[str], cuts: Sequence[int]) -> float:
    edges = [0, *cuts, len(parts)]
    lines = ["".join(parts[a:b]) for a, b in pairwise(edges)]
    widths = [ems(line) for line in lines]
    cost = 3.0 * len(lines) + _shape_cost(widths)
    cost += sum(_break_cost(parts[cut - 1], parts[cut]) for cut in cuts)
    cost += sum(30.0 for line in lines if line in _KINDS or ems(line) < 4)
    return cost


def _candidates(parts: Sequence[str], limit: float) -> list[tuple[int, ...]]:
    """Return every way to cut into the fewest lines that hold the text, or one line more; at most five lines."""
    fewest = max(1, -int(-sum(map(ems, parts)) // limit))
    most = min(fewest, _MOST_LINES - 1)
    return [cuts for count in range(fewest - 1, most + 1) for cuts in _cuts(parts, count, 0, limit)]


def _cuts(parts: Sequence[str], count: int, start: int, limit: float) -> list[tuple[int, ...]]:
    if not count:
        return [()] if ems("".join(parts[start:])) <= limit else []
    found = []
    width = 0.0
    for cut in range(start + 1, len(parts)):
        width += ems(parts[cut - 1])
        if width > limit:
            break
        if width >= 3:
            found += [(cut, *rest) for rest in _cuts(parts, count - 1, cut, limit)]
    return found


def _filled(parts: Sequence[str], limit: float) -> tuple[str, ...]:
    """Fill line after line: what is left for a title too long for any shape."""
    lines = [""]
    width = 0.0
    for part in parts:
        for piece in [part] if ems(part) <= limit else list(part):
            if lines[-1] and width + ems(piece) > limit:
                lines.append("")
                width = 0.0
            lines[-1] += piece
            width += ems(piece)
    return tuple(lines)


def _evenly_filled(parts: Sequence[str], limit: float) -> tuple[str, ...]:
    """Fill the fewest lines, as even as their words allow."""
    fewest = len(_filled(parts, limit))
    least = int(sum(map(ems, parts)) / fewest)
    narrower = (_filled(parts, width) for width in range(least, int(limit)))
    return next((lines for lines in narrower if len(lines) == fewest), _filled(parts, limit))


def balanced(lines: Sequence[str], limit: float = STANDARD.title_characters) -> bool:
    """Return whether lines are few enough for a 梯形 or 菱形 and make no hourglass (7.3.1)."""
    steps = [after - before for before, after in pairwise(map(ems, lines))]
    hourglass = any(before < -2 and after > 2 for before, after in pairwise(steps))
    return len(lines) <= _MOST_LINES and not hourglass and all(ems(line) <= limit for line in lines)


@lru_cache(maxsize=256)
def break_title(title: str, names: tuple[str, ...] = (), limit: float = STANDARD.title_characters) -> tuple[str, ...]:
    """Return the lines of a title, none wider than `limit` characters; joined they are the title.

    `names` are further units to keep whole: the issuer, the place. A line feed in the title is the author's break.
    """
    if "\n" in title:
        return tuple(line for part in title.split("\n") for line in break_title(part, names, limit) if line)
    if ems(title) <= limit:
        return (title,) if title else ()
    if len(title) > _LONGEST:
        return _filled(_plain_tokens(title), limit)
    parts = tokens(title, names, limit)
    if ems(title) <= (_MOST_LINES - 1) * limit:
        best = min(_candidates(parts, limit), key=lambda cuts: _lines_cost(parts, cuts), default=None)
        if best is not None:
            return tuple("".join(parts[a:b]) for a, b in pairwise([0, *best, len(parts)]))
    return _evenly_filled(parts, limit)
