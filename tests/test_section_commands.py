"""Moving, promoting and demoting sections: text and number follow, one undo takes it back."""

import pytest

from editor.commands import Selection
from editor.model.document import BlockKind, Document
from editor.model.edits import Transaction
from editor.section_commands import Where, drop, move_down, move_to, move_up, shift_levels
from templates.analysis import analyse
from tests.builders import plan

LINES = [
    *("#方案", "一、总体要求", "前言。", "二、提升行动", "（一）青少年"),
    *("甲文。", "（二）农民", "乙文。", "三、保障"),
]


def done(document: Document, transaction: Transaction | None) -> list[str]:
    """Apply, check that the inverse restores the original, and return the texts."""
    assert transaction is not None
    result = transaction.apply(document)
    assert transaction.invert().apply(result) == document
    return [block.text for block in result.blocks]


def at(document: Document, words: str) -> Selection:
    index = next(index for index, block in enumerate(document.blocks) if words in block.text)
    return Selection(index, index)


def test_a_section_moves_down_with_its_text_and_is_numbered_anew():
    document = plan(*LINES)
    moved = done(document, move_down(analyse(document), at(document, "青少年")))
    assert moved[4:8] == ["（一）农民", "乙文。", "（二）青少年", "甲文。"]


def test_a_section_of_level_one_takes_all_below_it_along():
    document = plan(*LINES)
    moved = done(document, move_up(analyse(document), at(document, "提升行动")))
    assert moved[1:] == [
        "一、提升行动", "（一）青少年", "甲文。", "（二）农民", "乙文。", "二、总体要求", "前言。", "三、保障",
    ]  # fmt: skip


def test_the_first_of_a_group_goes_to_the_end_of_the_group_before():
    document = plan(*LINES)
    moved = done(document, move_up(analyse(document), at(document, "青少年")))
    assert moved[1:7] == ["一、总体要求", "前言。", "（一）青少年", "甲文。", "二、提升行动", "（一）农民"]


def test_the_last_of_a_group_goes_to_the_beginning_of_the_next():
    document = plan(*LINES)
    moved = done(document, move_down(analyse(document), at(document, "农民")))
    assert moved[4:] == ["（一）青少年", "甲文。", "三、保障", "（一）农民", "乙文。"]


@pytest.mark.parametrize(("move", "words"), [(move_up, "总体要求"), (move_down, "保障"), (move_up, "方案")])
def test_at_the_end_of_the_plan_nothing_moves(move, words):
    document = plan(*LINES)
    assert move(analyse(document), at(document, words)) is None


def test_the_line_that_closes_a_group_stays_when_its_last_task_leaves():
    lines = [
        "一、任务", "（一）农民行动", "1.甲。做甲。", "2.乙。做乙。", "牵头单位：县农业农村局。责任单位：县科协。",
        "（二）青少年行动", "1.丙。做丙。", "2.丁。做丁。", "牵头单位：县教育局。责任单位：团县委。",
    ]  # fmt: skip
    document = plan(*lines)
    moved = done(document, move_up(analyse(document), at(document, "乙")))
    assert moved[2:5] == ["1.乙。做乙。", "2.甲。做甲。", lines[4]]
    moved = done(document, move_down(analyse(document), at(document, "乙")))
    assert moved[3:7] == [lines[4], "（二）青少年行动", "1.乙。做乙。", "2.丙。做丙。"]
    moved = done(document, move_up(analyse(document), at(document, "丙")))
    assert moved[2:7] == ["1.甲。做甲。", "2.乙。做乙。", "3.丙。做丙。", lines[4], "（二）青少年行动"]


def test_tasks_numbered_through_the_plan_stay_numbered_through():
    document = plan("一、任务", "（一）甲", "1.子。文", "2.丑。文", "（二）乙", "3.寅。文", "4.卯。文")
    moved = done(document, move_down(analyse(document), at(document, "丑")))
    assert moved[2:] == ["1.子。文", "（二）乙", "2.丑。文", "3.寅。文", "4.卯。文"]
    moved = done(document, move_up(analyse(document), at(document, "（二）乙")))
    assert moved[1:] == ["（一）乙", "1.寅。文", "2.卯。文", "（二）甲", "3.子。文", "4.丑。文"]


