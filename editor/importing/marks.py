"""Half-width marks between Chinese characters → full-width: nearly every crawl turns ，：；？！（） to ASCII."""

import re

_FULL = {",": "，", ":": "：", ";": "；", "?": "？", "!": "！", "(": "（", ")": "）"}
_ANY = re.compile(r"[,:;?!()]")
_BRACKETS = re.compile(r"[()（）]")
_SIMPLE = re.compile(r"[,:;!]|(?<!\?)\?(?!\?)")  # several ? are destroyed characters
_LETTERS = r"\u2e80-\u2fdf\u3001-\u303f\u3400-\u9fff\uf900-\ufaff“”‘’…—·\U00020000-\U0003ffff"
_CHINESE = re.compile(rf"[{_LETTERS}，。；：！？（）％]")
_CHINESE_TEXT = re.compile(rf"[{_LETTERS}]")  # without the marks that this very module sets
_WESTERN = re.compile(r"[0-9A-Za-z０-９]")
_ADDRESS = re.compile(r"(?:https?|ftp)://[!-~]{1,2000}|www\.[!-~]{1,2000}|[\w.+-]{1,64}@[A-Za-z0-9.-]{1,255}", re.ASCII)
_LOOK = 3  # blanks to look across for the neighbour


def restore_marks(text: str) -> str:
    """Return `text` with its half-width marks beside Chinese characters made full-width; the length stays.

    Numbers (1,000), times (8:30), addresses and Western words keep theirs; brackets change in pairs.
    """
    if not _ANY.search(text):
        return text
    chars = list(text)
    inside = (
        [match.span() for match in _ADDRESS.finditer(text)] if "://" in text or "www." in text or "@" in text else []
    )
    for opening, closing in _pairs(text):
        if not _within(inside, opening):
            chars[opening], chars[closing] = "（", "）"
    places = [match.start() for match in _SIMPLE.finditer(text) if not _within(inside, match.start())]
    for at in (*places, *reversed(places)):  # a mark set on one side decides for the next: both directions
        if chars[at] in _FULL and _is_chinese_place(chars, at):
            chars[at] = _FULL[chars[at]]
    return "".join(chars)


def _within(spans: list[tuple[int, int]], at: int) -> bool:
    return any(start <= at < end for start, end in spans)


def _is_chinese_place(chars: list[str], at: int) -> bool:
    left, right = _neighbour(chars, at, -1), _neighbour(chars, at, 1)
    if _WESTERN.match(left) and _WESTERN.match(right):
        return False
    return bool(_CHINESE.match(left) or _CHINESE.match(right) or (left == "%" and not right))


def _neighbour(chars: list[str], at: int, step: int) -> str:
    for distance in range(1, _LOOK + 1):
        position = at + step * distance
        if not 0 <= position < len(chars):
            return ""
        if not chars[position].isspace():
            return chars[position]
    return ""


def _pairs(text: str) -> list[tuple[int, int]]:
    """Return the bracket pairs that hold, follow or precede a Chinese character, in linear time."""
    found: list[tuple[int, int]] = []
    open_at: list[int] = []
    chinese_in: list[bool] = []  # for each open bracket: a Chinese character was seen since
    last = 0
    for match in _BRACKETS.finditer(text):
        at = match.start()
        if chinese_in and not chinese_in[-1]:
            chinese_in[-1] = _CHINESE_TEXT.search(text, last, at) is not None
        last = at + 1
        if match.group() in "(（":
            open_at.append(at)
            chinese_in.append(False)
        elif open_at:
            opening, chinese = open_at.pop(), chinese_in.pop()
            if chinese_in:
                chinese_in[-1] = chinese_in[-1] or chinese
            if chinese or _touches_chinese(text, opening, at):
                found.append((opening, at))
    return found


def _touches_chinese(text: str, opening: int, closing: int) -> bool:
    before, after = text[opening - 1 : opening] if opening else "", text[closing + 1 : closing + 2]
    return bool(_CHINESE_TEXT.match(before) or _CHINESE_TEXT.match(after))
