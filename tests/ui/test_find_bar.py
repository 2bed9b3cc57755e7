"""Finding and replacing in the window: what is typed, what is selected, what one undo takes back."""

import pytest
from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QLabel, QLineEdit, QListWidget

from editor.model.document import Block, BlockKind, Document, Metadata
from editor.session import Session
from editor.ui import dialogs
from editor.ui.document_view import DocumentView
from editor.ui.find_bar import FindBar
from editor.ui.find_options import FindOptions
from tests.ui.typing_hand import select

PLAN = (
    Block("h1", BlockKind.HEADING, "一、科普", 1),
    Block("p1", BlockKind.PARAGRAPH, "𠮷县科普和科普日，2025年12025人。"),
    Block("h2", BlockKind.HEADING, "二、保障", 1),
    Block("p2", BlockKind.PARAGRAPH, "科普经费。"),
)


@pytest.fixture
def session():
    return Session(Document(blocks=PLAN, metadata=Metadata(notice_title="科普通知")))


@pytest.fixture
def bar(qtbot, session):
    view = DocumentView()
    qtbot.addWidget(view)
    view.show_session(session)
    session.subscribe(view.on_change)
    bar = FindBar(view)
    qtbot.addWidget(bar)
    view.show()
    bar.start_replace()
    yield bar
    bar.stop()


def fields(bar):
    return [bar.findChild(QLineEdit, options=Qt.FindChildOption.FindDirectChildrenOnly), bar._new]


def message(bar):
    return bar.findChild(QLabel, options=Qt.FindChildOption.FindDirectChildrenOnly).text()


def look_for(bar, text, new=""):
    first, second = fields(bar)
    second.setText(new)
    first.setText(text)


def place(bar):
    cursor = bar._view.textCursor()
    return cursor.blockNumber(), cursor.selectedText()


def agree(monkeypatch, untick=()):
    def run(dialog):
        rows = dialog.findChild(QListWidget)
        for row in untick:
            rows.item(row).setCheckState(Qt.CheckState.Unchecked)
        return True

    monkeypatch.setattr(dialogs, "run", run)


def test_typing_selects_the_first_place_and_enter_the_next_round_the_end(bar):
    look_for(bar, "科普")
    assert place(bar) == (0, "科普")
    assert message(bar) == "共 5 处，其中公文要素 1 处"
    seen = []
    for _ in range(4):
        QTest.keyClick(fields(bar)[0], Qt.Key.Key_Return)
        seen.append(place(bar)[0])
    assert seen == [1, 1, 3, 0]
    bar.find_previous()
    assert place(bar) == (3, "科普")


def test_whole_words_leave_longer_numbers_alone(bar):
    bar.options.switch("whole", True)
    look_for(bar, "2025")
    assert message(bar) == "共 1 处"
    assert place(bar) == (1, "2025")


def test_the_section_under_the_caret_can_be_searched_alone(bar):
    select(bar._view, (3, 0))
    bar.options.choose_place(1)
    look_for(bar, "科普")
    assert message(bar) == "共 1 处"


def test_replacing_one_goes_to_the_next(bar, session):
    look_for(bar, "科普", "科学普及")
    bar.replace_one()
    assert session.document.blocks[0].text == "一、科学普及"
    assert place(bar) == (1, "科普")


def test_all_is_replaced_where_it_stays_ticked_and_one_undo_takes_it_back(bar, session, monkeypatch):
    agree(monkeypatch, untick=(1,))
    before = session.document
    look_for(bar, "科普", "科技")
    bar.replace_all()
    assert [block.text for block in session.document.blocks[:2]] == ["一、科技", "𠮷县科普和科技日，2025年12025人。"]
    assert session.document.metadata.notice_title == "科技通知"
    assert message(bar) == "已替换 4 处，可用“撤销”一次还原"
    session.undo()
    assert session.document == before


def test_a_selection_is_searched_and_grows_with_what_is_replaced(bar, session):
    select(bar._view, (1, 0), (1, 7))
    bar.options.choose_place(2)
    look_for(bar, "科普", "科学普及")
    assert message(bar) == "共 2 处"
    bar.replace_one()
    bar.replace_one()
    assert session.document.blocks[1].text.startswith("𠮷县科学普及和科学普及日")


def test_an_expression_replaces_with_groups_and_a_bad_one_says_what_to_do(bar, session, monkeypatch):
    agree(monkeypatch)
    bar.options.switch("is_pattern", True)
    look_for(bar, r"(\d+)年", r"公元\1年")
    bar.replace_all()
    assert "公元2025年" in session.document.blocks[1].text
    look_for(bar, "(")
    assert message(bar).startswith("正则表达式写得不对")


def test_a_read_only_plan_is_searched_only(qtbot):
    session = Session(Document(blocks=PLAN), read_only=True)
    view = DocumentView()
    qtbot.addWidget(view)
    view.show_session(session)
    bar = FindBar(view)
    qtbot.addWidget(bar)
    bar.start_replace()
    assert bar._new.isHidden()
    assert bar.findChild(FindOptions) is not None