def test_numbers_elsewhere_are_left_as_they_are():
    document = plan("一、甲", "（三）子", "（五）丑", "二、乙", "（一）寅", "（二）卯")
    moved = done(document, move_up(analyse(document), at(document, "卯")))
    assert moved == ["一、甲", "（三）子", "（五）丑", "二、乙", "（一）卯", "（二）寅"]


def test_demoting_takes_the_subtree_along_and_promoting_brings_it_back():
    document = plan(*LINES)
    transaction = shift_levels(analyse(document), at(document, "提升行动"), 1)
    texts = done(document, transaction)
    assert texts[3:] == ["（一）提升行动", "1.青少年", "甲文。", "2.农民", "乙文。", "二、保障"]
    demoted = transaction.apply(document)
    back = shift_levels(analyse(demoted), at(demoted, "提升行动"), -1)
    assert back.apply(demoted) == document


def test_what_follows_a_promoted_heading_is_numbered_in_its_new_group():
    document = plan(*LINES)
    assert done(document, shift_levels(analyse(document), at(document, "青少年"), -1))[3:] == [
        "二、提升行动", "三、青少年", "甲文。", "（一）农民", "乙文。", "四、保障",
    ]  # fmt: skip


@pytest.mark.parametrize(("line", "by"), [("一、甲", -1), ("（1）甲", 1)])
def test_levels_end_at_one_and_four(line, by):
    document = plan(line)
    assert shift_levels(analyse(document), Selection(0, 0), by) is None


def test_a_subtree_that_would_grow_too_deep_stays():
    document = plan("一、甲", "（一）乙", "1.丙", "（1）丁")
    assert shift_levels(analyse(document), Selection(0, 0), 1) is None


def test_body_text_has_no_level():
    document = plan("一、甲", "正文。")
    assert shift_levels(analyse(document), Selection(1, 1), 1) is None


def test_selected_headings_change_together_and_once():
    document = plan("一、甲", "（一）乙", "二、丙", "三、丁")
    texts = done(document, shift_levels(analyse(document), Selection(2, 3), 1))
    assert texts == ["一、甲", "（一）乙", "（二）丙", "（三）丁"]


def test_paragraphs_move_together_and_not_across_the_title():
    document = plan("#方案", "甲。", "乙。", "丙。", "一、丁")
    assert done(document, move_up(analyse(document), Selection(2, 3)))[1:4] == ["乙。", "丙。", "甲。"]
    assert done(document, move_down(analyse(document), Selection(3, 3)))[3:] == ["一、丁", "丙。"]
    assert move_up(analyse(document), Selection(1, 1)) is None


def test_a_section_is_not_moved_into_itself_nor_where_it_stands():
    document = plan(*LINES)
    analysis = analyse(document)
    for index in (3, 5, 8):
        assert move_to(analysis, document.blocks[3].id, index) is None


@pytest.mark.parametrize(
    ("where", "wanted"),
    [
        (Where.BEFORE, ["（一）保障", "（二）青少年", "甲文。", "（三）农民", "乙文。"]),
        (Where.BEHIND, ["（一）青少年", "甲文。", "（二）保障", "（三）农民", "乙文。"]),
        (Where.BELOW, ["（一）青少年", "甲文。", "1.保障", "（二）农民", "乙文。"]),
    ],
)
def test_a_dropped_section_takes_the_level_of_its_new_place(where, wanted):
    document = plan(*LINES)
    transaction = drop(analyse(document), document.blocks[8].id, document.blocks[4].id, where)
    assert done(document, transaction)[4:] == wanted
    assert next(one for one in transaction.apply(document).blocks if "保障" in one.text).kind is BlockKind.HEADING


def test_a_section_dropped_into_itself_or_too_deep_stays():
    document = plan("一、甲", "（一）乙", "1.丙", "（1）丁", "二、戊", "（一）己")
    analysis = analyse(document)
    assert drop(analysis, "0", "1", Where.BELOW) is None
    assert drop(analysis, "4", "2", Where.BELOW) is None
    assert drop(analysis, "4", "gone", Where.BELOW) is None


def test_a_part_keeps_the_form_of_its_number():
    document = plan("第一部分　甲", "第二部分　乙")
    assert done(document, move_down(analyse(document), Selection(0, 0))) == ["第一部分　乙", "第二部分　甲"]
