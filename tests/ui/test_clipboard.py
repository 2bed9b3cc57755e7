"""Copying from the text and pasting or dropping into it: structure stays, one undo step, a sentence for the rest."""

import gc

import pytest
from PySide6.QtCore import QMimeData, Qt, QUrl
from PySide6.QtGui import QGuiApplication, QImage

from editor.clipboard.pasted import MAX_CHARACTERS, MIME_TYPE
from editor.model.document import Block, BlockKind, Document
from editor.session import Session
from editor.ui.document_view import DocumentView
from editor.ui.shown_lines import shown_text
from tests.clipboard.pages import WEB, WORD, WORD_TEXT
from tests.ui.typing_hand import compose, drag, drop, paste, paste_html, press, select, shown, type_text, wanted

TABLE = Block("table", BlockKind.TABLE, rows=(("序号", "任务"), ("1", "甲")))
PLAN = (
    Block("title", BlockKind.TITLE, "云溪县实施方案"),
    Block("intro", BlockKind.PARAGRAPH, "结合𠮷实际，制定本方案。"),
    Block("h1", BlockKind.HEADING, "一、总体要求", 1),
    TABLE,
    Block("last", BlockKind.PARAGRAPH, "牵头单位：县科协。"),
)


def window_on(qtbot, blocks=PLAN, **given):
    session = Session(Document(blocks=blocks), **given)
    view = DocumentView()
    qtbot.addWidget(view)
    session.subscribe(view.on_change)
    view.resize(900, 700)
    view.show_session(session)
    view.show()
    return view


@pytest.fixture
def view(qtbot):
    return window_on(qtbot)


def told(view):
    return [(one.kind.value, one.level, one.text or shown_text(one)) for one in view.session.document.blocks]


def text_data(text):
    data = QMimeData()
    data.setText(text)
    return data


# pasting


def test_a_paste_from_word_is_one_undo_step_and_ends_at_the_caret(view):
    select(view, (1, 5))
    paste_html(view, WORD, WORD_TEXT)
    assert [level for _, level, _ in told(view)[1:8]] == [0, 0, 1, 2, 0, 1, 0]
    assert told(view)[8][0] == "table"
    assert told(view)[-4][2] == "，制定本方案。"
    assert view.textCursor().block().text() == "，制定本方案。"
    assert view.textCursor().positionInBlock() == 0
    assert view.session.undo_label == "粘贴"
    assert shown(view) == wanted(view.session.document.blocks)
    view.session.undo()
    assert view.session.document.blocks == PLAN


def test_a_paste_keeps_the_line_it_goes_into_and_brings_no_styling(view):
    look = view.document().findBlockByNumber(1).charFormat()
    select(view, (1, 2), (1, 3))
    paste_html(view, "<span style='color:red;font-size:40pt'>红字</span>", "红字")
    assert view.session.document.blocks[1] == Block("intro", BlockKind.PARAGRAPH, "结合红字实际，制定本方案。")
    assert view.document().findBlockByNumber(1).charFormat() == look
    assert view.textCursor().positionInBlock() == 4


def test_a_paste_takes_what_is_half_typed_in_first(view):
    select(view, (1, 2))
    compose(view, "an")
    paste(view, "甲\n乙")
    assert not view.is_composing()
    assert shown(view)[1:3] == ["结合an甲", "乙𠮷实际，制定本方案。"]
    assert shown(view) == wanted(view.session.document.blocks)


def test_typing_after_a_paste_is_an_undo_step_of_its_own(view):
    select(view, (4, 0))
    paste(view, "甲\n乙")
    type_text(view, "丙")
    view.session.undo()
    assert shown(view)[4:] == ["甲", "乙牵头单位：县科协。"]


def test_a_read_only_plan_takes_nothing_and_says_so(qtbot):
    view = window_on(qtbot, read_only=True)
    with qtbot.waitSignal(view.refused) as said:
        paste(view, "甲")
    assert "只读" in said.args[0]
    assert view.session.document.blocks == PLAN


def test_nothing_is_pasted_into_the_middle_of_a_table(view, qtbot):
    for place in ((3, 3), None), ((3, 3), (4, 2)), ((2, 1), (3, 4)):
        select(view, *place)
        with qtbot.waitSignal(view.refused):
            paste(view, "甲\n乙")
    assert view.session.document.blocks == PLAN
    assert shown(view) == wanted(PLAN)


def test_plain_text_pastes_words_alone(view):
    data = QMimeData()
    data.setHtml(WEB)
    data.setText("一、甲\n任务\t单位\n")
    QGuiApplication.clipboard().setMimeData(data)
    select(view, (4, 0))
    view.paste_text()
    assert told(view)[4:6] == [("paragraph", 0, "一、甲"), ("paragraph", 0, "任务\t单位")]


