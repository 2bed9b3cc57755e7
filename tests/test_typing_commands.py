"""Enter, Backspace and paired marks as pure functions."""

import pytest

from editor.model.document import Block, BlockKind, Document
from editor.typing_commands import completes_pair, in_title, is_empty_pair, press_backspace, press_enter, skips_closing
from tests.builders import plan


def done(document: Document, step) -> tuple[list[str], int, int]:
    result = step.transaction.apply(document)
    assert step.transaction.invert().apply(result) == document
    return [block.text for block in result.blocks], step.block, step.at


def test_after_a_task_the_next_number_begins_and_those_behind_it_go_on():
    document = plan("一、任务", "1.甲。做甲。", "2.乙。做乙。")
    assert done(document, press_enter(document, 1, 7)) == (["一、任务", "1.甲。做甲。", "2.", "3.乙。做乙。"], 2, 2)


def test_enter_or_backspace_on_a_number_without_title_ends_the_list():
    document = plan("一、任务", "1.甲。做甲。", "2.乙。做乙。")
    begun = press_enter(document, 1, 7).transaction.apply(document)
    for step in (press_enter(begun, 2, 2), press_backspace(begun, 2, 2)):
        assert done(begun, step) == (["一、任务", "1.甲。做甲。", "", "2.乙。做乙。"], 2, 0)
        assert step.transaction.apply(begun).blocks[2].kind is BlockKind.PARAGRAPH


def test_a_heading_on_its_own_line_is_left_to_the_ordinary_enter():
    document = plan("一、任务", "——甲。做甲。", "正文。")
    assert [press_enter(document, index, len(document.blocks[index].text)) for index in range(3)] == [None] * 3
    assert press_enter(document, 0, 3) is None


def test_enter_before_a_title_opens_a_paragraph_above_and_keeps_the_heading_whole():
    document = plan("一、任务")
    assert done(document, press_enter(document, 0, 2)) == (["", "一、任务"], 1, 2)
    assert press_enter(document, 0, 0) is None


def test_backspace_behind_the_number_makes_body_text_and_numbers_the_rest():
    document = plan("一、甲", "二、乙", "三、丙")
    assert done(document, press_backspace(document, 1, 2)) == (["一、甲", "乙", "二、丙"], 1, 0)


@pytest.mark.parametrize(("line", "at"), [("一、甲", 0), ("一、甲", 3), ("正文", 0), ("——甲。乙", 2)])
def test_backspace_elsewhere_is_the_ordinary_one(line, at):
    assert press_backspace(plan(line), 0, at) is None


@pytest.mark.parametrize(
    ("text", "at", "char", "wanted"),
    [
        ("", 0, "（", True),
        ("见。", 1, "《", True),
        ("见法", 1, "《", False),
        ("", 0, "(", False),
        ("（）", 1, "“", True),
    ],
)
def test_an_opening_mark_is_completed_where_no_word_follows(text, at, char, wanted):
    assert completes_pair(text, at, char) is wanted


@pytest.mark.parametrize(
    ("text", "at", "char", "wanted"),
    [
        ("（甲）", 2, "）", True),
        ("（（甲）", 3, "）", False),  # the outer one is still open
        ("甲）", 1, "）", False),  # nothing before it is open
        ("（甲", 2, "）", False),
        ("“”", 1, "”", True),
        ("甲。", 1, "。", False),
    ],
)
def test_a_closing_mark_is_stepped_over_where_it_is_the_one_wanted(text, at, char, wanted):
    assert skips_closing(text, at, char) is wanted


def test_an_empty_pair_is_one():
    assert is_empty_pair("甲《》", 2)
    assert not is_empty_pair("甲《》", 1)
    assert not is_empty_pair("《", 1)


def test_the_title_of_a_task_ends_before_its_text():
    task = Block("a", BlockKind.HEADING, "1.甲。做甲。", 3)
    assert [in_title(task, at) for at in (0, 4, 5)] == [True, False, False]
    assert in_title(Block("b", BlockKind.HEADING, "一、甲", 1), 3)
    assert not in_title(Block("c", BlockKind.PARAGRAPH, "甲"), 0)
