import random
from dataclasses import replace

import pytest
from PySide6.QtCore import QEvent, QMimeData, QPoint, QPointF, Qt
from PySide6.QtGui import QKeyEvent, QTextCursor, QWheelEvent
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication, QLineEdit
from shiboken6 import isValid

from editor.commands import set_kind
from editor.model.document import Block, BlockKind, Document, new_id
from editor.model.edits import ReplaceBlocks, Transaction
from editor.session import Session
from editor.ui.document_view import DocumentView
from editor.ui.section_actions import SectionActions
from editor.ui.shown_lines import shown_text
from tests.clipboard.pages import SPREADSHEET, WEB, WORD, WORD_TEXT, WPS
from tests.ui.typing_hand import (
    CONTROL,
    SHIFT,
    commit,
    compose,
    drag,
    drop,
    enter,
    paste,
    paste_html,
    press,
    select,
    shown,
    type_text,
    wanted,
)
from validators.engine import Validator

TABLE = Block("table", BlockKind.TABLE, rows=(("序号", "任务"), ("1", "甲")))
PLAN = (
    Block("title", BlockKind.TITLE, "云溪县全民科学素质行动实施方案"),
    Block("intro", BlockKind.PARAGRAPH, "结合我县实际，制定本方案。"),
    Block("h1", BlockKind.HEADING, "一、总体要求", 1),
    Block("h3", BlockKind.HEADING, "1.青少年行动。激发𠮷好奇心。", 3),
    TABLE,
    Block("last", BlockKind.PARAGRAPH, "牵头单位：县科协。"),
)


def inserting(index: int, text: str) -> Transaction:
    """Return a change that does not come from the widget: a paragraph before the block at `index`."""
    return Transaction("插入段落", (ReplaceBlocks(index, (), (Block(new_id(), BlockKind.PARAGRAPH, text),)),))


@pytest.fixture
def session():
    return Session(Document(blocks=PLAN))


@pytest.fixture
def view(qtbot, session):
    widget = DocumentView()
    qtbot.addWidget(widget)
    session.subscribe(widget.on_change)
    widget.resize(900, 700)
    widget.show_session(session)
    widget.show()
    return widget


def block(session, index):
    return session.document.blocks[index]


def looks(view, count):
    """Return the heading levels the widget shows, as far as there are blocks."""
    return [view.document().findBlockByNumber(number).userState() for number in range(count)]


# typing


def test_a_key_changes_the_block_and_keeps_its_id(view, session):
    select(view, (1, 2))
    type_text(view, "本")
    assert block(session, 1) == Block("intro", BlockKind.PARAGRAPH, "结合本我县实际，制定本方案。")


def test_enter_after_a_heading_gives_a_paragraph(view, session):
    select(view, (2, 6))
    enter(view)
    type_text(view, "新段")
    assert block(session, 2) == PLAN[2]
    assert block(session, 3).kind is BlockKind.PARAGRAPH
    assert block(session, 3).text == "新段"


def test_enter_before_a_heading_keeps_the_heading_and_its_look(view, session):
    look = view.document().findBlockByNumber(2).blockFormat()
    select(view, (2, 0))
    enter(view)
    assert block(session, 2).kind is BlockKind.PARAGRAPH
    assert block(session, 3) == PLAN[2]
    assert view.document().findBlockByNumber(3).userState() == 1
    assert view.document().findBlockByNumber(2).userState() == 0
    assert view.document().findBlockByNumber(3).blockFormat() == look


def test_enter_inside_a_run_in_text_makes_the_rest_a_paragraph(view, session):
    select(view, (3, 8))
    enter(view)
    assert (block(session, 3).kind, block(session, 3).text) == (BlockKind.HEADING, "1.青少年行动。")
    assert (block(session, 4).kind, block(session, 4).text) == (BlockKind.PARAGRAPH, "激发𠮷好奇心。")


def test_backspace_at_the_start_of_a_block_joins_it_to_the_one_before(view, session):
    select(view, (2, 0))
    press(view, Qt.Key.Key_Backspace)
    assert (block(session, 1).id, block(session, 1).text) == ("intro", PLAN[1].text + PLAN[2].text)
    assert len(session.document.blocks) == len(PLAN) - 1


