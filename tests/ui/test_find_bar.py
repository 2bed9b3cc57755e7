"""Finding and replacing in the window: what is typed, what is selected, what one undo takes back."""

from dataclasses import replace

import pytest
from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QListWidget, QMenu

from editor.model.document import Block, BlockKind, Document, Metadata
from editor.model.edits import ReplaceBlocks, Transaction
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
TABLE = Block("t", BlockKind.TABLE, rows=(("序号", "任务"), ("1", "科普活动"), ("2", "一\n讲科普")))


@pytest.fixture
def session():
    return Session(Document(blocks=PLAN, metadata=Metadata(notice_title="科普通知")))


@pytest.fixture
def tabled():
    return Session(Document(blocks=(*PLAN, TABLE), metadata=Metadata(notice_title="科普通知")))


@pytest.fixture
def make_bar(qtbot):
    bars = []

    def make(session):
        view = DocumentView()
        qtbot.addWidget(view)
        view.show_session(session)
        session.subscribe(view.on_change)
        bar = FindBar(view)
        qtbot.addWidget(bar)
        view.show()
        bar.start_replace()
        bars.append(bar)
        return bar

    yield make
    for bar in bars:
        bar.stop()


@pytest.fixture
def bar(make_bar, session):
    return make_bar(session)


def fields(bar):
    return [bar._field, bar._new]


def message(bar):
    return bar._message.text()


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
    assert message(bar) == "第 1 处，共 5 处，其中公文要素 1 处"
    seen = []
    for _ in range(5):
        QTest.keyClick(fields(bar)[0], Qt.Key.Key_Return)
        seen.append((place(bar)[0], message(bar)))
    assert [number for number, _ in seen] == [1, 1, 3, 3, 0]
    assert seen[3][1] == "第 5 处，共 5 处：公文要素“标题”"
    assert seen[4][1] == "第 1 处，共 5 处，其中公文要素 1 处（已到末尾，从头继续）"
    QTest.keyClick(fields(bar)[0], Qt.Key.Key_Return, Qt.KeyboardModifier.ShiftModifier)
    assert message(bar) == "第 5 处，共 5 处：公文要素“标题”（已到开头，从末尾继续）"
    bar.find_previous()
    assert place(bar) == (3, "科普")


def test_whole_words_leave_longer_numbers_alone(bar):
    bar.options.switch("whole", True)
    look_for(bar, "2025")
    assert message(bar) == "第 1 处，共 1 处"
    assert place(bar) == (1, "2025")
    look_for(bar, "没有的字")
    assert message(bar) == "没有找到“没有的字”"


def test_a_cell_is_found_named_and_replaced_and_one_undo_takes_all_back(make_bar, tabled, monkeypatch, qtbot):
    bar = make_bar(tabled)
    look_for(bar, "科普", "科学普及")
    for _ in range(3):
        bar.find_next()
    with qtbot.waitSignal(bar.cell_found) as told:
        bar.find_next()
    assert told.args == ["t", 1, 1]
    assert message(bar) == "第 5 处，共 7 处：表格第2行第2列"
    assert place(bar) == (4, "表格 3 行 × 2 列：序号｜任务")
    bar.replace_one()
    assert tabled.document.blocks[4].rows[1:] == (("1", "科学普及活动"), ("2", "一\n讲科普"))
    assert message(bar) == "第 5 处，共 6 处：表格第3行第2列"
    tabled.undo()
    before = tabled.document
    agree(monkeypatch)
    bar.replace_all()
    assert tabled.document.blocks[4].rows[2] == ("2", "一\n讲科学普及")
    assert tabled.document.metadata.notice_title == "科学普及通知"
    tabled.undo()
    assert tabled.document == before


def test_the_preview_names_cells_and_fields(make_bar, tabled, monkeypatch):
    seen = []

    def run(dialog):
        rows = dialog.findChild(QListWidget)
        seen.extend(rows.item(row).text() for row in range(rows.count()))
        return False

    monkeypatch.setattr(dialogs, "run", run)
    bar = make_bar(tabled)
    look_for(bar, "科普", "科技")
    bar.replace_all()
    assert seen[0] == "一、〔科普 → 科技〕"
    assert seen[5:] == ["表格第3行第2列：一 讲〔科普 → 科技〕", "公文要素“标题”：〔科普 → 科技〕通知"]


