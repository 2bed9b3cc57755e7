"""Keys with a meaning of their own in the text, driven as a hand drives them."""

import pytest
from PySide6.QtCore import Qt

from editor.model.document import Block, BlockKind, Document
from editor.session import Session
from editor.ui.document_view import DocumentView
from editor.ui.section_actions import SectionActions
from tests.ui.typing_hand import SHIFT, commit, compose, enter, paste, press, select, shown, type_text, wanted

ALT = Qt.KeyboardModifier.AltModifier
PLAN = (
    Block("title", BlockKind.TITLE, "云溪县全民科学素质行动实施方案"),
    Block("h1", BlockKind.HEADING, "一、重点任务", 1),
    Block("t1", BlockKind.HEADING, "1.青少年行动。激发𠮷好奇心。", 3),
    Block("t2", BlockKind.HEADING, "2.农民行动。培训【】人次，【次数】场。", 3),
    Block("last", BlockKind.PARAGRAPH, "正文。"),
)


@pytest.fixture
def session():
    return Session(Document(blocks=PLAN))


@pytest.fixture
def view(qtbot, session):
    widget = DocumentView()
    qtbot.addWidget(widget)
    session.subscribe(widget.on_change)
    widget.show_session(session)
    widget.show()
    return widget


@pytest.fixture
def sections(view, session):
    actions = SectionActions(view, view.commit_composition, view)
    actions.show_session(session)
    view.level_asked.connect(actions.shift)
    return actions


def texts(session):
    return [block.text for block in session.document.blocks]


def place(view):
    return view.textCursor().blockNumber(), view.textCursor().positionInBlock()


def test_enter_after_a_task_writes_the_next_number_and_typing_goes_on(view, session):
    select(view, (2, len(PLAN[2].text)))
    enter(view)
    type_text(view, "新行动")
    assert texts(session)[2:5] == [PLAN[2].text, "2.新行动", "3.农民行动。培训【】人次，【次数】场。"]
    assert shown(view) == wanted(session.document.blocks)
    session.undo()
    session.undo()
    assert session.document.blocks == PLAN
    assert shown(view) == wanted(PLAN)


def test_enter_twice_ends_the_list(view, session):
    select(view, (2, len(PLAN[2].text)))
    enter(view)
    enter(view)
    type_text(view, "正文")
    assert (session.document.blocks[3].kind, session.document.blocks[3].text) == (BlockKind.PARAGRAPH, "正文")
    assert texts(session)[4].startswith("2.")


def test_backspace_behind_a_number_makes_body_text(view, session):
    select(view, (2, 2))
    press(view, Qt.Key.Key_Backspace)
    assert session.document.blocks[2].kind is BlockKind.PARAGRAPH
    assert texts(session)[2:4] == ["青少年行动。激发𠮷好奇心。", "1.农民行动。培训【】人次，【次数】场。"]
    assert place(view) == (2, 0)


def test_an_opening_mark_comes_with_its_closing_one(view, session):
    select(view, (4, 3))
    type_text(view, "（见《法》）")
    assert texts(session)[4] == "正文。（见《法》）"
    assert place(view) == (4, 9)


def test_a_mark_from_an_input_method_is_completed_too(view, session):
    select(view, (4, 3))
    commit(view, "“")
    compose(view, "yin")
    commit(view, "引文")
    commit(view, "”")
    assert texts(session)[4] == "正文。“引文”"
    assert shown(view) == wanted(session.document.blocks)


def test_a_mark_that_ends_a_composition_is_left_alone(view, session):
    select(view, (4, 3))
    compose(view, "kuohao")
    commit(view, "（")
    assert texts(session)[4] == "正文。（"


def test_a_mark_before_a_word_and_a_pasted_mark_stay_single(view, session):
    select(view, (4, 0))
    type_text(view, "（")
    assert texts(session)[4] == "（正文。"
    select(view, (4, 4))
    paste(view, "《")
    assert texts(session)[4] == "（正文。《"


def test_backspace_takes_an_empty_pair_away_whole(view, session):
    select(view, (4, 3))
    type_text(view, "《")
    press(view, Qt.Key.Key_Backspace)
    assert session.document.blocks == PLAN


def test_one_undo_takes_a_pair_back(view, session):
    select(view, (4, 3))
    type_text(view, "《")
    session.undo()
    assert session.document.blocks == PLAN


def test_tab_demotes_the_heading_under_the_caret_and_keeps_the_caret_in_it(view, session, sections):
    select(view, (2, 5))
    press(view, Qt.Key.Key_Tab, "\t")
    assert texts(session)[2] == "（1）青少年行动。激发𠮷好奇心。"
    assert place(view) == (2, 6)
    press(view, Qt.Key.Key_Backtab, "", SHIFT)
    assert session.document.blocks == PLAN


def test_tab_in_a_placeholder_goes_to_the_next_and_typing_replaces_it(view, session, qtbot):
    asked = []
    view.blank_asked.connect(asked.append)
    start = PLAN[3].text.index("【】")
    select(view, (3, start), (3, start + 2))
    type_text(view, "5000")
    press(view, Qt.Key.Key_Tab, "\t")
    select(view, (3, texts(session)[3].index("次数")))
    press(view, Qt.Key.Key_Backtab, "", SHIFT)
    assert asked == [1, -1]
    assert "5000人次" in texts(session)[3]


def test_keys_mean_nothing_in_a_plan_that_cannot_be_changed(qtbot):
    session = Session(Document(blocks=PLAN), read_only=True)
    view = DocumentView()
    qtbot.addWidget(view)
    view.show_session(session)
    select(view, (2, len(PLAN[2].text)))
    enter(view)
    type_text(view, "（")
    assert shown(view) == wanted(PLAN)


def test_a_section_moves_and_takes_the_caret_along(view, session, sections):
    select(view, (3, 5))
    sections.move_up()
    assert texts(session)[2:] == ["1.农民行动。培训【】人次，【次数】场。", "正文。", "2.青少年行动。激发𠮷好奇心。"]
    assert place(view) == (2, 5)
    session.undo()
    assert session.document.blocks == PLAN


def test_paragraphs_that_moved_stay_selected(view, session, sections):
    select(view, (4, 0))
    enter(view)
    type_text(view, "甲")
    select(view, (4, 0), (5, 1))
    sections.move_up()
    assert (view.selection().first, view.selection().last) == (3, 4)


def test_what_cannot_be_moved_says_so(view, sections):
    said = []
    sections.done.connect(said.append)
    select(view, (1, 0))
    sections.move_up()
    sections.promote()
    select(view, (4, 0))
    sections.demote()
    assert said == ["它上面没有可以换位置的内容了。", "已经是一级标题。", "请先把光标放到要升级或降级的标题里。"]