def test_a_line_that_reads_like_a_heading_stays_a_paragraph(view, session):
    select(view, (1, 13))
    enter(view)
    type_text(view, "二、工作目标")
    assert block(session, 2).kind is BlockKind.PARAGRAPH


def test_a_soft_line_break_becomes_a_new_paragraph(view, session):
    select(view, (1, 2))
    press(view, Qt.Key.Key_Return, "\r", SHIFT)
    type_text(view, "x")
    assert [one.text for one in session.document.blocks[1:3]] == ["结合", "x我县实际，制定本方案。"]
    assert shown(view) == wanted(session.document.blocks)


def test_pasted_control_characters_never_reach_the_model_or_stay_on_the_screen(view, session):
    select(view, (1, 0))
    paste(view, "甲\v乙\x07\r\n丙\ufdd0丁\u2028")
    assert shown(view) == wanted(session.document.blocks)
    assert [one.text for one in session.document.blocks[1:5]] == ["甲", "乙", "丙丁", "结合我县实际，制定本方案。"]


def test_pasted_html_comes_in_as_its_text(view, session):
    data = QMimeData()
    data.setHtml("<p>甲<b>乙</b></p><p>丙</p>")
    assert view.canInsertFromMimeData(data)
    select(view, (1, 0))
    view.insertFromMimeData(data)
    assert [one.text for one in session.document.blocks[1:3]] == ["甲乙", "丙结合我县实际，制定本方案。"]


def test_an_emptied_document_can_be_written_again(view, session):
    view.selectAll()
    press(view, Qt.Key.Key_Delete)
    type_text(view, "重写")
    assert shown(view) == ["重写"] == wanted(session.document.blocks)


def test_the_first_letters_of_an_empty_document_become_its_first_block(qtbot):
    session = Session(Document())
    view = DocumentView()
    qtbot.addWidget(view)
    session.subscribe(view.on_change)
    view.show_session(session)
    paste(view, "甲\n\n乙\n")
    assert [one.text for one in session.document.blocks] == ["甲", "乙", ""]


def test_replacing_all_text_keeps_sheet_and_model(view, session):
    view.setPlainText("甲\n乙")
    assert [one.text for one in session.document.blocks] == ["甲", "乙"]
    assert view.document().rootFrame().frameFormat().leftMargin() > 0


def test_a_read_only_document_cannot_be_typed_into(qtbot):
    session = Session(Document(blocks=PLAN), read_only=True)
    view = DocumentView()
    qtbot.addWidget(view)
    view.show_session(session)
    type_text(view, "x")
    assert shown(view) == wanted(PLAN)
    assert session.document.blocks == PLAN


# undo


def test_typing_is_one_undo_step_and_comes_back(view, session):
    select(view, (1, 0))
    type_text(view, "我们")
    assert session.undo()
    assert shown(view) == wanted(PLAN)
    assert session.redo()
    assert shown(view)[1].startswith("我们结合")


def test_undo_puts_the_caret_where_the_text_changed(view, session):
    select(view, (1, 2))
    type_text(view, "了")
    select(view, (5, 3))
    session.undo()
    assert (view.textCursor().blockNumber(), view.textCursor().positionInBlock()) == (1, 2)


def test_moving_the_caret_ends_the_undo_step(view, session):
    select(view, (1, 0))
    type_text(view, "甲")
    press(view, Qt.Key.Key_Right)
    press(view, Qt.Key.Key_Left)
    type_text(view, "乙")
    session.undo()
    assert block(session, 1).text == "甲" + PLAN[1].text


def test_the_undo_keys_are_left_to_the_window(view):
    event = QKeyEvent(QEvent.Type.ShortcutOverride, Qt.Key.Key_Z, CONTROL)
    event.ignore()
    QApplication.sendEvent(view, event)
    assert not event.isAccepted()


# programmatic changes


def test_a_command_changes_the_screen_and_leaves_the_caret_where_it_was(view, session):
    select(view, (5, 4))
    session.apply(inserting(1, "插入的一段"))
    assert shown(view) == wanted(session.document.blocks)
    assert (view.textCursor().blockNumber(), view.textCursor().positionInBlock()) == (6, 4)


