"""Rows of a table under the hand of somebody who edits them: nothing is lost, ragged rows stay, sizes are bounded."""

import pytest

from editor.model.errors import TableTooLarge
from editor.model.table_grid import (
    MOST_CHARACTERS,
    MOST_COLUMNS,
    MOST_ROWS,
    Area,
    cell_name,
    clear,
    empty_rows,
    from_text,
    insert_columns,
    insert_rows,
    is_ragged,
    move_rows,
    remove_columns,
    remove_rows,
    to_text,
    write,
)

ROWS = (("序号", "任务", "单位"), ("1", "科普", "县科协"), ("2", "培训", "县教育体育局"))
RAGGED = (("序号", "任务", "单位"), ("一、青少年",), ("1", "科普", "县科协"))


def test_a_cell_is_named_as_people_count():
    assert cell_name(2, 1) == "表格第3行第2列"


def test_rows_come_and_go_and_move():
    assert insert_rows(ROWS, 1) == (ROWS[0], ("", "", ""), *ROWS[1:])
    assert remove_rows(ROWS, 1, 2) == ROWS[:1]
    assert move_rows(ROWS, 1, 1, 1) == (ROWS[0], ROWS[2], ROWS[1])
    assert move_rows(ROWS, 0, 1, 1) == (ROWS[2], ROWS[0], ROWS[1])
    assert move_rows(ROWS, 0, 1, -1) == ROWS
    assert insert_rows((), 0) == (("",),)


def test_columns_come_and_go_and_a_short_row_stays_short():
    assert insert_columns(RAGGED, 1) == (("序号", "", "任务", "单位"), ("一、青少年", ""), ("1", "", "科普", "县科协"))
    assert insert_columns(RAGGED, 3)[1] == ("一、青少年",)
    assert remove_columns(RAGGED, 1, 2) == (("序号",), ("一、青少年",), ("1",))
    assert remove_columns(ROWS, 0, 2) == ()


def test_cells_are_emptied_and_the_others_stay():
    assert clear(ROWS, Area(1, 1, 2, 2)) == (ROWS[0], ("1", "", ""), ("2", "", ""))
    assert clear(RAGGED, Area(0, 1, 1, 2)) == (("序号", "", ""), ("一、青少年",), RAGGED[2])


def test_a_block_written_over_the_edge_grows_the_table_and_keeps_it_even():
    grown = write(ROWS, 2, 2, [["甲", "乙"], ["丙"]])
    assert grown == (
        ("序号", "任务", "单位", ""),
        ("1", "科普", "县科协", ""),
        ("2", "培训", "甲", "乙"),
        ("", "", "丙", ""),
    )
    assert not is_ragged(grown)


def test_a_short_row_grows_only_as_far_as_it_is_written():
    assert write(RAGGED, 1, 1, [["甲"]]) == (RAGGED[0], ("一、青少年", "甲"), RAGGED[2])


def test_what_is_written_is_clean_and_keeps_its_lines():
    assert write((("",),), 0, 0, [["甲\r\n乙\u2028丙\x07"]]) == (("甲\n乙\n丙",),)


@pytest.mark.parametrize(
    ("act"),
    [
        lambda: empty_rows(MOST_ROWS + 1, 1),
        lambda: empty_rows(1, MOST_COLUMNS + 1),
        lambda: insert_rows(empty_rows(MOST_ROWS, 1), 0),
        lambda: insert_columns(empty_rows(1, MOST_COLUMNS), 0),
        lambda: write(ROWS, MOST_ROWS, 0, [["甲"]]),
        lambda: write(ROWS, 0, MOST_COLUMNS, [["甲"]]),
        lambda: write(ROWS, 0, 0, [["甲" * (MOST_CHARACTERS + 1)]]),
        lambda: from_text("\n" * (MOST_ROWS + 1)),
        lambda: from_text("\t" * MOST_COLUMNS),
    ],
)
def test_a_table_that_grows_too_large_is_refused_with_a_sentence(act):
    with pytest.raises(TableTooLarge, match="表格最多5000行、63列"):
        act()


def test_a_table_that_is_too_large_already_can_still_be_edited():
    wide = (("甲",) * (MOST_COLUMNS + 5),)
    assert write(wide, 0, MOST_COLUMNS + 4, [["乙"]])[0][-1] == "乙"
    assert clear(wide, Area(0, 0, 0, 0))[0][:2] == ("", "甲")


@pytest.mark.parametrize(
    ("text", "cells"),
    [
        ("甲\t乙\r\n丙\t丁\r\n", [["甲", "乙"], ["丙", "丁"]]),
        ("甲", [["甲"]]),
        ("", [[""]]),
        ("甲\t\n\t乙", [["甲", ""], ["", "乙"]]),
        ('"一\n二"\t三', [["一\n二", "三"]]),
        ('"他说""好""\n"\t乙', [['他说"好"\n', "乙"]]),
        ('"科技"引领\t乙', [['"科技"引领', "乙"]]),
        ('"科技"\t乙', [['"科技"', "乙"]]),
        ('"没有完\t乙\n丙', [['"没有完', "乙"], ["丙"]]),
        ("甲\n\n乙", [["甲"], [""], ["乙"]]),
    ],
)
def test_a_copied_block_is_read_as_spreadsheets_write_it(text, cells):
    assert from_text(text) == cells


def test_what_is_copied_can_be_pasted_again():
    rows = (("甲\n乙", '"丙"'), ("丁\t戊", ""), ('"', '一"\n"二'))
    assert tuple(map(tuple, from_text(to_text(rows, Area(0, 0, 2, 1))))) == rows
    assert to_text(RAGGED, Area(0, 1, 2, 1)) == "任务\n\n科普"
