"""Tables edited and inserted from the window: one step in the plan, the caret where it was."""

import pytest
from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication, QSpinBox

from editor.model.document import Block, BlockKind, Document
from editor.session import Session
from editor.settings import Settings
from editor.ui.main_window import MainWindow
from editor.ui.table_editor import TableEditor
from editor.ui.table_size_dialog import TableSizeDialog
from tests.ui.answers import answer
from tests.ui.plans import plan
from tests.ui.typing_hand import enter, select

ROWS = (("序号", "任务"), ("1", "科普"))
TABLE = Block("t", BlockKind.TABLE, rows=ROWS)


@pytest.fixture
def make(themed, tmp_path):
    windows = []

    def make(**more):
        base = plan("方案", "# 一、任务", "正文。")
        document = Document(base.template, base.metadata, (*base.blocks, TABLE))
        window = MainWindow(Settings(), Session(document, **more), tmp_path)
        window.show()
        window.complete()
        windows.append(window)
        return window

    yield make
    for window in windows:
        window.files.session = None
        window.close()


def type_into(cell, text):
    def act(dialog):
        dialog.activateWindow()
        assert QTest.qWaitForWindowActive(dialog)
        dialog._cells.go_to(*cell)
        for char in text:
            QTest.keyClicks(QApplication.focusWidget(), char)
        QTest.keyClick(QApplication.focusWidget(), Qt.Key.Key_Return, Qt.KeyboardModifier.ControlModifier)

    return act


def test_enter_on_the_line_edits_the_table_as_one_step(make, qtbot):
    window = make()
    session = window.files.session
    before = session.document
    select(window.view, (3, 2))
    seen = answer(type_into((1, 1), "abc"))
    enter(window.view)
    qtbot.waitUntil(lambda: session.document is not before)
    assert isinstance(seen[0], TableEditor)
    assert session.document.blocks[3].rows == (("序号", "任务"), ("1", "abc"))
    assert session.document.blocks[3].id == "t"
    assert session.undo_label == "编辑表格"
    assert window.view.caret_block().id == "t"
    session.undo()
    assert session.document == before


def test_elsewhere_the_action_says_what_to_do(make):
    window = make()
    select(window.view, (2, 0))
    window.actions_by_id["edit_table"].trigger()
    assert window.status.currentMessage() == "请先把光标放到要编辑的表格上。"


def test_a_found_cell_is_where_editing_begins(make):
    window = make()
    bar = window.page.find_bar
    bar.start()
    bar._field.setText("科普")
    places = []
    answer(lambda dialog: (places.append(dialog._cells.currentIndex()), dialog.reject()))
    window.actions_by_id["edit_table"].trigger()
    assert [(place.row(), place.column()) for place in places] == [(1, 1)]
    bar.stop()


def test_a_table_is_inserted_filled_as_one_step(make, qtbot):
    window = make()
    session = window.files.session
    before = session.document
    select(window.view, (2, 1))

    def size(dialog):
        assert isinstance(dialog, TableSizeDialog)
        rows, columns = dialog.findChildren(QSpinBox)
        rows.setValue(3)
        columns.setValue(2)
        answer(type_into((0, 1), "x"))
        dialog.accept()

    answer(size)
    window.actions_by_id["insert_table"].trigger()
    assert session.document.blocks[3].rows == (("", "x"), ("", ""), ("", ""))
    assert window.view.caret_block() == session.document.blocks[3]
    session.undo()
    assert session.document == before


def test_a_table_given_up_is_not_inserted(make):
    window = make()
    before = window.files.session.document

    def size(dialog):
        answer(lambda editor: editor.reject())
        dialog.accept()

    answer(size)
    window.actions_by_id["insert_table"].trigger()
    assert window.files.session.document is before
    assert window.status.currentMessage() == "没有插入表格。"


def test_a_read_only_plan_shows_its_tables(make):
    window = make(read_only=True)
    select(window.view, (3, 0))
    seen = answer(lambda dialog: dialog.accept())
    window.actions_by_id["edit_table"].trigger()
    assert "只读" in seen[0].windowTitle()
    assert not window.actions_by_id["insert_table"].isEnabled()