def test_setting_a_kind_changes_the_look(view, session):
    select(view, (1, 0))
    transaction = set_kind(session.document, view.selection(), BlockKind.TITLE)
    session.apply(transaction)
    assert view.document().findBlockByNumber(1).blockFormat().alignment() & Qt.AlignmentFlag.AlignHCenter


def test_all_blocks_can_go_and_come_back(view, session):
    session.apply(Transaction("清空", (ReplaceBlocks(0, PLAN, ()),)))
    assert shown(view) == [""]
    session.undo()
    assert shown(view) == wanted(PLAN)


# input methods


def test_composing_changes_neither_model_nor_undo(view, session):
    select(view, (1, 2))
    for letters in ("s", "sh", "shi", "shi'shi"):
        compose(view, letters)
    assert session.document.blocks == PLAN
    assert session.undo_label is None
    assert view.is_composing()
    commit(view, "实施")
    assert block(session, 1).text == "结合实施我县实际，制定本方案。"


def test_a_command_during_a_composition_waits_for_its_end(view, session):
    select(view, (1, 2))
    compose(view, "shi")
    session.apply(inserting(0, "新的首段"))
    assert view.is_composing()
    compose(view, "shi's")
    commit(view, "是")
    assert shown(view) == wanted(session.document.blocks)
    assert [one.text for one in session.document.blocks[:3]] == [
        "新的首段",
        PLAN[0].text,
        "结合是我县实际，制定本方案。",
    ]
    assert [one.id for one in session.document.blocks[1:]] == [one.id for one in PLAN]


def test_what_was_being_composed_stays_where_its_paragraph_is_deleted_meanwhile(view, session):
    select(view, (1, 2))
    compose(view, "shi")
    session.apply(Transaction("删除", (ReplaceBlocks(1, PLAN[1:4], ()),)))
    commit(view, "是")
    assert shown(view) == wanted(session.document.blocks)
    assert "结合是我县实际，制定本方案。" in shown(view)
    assert {PLAN[0].text} <= set(shown(view)), "no other paragraph is written over"
    assert session.undo()
    assert session.undo()
    assert session.document.blocks == PLAN


def test_a_cancelled_composition_lets_a_waiting_command_through(view, session):
    select(view, (1, 2))
    compose(view, "shi")
    session.apply(inserting(0, "新的首段"))
    compose(view, "")
    assert shown(view) == wanted(session.document.blocks)


def test_an_unfinished_composition_is_taken_in_before_anything_else_happens(view, session):
    select(view, (1, 2))
    compose(view, "an")
    view.commit_composition()
    assert not view.is_composing()
    assert block(session, 1).text == "结合an我县实际，制定本方案。"


def test_losing_the_focus_takes_the_composition_in(view, session, qtbot):
    other = QLineEdit()
    qtbot.addWidget(other)
    view.setFocus()
    qtbot.waitUntil(view.hasFocus)
    select(view, (1, 2))
    compose(view, "an")
    other.show()
    other.activateWindow()
    other.setFocus()
    qtbot.waitUntil(lambda: not view.hasFocus())
    assert block(session, 1).text == "结合an我县实际，制定本方案。"


# tables


def test_a_table_cannot_be_typed_into_and_says_so(view, session, qtbot):
    select(view, (4, 3))
    with qtbot.waitSignal(view.refused):
        type_text(view, "x")
    assert session.document.blocks == PLAN
    assert shown(view) == wanted(PLAN)


def test_a_table_is_deleted_whole_and_comes_back_with_undo(view, session):
    select(view, (4, 0), (5, 0))
    press(view, Qt.Key.Key_Delete)
    assert TABLE not in session.document.blocks
    session.undo()
    assert session.document.blocks == PLAN
    assert shown(view)[4] == shown_text(TABLE)


def test_enter_and_a_double_click_on_a_table_ask_to_edit_it(view, session, qtbot):
    select(view, (4, 0))
    with qtbot.waitSignal(view.table_asked):
        enter(view)
    select(view, (0, 0))
    line = view.document().findBlockByNumber(4)
    place = view.cursorRect(QTextCursor(line)).center()
    with qtbot.waitSignal(view.table_asked):
        QTest.mouseDClick(view.viewport(), Qt.MouseButton.LeftButton, pos=place)
    assert view.caret_block() == TABLE
    assert session.document.blocks == PLAN


