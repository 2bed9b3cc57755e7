"""F1, the pages it leads to, and that no panel or dialog is without one."""

import importlib
import pkgutil
from pathlib import Path

import pytest
from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication, QDialog, QDockWidget, QLabel, QLineEdit, QListWidget, QTextBrowser, QWidget
from shiboken6 import isValid

import editor.ui
from editor.help_pages import PAGES, actions_of, pages
from editor.session import Session
from editor.settings import Settings
from editor.ui.actions import MENUS, ROWS
from editor.ui.help_topics import TOPICS, topic_of
from editor.ui.help_window import HelpWindow, show_help
from editor.ui.main_window import MainWindow
from editor.ui.shortcut_page import action_words, keys_of, shortcut_page
from tests.ui.answers import answer
from tests.ui.plans import plan
from tests.ui.test_accessible_names import _nameless

LINES = ("云溪县实施方案", "为推进工作，制定本方案。", "# 一、总体要求", "坚持服务群众。")


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
    if isValid(made):
        made.files.session = None
        made.close()


@pytest.fixture
def helped(themed: QApplication, qtbot) -> HelpWindow:
    made = HelpWindow()
    qtbot.addWidget(made)
    made.show()
    return made


def _shown(window: QWidget) -> str:
    return window.findChild(QTextBrowser).toPlainText()


def _wait_for(window: QWidget) -> None:
    """Wait until a window is the active one: qWaitForWindowActive takes its parent for it, too."""
    for _ in range(200):
        if QApplication.activeWindow() is window:
            return
        QTest.qWait(10)
    raise AssertionError("the window did not become active")


# every part has a page, every page is right


def test_every_dialog_of_the_program_has_a_page() -> None:
    for module in pkgutil.iter_modules([str(Path(editor.ui.__file__).parent)]):
        importlib.import_module(f"editor.ui.{module.name}")
    own = {one.__name__ for one in _below(QDialog) if one.__module__.startswith("editor.ui")}
    assert own
    assert own - set(TOPICS) == set(), "add the class to editor/ui/help_topics.py"


def _below(kind: type) -> set[type]:
    return {one for below in kind.__subclasses__() for one in ({below} | _below(below))}


def test_every_panel_of_the_window_has_a_page_of_its_own(window: MainWindow) -> None:
    for dock in window.findChildren(QDockWidget):
        window.panes.go_to(dock.objectName())
    topics = {dock.objectName(): topic_of(dock.widget()) for dock in window.findChildren(QDockWidget)}
    assert topics == {
        "outline": "outline",
        "guidance": "guidance",
        "metadata": "metadata",
        "problems": "problems",
        "preview": "preview",
        "targets": "targets",
    }


def test_topics_lead_to_pages_and_every_page_is_in_the_list(helped: HelpWindow) -> None:
    assert set(TOPICS.values()) <= set(PAGES)
    assert helped.findChild(QListWidget).count() == len(PAGES)
    for one in pages():
        helped.show_page(one.id)
        assert helped.page_id == one.id
        assert one.title in _shown(helped)
        assert "{" not in _shown(helped)


@pytest.mark.parametrize("page", pages(), ids=lambda page: page.id)
def test_every_action_that_a_page_names_exists(page) -> None:
    assert set(actions_of(page.text)) <= {row.id for row in ROWS}


def test_shortcuts_in_the_help_are_those_of_the_table() -> None:
    words = action_words()
    assert words["save"] == "“保存”（Ctrl+S）"
    assert words["move_up"] == "“上移”（Alt+↑）"
    assert words["rules"] == "“检查项设置”"
    assert keys_of(next(row for row in ROWS if row.id == "zoom_in")) == ["Ctrl++", "Ctrl+="]


