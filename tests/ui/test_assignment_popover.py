"""The popover at the caret, by the keys and the mouse of the person at it."""

from collections.abc import Iterator

import pytest
from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication, QLabel, QPushButton, QToolButton

from editor.model.document import Document
from editor.session import Session
from editor.settings import Settings
from editor.ui.assignment_popover import AssignmentPopover
from editor.ui.chip_line import Chip, ChipLine
from editor.ui.main_window import MainWindow
from editor.ui.unit_field import UnitField
from tests.ui.plans import block_id, plan
from tests.ui.test_accessible_names import _nameless
from tests.ui.typing_hand import commit

LINES = (
    "云溪县全民科学素质行动规划纲要实施方案（2026—2030年）",
    "# 一、提升行动",
    "## （一）青少年科学素质提升行动",
    "加强科学教育。",
    "牵头单位：县教体局。责任单位：县科协、县民政局。",
    "## （二）农民科学素质提升行动",
    "培育高素质农民。",
)
ALT, CONTROL = Qt.KeyboardModifier.AltModifier, Qt.KeyboardModifier.ControlModifier
SHIFT = Qt.KeyboardModifier.ShiftModifier


class Desk:
    """A window with a plan, and its popover."""

    def __init__(self, window: MainWindow, session: Session) -> None:
        self.window = window
        self.session = session
        self.view = window.view

    def open(self, words: str) -> "AssignmentPopover":
        """Put the caret where these words are and press the keys."""
        self.view.jump(block_id(self.session.document, words), 0, 0)
        QTest.keyClick(self.view, Qt.Key.Key_U, CONTROL | SHIFT)
        return self.popover

    @property
    def popover(self) -> AssignmentPopover:
        found = self.window.findChild(AssignmentPopover)
        assert found is not None
        return found

    @property
    def line(self):
        return self.popover.findChild(UnitField).line

    @property
    def offered(self) -> list[str]:
        listing = self.popover.findChild(UnitField).list
        return [listing.item(row).text() for row in range(listing.count())]

    def chips(self, title: str) -> list[Chip]:
        return next(one for one in self.popover.findChildren(ChipLine) if one.title == title).chips

    def names(self, title: str) -> list[str]:
        return [chip.accessibleName().removeprefix(f"{title}：") for chip in self.chips(title)]

    def press(self, key: Qt.Key, modifiers: Qt.KeyboardModifier = Qt.KeyboardModifier.NoModifier) -> None:
        """Press a key where the keyboard is."""
        focused = self.window.focusWidget()
        assert focused is not None
        QTest.keyClick(focused, key, modifiers)
        QApplication.processEvents()

    def type(self, text: str) -> None:
        QTest.keyClicks(self.window.focusWidget(), text)

    def enter(self, *texts: str) -> None:
        for text in texts:
            self.type(text)
            self.press(Qt.Key.Key_Return)

    @property
    def said(self) -> str:
        return "\n".join(one.text() for one in self.popover.findChildren(QLabel) if one.isVisible())

    def text(self, words: str) -> str:
        return next(block.text for block in self.session.document.blocks if words in block.text)


def _desk(qtbot, tmp_path, document: Document) -> Iterator[Desk]:
    session = Session(document)
    window = MainWindow(Settings(), session, tmp_path)
    window.resize(1200, 800)
    window.show()
    window.complete()
    window.activateWindow()
    qtbot.waitUntil(window.isActiveWindow)
    yield Desk(window, session)
    window.files.may_leave = lambda: True  # type: ignore[method-assign]
    window.close()


@pytest.fixture
def desk(themed: QApplication, qtbot, tmp_path) -> Iterator[Desk]:
    yield from _desk(qtbot, tmp_path, plan(*LINES))


