"""A table edited with keys, clipboard and input method; what comes back, and what is asked before it is lost."""

import pytest
from PySide6.QtCore import QEvent, QMimeData, Qt
from PySide6.QtGui import QGuiApplication, QInputMethodEvent
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication, QPlainTextEdit

from editor.model.table_grid import MOST_COLUMNS, MOST_ROWS, Area
from editor.ui import dialogs
from editor.ui.table_editor import TableEditor
from editor.ui.table_view import shared_widths

ROWS = (("序号", "任务", "单位"), ("1", "科普", "县科协"), ("2", "培训", "县教育体育局"))
RAGGED = (("序号", "任务", "单位"), ("一、青少年",), ("1", "科普", "县科协"))
SHIFT, CONTROL = Qt.KeyboardModifier.ShiftModifier, Qt.KeyboardModifier.ControlModifier
ALT = Qt.KeyboardModifier.AltModifier


@pytest.fixture
def make(themed, qtbot):
    def make(rows=ROWS, cell=(0, 0), **more):
        editor = TableEditor("编辑表格", rows, cell, **more)
        qtbot.addWidget(editor)
        with qtbot.waitActive(editor):
            editor.show()
            editor.activateWindow()
        qtbot.waitUntil(lambda: QApplication.focusWidget() is editor._cells)
        return editor

    return make


def press(editor, key, modifiers=Qt.KeyboardModifier.NoModifier):
    QTest.keyClick(QApplication.focusWidget() or editor._cells, key, modifiers)


def type_text(editor, text):
    for char in text:
        QTest.keyClicks(QApplication.focusWidget(), char)


def here(editor):
    index = editor._cells.currentIndex()
    return index.row(), index.column()


def clip(text):
    QGuiApplication.clipboard().setText(text)


def test_typing_replaces_a_cell_and_tab_goes_on_to_the_next(make):
    editor = make(cell=(1, 1))
    type_text(editor, "abc")
    press(editor, Qt.Key.Key_Tab)
    assert here(editor) == (1, 2)
    type_text(editor, "x")
    press(editor, Qt.Key.Key_Backtab, SHIFT)
    assert here(editor) == (1, 1)
    assert editor.rows()[1] == ("1", "abc", "x")


def test_f2_and_enter_go_on_in_the_text_and_enter_leads_down(make):
    for key in (Qt.Key.Key_F2, Qt.Key.Key_Return):
        editor = make(cell=(1, 1))
        press(editor, key)
        type_text(editor, "x")
        press(editor, Qt.Key.Key_Return)
        assert editor.rows()[1][1] == "科普x"
        assert here(editor) == (2, 1)


def test_shift_and_alt_with_enter_break_the_line_in_a_cell(make):
    editor = make(cell=(1, 1))
    press(editor, Qt.Key.Key_F2)
    press(editor, Qt.Key.Key_Return, SHIFT)
    type_text(editor, "x")
    press(editor, Qt.Key.Key_Return, ALT)
    type_text(editor, "y")
    press(editor, Qt.Key.Key_Tab)
    assert editor.rows()[1][1] == "科普\nx\ny"


def test_escape_gives_up_the_cell_and_not_the_dialog(make):
    editor = make(cell=(1, 1))
    type_text(editor, "abc")
    press(editor, Qt.Key.Key_Escape)
    assert editor.rows() == ROWS
    assert editor.isVisible()


def test_tab_in_the_last_cell_adds_a_row_as_word_does(make):
    editor = make(cell=(2, 2))
    press(editor, Qt.Key.Key_Tab)
    assert here(editor) == (3, 0)
    assert editor.rows() == (*ROWS, ("", "", ""))
    type_text(editor, "3")
    press(editor, Qt.Key.Key_Tab)
    assert editor.rows()[3] == ("3", "", "")


