"""Every action by keyboard; the way round the window with F6, back to the text with Escape; going to headings."""

from collections import Counter

import pytest
from PySide6.QtCore import Qt
from PySide6.QtGui import QKeySequence
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication, QDockWidget, QLineEdit, QMenu

from editor.session import Session
from editor.settings import Settings
from editor.ui.actions import MENUS, ROWS
from editor.ui.command_palette import CommandPalette, commands
from editor.ui.main_window import MainWindow
from tests.ui.plans import plan

SHIFT, CONTROL = Qt.KeyboardModifier.ShiftModifier, Qt.KeyboardModifier.ControlModifier
LINES = (
    "云溪县实施方案",
    "为推进工作，，制定本方案。",
    "# 一、总体要求",
    "坚持服务群众。",
    "# 二、峡谷茶园",
    "## （一）田头讲师",
    "办好科学课。",
)


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


def _press(key: Qt.Key, modifiers: Qt.KeyboardModifier = Qt.KeyboardModifier.NoModifier) -> None:
    QTest.keyClick(QApplication.focusWidget(), key, modifiers)


def _pane(window: MainWindow) -> str:
    """Return where the keyboard is, and check that the one mark is there, too."""
    here = QApplication.focusWidget()
    marked = [dock.objectName() for dock in window.findChildren(QDockWidget) if dock.titleBarWidget().is_on]
    inside = [dock.objectName() for dock in window.findChildren(QDockWidget) if dock.isAncestorOf(here)]
    assert marked == inside
    return inside[0] if inside else "text" if here is window.view else "elsewhere"


# every action


def test_every_action_stands_in_a_menu_and_in_the_palette(window) -> None:
    in_menus = Counter(action.objectName() for menu in window.findChildren(QMenu) for action in menu.actions())
    assert {row.id: in_menus[row.id] for row in ROWS if in_menus[row.id] != 1} == {}
    assert {one.id for one in commands()} == {row.id for row in ROWS}


def test_no_two_actions_share_a_key_and_every_key_is_one() -> None:
    keys = [QKeySequence(one) for row in ROWS for one in row.shortcut.split()]
    assert all(not one.isEmpty() and one[0].key() != Qt.Key.Key_unknown for one in keys)
    assert len({one.toString() for one in keys}) == len(keys)


def test_the_menus_have_letters_of_their_own() -> None:
    letters = [title.partition("&")[2][0] for title, _ in MENUS]
    assert len(set(letters)) == len(MENUS)


@pytest.mark.parametrize(
    ("keys", "action"),
    [
        ("Ctrl+H", "replace"),
        ("Ctrl+G", "goto"),
        ("F5", "goto"),
        ("F12", "save_as"),
        ("Ctrl+P", "print"),
        ("F1", "help"),
    ],
)
def test_keys_known_from_word_do_here_what_they_do_there(window, keys: str, action: str) -> None:
    assert QKeySequence(keys) in window.actions_by_id[action].shortcuts()


# round the window


def test_f6_goes_round_the_panels_and_escape_back_to_the_text(window) -> None:
    been = []
    for _ in range(5):
        been.append(_pane(window))
        _press(Qt.Key.Key_F6)
    assert been == ["text", "outline", "guidance", "problems", "text"]
    _press(Qt.Key.Key_F6, SHIFT)
    assert _pane(window) == "text"
    _press(Qt.Key.Key_F6, SHIFT)
    assert _pane(window) == "problems"
    _press(Qt.Key.Key_Escape)
    assert _pane(window) == "text"


@pytest.mark.parametrize("name", ["outline", "guidance", "metadata", "problems", "preview", "targets"])
def test_escape_in_any_panel_returns_to_the_text(window, name: str) -> None:
    window.panes.go_to(name)
    assert _pane(window) == name
    _press(Qt.Key.Key_Escape)
    assert _pane(window) == "text"


def test_escape_goes_back_from_a_field_of_the_filter(window) -> None:
    window.problems.findChild(QLineEdit).setFocus()
    _press(Qt.Key.Key_Escape)
    assert _pane(window) == "text"


def test_the_way_back_into_a_panel_leads_to_where_one_was(window) -> None:
    field = window.problems.findChild(QLineEdit)
    field.setFocus()
    _press(Qt.Key.Key_F6)
    assert _pane(window) == "text"
    _press(Qt.Key.Key_F6, SHIFT)
    assert window.focusWidget() is field


def test_a_panel_that_is_hidden_is_passed_by(window) -> None:
    window.docks._docks["outline"].hide()
    _press(Qt.Key.Key_F6)
    assert _pane(window) == "guidance"


def test_where_the_keyboard_has_come_to_is_said(window) -> None:
    _press(Qt.Key.Key_F6)
    assert window.status.currentMessage() == "大纲：Esc 回到正文"


# the palette


def _palette(window) -> CommandPalette:
    return window.findChild(CommandPalette)


def test_a_panel_is_found_by_its_pinyin(window) -> None:
    _press(Qt.Key.Key_P, CONTROL | SHIFT)
    QTest.keyClicks(QApplication.focusWidget(), "gwys")
    assert _palette(window).names() == ["公文要素"]
    _press(Qt.Key.Key_Return)
    assert _pane(window) == "metadata"


@pytest.mark.parametrize(
    ("key", "modifiers"), [(Qt.Key.Key_G, CONTROL), (Qt.Key.Key_F5, Qt.KeyboardModifier.NoModifier)]
)
def test_headings_are_listed_and_gone_to(window, key, modifiers) -> None:
    _press(key, modifiers)
    assert _palette(window).names() == ["一、总体要求", "二、峡谷茶园", "　（一）田头讲师"]
    QTest.keyClicks(QApplication.focusWidget(), "xgcy")
    assert _palette(window).names() == ["二、峡谷茶园"]
    _press(Qt.Key.Key_Return)
    assert _pane(window) == "text"
    assert window.view.textCursor().block().text() == "二、峡谷茶园"


def test_leaving_the_headings_leaves_the_caret(window) -> None:
    before = window.view.textCursor().position()
    _press(Qt.Key.Key_G, CONTROL)
    _press(Qt.Key.Key_Down)
    _press(Qt.Key.Key_Escape)
    assert _pane(window) == "text"
    assert window.view.textCursor().position() == before