def test_it_opens_with_the_units_of_the_task(desk: Desk) -> None:
    assert desk.open("加强科学教育").isVisible()
    assert desk.names("牵头单位") == ["县教体局"]
    assert desk.names("责任单位") == ["县科协", "县民政局"]
    assert "“青少年科学素质提升行动”由谁牵头" in desk.said
    assert "正文不变：牵头单位：县教体局。责任单位：县科协、县民政局。" in desk.said
    assert desk.line.hasFocus()


def test_the_old_key_opens_it_too(desk: Desk) -> None:
    desk.view.jump(block_id(desk.session.document, "农民"), 0, 0)
    QTest.keyClick(desk.view, Qt.Key.Key_U, CONTROL)
    assert desk.popover.isVisible()


def test_the_keyboard_alone_assigns_first_the_lead_then_the_responsible(desk: Desk) -> None:
    desk.open("培育")
    desk.enter("nyncj", "caizheng", "kx")
    assert desk.names("牵头单位") == ["县农业农村局"]
    assert desk.names("责任单位") == ["县财政局", "县科协"]
    assert "正文将写成：牵头单位：县农业农村局。责任单位：县财政局、县科协。" in desk.said
    desk.press(Qt.Key.Key_Return)
    assert not desk.popover.isVisible()
    assert desk.view.hasFocus()
    assert desk.session.document.blocks[-1].text == "牵头单位：县农业农村局。责任单位：县财政局、县科协。"


def test_it_is_one_step_to_undo_and_changes_nothing_else(desk: Desk) -> None:
    before = desk.session.document
    desk.open("加强科学教育")
    desk.enter("czj")
    desk.press(Qt.Key.Key_Return)
    assert desk.text("牵头") == "牵头单位：县教体局。责任单位：县财政局、县科协、县民政局。"
    changed = [new for old, new in zip(before.blocks, desk.session.document.blocks, strict=True) if old != new]
    assert len(changed) == 1
    QTest.keyClick(desk.view, Qt.Key.Key_Z, CONTROL)
    assert desk.session.document == before


def test_escape_leaves_all_as_it_was(desk: Desk) -> None:
    before = desk.session.document
    desk.open("加强科学教育")
    desk.enter("czj")
    desk.press(Qt.Key.Key_Escape)
    assert not desk.popover.isVisible()
    assert desk.session.document is before
    assert desk.view.hasFocus()
    desk.open("加强科学教育")
    assert desk.names("责任单位") == ["县科协", "县民政局"], "what was given up is not there again"


@pytest.mark.parametrize("typed", ["农业", "云溪县农业", "ny", "nongye", "nongyenc"])
def test_name_full_name_initials_and_pinyin_find_a_unit(desk: Desk, typed: str) -> None:
    desk.open("加强科学教育")
    commit(desk.line, typed)
    assert "县农业农村局" in desk.offered
    assert "县财政局" not in desk.offered


def test_what_a_unit_does_finds_it_though_its_name_does_not_say_so(desk: Desk) -> None:
    desk.open("培育")
    commit(desk.line, "审判")
    assert desk.offered[0] == "县法院"


def test_chosen_units_are_offered_under_none_of_their_names(desk: Desk) -> None:
    desk.open("加强科学教育")
    assert not {"县教体局", "县教育体育局", "县科协", "县民政局"} & set(desk.offered)
    commit(desk.line, "教育体育局")
    assert desk.offered == []
    assert "已经选上了" in desk.said


def test_the_usual_units_are_offered_first(desk: Desk) -> None:
    desk.open("培育")
    assert desk.offered[0] == "县农业农村局"
    desk.press(Qt.Key.Key_Down)
    desk.press(Qt.Key.Key_Return)
    assert desk.names("牵头单位") == ["县农业农村局"]


def test_the_suggestion_is_taken_with_one_key(desk: Desk) -> None:
    desk.open("培育")
    assert "“农民科学素质提升行动”通常由县农业农村局牵头：国家模板A2" in desk.said
    desk.press(Qt.Key.Key_A, ALT)
    assert desk.names("牵头单位") == ["县农业农村局"]
    assert "建议的单位都选上了" in desk.said
    assert desk.line.text() == ""