def test_pictures_left_out_are_told(view, qtbot):
    with qtbot.waitSignal(view.said) as said:
        paste_html(view, WEB, "甲\n乙")
    assert said.args == ["已粘贴文字；剪贴板里的1处图片没有带过来。"]


# what is no text, or too much


def picture():
    data = QMimeData()
    data.setImageData(QImage(4, 4, QImage.Format.Format_RGB32))
    return data


def file_on_the_clipboard():
    data = QMimeData()
    data.setUrls([QUrl.fromLocalFile("/tmp/云溪县.docx")])
    return data


@pytest.mark.parametrize(
    ("make", "word"),
    [
        (picture, "图片"),
        (file_on_the_clipboard, "文件"),
        (lambda: text_data("国" * (MAX_CHARACTERS + 1)), "50 万字"),
        (lambda: text_data("a" * 5_000_000), "500 万字"),
    ],
)
def test_what_is_not_pasted_is_told_in_a_sentence_and_nothing_changes(view, qtbot, make, word):
    data = make()
    assert view.canInsertFromMimeData(data)
    with qtbot.waitSignal(view.refused) as said:
        view.insertFromMimeData(data)
    assert word in said.args[0]
    assert view.session.document.blocks == PLAN
    assert QGuiApplication.overrideCursor() is None


def test_our_own_format_from_a_liar_is_refused(view, qtbot):
    data = text_data("甲")
    data.setData(MIME_TYPE, b'{"format": "nigao", "blocks": [{}]}')
    with qtbot.waitSignal(view.refused):
        view.insertFromMimeData(data)
    assert view.session.document.blocks == PLAN


def test_the_largest_paste_comes_whole(view):
    line = "各部门要结合实际认真落实。" * 10 + "\n"
    text = line * (MAX_CHARACTERS // len(line))
    select(view, (1, 0))
    paste(view, text)
    assert "\n".join(shown(view)[1:]).startswith(text)


# copying


def test_what_is_copied_keeps_its_kinds_in_another_window(view, qtbot):
    view.selectAll()
    view.copy()
    other = window_on(qtbot, ())
    other.paste()
    gc.collect()
    assert told(other) == told(view)
    assert not {one.id for one in other.session.document.blocks} & {one.id for one in PLAN}


def test_a_table_line_is_copied_and_pasted_as_the_table(view):
    select(view, (3, 0), (4, 0))
    view.copy()
    select(view, (4, 9))
    view.paste()
    assert [one.rows for one in view.session.document.blocks] == [(), (), (), TABLE.rows, (), TABLE.rows, ()]


def test_what_is_cut_and_pasted_at_once_is_as_before(view):
    select(view, (1, 4), (4, 3))
    view.cut()
    assert shown(view)[1:] == ["结合𠮷实位：县科协。"]
    view.paste()
    assert told(view) == [(one.kind.value, one.level, one.text or shown_text(one)) for one in PLAN]


def test_other_programs_get_headings_tables_and_text(view):
    view.selectAll()
    data = view.createMimeDataFromSelection()
    assert "<h1>一、总体要求</h1>" in data.html()
    assert "<td>甲</td>" in data.html()
    assert "序号\t任务\n1\t甲\n" in data.text()


# drag and drop


def test_selected_text_is_moved_in_one_step(view):
    select(view, (2, 0), (3, 0))
    event = drag(view, (1, 0))
    assert event.isAccepted()
    assert [one.id for one in view.session.document.blocks if one.id in ("title", "intro", "table", "last")] == [
        *("title", "intro", "table", "last")
    ]
    assert told(view)[1] == ("heading", 1, "一、总体要求")
    assert view.session.undo_label == "移动"
    view.session.undo()
    assert view.session.document.blocks == PLAN


def test_dropped_text_goes_where_it_is_dropped(view):
    select(view, (4, 1))
    event = drop(view, text_data("甲"), (1, 2))
    assert event.isAccepted()
    assert shown(view)[1] == "结合甲𠮷实际，制定本方案。"


def test_a_refused_drop_is_left_to_the_program_it_comes_from(view, qtbot):
    with qtbot.waitSignal(view.refused):
        event = drop(view, text_data("国" * (MAX_CHARACTERS + 1)), (1, 2))
    assert not event.isAccepted()
    assert event.dropAction() == Qt.DropAction.IgnoreAction


def test_deleting_after_a_drop_works_on_what_is_shown(view):
    drop(view, text_data("甲\n乙\n"), (1, 0))
    press(view, Qt.Key.Key_Backspace)
    assert shown(view)[1:3] == ["甲", "乙结合𠮷实际，制定本方案。"]
    assert shown(view) == wanted(view.session.document.blocks)
