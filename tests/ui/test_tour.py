"""The tour: when it comes, that it takes no key from the text, and that no card covers what it points at."""

import pytest
from PySide6.QtCore import QPoint, QRect, QSize, Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication, QLabel, QPushButton

from editor.session import Session
from editor.settings import Settings
from editor.ui import help_actions
from editor.ui.help_window import HelpWindow
from editor.ui.main_window import MainWindow
from editor.ui.tour_card import TourCard, TourFrames
from editor.ui.tour_place import place_card
from tests.ui.plans import new_plan
from tests.ui.typing_hand import compose, select, shown, type_text

CARDS = 4
CARD = QSize(200, 100)
ROOM = QRect(0, 0, 1000, 600)


@pytest.fixture
def settings() -> Settings:
    return Settings()


@pytest.fixture
def window(themed: QApplication, tmp_path, settings):
    made = MainWindow(settings, Session(new_plan()), tmp_path / "data")
    made.resize(1200, 800)
    made.show()
    made.activateWindow()
    assert QTest.qWaitForWindowActive(made)
    yield made
    made.files.session = None
    made.close()


@pytest.fixture
def at_a_screen(monkeypatch):
    monkeypatch.setattr(help_actions, "_HEADLESS", ())
    monkeypatch.setattr(help_actions, "_PAUSE", 0)


def _card(window: MainWindow) -> TourCard | None:
    return next((one for one in window.findChildren(TourCard) if one.isVisible()), None)


def _count(window: MainWindow) -> str:
    return next(label.text() for label in _card(window).findChildren(QLabel) if "/" in label.text())


def _frames(window: MainWindow) -> tuple[QRect, ...]:
    return window.findChild(TourFrames)._rects


# when


def test_it_comes_with_the_first_plan_when_the_window_is_complete(window, settings, at_a_screen, qtbot) -> None:
    window.begin()
    assert _card(window) is None, "never before the window is complete"
    qtbot.waitUntil(lambda: _card(window) is not None)
    assert window.is_complete
    assert settings.tour_shown


def test_it_comes_once(window, settings, at_a_screen) -> None:
    settings.tour_shown = True
    window.complete()
    window.begin()
    QTest.qWait(50)
    assert _card(window) is None


def test_it_waits_for_a_plan(themed, tmp_path, at_a_screen, qtbot) -> None:
    made = MainWindow(Settings(), None, tmp_path / "data")
    made.show()
    made.complete()
    made.begin()
    QTest.qWait(30)
    assert _card(made) is None
    made.files._become(Session(new_plan()))
    qtbot.waitUntil(lambda: _card(made) is not None)
    made.files.session = None
    made.close()


def test_without_a_screen_it_comes_only_when_asked_for(window, settings) -> None:
    window.begin()
    window.complete()
    QTest.qWait(30)
    assert _card(window) is None
    assert not settings.tour_shown
    window.actions_by_id["tour"].trigger()
    assert _card(window) is not None


# keys


@pytest.fixture
def met(window, at_a_screen, qtbot):
    window.complete()
    window.begin()
    qtbot.waitUntil(lambda: _card(window) is not None)
    return window


def test_at_the_first_start_keys_go_into_the_text(met) -> None:
    assert met.focusWidget() is met.view
    select(met.view, (0, 0))
    type_text(met.view, "甲")
    QTest.keyClick(met.view, Qt.Key.Key_Return)
    assert shown(met.view)[0] == "甲"
    assert _count(met) == f"1 / {CARDS}"


def test_escape_in_the_text_ends_it_but_not_while_composing(met) -> None:
    compose(met.view, "ni")
    QTest.keyClick(met.view, Qt.Key.Key_Escape)
    assert _card(met) is not None
    compose(met.view, "")
    QTest.keyClick(met.view, Qt.Key.Key_Escape)
    assert _card(met) is None
    assert met.findChild(TourFrames).isHidden()


def test_f6_takes_the_keyboard_to_the_card_and_escape_back_to_the_text(met) -> None:
    QTest.keyClick(met.view, Qt.Key.Key_F6, Qt.KeyboardModifier.ShiftModifier)
    assert met.focusWidget() is _card(met)
    QTest.keyClick(_card(met), Qt.Key.Key_Return)
    assert _count(met) == f"2 / {CARDS}"
    QTest.keyClick(_card(met), Qt.Key.Key_Escape)
    assert _card(met) is None
    assert met.focusWidget() is met.view