def test_an_input_method_composes_in_a_cell(make):
    editor = make(cell=(1, 1))
    QApplication.sendEvent(editor._cells, QInputMethodEvent("ke", []))
    field = editor.findChild(QPlainTextEdit)
    event = QInputMethodEvent("", [])
    event.setCommitString("科技")
    QApplication.sendEvent(field, event)
    press(editor, Qt.Key.Key_Tab)
    assert editor.rows()[1] == ("1", "科技", "县科协")


def test_keys_insert_remove_and_move_rows_and_columns(make):
    editor = make(cell=(1, 1))
    press(editor, Qt.Key.Key_Up, ALT)
    assert editor.rows()[1] == ("", "", "")
    press(editor, Qt.Key.Key_Z, CONTROL)
    press(editor, Qt.Key.Key_Down, ALT)
    assert (editor.rows()[2], here(editor)) == (("", "", ""), (2, 1))
    press(editor, Qt.Key.Key_Delete, CONTROL)
    assert editor.rows() == ROWS
    press(editor, Qt.Key.Key_Left, ALT)
    assert editor.rows()[0] == ("序号", "", "任务", "单位")
    press(editor, Qt.Key.Key_Z, CONTROL)
    press(editor, Qt.Key.Key_Right, ALT)
    assert (editor.rows()[0], here(editor)) == (("序号", "任务", "", "单位"), (2, 2))
    press(editor, Qt.Key.Key_Delete, CONTROL | SHIFT)
    assert editor.rows() == ROWS
    press(editor, Qt.Key.Key_Up, ALT | SHIFT)
    assert editor.rows() == (ROWS[0], ROWS[2], ROWS[1])
    assert here(editor)[0] == 1


def test_every_step_is_undone_and_redone(make):
    editor = make(cell=(1, 1))
    states = [editor.rows()]
    for key in (Qt.Key.Key_Up, Qt.Key.Key_Left, Qt.Key.Key_Down, Qt.Key.Key_Right):
        press(editor, key, ALT)
        states.append(editor.rows())
    press(editor, Qt.Key.Key_Delete)
    for state in reversed(states):
        if editor.rows() != state:
            press(editor, Qt.Key.Key_Z, CONTROL)
        assert editor.rows() == state
    assert not editor._model.can_undo
    for state in states[1:]:
        press(editor, Qt.Key.Key_Y, CONTROL)
        assert editor.rows() == state


def test_a_block_from_a_spreadsheet_grows_the_table(make):
    editor = make(cell=(2, 2))
    clip('甲\t"乙\n丙"\r\n丁\t戊\r\n')
    press(editor, Qt.Key.Key_V, CONTROL)
    assert editor.rows() == (
        (*ROWS[0], ""),
        (*ROWS[1], ""),
        ("2", "培训", "甲", "乙\n丙"),
        ("", "", "丁", "戊"),
    )
    assert editor._cells.area() == Area(2, 2, 3, 3)


def test_html_without_text_is_pasted_as_text_and_one_text_fills_the_selection(make):
    data = QMimeData()
    data.setHtml("<p>科技</p>")
    QGuiApplication.clipboard().setMimeData(data)
    editor = make()
    editor._cells.select(Area(1, 1, 2, 2))
    press(editor, Qt.Key.Key_V, CONTROL)
    assert editor.rows() == (ROWS[0], ("1", "科技", "科技"), ("2", "科技", "科技"))


def test_cells_are_copied_for_spreadsheets_and_cut(make):
    editor = make()
    editor._cells.select(Area(1, 1, 2, 2))
    press(editor, Qt.Key.Key_C, CONTROL)
    assert QGuiApplication.clipboard().text() == "科普\t县科协\n培训\t县教育体育局"
    press(editor, Qt.Key.Key_X, CONTROL)
    assert editor.rows() == (ROWS[0], ("1", "", ""), ("2", "", ""))