def test_the_page_of_shortcuts_lists_every_action_once_under_its_menu() -> None:
    text = shortcut_page("快捷键一览")
    lines = [line for line in text.splitlines() if line.startswith("| ") and "快捷键" not in line.split("|")[2]]
    assert len([line for line in lines if not line.startswith("| :")]) == len(ROWS)
    assert [line for line in text.splitlines() if line.startswith("## ")] == [
        f"## {title.partition('(')[0]}" for title, _ in MENUS
    ]


# keys


@pytest.mark.parametrize("name", ["outline", "guidance", "metadata", "problems", "targets"])
def test_f1_explains_the_panel_that_has_the_keyboard(window: MainWindow, name: str) -> None:
    window.panes.go_to(name)
    QTest.keyClick(QApplication.focusWidget(), Qt.Key.Key_F1)
    assert window.findChild(HelpWindow).page_id == name


def test_f1_in_the_text_and_in_the_find_bar(window: MainWindow) -> None:
    QTest.keyClick(window.view, Qt.Key.Key_F1)
    shown = window.findChild(HelpWindow)
    assert shown.page_id == "text"
    window.activateWindow()
    _wait_for(window)
    QTest.keyClick(window.view, Qt.Key.Key_F, Qt.KeyboardModifier.ControlModifier)
    QTest.keyClick(QApplication.focusWidget(), Qt.Key.Key_F1)
    assert window.findChildren(HelpWindow) == [shown], "one window, however often it is asked"
    assert shown.page_id == "find"


def test_f1_in_the_matrix_explains_the_matrix(window: MainWindow) -> None:
    window.overviews.toggle_matrix()
    _wait_for(window.overviews.matrix)
    QTest.keyClick(QApplication.focusWidget(), Qt.Key.Key_F1)
    assert window.overviews.matrix.findChild(HelpWindow).page_id == "matrix"


def test_f1_explains_a_modal_dialog_and_can_be_used_beside_it(window: MainWindow) -> None:
    pages_seen = []

    def ask(dialog: QDialog) -> None:
        try:
            _wait_for(dialog)
            QTest.keyClick(dialog, Qt.Key.Key_F1)
            shown = dialog.findChild(HelpWindow)
            pages_seen.append(shown.page_id)
            QTest.keyClicks(shown.findChild(QLineEdit), "jz")
            pages_seen.append(shown.page_id)
        finally:
            dialog.reject()

    answer(ask)
    window.actions_by_id["units"].trigger()
    assert pages_seen == ["units", "matrix"]


def test_escape_closes_the_help_and_gives_the_keyboard_back(window: MainWindow, qtbot) -> None:
    QTest.keyClick(window.view, Qt.Key.Key_F1)
    shown = window.findChild(HelpWindow)
    _wait_for(shown)
    QTest.keyClick(QApplication.focusWidget(), Qt.Key.Key_Escape)
    qtbot.waitUntil(lambda: not isValid(shown))
    assert window.focusWidget() is window.view


def test_the_menu_shows_shortcuts(window: MainWindow) -> None:
    window.actions_by_id["shortcuts"].trigger()
    assert "Ctrl+Shift+P" in _shown(window.findChild(HelpWindow))


# searching


def test_words_narrow_the_list_arrows_walk_it_and_nothing_is_said(helped: HelpWindow) -> None:
    search, listed = helped.findChild(QLineEdit), helped.findChild(QListWidget)
    QTest.keyClicks(search, "dw")
    assert listed.item(0).text() == "设置责任单位"
    QTest.keyClick(search, Qt.Key.Key_Down)
    assert helped.page_id == "units"
    search.setText("没有这样的词")
    assert listed.isHidden()
    assert any("没有写到“没有这样的词”的页" in label.text() for label in helped.findChildren(QLabel))
    helped.show_page("text")
    assert listed.isVisible()


def test_every_control_of_the_help_has_a_name(helped: HelpWindow) -> None:
    assert _nameless(helped) == []


def test_a_page_that_does_not_exist_is_an_error(helped: HelpWindow) -> None:
    with pytest.raises(KeyError):
        show_help("gone", helped)
