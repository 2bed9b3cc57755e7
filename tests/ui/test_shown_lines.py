from editor.model.document import Block, BlockKind
from editor.ui.shown_lines import Run, differing, read_run, shown_text

TABLE = Block("t", BlockKind.TABLE, rows=(("序号", "任务"), ("1", "甲"), ("2", "乙")))
LINE = shown_text(TABLE)
A = Block("a", BlockKind.PARAGRAPH, "甲段")
B = Block("b", BlockKind.PARAGRAPH, "乙段")


def test_a_table_reads_as_its_size_and_its_first_row():
    assert LINE == "［表格 3 行 × 2 列：序号｜任务］"


def test_a_table_with_line_breaks_in_its_cells_is_one_line():
    assert "\n" not in shown_text(Block("t", BlockKind.TABLE, rows=(("一\n二", "三"),)))


def test_an_empty_table_still_has_a_line():
    assert shown_text(Block("t", BlockKind.TABLE)) == "［表格 0 行 × 0 列：］"


def test_lines_that_differ_are_found_between_equal_ones():
    assert differing("abcd", "abXd") == Run(2, 1)
    assert differing("aa", "aaa") == Run(2, 0)


def test_a_table_stays_where_lines_come_before_it():
    made = read_run([TABLE], ["", LINE])
    assert made is not None
    assert made[1] is TABLE
    assert made[0].kind is BlockKind.PARAGRAPH


def test_typing_into_a_table_is_refused():
    assert read_run([TABLE], [LINE[:3] + "x" + LINE[3:]]) is None


def test_joining_a_paragraph_to_a_table_is_refused():
    assert read_run([TABLE, A], [LINE + "甲段"]) is None


def test_deleting_half_a_table_with_the_text_before_it_is_refused():
    assert read_run([A, TABLE], ["甲" + LINE[4:]]) is None


def test_deleting_half_a_table_with_the_text_after_it_is_refused():
    assert read_run([TABLE, B], [LINE[:4] + "段"]) is None


def test_a_table_deleted_whole_leaves_an_ordinary_paragraph():
    made = read_run([TABLE], [""])
    assert made is not None
    assert made[0].kind is BlockKind.PARAGRAPH
    assert made[0].rows == ()


def test_deleting_from_the_text_before_to_the_text_after_takes_the_table_with_it():
    made = read_run([A, TABLE, B], ["甲段"])
    assert made is not None
    assert [block.text for block in made] == ["甲段"]
    assert all(block.kind is BlockKind.PARAGRAPH for block in made)


def test_text_with_its_own_brackets_beside_a_table_can_be_changed():
    note = Block("n", BlockKind.PARAGRAPH, "见［注］")
    made = read_run([note, TABLE], ["见［注］。", LINE])
    assert made is not None
    assert made[1] is TABLE