def test_a_paste_that_no_table_could_take_says_so_and_changes_nothing(make):
    editor = make()
    for text in ("\n" * MOST_ROWS + "甲\n乙", "\t" * MOST_COLUMNS):
        clip(text)
        press(editor, Qt.Key.Key_V, CONTROL)
        assert editor.rows() == ROWS
        assert editor._message.text().startswith("表格最多5000行、63列")


def test_ragged_rows_are_kept_and_looking_into_a_missing_cell_makes_none(make):
    editor = make(RAGGED, cell=(1, 1))
    assert "格数不同" in editor._message.text()
    press(editor, Qt.Key.Key_F2)
    press(editor, Qt.Key.Key_Tab)
    assert editor.rows() == RAGGED
    type_text(editor, "x")
    press(editor, Qt.Key.Key_Return)
    assert editor.rows()[1] == ("一、青少年", "", "x")


def test_done_takes_what_is_half_written(make, qtbot):
    editor = make(cell=(1, 1))
    type_text(editor, "abc")
    press(editor, Qt.Key.Key_Return, CONTROL)
    qtbot.waitUntil(editor.isHidden)
    assert editor.result() == TableEditor.DialogCode.Accepted
    assert editor.rows()[1][1] == "abc"


@pytest.mark.parametrize(
    ("answer", "visible", "accepted"),
    [(dialogs.Choice.SAVE, False, True), (dialogs.Choice.DISCARD, False, False), (dialogs.Choice.CANCEL, True, False)],
)
def test_escape_asks_only_where_changes_would_be_lost(make, monkeypatch, answer, visible, accepted):
    asked = []
    monkeypatch.setattr(dialogs, "ask_keep_table", lambda _: asked.append(1) or answer)
    editor = make()
    press(editor, Qt.Key.Key_Escape)
    assert not editor.isVisible()
    assert asked == []
    editor = make()
    press(editor, Qt.Key.Key_Delete)
    press(editor, Qt.Key.Key_Escape)
    assert (editor.isVisible(), editor.result() == TableEditor.DialogCode.Accepted) == (visible, accepted)
    assert asked == [1]


def test_a_read_only_table_is_seen_and_copied_only(make):
    editor = make(read_only=True, cell=(1, 1))
    for key in (Qt.Key.Key_A, Qt.Key.Key_Delete, Qt.Key.Key_Return, Qt.Key.Key_F2):
        press(editor, key)
    clip("乙")
    press(editor, Qt.Key.Key_V, CONTROL)
    press(editor, Qt.Key.Key_Down, ALT)
    assert editor.rows() == ROWS
    assert editor.findChild(QPlainTextEdit) is None
    press(editor, Qt.Key.Key_C, CONTROL)
    assert QGuiApplication.clipboard().text() == "培训"


def test_only_rows_in_sight_are_measured(make, monkeypatch):
    rows = tuple((str(number), "第一行\n第二行") for number in range(500))
    editor = make(rows)
    QApplication.sendPostedEvents(None, QEvent.Type.LayoutRequest)
    heights = [editor._cells.rowHeight(row) for row in (0, 1, 400)]
    assert heights[0] == heights[1] > heights[2]
    editor._cells.go_to(400, 0)
    QTest.qWait(20)
    assert editor._cells.rowHeight(400) == heights[0]


def test_a_table_whose_rows_are_all_deleted_says_what_happens(make):
    editor = make()
    editor._cells.selectAll()
    press(editor, Qt.Key.Key_Delete, CONTROL)
    assert editor.rows() == ()
    assert "会从文稿中删除" in editor._message.text()
    press(editor, Qt.Key.Key_Down, ALT)
    assert editor.rows() == (("",),)


def test_widths_fill_the_room_and_the_widest_give_way():
    assert shared_widths([100, 300], 800, 50) == [200, 600]
    assert shared_widths([100, 300], 300, 100) == [100, 200]
    assert shared_widths([100, 300], 100, 100) == [100, 100]
    assert shared_widths([], 100, 50) == []
