"""Focus mode: the text alone, everything back as it was, and nothing of it remembered."""

import pytest
from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication, QDockWidget, QToolBar
from shiboken6 import isValid

from editor.session import Session
from editor.settings import Settings, load
from editor.ui.main_window import MainWindow
from tests.ui.plans import plan

LINES = ("云溪县实施方案", "为推进工作，制定本方案。", "# 一、总体要求", "坚持服务群众。")


def made_window(settings: Settings, folder) -> MainWindow:
    window = MainWindow(settings, Session(plan(*LINES)), folder)
    window.show()
    window.complete()
    window.activateWindow()
    assert QTest.qWaitForWindowActive(window)
    return window


def close(window: MainWindow) -> None:
    if isValid(window):
        window.files.session = None
        window.close()


@pytest.fixture
def window(themed: QApplication, tmp_path):
    made = made_window(Settings(), tmp_path / "data")
    yield made
    close(made)


def around(window: MainWindow) -> set[str]:
    """Return the names of the panels and toolbars that are seen."""
    found = (*window.findChildren(QDockWidget), *window.findChildren(QToolBar, "toolbar"))
    return {one.objectName() for one in found if not one.isHidden()}


def press_f11(window: MainWindow) -> None:
    QTest.keyClick(QApplication.focusWidget(), Qt.Key.Key_F11)


def test_f11_leaves_the_text_alone_and_brings_everything_back(window: MainWindow, qtbot) -> None:
    window.toggle_targets()
    before = around(window)
    assert {"outline", "targets", "toolbar"} <= before
    press_f11(window)
    assert around(window) == set()
    assert window.view.hasFocus()
    qtbot.waitUntil(lambda: window.view.width() == window.width())
    press_f11(window)
    assert around(window) == before


def test_a_panel_asked_for_meanwhile_does_not_stay(window: MainWindow) -> None:
    before = around(window)
    press_f11(window)
    window.toggle_preview()
    assert around(window) == {"preview"}
    press_f11(window)
    assert around(window) == before


def test_a_window_closed_in_focus_mode_opens_with_its_panels(window: MainWindow, tmp_path) -> None:
    window.docks.toggles()[0].trigger()  # the outline
    before = around(window)
    window.view.set_zoom(125)
    press_f11(window)
    close(window)
    again = made_window(load(tmp_path / "data"), tmp_path / "data")
    assert around(again) == before
    assert again.view.zoom == 125
    close(again)