def test_enter_and_arrows_go_through_all_cards_and_out(window) -> None:
    window.complete()
    window.actions_by_id["tour"].trigger()
    card = _card(window)
    assert window.focusWidget() is card, "whoever asks for it has it"
    QTest.keyClick(card, Qt.Key.Key_Left)
    assert _count(window) == f"1 / {CARDS}"
    QTest.keyClick(card, Qt.Key.Key_Right)
    QTest.keyClick(card, Qt.Key.Key_Left)
    for number in range(1, CARDS + 1):
        assert _count(window) == f"{number} / {CARDS}"
        QTest.keyClick(card, Qt.Key.Key_Return)
    assert _card(window) is None
    assert window.focusWidget() is window.view


def test_the_mouse_goes_through_it_and_leaves_the_keyboard_in_the_text(met) -> None:
    def click(words: str) -> None:
        button = next(one for one in _card(met).findChildren(QPushButton) if one.text() == words)
        QTest.mouseClick(button, Qt.MouseButton.LeftButton)

    click("下一张")
    click("下一张")
    click("上一张")
    assert _count(met) == f"2 / {CARDS}"
    assert met.focusWidget() is met.view
    click("跳过")
    assert _card(met) is None


def test_f1_on_a_card_opens_the_first_page(met) -> None:
    QTest.keyClick(met.view, Qt.Key.Key_F6, Qt.KeyboardModifier.ShiftModifier)
    QTest.keyClick(_card(met), Qt.Key.Key_F1)
    assert met.findChild(HelpWindow).page_id == "start"


# where


@pytest.mark.parametrize("size", [(1200, 800), (1024, 700), (1600, 1000)])
def test_no_card_covers_what_it_points_at(window, size) -> None:
    window.resize(*size)
    window.complete()
    window.actions_by_id["tour"].trigger()
    for number in range(CARDS):
        QTest.qWait(60)
        assert _frames(window), f"card {number + 1} points at something"
        assert not any(_card(window).geometry().intersects(rect) for rect in _frames(window))
        assert window.rect().contains(_card(window).geometry())
        QTest.keyClick(_card(window), Qt.Key.Key_Return)


def test_it_follows_the_window(window, qtbot) -> None:
    window.complete()
    window.actions_by_id["tour"].trigger()
    QTest.keyClick(_card(window), Qt.Key.Key_Right)
    QTest.keyClick(_card(window), Qt.Key.Key_Right)
    window.resize(1000, 700)
    qtbot.waitUntil(lambda: _frames(window)[0].bottom() < 700)
    QTest.qWait(60)
    assert window.rect().contains(_card(window).geometry())
    assert not _card(window).geometry().intersects(_frames(window)[0])


def test_a_panel_that_was_closed_is_brought_back_and_the_text_alone_ends(window) -> None:
    window.complete()
    window.actions_by_id["focus_mode"].trigger()
    window.actions_by_id["tour"].trigger()
    assert not window.focus_mode.is_on
    window.docks._docks["problems"].hide()
    QTest.keyClick(_card(window), Qt.Key.Key_Right)
    QTest.keyClick(_card(window), Qt.Key.Key_Right)
    assert window.problems.isVisible()


@pytest.mark.parametrize(
    "anchor", [QRect(10, 10, 50, 20), QRect(900, 560, 90, 30), QRect(0, 300, 1000, 300), QRect(0, 0, 300, 600)]
)
def test_a_place_beside_an_anchor_is_found_in_every_corner(anchor: QRect) -> None:
    place = QRect(place_card(CARD, [anchor], ROOM, 8), CARD)
    assert ROOM.contains(place)
    assert not place.intersects(anchor)


def test_between_two_anchors_stands_the_middle_and_without_any_too() -> None:
    middle = QPoint(400, 250)
    assert place_card(CARD, [QRect(0, 0, 200, 600), QRect(800, 0, 200, 600)], ROOM, 8) == middle
    assert place_card(CARD, [], ROOM, 8) == middle
    assert ROOM.contains(QRect(place_card(CARD, [ROOM], ROOM, 8), CARD)), "where all is covered, it is inside"
