"""Units offered while one is typed into an assignment."""

import pytest
from PySide6.QtCore import Qt

from editor import pinyin
from editor.assigning.offers import fits, offers, typed_name
from editor.model.document import Level
from editor.session import Session
from editor.ui.document_view import DocumentView
from editor.ui.unit_popup import UnitPopup
from templates.analysis import analyse
from templates.register import default_units
from tests.ui.plans import plan
from tests.ui.typing_hand import commit, press, select, shown, type_text, wanted

UNITS = default_units("云溪县", Level.COUNTY) + default_units("云州市", Level.CITY)


@pytest.mark.parametrize(
    ("text", "piece"),
    [
        ("牵头单位：kx", "kx"),
        ("牵头单位：县科协。责任单位：县教育局、县农", "县农"),
        ("（责任单位：县科协、卫", "卫"),
        ("开展活动（县科协牵头，教", "教"),
        ("开展活动，教", None),
        ("开展活动（见附件", None),
        ("牵头单位：县科协。开展教", None),
        ("牵头单位：", None),
        ("", None),
    ],
)
def test_a_name_is_typed_only_in_a_list_of_units(text, piece):
    found = typed_name(text, len(text))
    assert (found.text if found else None) == piece


def test_what_follows_in_brackets_tells_a_list_too():
    text = "开展活动（县科协、kx负责）"
    assert typed_name(text, text.index("负责")).text == "kx"


def test_all_characters_of_the_usual_names_are_read():
    assert not pinyin.unread("".join(name for unit in UNITS for name in (unit.name, unit.short, *unit.aliases)))


@pytest.mark.parametrize(
    ("typed", "short"),
    [("kx", "县科协"), ("xkx", "县科协"), ("科协", "县科协"), ("科学技术", "县科协")],
)
def test_a_unit_is_found_by_names_and_initials(typed, short):
    assert fits(typed, next(unit for unit in UNITS if unit.short == short))


def test_offered_are_units_not_named_yet_and_those_whose_office_it_is_come_first():
    line = "牵头单位：县科协。责任单位：县"
    document = plan("云溪县方案", "# 一、提升行动", "## （一）青少年科学素质提升行动", "做。", line)
    analysis, block = analyse(document), document.blocks[-1]
    names = offers(analysis, block, typed_name(line, len(line)))
    assert "县科协" not in names
    assert 0 < len(names) <= 8
    assert "教" in names[0]


@pytest.fixture
def session():
    return Session(plan("云溪县方案", "# 一、行动", "## （一）农民行动", "牵头单位："))


@pytest.fixture
def view(qtbot, session):
    widget = DocumentView()
    qtbot.addWidget(widget)
    session.subscribe(widget.on_change)
    widget.resize(900, 600)
    widget.show_session(session)
    widget.show()
    widget.setFocus()
    qtbot.waitUntil(widget.hasFocus)
    select(widget, (3, 5))
    return widget


def popup(view):
    return view.findChild(UnitPopup)


def test_initials_and_enter_write_the_unit(view, session):
    type_text(view, "kx")
    assert not popup(view).isHidden()
    press(view, Qt.Key.Key_Return, "\r")
    assert session.document.blocks[-1].text == "牵头单位：县科协"
    assert popup(view).isHidden()
    assert shown(view) == wanted(session.document.blocks)


def test_arrows_choose_and_escape_closes(view, session):
    type_text(view, "ny")
    rows = popup(view)
    first = rows.item(0).text()
    press(view, Qt.Key.Key_Down)
    press(view, Qt.Key.Key_Up)
    assert rows.currentItem().text() == first
    press(view, Qt.Key.Key_Escape)
    assert rows.isHidden()
    press(view, Qt.Key.Key_Return, "\r")
    assert session.document.blocks[3].text == "牵头单位：ny"


def test_committed_words_are_completed_too_and_the_caret_closes_the_list(view):
    press(view, Qt.Key.Key_Shift)
    commit(view, "科")
    assert not popup(view).isHidden()
    select(view, (0, 0))
    assert popup(view).isHidden()


def test_nothing_is_offered_in_ordinary_text(view):
    select(view, (2, 7))
    type_text(view, "kx")
    assert popup(view).isHidden()
