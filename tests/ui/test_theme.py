import re
from dataclasses import replace

import pytest
from PySide6.QtCore import QSize
from PySide6.QtGui import QColor, QPalette
from PySide6.QtWidgets import QApplication, QComboBox, QLabel

from editor.ui import theme
from editor.ui.colours import DARK, LIGHT, Colours
from editor.ui.requirement_state import Mark
from resources import path
from validators.diagnostic import Severity

ICONS = sorted(file.stem for file in path("icons").glob("*.svg"))


LOOKS = pytest.mark.parametrize("colours", [LIGHT, DARK], ids=["light", "dark"])

# Ink and ground of every text there is; grounds of states (hover, pressed) carry the plain text alone.
INKS = ("text", "muted", "accent", "error", "warning", "hint", "success")
GROUNDS = ("paper", "window", "alternate", "selection")
PAIRS = (
    *((ink, ground) for ink in INKS for ground in GROUNDS),
    *(("text", ground) for ground in ("hover", "pressed", "marked", "placeholder")),
    ("muted", "hover"),
    ("muted", "desk"),
    ("accent_text", "accent"),
)


def _luminance(colour: str) -> float:
    channels = QColor(colour).getRgbF()[:3]
    linear = [c / 12.92 if c <= 0.03928 else ((c + 0.055) / 1.055) ** 2.4 for c in channels]
    return 0.2126 * linear[0] + 0.7152 * linear[1] + 0.0722 * linear[2]


def _contrast(colours: Colours, one: str, other: str) -> float:
    luminances = (_luminance(getattr(colours, one)), _luminance(getattr(colours, other)))
    return (max(luminances) + 0.05) / (min(luminances) + 0.05)


@LOOKS
def test_every_text_reads_on_its_ground(colours: Colours) -> None:
    contrasts = {pair: round(_contrast(colours, *pair), 2) for pair in PAIRS}
    assert {pair: one for pair, one in contrasts.items() if one < 4.5} == {}


@LOOKS
def test_borders_of_controls_are_seen(colours: Colours) -> None:
    assert min(_contrast(colours, "control", ground) for ground in ("paper", "window")) >= 2.8


@LOOKS
def test_printed_pages_are_white(colours: Colours) -> None:
    assert colours.sheet == "#ffffff"


@pytest.mark.parametrize("name", ICONS)
def test_icon_draws_something_in_the_asked_colour(qapp: QApplication, name: str) -> None:
    image = theme.icon(name, "accent").pixmap(QSize(32, 32)).toImage()
    inked = [image.pixelColor(x, y) for x in range(32) for y in range(32) if image.pixelColor(x, y).alpha() > 250]
    assert any(pixel.name() == theme.colours().accent for pixel in inked)


@pytest.mark.parametrize("name", ICONS)
def test_icon_is_drawn_in_lines_on_a_grid_of_24(name: str) -> None:
    drawing = path(f"icons/{name}.svg").read_text(encoding="utf-8")
    assert 'viewBox="0 0 24 24"' in drawing
    assert 'stroke="currentColor"' in drawing


@pytest.mark.parametrize("ratio", [1, 1.5, 2])
def test_icons_are_drawn_in_the_pixels_they_are_shown_in(qapp: QApplication, monkeypatch, ratio: float) -> None:
    monkeypatch.setattr(type(qapp.primaryScreen()), "devicePixelRatio", lambda _screen: ratio)
    monkeypatch.setattr(theme, "_icons", {})
    unit = theme.em()
    shown = (16, round(1.3 * unit), 3 * unit)  # menus, toolbar, start page
    drawn = {size.width() for size in theme.icon("new").availableSizes()}
    assert {round(ratio * size) for size in shown} <= drawn


@LOOKS
def test_outlines_that_the_style_draws_are_seen(qapp: QApplication, colours: Colours) -> None:
    theme.apply(qapp, colours)
    box = QComboBox()
    box.ensurePolished()
    outline = box.palette().color(QPalette.ColorRole.Window).darker(140)  # as Fusion makes it
    theme.apply(qapp, LIGHT)
    assert _contrast(replace(colours, control=outline.name()), "control", "window") >= 2.6


def test_unknown_icon_is_an_error(qapp: QApplication) -> None:
    with pytest.raises(KeyError):
        theme.icon("no-such-icon")


def test_severities_and_marks_differ_in_more_than_colour(qapp: QApplication) -> None:
    severities = {bytes(theme.severity_icon(one).pixmap(32, 32).toImage().constBits()) for one in Severity}
    assert len(severities) == len(Severity) == len({theme.severity_word(one) for one in Severity})
    marks = {bytes(theme.mark_icon(mark).pixmap(32, 32).toImage().constBits()) for mark in Mark}
    assert len(marks) == len(Mark)


def test_style_sheet_names_no_colour_the_theme_lacks() -> None:
    assert "@" not in theme.stylesheet(LIGHT)


def test_style_sheet_has_no_fixed_sizes_but_hairlines() -> None:
    assert set(re.findall(r"[0-9.]+(?:px|pt)", theme.stylesheet(LIGHT))) <= {"1px"}


def test_role_changes_the_look(themed: QApplication, qtbot) -> None:
    label = QLabel("说明")
    qtbot.addWidget(label)
    theme.set_role(label, "error")
    label.ensurePolished()
    assert label.palette().color(label.foregroundRole()).name() == theme.colours().error
    theme.set_role(label, "muted")
    assert label.palette().color(label.foregroundRole()).name() == theme.colours().muted
