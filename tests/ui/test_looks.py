"""Light and dark: chosen in the menu or followed from the system, live, in every part of the window."""

import pytest
from PySide6.QtCore import QObject, Qt, Signal
from PySide6.QtGui import QColor, QImage, QPalette
from PySide6.QtWidgets import QAbstractButton, QApplication, QTreeWidget, QWidget
from shiboken6 import isValid

from editor.session import Session
from editor.settings import Settings, load
from editor.ui import looks, theme
from editor.ui.colours import DARK, LIGHT
from editor.ui.main_window import MainWindow
from editor.ui.rule_settings_dialog import RuleSettingsDialog
from tests.ui.plans import plan
from tests.ui.typing_hand import compose

LINES = ("云溪县实施方案", "为推进工作,制定本方案，由【单位】负责。", "# 一、总体要求", "坚持服务群众。")


class System(QObject):
    """Stands for Qt's style hints, which no test can turn dark."""

    colorSchemeChanged = Signal(Qt.ColorScheme)  # noqa: N815 as Qt spells it
    asked = None
    scheme = Qt.ColorScheme.Unknown

    def colorScheme(self) -> Qt.ColorScheme:  # noqa: N802 as Qt spells it
        return self.scheme

    def setColorScheme(self, scheme: Qt.ColorScheme) -> None:  # noqa: N802 as Qt spells it
        self.asked = scheme

    def turn(self, scheme: Qt.ColorScheme) -> None:
        self.scheme = scheme
        self.colorSchemeChanged.emit(scheme)


@pytest.fixture
def system(qapp: QApplication, monkeypatch: pytest.MonkeyPatch) -> System:
    made = System()
    monkeypatch.setattr(looks, "QGuiApplication", type("Hints", (), {"styleHints": staticmethod(lambda: made)}))
    return made


@pytest.fixture
def window(system: System, themed: QApplication, tmp_path):
    session = Session(plan(*LINES))
    made = MainWindow(Settings(), session, tmp_path / "data")
    made.resize(1200, 800)
    made.show()
    made.complete()
    yield made
    if isValid(made):
        made.files.session = None
        made.close()
    theme.apply(themed, LIGHT)


def trigger(window: MainWindow, action: str) -> None:
    window.actions_by_id[action].trigger()


def ground_of_text(window: MainWindow) -> str:
    """Return the colour in the middle of the sheet's upper margin."""
    view = window.view.viewport()
    return view.grab().toImage().pixelColor(view.width() // 2, 40).name()


def icon_colours(button: QAbstractButton) -> set[str]:
    image = button.icon().pixmap(32, 32).toImage()
    pixels = (image.pixelColor(x, y) for x in range(32) for y in range(32))
    return {pixel.name() for pixel in pixels if pixel.alpha() > 250}


def test_the_choice_is_seen_at_once_and_kept(window: MainWindow, tmp_path) -> None:
    assert ground_of_text(window) == LIGHT.paper
    trigger(window, "look_dark")
    assert ground_of_text(window) == DARK.paper
    assert window.palette().color(QPalette.ColorRole.WindowText).name() == DARK.text
    assert window.actions_by_id["look_dark"].isChecked()
    assert not window.actions_by_id["look_system"].isChecked()
    window.files.session = None
    window.close()
    assert load(tmp_path / "data").look == "dark"


def test_icons_of_buttons_are_redrawn(window: MainWindow) -> None:
    drawn = [button for button in window.findChildren(QAbstractButton) if theme.redrawn(button.icon()) is not None]
    before = [icon_colours(button) for button in drawn]
    assert len(drawn) > 15
    trigger(window, "look_dark")
    assert [button.text() for button, old in zip(drawn, before, strict=True) if icon_colours(button) & old] == []
    trigger(window, "look_light")
    assert [icon_colours(button) for button in drawn] == before


def test_the_system_is_followed_while_it_is_open(window: MainWindow, system: System) -> None:
    system.turn(Qt.ColorScheme.Dark)
    assert theme.colours() == DARK
    assert ground_of_text(window) == DARK.paper
    system.turn(Qt.ColorScheme.Light)
    assert ground_of_text(window) == LIGHT.paper


def test_a_choice_stands_against_the_system(window: MainWindow, system: System) -> None:
    trigger(window, "look_light")
    assert system.asked == Qt.ColorScheme.Light
    system.turn(Qt.ColorScheme.Dark)
    assert ground_of_text(window) == LIGHT.paper
    trigger(window, "look_system")
    assert ground_of_text(window) == DARK.paper


@pytest.mark.parametrize(
    ("kept", "scheme", "colours"),
    [
        ("system", Qt.ColorScheme.Unknown, LIGHT),
        ("system", Qt.ColorScheme.Dark, DARK),
        ("light", Qt.ColorScheme.Dark, LIGHT),
        ("dark", Qt.ColorScheme.Light, DARK),
        ("purple", Qt.ColorScheme.Dark, DARK),
    ],
)
def test_colours_at_start(system: System, kept: str, scheme: Qt.ColorScheme, colours) -> None:
    system.scheme = scheme
    assert looks.colours_of(kept) == colours


def test_inks_of_an_open_dialog_change_too(window: MainWindow) -> None:
    dialog = RuleSettingsDialog(window.files.session.document.metadata, window)
    dialog.show()
    tree = dialog.findChild(QTreeWidget)
    tops = [tree.topLevelItem(at) for at in range(tree.topLevelItemCount())]
    rules = [top.child(at) for top in tops for at in range(top.childCount())]
    assert {item.foreground(3).color().name() for item in rules} == {LIGHT.warning}
    trigger(window, "look_dark")
    assert {item.foreground(3).color().name() for item in rules} == {DARK.warning}
    assert {item.foreground(0).style() for item in rules} == {Qt.BrushStyle.NoBrush}  # as the style sheet has it
    dialog.close()


def test_lines_under_findings_and_blanks_change_too(window: MainWindow) -> None:
    assert nearest(window.view.viewport(), LIGHT.error) < nearest(window.view.viewport(), DARK.error)
    trigger(window, "look_dark")
    assert nearest(window.view.viewport(), DARK.error) < nearest(window.view.viewport(), LIGHT.error)
    formats = window.view.document().findBlockByNumber(1).layout().formats()
    assert DARK.placeholder in {one.format.background().color().name() for one in formats}


def nearest(widget: QWidget, wanted: str) -> int:
    """Return how far the colour painted in the widget that is most like the wanted one is from it."""
    image = widget.grab().toImage().convertToFormat(QImage.Format.Format_RGB32)
    data, colour = bytes(image.constBits()), QColor(wanted)
    pixels = {data[at : at + 3] for at in range(0, len(data), 4)}
    parts = (colour.blue(), colour.green(), colour.red())
    return min(sum(abs(one - other) for one, other in zip(pixel, parts, strict=True)) for pixel in pixels)


def test_changing_the_look_changes_no_text_and_ends_a_composition(window: MainWindow) -> None:
    compose(window.view, "新")
    trigger(window, "look_dark")
    session = window.files.session
    assert session.document.blocks[0].text == "新" + LINES[0]
    assert window.view.toPlainText().split("\n") == [block.text for block in session.document.blocks]
    trigger(window, "undo")
    assert session.document.blocks[0].text == LINES[0]