def test_delete_on_a_table_selects_it_first_and_deletes_it_the_second_time(view, session, qtbot):
    for key in (Qt.Key.Key_Delete, Qt.Key.Key_Backspace):
        select(view, (4, 5))
        with qtbot.waitSignal(view.refused):
            press(view, key)
        assert session.document.blocks == PLAN
        assert view.textCursor().selectedText() == shown_text(TABLE)
        press(view, key)
        assert TABLE not in session.document.blocks
        session.undo()
        assert session.document.blocks == PLAN


def test_what_an_input_method_writes_on_a_table_is_refused(view, session, qtbot):
    select(view, (4, 3))
    with qtbot.waitSignal(view.refused):
        compose(view, "ke")
        commit(view, "科")
    assert session.document.blocks == PLAN
    assert shown(view) == wanted(PLAN)


def test_typing_over_the_mark_of_a_table_that_was_found_loses_nothing(view, session):
    view.jump_to_table("table")
    type_text(view, "x")
    assert session.document.blocks == PLAN
    view.jump_to_table("table")
    press(view, Qt.Key.Key_Delete)
    assert session.document.blocks == PLAN
    assert shown(view) == wanted(PLAN)


def test_backspace_after_a_table_loses_neither_table_nor_text(view, session):
    select(view, (5, 0))
    press(view, Qt.Key.Key_Backspace)
    assert session.document.blocks == PLAN
    assert shown(view) == wanted(PLAN)


def test_a_new_line_fits_before_and_after_a_table(view, session):
    select(view, (4, 3))
    press(view, Qt.Key.Key_Return, "\r", SHIFT)
    assert view.textCursor().blockNumber() == 4
    select(view, (5, len(shown_text(TABLE))))
    enter(view)
    assert [one.kind for one in session.document.blocks[4:7]] == [
        BlockKind.PARAGRAPH,
        BlockKind.TABLE,
        BlockKind.PARAGRAPH,
    ]


# caret and look


def test_a_jump_selects_the_words_behind_a_rare_character(view):
    view.jump("h3", 11, 14)
    assert view.textCursor().selectedText() == "好奇心"


def test_a_jump_to_a_block_that_is_gone_changes_nothing(view):
    select(view, (1, 3))
    view.jump("gone", 0, 1)
    assert view.textCursor().positionInBlock() == 3


def test_the_caret_tells_each_block_it_comes_to_once(view, qtbot):
    seen = []
    view.caret_moved.connect(seen.append)
    select(view, (2, 0))
    select(view, (2, 1))
    select(view, (3, 0))
    assert seen == ["h1", "h3"]


def test_the_selection_is_told_in_blocks(view):
    select(view, (1, 3), (3, 2))
    assert (view.selection().first, view.selection().last) == (1, 3)


def test_a_run_in_heading_is_set_apart_from_its_text(view):
    layout = view.document().findBlockByNumber(3).layout()
    bold = [(one.start, one.length) for one in layout.formats() if one.format.font().bold()]
    assert bold == [(0, len("1.青少年行动。"))]


def test_a_line_holds_28_characters(view):
    view.resize(1200, 800)
    select(view, (1, 0))
    paste(view, "国" * 56)
    lines = view.document().findBlockByNumber(1).layout()
    assert lines.lineAt(0).textLength() == 26  # two characters of indent
    assert lines.lineAt(1).textLength() == 28


def test_zooming_changes_sizes_and_keeps_the_text(view, session, qtbot):
    before = view.document().findBlockByNumber(1).charFormat().fontPointSize()
    with qtbot.waitSignal(view.zoom_changed) as told:
        view.set_zoom(200)
    assert told.args == [200]
    assert view.document().findBlockByNumber(1).charFormat().fontPointSize() == 2 * before
    assert session.document.blocks == PLAN
    view.set_zoom(5000)
    assert view.zoom == 300


