import re

import pytest
from PySide6.QtCore import QSize
from PySide6.QtGui import QColor
from PySide6.QtWidgets import QApplication, QLabel

from editor.ui import theme
from editor.ui.requirement_state import Mark
from resources import path
from validators.diagnostic import Severity

ICONS = sorted(file.stem for file in path("icons").glob("*.svg"))


def _luminance(name: str) -> float:
    channels = QColor(getattr(theme.COLOURS, name)).getRgbF()[:3]
    linear = [c / 12.92 if c <= 0.03928 else ((c + 0.055) / 1.055) ** 2.4 for c in channels]
    return 0.2126 * linear[0] + 0.7152 * linear[1] + 0.0722 * linear[2]


def _contrast(one: str, other: str) -> float:
    high, low = sorted((_luminance(one), _luminance(other)), reverse=True)
    return (high + 0.05) / (low + 0.05)


@pytest.mark.parametrize("ground", ["paper", "window", "alternate", "selection"])
@pytest.mark.parametrize("ink", ["text", "muted", "accent", "error", "warning", "hint", "success"])
def test_every_text_colour_reads_on_every_ground(ink: str, ground: str) -> None:
    assert _contrast(ink, ground) >= 4.5


@pytest.mark.parametrize("ground", ["paper", "window"])
def test_borders_of_controls_are_seen(ground: str) -> None:
    assert _contrast("control", ground) >= 2.8


@pytest.mark.parametrize("name", ICONS)
def test_icon_draws_something_in_the_asked_colour(qapp: QApplication, name: str) -> None:
    image = theme.icon(name, "accent").pixmap(QSize(32, 32)).toImage()
    inked = [image.pixelColor(x, y) for x in range(32) for y in range(32) if image.pixelColor(x, y).alpha() > 250]
    assert any(pixel.name() == theme.COLOURS.accent for pixel in inked)


@pytest.mark.parametrize("name", ICONS)
def test_icon_is_drawn_in_lines_on_a_grid_of_24(name: str) -> None:
    drawing = path(f"icons/{name}.svg").read_text(encoding="utf-8")
    assert 'viewBox="0 0 24 24"' in drawing
    assert 'stroke="currentColor"' in drawing


def test_unknown_icon_is_an_error(qapp: QApplication) -> None:
    with pytest.raises(KeyError):
        theme.icon("no-such-icon")


def test_severities_and_marks_differ_in_more_than_colour(qapp: QApplication) -> None:
    severities = {bytes(theme.severity_icon(one).pixmap(32, 32).toImage().constBits()) for one in Severity}
    assert len(severities) == len(Severity) == len({theme.severity_word(one) for one in Severity})
    marks = {bytes(theme.mark_icon(mark).pixmap(32, 32).toImage().constBits()) for mark in Mark}
    assert len(marks) == len(Mark)


def test_style_sheet_names_no_colour_the_theme_lacks() -> None:
    assert "@" not in theme.stylesheet()


def test_style_sheet_has_no_fixed_sizes_but_hairlines() -> None:
    assert set(re.findall(r"[0-9.]+(?:px|pt)", theme.stylesheet())) <= {"1px"}


def test_role_changes_the_look(themed: QApplication, qtbot) -> None:
    label = QLabel("说明")
    qtbot.addWidget(label)
    theme.set_role(label, "error")
    label.ensurePolished()
    assert label.palette().color(label.foregroundRole()).name() == theme.COLOURS.error
    theme.set_role(label, "muted")
    assert label.palette().color(label.foregroundRole()).name() == theme.COLOURS.muted
