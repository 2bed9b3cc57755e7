"""Remnants inside lines taken out: Word bookmarks, HTML tags and entities, invisible characters, pinyin."""

import html
import re
from collections.abc import Iterator, Sequence

from editor.importing.lines import Line, SourceLine
from editor.importing.marks import restore_marks
from editor.importing.result import Dropped

_BREAK = re.compile(r"[\v\f\x1c-\x1e\x85\u2028\u2029]|<\s?br\s?/?\s?>|</p>", re.IGNORECASE)
_BLANKS = re.compile(r"[\n\r\v\f\x1c-\x1e\x85\u00a0\u2002-\u200a\u2028\u2029\u202f\u205f]")
# HTML names are Latin: 《…<纲要>…》 of a nested title is text and stays.
_TAG = re.compile(
    r"<!--.{0,2000}?-->|<![^<>]{0,200}>|<\?[^<>]{0,200}>|</?[A-Za-z][A-Za-z0-9:]{0,15}(?:\s[^<>]{0,2000})?/?>"
)
_ENTITY = re.compile(r"&(?:#\d{2,7}|#[xX][0-9a-fA-F]{2,6}|[A-Za-z]{2,10});")
_BOOKMARK = re.compile(r"\[bookmark:[^\[\]]{0,100}\]|\[endif\]|\[if [^\[\]]{0,60}\]", re.IGNORECASE)
_FIELD_CODE = re.compile(
    r"\b(?:HYPERLINK|PAGEREF|TOC|MERGEFORMAT|INCLUDEPICTURE)\b(?:\s+(?:\\\w|\"[^\"]{0,500}\"|_Toc\d+))+"
)
_INVISIBLE = re.compile(
    r"[\u00ad\u180e\u200b-\u200f\u202a-\u202e\u2060-\u2064\u2066-\u2069\ufe0e\ufe0f\ufeff\U000e0000-\U000e007f]"
)
_CONTROL = re.compile(r"[\x00-\x08\x0e-\x1b\x1f\x7f-\x84\x86-\x9f\ufffe\uffff\ud800-\udfff]")
_TONES = "āáǎàēéěèīíǐìōóǒòūúǔùǖǘǚǜü"
_SYLLABLE = (
    rf"(?:zh|ch|sh|[bpmfdtnlgkhjqxrzcsyw])?"
    rf"(?:[aeiouvêɡ{_TONES}]{{1,3}}(?:ng|n|r)?)"
)
# A single bare letter is a list mark (a), not a reading.
_PINYIN = re.compile(
    rf"(?<=[\u3400-\u9fff])[（(]\s?(?!\s?[a-z]\s?[)）]){_SYLLABLE}(?:\s?/\s?{_SYLLABLE}){{0,4}}\s?[)）]"
)
_MARKDOWN = re.compile(r"^\s*#{1,6}\s+|\*\*|^\s*>\s+")
# Spaces inside a heading number: 一 、总体要求, （ 一 ）加强领导.
_SPACED_NUMBER = re.compile(
    r"(?:[一二三四五六七八九十]{1,3}\s+[、.．]|[（(]\s*[一二三四五六七八九十\d]{1,3}\s*[）)]|\d{1,2}\s+(?:[．、]|\.(?!\d))|第\s*[一二三四五六七八九十]{1,3}\s*(?:部分|章))"
)
_REMNANTS: tuple[tuple[str, re.Pattern[str], str], ...] = (
    ("[", _BOOKMARK, "Word 书签残留"),
    ("<", _TAG, "网页标签残留"),
    ("", _FIELD_CODE, "Word 域代码残留"),
    ("", _INVISIBLE, "看不见的字符"),
    ("", _CONTROL, "控制字符"),
    ("", _PINYIN, "注音残留"),
    ("", _MARKDOWN, "标记符号残留"),
)


def clean_lines(source: Sequence[SourceLine]) -> tuple[tuple[Line, ...], list[Dropped], int]:
    """Return the non-blank lines without remnants, what was taken out of them, and how many marks were restored.

    A line that holds line breaks of Word or HTML becomes several lines with the same number.
    """
    lines: list[Line] = []
    dropped: list[Dropped] = []
    restored = 0
    for entry in source:
        for line in _cleaned(entry, dropped):
            restored += _differing(line.printed, line.text)
            lines.append(line)
    return tuple(lines), dropped, restored


def _differing(printed: str, text: str) -> int:
    return 0 if printed == text else sum(1 for was, now in zip(printed, text, strict=True) if was != now)


def _cleaned(entry: SourceLine, dropped: list[Dropped]) -> Iterator[Line]:
    if entry.cells:
        cells = tuple(restore_marks(strip_remnants(cell, entry.number, dropped).strip()) for cell in entry.cells)
        text = "\t".join(cells)
        if text.strip():
            yield Line(entry.number, text, text, cells, entry.table, entry.covers, entry.level)
        return
    for part in _parts(entry.text, entry.number, dropped):
        printed = _close_number(strip_remnants(part, entry.number, dropped).strip())
        if printed:
            text = restore_marks(printed)
            yield Line(entry.number, text, printed, (), 0, entry.covers, entry.level, entry.right)


def _close_number(text: str) -> str:
    match = _SPACED_NUMBER.match(text)
    return text if match is None else "".join(match.group().split()) + text[match.end() :]


def _parts(text: str, number: int, dropped: list[Dropped]) -> Iterator[str]:
    start = 0
    for match in _BREAK.finditer(text):
        yield text[start : match.start()]
        if match.group().startswith("<"):
            dropped.append(Dropped(number, match.group(), "网页标签残留"))
        start = match.end()
    yield text[start:]


def strip_remnants(text: str, number: int, dropped: list[Dropped]) -> str:
    """Return `text` without remnants; each kind taken out of it is noted once in `dropped`."""
    if text.isascii() and text.isalnum():
        return text
    text = _decode_entities(text, number, dropped)
    for sign, pattern, why in _REMNANTS:
        if sign in text:
            removed = "".join(pattern.findall(text))
            if removed:
                dropped.append(Dropped(number, removed, why))
                text = pattern.sub("", text)
    return _BLANKS.sub(" ", text)


def _decode_entities(text: str, number: int, dropped: list[Dropped]) -> str:
    if "&" not in text:
        return text
    seen = "".join(entity for entity in _ENTITY.findall(text) if html.unescape(entity) != entity)
    if not seen:
        return text
    dropped.append(Dropped(number, seen, "网页字符代码，已还原为字符"))
    return _ENTITY.sub(lambda match: html.unescape(match.group()), text)