def test_the_wheel_zooms_with_control_and_scrolls_without(view):
    def turn(modifiers):
        point = QPointF(50, 50)
        event = QWheelEvent(
            point,
            point,
            QPoint(),
            QPoint(0, 120),
            Qt.MouseButton.NoButton,
            modifiers,
            Qt.ScrollPhase.NoScrollPhase,
            False,
        )
        QApplication.sendEvent(view.viewport(), event)

    turn(CONTROL)
    assert view.zoom == 110
    turn(Qt.KeyboardModifier.NoModifier)
    assert view.zoom == 110


# the law: widget text equals model text


TEXTS = (
    *("甲\n乙\n\n", "😀👨‍👩‍👧", "𠮷", "一\r\n二", "\v", "a\u2028b", "\x00x", "\ufdd0", "\n", "\ud83d", "\ufeff\u202e"),
    *("", "一、甲\n（一）乙\n1.丙。丁。\n", "任务\t单位\n甲\t乙"),
)
PASTED = (
    (WORD, WORD_TEXT),
    (WPS, ""),
    (SPREADSHEET, "指标\t2025年\n"),
    (WEB, "云溪县\n\n工作保障"),
    ("<h2>工作目标</h2>", "工作目标"),
    ("<p>甲\ud83d</p><p>乙\u2028丙😀</p>", ""),
    ("<table><tr><td>甲\x00<br>乙<td>𠮷</table>", ""),
    ("<span>丁</span>", " 丁"),
    ("<div>" * 500, ""),
    ("<img src='a.png'>", ""),
)


class Monkey:
    """Does at random what a user or a command may do."""

    def __init__(self, seed, view, session):
        self.random = random.Random(seed)
        self.view = view
        self.session = session
        self.copied = view.createMimeDataFromSelection()
        self.sections = SectionActions(view, view.commit_composition, view)
        self.sections.show_session(session)
        view.level_asked.connect(self.sections.shift)
        self.actions = [
            self.type, self.type, self.type, self.delete, self.backspace, self.enter, self.soft_break, self.paste,
            self.compose, self.compose_and_interrupt, self.undo, self.redo, self.replace_blocks, self.insert, self.kind,
            self.delete_line, self.tab, self.mark, self.move_section, self.blank, self.paste_page, self.paste_page,
            self.cut_and_paste, self.copy, self.paste_own, self.drag, self.drop, self.compose_and_paste,
        ]  # fmt: skip

    def step(self):
        if self.random.random() < 0.7:
            self.move()
        self.random.choice(self.actions)()

    def place(self):
        line = self.random.randrange(self.view.document().blockCount())
        return line, self.random.randint(0, len(self.view.document().findBlockByNumber(line).text()))

    def paste_page(self):
        page, text = self.random.choice(PASTED)
        paste_html(self.view, page, text)

    def copy(self):
        self.copied = self.view.createMimeDataFromSelection()

    def paste_own(self):
        self.view.insertFromMimeData(self.copied)

    def cut_and_paste(self):
        self.copy()
        if self.view.textCursor().hasSelection():
            press(self.view, Qt.Key.Key_Delete)  # what cutting does, without the clipboard of the system
        self.move()
        self.paste_own()

    def drag(self):
        self.view.commit_composition()  # the press of the mouse does
        select(self.view, self.place(), self.place())
        drag(self.view, self.place())

    def drop(self):
        data = QMimeData()
        data.setText(self.random.choice(["甲", "一、乙\n丙\n", "😀", "任务\t单位\n甲\t乙"]))
        drop(self.view, data, self.place())

    def compose_and_paste(self):
        compose(self.view, "zhong")
        self.random.choice([self.paste, self.paste_page, self.paste_own, self.drag, self.drop])()
        commit(self.view, self.random.choice(["中", ""]))

    def move(self):
        select(self.view, self.place(), self.place() if self.random.random() < 0.25 else None)

    def type(self):
        type_text(self.view, self.random.choice(["国", "。", "a", "1", "、", " ", "［"]))

    def delete(self):
        press(self.view, Qt.Key.Key_Delete)

    def backspace(self):
        press(self.view, Qt.Key.Key_Backspace)

    def enter(self):
        enter(self.view)

    def soft_break(self):
        press(self.view, Qt.Key.Key_Return, "\r", SHIFT)

    def paste(self):
        paste(self.view, self.random.choice(TEXTS))

    def compose(self):
        for letters in ("s", "sh", "shi"):
            compose(self.view, letters)
        commit(self.view, self.random.choice(["是", "实施方案", "😀", "𠮷", ""]))

    def compose_and_interrupt(self):
        compose(self.view, "zhong")
        self.random.choice([self.insert, self.replace_blocks, self.kind])()
        commit(self.view, self.random.choice(["中", ""]))

    def undo(self):
        self.view.commit_composition()
        self.session.undo()

    def redo(self):
        self.session.redo()

    def insert(self):
        index = self.random.randint(0, len(self.session.document.blocks))
        self.session.apply(inserting(index, "插入"))

    def replace_blocks(self):
        blocks = self.session.document.blocks
        first = self.random.randint(0, len(blocks))
        last = min(len(blocks), first + self.random.randint(0, 3))
        new = tuple(
            Block(f"n{self.random.random()}", BlockKind.PARAGRAPH, "换") for _ in range(self.random.randint(0, 3))
        )
        table = replace(TABLE, id=new_id())
        self.session.apply(Transaction("替换", (ReplaceBlocks(first, blocks[first:last], (*new, table)[:3]),)))

    def kind(self):
        kind, level = self.random.choice([(BlockKind.TITLE, 0), (BlockKind.HEADING, 2), (BlockKind.PARAGRAPH, 0)])
        if self.session.document.blocks:
            transaction = set_kind(self.session.document, self.view.selection(), kind, level)
            if transaction is not None:
                self.session.apply(transaction)

    def tab(self):
        press(self.view, self.random.choice([Qt.Key.Key_Tab, Qt.Key.Key_Backtab]))

    def mark(self):
        mark = self.random.choice("（）《》“”")
        self.random.choice([type_text, commit, paste])(self.view, mark)

    def move_section(self):
        self.random.choice([self.sections.move_up, self.sections.move_down])()

    def blank(self):
        paste(self.view, "【数】")
        press(self.view, Qt.Key.Key_Left)
        press(self.view, Qt.Key.Key_Tab)

    def delete_line(self):
        line = self.place()[0]
        select(self.view, (line, 0), (line, len(self.view.document().findBlockByNumber(line).text())))
        press(self.view, Qt.Key.Key_Delete)