def test_one_key_brings_the_registers_order(desk: Desk) -> None:
    desk.open("加强科学教育")
    desk.press(Qt.Key.Key_S, ALT)
    assert desk.names("责任单位") == ["县民政局", "县科协"]
    desk.press(Qt.Key.Key_Return)
    assert desk.text("牵头") == "牵头单位：县教体局。责任单位：县民政局、县科协。"


def test_chips_are_reached_removed_moved_and_turned_by_keys(desk: Desk) -> None:
    desk.open("加强科学教育")
    desk.press(Qt.Key.Key_Left)
    assert desk.chips("责任单位")[1].hasFocus()
    desk.press(Qt.Key.Key_Left, ALT)
    assert desk.names("责任单位") == ["县民政局", "县科协"]
    assert desk.chips("责任单位")[0].hasFocus(), "the keyboard stays on what was moved"
    desk.press(Qt.Key.Key_L)
    assert desk.names("牵头单位") == ["县教体局", "县民政局"] or desk.names("牵头单位") == ["县民政局", "县教体局"]
    desk.press(Qt.Key.Key_Delete)
    assert desk.names("牵头单位") == ["县教体局"]
    desk.press(Qt.Key.Key_Backspace)
    assert desk.names("牵头单位") == []
    assert desk.line.hasFocus()
    assert desk.line.accessibleName() == "加到牵头单位"


def test_arrows_go_through_the_lines_and_back_to_the_field(desk: Desk) -> None:
    desk.open("加强科学教育")
    desk.press(Qt.Key.Key_Up)
    desk.press(Qt.Key.Key_Up)
    assert desk.chips("牵头单位")[0].hasFocus()
    desk.press(Qt.Key.Key_Right)
    assert desk.chips("责任单位")[0].hasFocus()
    desk.press(Qt.Key.Key_Right)
    desk.press(Qt.Key.Key_Right)
    assert desk.line.hasFocus()


def test_tab_goes_round_inside(desk: Desk) -> None:
    desk.open("加强科学教育")
    for _ in range(12):
        desk.press(Qt.Key.Key_Tab)
        assert desk.popover.isAncestorOf(desk.window.focusWidget())


def test_letters_on_a_chip_begin_the_next_name(desk: Desk) -> None:
    desk.open("加强科学教育")
    desk.press(Qt.Key.Key_Left)
    desk.type("c")
    desk.type("zj")
    desk.press(Qt.Key.Key_Return)
    assert "县财政局" in desk.names("责任单位")


def test_the_lead_may_be_chosen_when_there_is_one(desk: Desk) -> None:
    desk.open("加强科学教育")
    desk.press(Qt.Key.Key_L, ALT)
    desk.enter("kejiju")
    assert "县科技局" in desk.names("牵头单位")


def test_the_mouse_removes_and_adds(desk: Desk) -> None:
    desk.open("加强科学教育")
    close = desk.chips("责任单位")[0].findChild(QToolButton)
    QTest.mouseClick(close, Qt.MouseButton.LeftButton)
    assert desk.names("责任单位") == ["县民政局"]
    listing = desk.popover.findChild(UnitField).list
    place = listing.visualItemRect(listing.item(1)).center()
    name = listing.item(1).text()
    QTest.mouseClick(listing.viewport(), Qt.MouseButton.LeftButton, pos=place)
    assert name in desk.names("责任单位")
    done = next(one for one in desk.popover.findChildren(QPushButton) if one.accessibleName() == "完成")
    QTest.mouseClick(done, Qt.MouseButton.LeftButton)
    assert "县科协" not in desk.text("牵头")
    assert name in desk.text("牵头")