def test_what_was_replaced_last_says_that_nothing_is_left(bar, session):
    look_for(bar, "经费", "资金")
    bar.replace_one()
    assert session.document.blocks[3].text == "科普资金。"
    assert message(bar) == "已替换，没有更多了"


def test_searches_are_offered_again_with_the_down_key(bar, qtbot):
    for words in ("科普", "A&B", "经费"):
        look_for(bar, words)
        QTest.keyClick(fields(bar)[0], Qt.Key.Key_Return)
    QTest.keyClick(fields(bar)[0], Qt.Key.Key_Down)
    menu = fields(bar)[0].findChild(QMenu)
    assert [action.data() for action in menu.actions()] == ["经费", "A&B", "科普"]
    QTest.keyClick(menu, Qt.Key.Key_Down)
    QTest.keyClick(menu, Qt.Key.Key_Return)
    assert fields(bar)[0].text() == "A&B"


def test_escape_goes_back_to_the_text_and_a_hidden_bar_still_finds_and_says_so(bar, qtbot):
    look_for(bar, "科普")
    QTest.keyClick(fields(bar)[0], Qt.Key.Key_Escape)
    assert bar.isHidden()
    with qtbot.waitSignal(bar.said) as said:
        bar.find_next()
    assert said.args == ["第 2 处，共 5 处，其中公文要素 1 处"]
    assert place(bar) == (1, "科普")


def test_an_endless_expression_blocks_nothing_and_typing_on_gives_it_up(make_bar, qtbot):
    session = Session(Document(blocks=(Block("a", BlockKind.PARAGRAPH, "甲" * 40 + "乙"),)))
    bar = make_bar(session)
    bar.options.switch("is_pattern", True)
    look_for(bar, "(甲+)+丙")
    qtbot.waitUntil(lambda: message(bar) == "正在查找…", timeout=30_000)
    look_for(bar, "乙")
    qtbot.waitUntil(lambda: message(bar) == "第 1 处，共 1 处", timeout=30_000)
    assert place(bar) == (0, "乙")


def test_an_answer_for_a_text_that_has_changed_is_looked_for_again(bar, session, qtbot):
    bar.options.switch("is_pattern", True)
    look_for(bar, "经费.")
    session.apply(Transaction("改", (ReplaceBlocks(0, PLAN[:1], (replace(PLAN[0], text="经费、科普"),)),)))
    qtbot.waitUntil(lambda: message(bar).startswith("第 "), timeout=30_000)
    assert message(bar).endswith("共 2 处")


def test_the_section_under_the_caret_can_be_searched_alone(bar):
    select(bar._view, (3, 0))
    bar.options.choose_place(1)
    look_for(bar, "科普")
    assert message(bar) == "第 1 处，共 1 处"
    above = Block("n", BlockKind.PARAGRAPH, "新的一段科普")
    bar._view.session.apply(Transaction("加一段", (ReplaceBlocks(0, (), (above,)),)))
    bar.find_next()
    assert place(bar) == (4, "科普")
    assert message(bar).startswith("第 1 处，共 1 处")
    look_for(bar, "卫生")
    assert message(bar) == "在光标所在一节里没有找到“卫生”"


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
    assert message(bar).startswith("第 1 处，共 2 处")
    bar.replace_one()
    bar.replace_one()
    assert session.document.blocks[1].text.startswith("𠮷县科学普及和科学普及日")


def test_an_expression_replaces_with_groups_and_a_bad_one_says_what_to_do(bar, session, monkeypatch, qtbot):
    agree(monkeypatch)
    bar.options.switch("is_pattern", True)
    look_for(bar, r"(\d+)年", r"公元\1年")
    bar.replace_all()
    qtbot.waitUntil(lambda: "公元2025年" in session.document.blocks[1].text, timeout=30_000)
    look_for(bar, "(")
    qtbot.waitUntil(lambda: message(bar).startswith("正则表达式写得不对"), timeout=30_000)


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