@pytest.mark.parametrize("seed", range(200))
def test_widget_text_equals_model_text_whatever_happens(qtbot, seed):
    session = Session(Document(blocks=PLAN), validator=Validator(()))  # what rules find is not the subject
    view = DocumentView()
    qtbot.addWidget(view)
    session.subscribe(view.on_change)
    view.resize(400, 200)
    view.show_session(session)
    view.show()
    monkey = Monkey(seed, view, session)
    for _ in range(100):
        monkey.step()
        assert shown(view) == wanted(session.document.blocks)
        assert looks(view, len(session.document.blocks)) == [one.level for one in session.document.blocks]
        assert len({one.id for one in session.document.blocks}) == len(session.document.blocks)
    while session.undo():
        assert shown(view) == wanted(session.document.blocks)
    assert session.document.blocks == PLAN


def test_ten_thousand_steps_are_undone_and_redone(view, session):
    """A day of typing, taken back to its beginning."""
    for number in range(10_000):
        old = session.document.blocks[1]
        new = replace(old, text=f"{PLAN[1].text}{number}")
        session.apply(Transaction("改写", (ReplaceBlocks(1, (old,), (new,)),)))
    assert shown(view)[1] == f"{PLAN[1].text}9999"
    steps = 0
    while session.undo():
        steps += 1
    assert steps == 10_000
    assert session.document.blocks == PLAN
    assert shown(view) == wanted(PLAN)
    while session.redo():
        steps -= 1
    assert steps == 0
    assert shown(view)[1] == f"{PLAN[1].text}9999"


def test_the_view_dies_when_it_is_closed(qtbot, session):
    view = DocumentView()
    view.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
    end = session.subscribe(view.on_change)
    view.show_session(session)
    view.show()
    end()
    view.close()
    qtbot.waitUntil(lambda: not isValid(view))


def test_a_cursor_elsewhere_edits_the_model_too(view, session):
    cursor = QTextCursor(view.document().findBlockByNumber(5))
    cursor.insertText("　")
    assert block(session, 5).text == "　牵头单位：县科协。"
