"""Tables edited and inserted as one step of the plan."""

from dataclasses import replace

from editor.commands import Selection
from editor.model.document import Block, BlockKind, Document
from editor.model.storage import from_json, parse, to_bytes
from editor.table_commands import edit_table, insert_table

ROWS = (("序号", "任务"), ("1", "科普"))
TABLE = Block("t", BlockKind.TABLE, rows=ROWS, extra='{"key": 1}')
PLAN = Document(blocks=(Block("a", BlockKind.PARAGRAPH, "甲"), TABLE, Block("b", BlockKind.PARAGRAPH, "")))


def test_other_rows_are_one_step_and_the_block_keeps_what_else_it_has():
    transaction = edit_table(PLAN, "t", (*ROWS, ("2", "一\n二")))
    changed = transaction.apply(PLAN)
    assert changed.blocks[1] == replace(TABLE, rows=(*ROWS, ("2", "一\n二")))
    assert transaction.invert().apply(changed) == PLAN


def test_a_table_without_rows_is_deleted():
    transaction = edit_table(PLAN, "t", ())
    assert transaction.label == "删除表格"
    assert [block.id for block in transaction.apply(PLAN).blocks] == ["a", "b"]


def test_the_same_rows_and_what_is_no_table_change_nothing():
    assert edit_table(PLAN, "t", ROWS) is None
    assert edit_table(PLAN, "a", ROWS) is None
    assert edit_table(PLAN, "gone", ROWS) is None


def test_a_table_comes_after_the_paragraph_or_in_the_place_of_an_empty_one():
    after = insert_table(PLAN, Selection(0, 0), ROWS).apply(PLAN)
    assert [block.kind for block in after.blocks] == ["paragraph", "table", "table", "paragraph"]
    instead = insert_table(PLAN, Selection(2, 2), ROWS).apply(PLAN)
    assert [block.kind for block in instead.blocks] == ["paragraph", "table", "table"]
    first = insert_table(Document(), Selection(0, 0), ROWS).apply(Document())
    assert [block.rows for block in first.blocks] == [ROWS]
    assert insert_table(PLAN, Selection(0, 0), ()) is None


def test_lines_within_a_cell_are_kept_in_the_file():
    document = edit_table(PLAN, "t", (("一\n二", ""), ("三",))).apply(PLAN)
    assert from_json(parse(to_bytes(document))).blocks == document.blocks
