"""Headings taken apart, numbers, the tree of sections."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from editor.model.document import Block, BlockKind, Document
from editor.model.outline import from_chinese, heading_parts, number_for, outline, path_to, to_chinese, walk


@pytest.mark.parametrize(
    ("text", "number", "title", "run_in", "ordinal", "level"),
    [
        ("一、总体要求", "一、", "总体要求", False, 1, 1),
        ("十二、保障措施。", "十二、", "保障措施", False, 12, 1),
        ("第三部分 重点任务", "第三部分", "重点任务", False, 3, 1),
        ("（一）指导思想。以新思想为指导。", "（一）", "指导思想", True, 1, 2),
        ("(二)工作目标。", "(二)", "工作目标", False, 2, 2),
        ("1.坚持协同推进。激发活力。", "1.", "坚持协同推进", True, 1, 3),
        ("1．加强设计。", "1．", "加强设计", False, 1, 3),
        ("3、强化责任", "3、", "强化责任", False, 3, 3),
        ("（2）建立台账", "（2）", "建立台账", False, 2, 4),
        ("②建立台账", "②", "建立台账", False, 2, 4),
        ("——实施银龄行动。开展讲座。", "", "实施银龄行动", True, None, 0),
        ("弘扬科学精神。坚持立德树人。", "", "弘扬科学精神", True, None, 0),
        ("2025.6万人参加", "", "2025.6万人参加", False, None, 0),
        ("", "", "", False, None, 0),
    ],
)  # fmt: skip
def test_a_heading_is_taken_apart(text, number, title, run_in, ordinal, level):
    parts = heading_parts(text)
    assert (parts.number, parts.title, parts.run_in) == (number, title, run_in)
    assert (parts.ordinal, parts.number_level) == (ordinal, level)
    assert text[parts.start : parts.end] == title
    if parts.body is not None:
        assert text[parts.body - 1] == "。"


@given(st.integers(1, 99))
def test_chinese_numerals_round_trip(number):
    assert from_chinese(to_chinese(number)) == number


@pytest.mark.parametrize("numeral", ["", "百", "十十", "一二", "甲"])
def test_what_is_no_numeral_is_none(numeral):
    assert from_chinese(numeral) is None


@pytest.mark.parametrize(("level", "expected"), [(1, "十一、"), (2, "（十一）"), (3, "11."), (4, "（11）")])
def test_numbers_follow_the_standard(level, expected):
    assert number_for(level, 11) == expected


@given(st.text(max_size=60))
def test_parts_lie_inside_the_text(text):
    parts = heading_parts(text)
    assert 0 <= parts.start <= parts.end <= len(text)
    assert parts.body is None or parts.end < parts.body < len(text)


def plan(*levels: int) -> Document:
    """One block a level: 0 is a paragraph, -1 an annex."""
    kinds = {0: BlockKind.PARAGRAPH, -1: BlockKind.ANNEX}
    return Document(
        blocks=tuple(
            Block(f"b{i}", kinds.get(level, BlockKind.HEADING), f"标题{i}", max(level, 0))
            for i, level in enumerate(levels)
        )
    )


def test_sections_nest_by_level_and_span_their_blocks():
    sections = outline(plan(0, 1, 0, 2, 3, 0, 3, 2, 1, 0))
    assert [(s.level, s.start, s.end) for s in walk(sections)] == [
        (1, 1, 8), (2, 3, 7), (3, 4, 6), (3, 6, 7), (2, 7, 8), (1, 8, 10),
    ]  # fmt: skip
    assert [s.start for s in path_to(sections, 5)] == [1, 3, 4]
    assert path_to(sections, 0) == ()


def test_a_skipped_level_still_nests():
    (top,) = outline(plan(1, 3, 2))
    assert [child.level for child in top.children] == [3, 2]


def test_headings_of_an_annex_are_not_part_of_the_plan():
    (only,) = outline(plan(1, 0, -1, 1))
    assert only.end == 2
