"""Headings → tree: the parts of a heading, the sections of a document, the number a heading should have."""

import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass

from editor.model.document import Block, BlockKind, Document
from editor.model.text_cache import keep_by_text

_DIGITS = "零一二三四五六七八九"
_CN = "一二三四五六七八九十百"
_NUMBER = re.compile(
    rf"(?P<l1>[{_CN}]+[、.．，,])|(?P<part>第[{_CN}]+(?:部分|章)[、：:\s]*)|(?P<l2>[（(][{_CN}]+[）)][、.．]?|[㈠-㈩])"
    r"|(?P<l3>[0-9０-９]{1,2}(?:[、．]|[.](?![0-9])))|(?P<l4>[（(][0-9０-９]{1,2}[）)][、.．]?|[⑴-⒇①-⑳])"
    r"|(?P<dash>——|—|──|――)"
)


@dataclass(frozen=True, slots=True)
class HeadingParts:
    """A heading's text taken apart; offsets are characters into the block's text."""

    number: str  # as printed with its mark: "一、", "（一）", "1."; empty where there is none
    mark: str  # "——" where the heading is marked by a dash, else empty
    title: str  # without number, mark and final stop
    start: int  # where the title starts
    end: int  # where the title ends
    body: int | None  # where the run-in text starts; None for a heading on its own line
    ordinal: int | None  # the value of the number
    number_level: int  # the level that the number's form belongs to (一、 → 1 … （1） → 4), 0 without a number

    @property
    def run_in(self) -> bool:
        """Return whether text follows the heading in the same paragraph."""
        return self.body is not None


def to_chinese(number: int) -> str:
    """Return 1–99 as a Chinese numeral (12 → 十二)."""
    tens, ones = divmod(number, 10)
    return ("" if tens < 2 else _DIGITS[tens]) + ("十" if tens else "") + (_DIGITS[ones] if ones else "")


def from_chinese(numeral: str) -> int | None:
    """Return the value of a Chinese numeral below one hundred, None if it is none."""
    match = re.fullmatch(r"([一二三四五六七八九])?(十)?([一二三四五六七八九])?", numeral)
    if not numeral or match is None:
        return None
    tens, ten, ones = match.groups()
    if ten is None:
        return _DIGITS.index(numeral) if len(numeral) == 1 else None
    return (_DIGITS.index(tens) if tens else 1) * 10 + (_DIGITS.index(ones) if ones else 0)


def _ordinal(printed: str) -> int | None:
    char = printed[0]
    for first in "㈠⑴①":
        if 0 <= ord(char) - ord(first) < 20:
            return ord(char) - ord(first) + 1
    core = re.sub(rf"[^{_CN}0-9０-９]", "", printed)
    return int(core) if core.isdigit() else from_chinese(core)


_LEVEL_OF = {"l1": 1, "part": 1, "l2": 2, "l3": 3, "l4": 4, "dash": 0}


@keep_by_text
def heading_parts(text: str) -> HeadingParts:
    """Take the text of a heading apart: number, title up to the first 。, run-in text after it."""
    lead = len(text) - len(text.lstrip())
    match = _NUMBER.match(text, lead)
    number, mark, form = "", "", ""
    start = lead
    if match is not None and match.end() < len(text):
        form = match.lastgroup or ""
        start = match.end()
        if form == "dash":
            mark = match.group()
        else:
            number = match.group().strip()
    while start < len(text) and text[start] in " \u3000\t":
        start += 1
    stop = text.find("。", start)
    end = stop if stop >= 0 else len(text)
    while end > start and text[end - 1] in " \u3000\t；：，、;:,.":
        end -= 1
    body = stop + 1 if stop >= 0 and text[stop + 1 :].strip() else None
    ordinal = _ordinal(number) if number else None
    return HeadingParts(number, mark, text[start:end], start, end, body, ordinal, _LEVEL_OF.get(form, 0))


def number_for(level: int, ordinal: int) -> str:
    """Return the number a heading of `level` should carry (GB/T 9704-2012, 7.3.3): 一、 （一） 1. （1）."""
    match level:
        case 1:
            return f"{to_chinese(ordinal)}、"
        case 2:
            return f"（{to_chinese(ordinal)}）"
        case 3:
            return f"{ordinal}."
        case _:
            return f"（{ordinal}）"


@dataclass(frozen=True, slots=True)
class Section:
    """A heading and what stands under it; `start` and `end` (exclusive) are block indexes, the heading included."""

    block: Block
    parts: HeadingParts
    start: int
    end: int
    children: tuple["Section", ...]

    @property
    def level(self) -> int:
        """Return the heading's level, 1–4."""
        return self.block.level

    @property
    def title(self) -> str:
        """Return the heading without number, mark and final stop."""
        return self.parts.title

    def walk(self) -> Iterator["Section"]:
        """Yield this section and all below it, in document order."""
        yield self
        for child in self.children:
            yield from child.walk()


def outline(document: Document) -> tuple[Section, ...]:
    """Return the sections of the plan's body, in order and nested; headings of annexes do not belong to it."""
    blocks = document.blocks
    kinds = [block.kind for block in blocks]
    limit = kinds.index(BlockKind.ANNEX) if BlockKind.ANNEX in kinds else len(kinds)
    heading = BlockKind.HEADING  # looked up once: this runs at every key
    heads = [i for i in range(limit) if kinds[i] is heading]
    return _nest(blocks, heads, limit)


def _nest(blocks: Sequence[Block], heads: Sequence[int], limit: int) -> tuple[Section, ...]:
    sections = []
    at = 0
    while at < len(heads):
        level = blocks[heads[at]].level
        below = at + 1
        while below < len(heads) and blocks[heads[below]].level > level:
            below += 1
        end = heads[below] if below < len(heads) else limit
        block = blocks[heads[at]]
        sections.append(
            Section(block, heading_parts(block.text), heads[at], end, _nest(blocks, heads[at + 1 : below], end))
        )
        at = below
    return tuple(sections)


def walk(sections: Sequence[Section]) -> Iterator[Section]:
    """Yield all sections in document order."""
    for section in sections:
        yield from section.walk()


def path_to(sections: Sequence[Section], index: int) -> tuple[Section, ...]:
    """Return the sections that hold the block at `index`, from level 1 down; empty before the first heading."""
    for section in sections:
        if section.start <= index < section.end:
            return (section, *path_to(section.children, index))
    return ()
