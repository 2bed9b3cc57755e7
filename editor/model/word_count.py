"""How long a text is, as Word and WPS count it (字数统计), and without punctuation."""

import re
import unicodedata
from collections.abc import Iterable, Iterator
from dataclasses import dataclass

from editor.model.document import Block, BlockKind
from editor.model.text_cache import keep_by_text

# What Word takes for one character of Chinese each: characters, kana, Hangul, full-width forms and Chinese marks.
_CHINESE = re.compile(
    "[\u1100-\u11ff\u2014\u2018\u2019\u201c\u201d\u2026\u2460-\u24ff\u2e80-\u2fdf\u2ff0-\ud7af\uf900-\ufaff\ufe30-\ufe4f"
    "\uff01-\uffee\U00020000-\U0003ffff]"
)
_BLANK = "\u3000"


@dataclass(frozen=True, slots=True)
class WordCount:
    """The figures of one text."""

    words: int = 0  # 字数: Chinese characters with their marks, and words and numbers between blanks
    without_marks: int = 0  # the same without punctuation
    chinese: int = 0  # 中文字符, marks included
    other: int = 0  # 非中文单词: words and numbers
    characters: int = 0  # 字符数（不计空格）
    with_blanks: int = 0  # 字符数（计空格）
    paragraphs: int = 0  # those that are not empty

    def __add__(self, more: "WordCount") -> "WordCount":
        return WordCount(
            self.words + more.words,
            self.without_marks + more.without_marks,
            self.chinese + more.chinese,
            self.other + more.other,
            self.characters + more.characters,
            self.with_blanks + more.with_blanks,
            self.paragraphs + more.paragraphs,
        )


def count_blocks(blocks: Iterable[Block]) -> WordCount:
    """Return the figures of whole blocks; the cells of a table count as paragraphs."""
    return count_texts(text for block in blocks for text in _texts(block))


def count_tables(blocks: Iterable[Block]) -> WordCount:
    """Return the figures of the tables alone."""
    return count_blocks(block for block in blocks if block.kind is BlockKind.TABLE)


def count_texts(texts: Iterable[str]) -> WordCount:
    """Return the figures of several paragraphs together."""
    return sum(map(count, texts), WordCount())


def _texts(block: Block) -> Iterator[str]:
    yield block.text
    for row in block.rows:
        yield from row


@keep_by_text
def count(text: str) -> WordCount:
    """Return the figures of one paragraph."""
    blanks = sum(char.isspace() for char in text)
    chinese = len(_CHINESE.findall(text.replace(_BLANK, " ")))
    words = _CHINESE.sub(" ", text).split()
    marks = sum(_is_mark(char) for char in _CHINESE.findall(text))
    bare = sum(any(not _is_mark(char) for char in word) for word in words)
    return WordCount(
        words=chinese + len(words),
        without_marks=chinese - marks + bare,
        chinese=chinese,
        other=len(words),
        characters=len(text) - blanks,
        with_blanks=len(text),
        paragraphs=1 if text.strip() else 0,
    )


def _is_mark(char: str) -> bool:
    return unicodedata.category(char).startswith("P")