def test_a_unit_that_the_register_lacks_is_marked_by_a_word(desk: Desk) -> None:
    desk.open("加强科学教育")
    commit(desk.line, "县渔民互助会办公室")
    assert desk.offered == ["加入“县渔民互助会办公室”（不在单位库）"]
    desk.press(Qt.Key.Key_Return)
    assert "县渔民互助会办公室，不在单位库" in desk.names("责任单位")
    assert any(one.text() == "不在单位库" for one in desk.chips("责任单位")[-1].findChildren(QLabel))
    desk.press(Qt.Key.Key_Return)
    assert "县渔民互助会办公室" in desk.text("牵头")


def test_a_pasted_list_is_taken_apart(desk: Desk) -> None:
    desk.open("加强科学教育")
    QApplication.clipboard().setText("县财政局、县水利局")
    desk.press(Qt.Key.Key_V, CONTROL)
    desk.press(Qt.Key.Key_Return)
    assert {"县财政局", "县水利局"} <= set(desk.names("责任单位"))


@pytest.mark.parametrize("name", ["县" + "长" * 198 + "局", "县长。局"])
def test_a_name_that_cannot_be_written_is_refused_with_a_sentence(desk: Desk, name: str) -> None:
    before = desk.session.document
    popover = desk.open("加强科学教育")
    popover.findChild(UnitField).entered.emit((name,))
    assert "不能写入：" in desk.said
    desk.press(Qt.Key.Key_Return)
    assert desk.popover.isVisible()
    assert desk.session.document is before


def test_without_a_task_it_says_what_to_do(desk: Desk) -> None:
    desk.open("云溪县全民")
    assert "没有可以设置分工的任务" in desk.said
    assert "按Ctrl+Shift+U" in desk.said
    desk.press(Qt.Key.Key_Return)
    assert not desk.popover.isVisible()
    assert desk.view.hasFocus()


def test_it_goes_with_the_keyboard_unless_something_was_chosen(desk: Desk, qtbot) -> None:
    popover = desk.open("加强科学教育")
    desk.view.setFocus()
    qtbot.waitUntil(popover.isHidden)
    desk.open("加强科学教育")
    desk.enter("czj")
    desk.view.setFocus()
    QTest.qWait(20)
    assert popover.isVisible(), "a choice is not lost by a click beside it"


def test_a_text_that_changed_meanwhile_is_not_overwritten(desk: Desk) -> None:
    popover = desk.open("加强科学教育")
    desk.enter("czj")
    desk.view.jump(block_id(desk.session.document, "牵头单位"), 5, 9)
    QTest.keyClick(desk.view, Qt.Key.Key_Delete)
    text = desk.text("责任单位")
    popover.finish()
    assert "正文里这项任务的分工变了" in desk.said
    assert desk.text("责任单位") == text


def test_other_changes_meanwhile_do_no_harm(desk: Desk) -> None:
    popover = desk.open("加强科学教育")
    desk.enter("czj")
    desk.view.jump(block_id(desk.session.document, "培育"), 0, 0)
    commit(desk.view, "大力")
    popover.finish()
    assert desk.text("培育") == "大力培育高素质农民。"
    assert "县财政局" in desk.text("牵头")


def test_another_plan_sends_it_away(desk: Desk) -> None:
    popover = desk.open("加强科学教育")
    desk.window.show_session(Session(plan(*LINES)))
    assert popover.isHidden()


@pytest.mark.parametrize("size", [(1200, 800), (700, 500), (420, 320)])
def test_it_stays_inside_the_window(desk: Desk, size: tuple[int, int]) -> None:
    desk.window.resize(*size)
    popover = desk.open("培育")
    desk.press(Qt.Key.Key_A, ALT)
    QTest.qWait(20)
    assert desk.window.rect().contains(popover.geometry())


def test_every_control_has_a_name_and_keys_are_told(desk: Desk) -> None:
    popover = desk.open("加强科学教育")
    assert _nameless(popover) == []
    assert desk.chips("责任单位")[0].accessibleName() == "责任单位：县科协"
    assert "Delete" in desk.chips("责任单位")[0].toolTip()
    for button in popover.findChildren(QPushButton):
        assert "（" in button.text(), "the key is written on the button"
