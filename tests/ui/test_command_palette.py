"""The command palette: what it lists, and the keys that find and run."""

import pytest
from PySide6.QtCore import Qt
from PySide6.QtGui import QAction
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication, QLineEdit, QListWidget

from editor import pinyin
from editor.session import Session
from editor.settings import Settings
from editor.ui.actions import ROWS
from editor.ui.command_palette import Command, CommandPalette, commands, found
from editor.ui.main_window import MainWindow
from editor.ui.shortcut_delegate import SHORTCUT
from tests.ui.plans import plan

CONTROL, SHIFT = Qt.KeyboardModifier.ControlModifier, Qt.KeyboardModifier.ShiftModifier
LINES = ("云溪县实施方案", "为推进工作，制定本方案。", "# 一、总体要求", "坚持服务群众。")


def _names(typed: str) -> list[str]:
    return [one.name for one in found(typed, commands())]


def test_every_action_is_a_command_under_a_name_of_its_own() -> None:
    assert [one.id for one in commands()] == [row.id for row in ROWS]
    assert len({one.name for one in commands()}) == len(ROWS)


def test_every_character_of_every_name_has_a_pinyin() -> None:
    assert {one.name: missing for one in commands() if (missing := pinyin.unread(one.name))} == {}


@pytest.mark.parametrize("typed", ["导出公文", "公文", "dcgw", "daochugw", "daochugongwen", "DCGW"])
def test_words_and_pinyin_find_a_command(typed: str) -> None:
    assert "导出公文" in _names(typed)


def test_words_come_before_pinyin_and_beginnings_before_the_rest() -> None:
    among = [Command("1", "另存为 dc"), Command("2", "打开导出"), Command("3", "导出")]
    assert [one.id for one in found("dc", among)] == ["1", "3", "2"]
    assert [one.id for one in found("导出", among)] == ["3", "2"]


def test_nothing_typed_lists_everything_in_the_order_of_the_table() -> None:
    assert found("", commands()) == list(commands())


@pytest.fixture
def window(themed: QApplication, tmp_path):
    made = MainWindow(Settings(), Session(plan(*LINES)), tmp_path / "data")
    made.resize(1200, 800)
    made.show()
    made.complete()
    made.activateWindow()
    assert QTest.qWaitForWindowActive(made)
    made.view.setFocus()
    yield made
    made.files.session = None
    made.close()


@pytest.fixture
def palette(window: MainWindow) -> CommandPalette:
    QTest.keyClick(window.view, Qt.Key.Key_P, CONTROL | SHIFT)
    made = window.findChild(CommandPalette)
    assert made is not None
    return made


def _field(palette: CommandPalette) -> QLineEdit:
    field = palette.findChild(QLineEdit)
    assert field is not None
    return field


def test_the_shortcut_opens_it_with_the_keyboard_in_the_line(palette: CommandPalette) -> None:
    assert palette.isVisible()
    assert _field(palette).hasFocus()
    assert palette.rect().width() < palette.window().width()


def test_what_cannot_be_done_now_is_not_listed(window: MainWindow, palette: CommandPalette) -> None:
    enabled = [one.name for one in commands() if window.actions_by_id[one.id].isEnabled()]
    panels = [f"面板：{title}" for title in ("大纲", "写作指导", "问题")]
    assert palette.names() == [*enabled, *panels]
    assert "撤销" not in enabled


def test_enter_runs_the_chosen_and_gives_the_keyboard_back(window: MainWindow, palette: CommandPalette) -> None:
    QTest.keyClicks(_field(palette), "fd")
    assert palette.names()[0] == "放大"
    QTest.keyClick(_field(palette), Qt.Key.Key_Return)
    assert window.view.zoom == 110
    assert palette.isHidden()
    assert window.view.hasFocus()


def test_arrow_keys_go_round_the_list(window: MainWindow, palette: CommandPalette) -> None:
    listed = palette.findChild(QListWidget)
    QTest.keyClicks(_field(palette), "bt")
    assert listed.count() > 2
    QTest.keyClick(_field(palette), Qt.Key.Key_Up)
    assert listed.currentRow() == listed.count() - 1
    QTest.keyClick(_field(palette), Qt.Key.Key_Down)
    QTest.keyClick(_field(palette), Qt.Key.Key_Down)
    assert listed.currentRow() == 1


def test_a_row_shows_its_shortcut(palette: CommandPalette) -> None:
    QTest.keyClicks(_field(palette), "dcgw")
    assert palette.findChild(QListWidget).item(0).data(SHORTCUT) == "Ctrl+E"


def test_a_click_runs_the_row(window: MainWindow, palette: CommandPalette) -> None:
    listed = palette.findChild(QListWidget)
    QTest.keyClicks(_field(palette), "fangda")
    place = listed.visualItemRect(listed.item(0)).center()
    QTest.mouseClick(listed.viewport(), Qt.MouseButton.LeftButton, pos=place)
    assert window.view.zoom == 110


def test_escape_goes_away_and_changes_nothing(window: MainWindow, palette: CommandPalette) -> None:
    QTest.keyClicks(_field(palette), "fd")
    QTest.keyClick(_field(palette), Qt.Key.Key_Escape)
    assert palette.isHidden()
    assert window.view.hasFocus()
    assert window.view.zoom == 100


def test_what_fits_nothing_is_said(palette: CommandPalette) -> None:
    QTest.keyClicks(_field(palette), "qqq")
    assert palette.names() == []
    assert palette.findChild(QListWidget).isHidden()
    QTest.keyClick(_field(palette), Qt.Key.Key_Return)
    assert palette.isVisible()


def test_a_click_elsewhere_closes_it(window: MainWindow, palette: CommandPalette, qtbot) -> None:
    window.view.setFocus(Qt.FocusReason.MouseFocusReason)
    qtbot.waitUntil(palette.isHidden)


def test_it_opens_anew_with_everything(window: MainWindow, palette: CommandPalette) -> None:
    QTest.keyClicks(_field(palette), "fd")
    QTest.keyClick(_field(palette), Qt.Key.Key_Escape)
    QTest.keyClick(window.view, Qt.Key.Key_P, CONTROL | SHIFT)
    assert _field(palette).text() == ""
    assert len(palette.names()) > 20


def test_a_chosen_command_is_the_menu_s_own_action(window: MainWindow, palette: CommandPalette, qtbot) -> None:
    action: QAction = window.actions_by_id["select_all"]
    QTest.keyClicks(_field(palette), "quanxuan")
    with qtbot.waitSignal(action.triggered):
        QTest.keyClick(_field(palette), Qt.Key.Key_Return)
    assert window.view.textCursor().hasSelection()
