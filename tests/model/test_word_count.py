"""Figures of Word's 字数统计 for texts with Chinese, numbers, words and blanks."""

import pytest

from editor.model.document import Block, BlockKind
from editor.model.word_count import WordCount, count, count_blocks, count_texts


@pytest.mark.parametrize(
    ("text", "words", "bare", "chinese", "other", "characters", "with_blanks"),
    [
        ("", 0, 0, 0, 0, 0, 0),
        ("云溪县。", 4, 3, 4, 0, 4, 4),
        ("到2030年，达到25%。", 8, 6, 6, 2, 13, 13),
        ("县科协 App 平台", 6, 6, 5, 1, 8, 10),
        ("　　“科普中国”——平台", 10, 6, 10, 0, 10, 12),
        ("Hello, world - 1.5", 4, 3, 0, 4, 15, 18),
        ("𠮷〔2026〕3号", 6, 4, 4, 2, 9, 9),
        ("（一）Ａ①", 5, 3, 5, 0, 5, 5),
    ],
)
def test_a_paragraph_counts_as_in_word(text, words, bare, chinese, other, characters, with_blanks):
    assert count(text) == WordCount(words, bare, chinese, other, characters, with_blanks, 1 if text.strip() else 0)


def test_paragraphs_and_cells_add_up():
    blocks = (
        Block("a", BlockKind.PARAGRAPH, "甲乙。"),
        Block("b", BlockKind.PARAGRAPH, ""),
        Block("c", BlockKind.TABLE, rows=(("序号", "1"), ("丙", ""))),
    )
    total = count_blocks(blocks)
    assert (total.words, total.without_marks, total.paragraphs) == (7, 6, 4)
    assert count_texts(("甲乙。", "序号", "1", "丙")) == total
