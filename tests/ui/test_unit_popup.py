"""Units offered while one is typed into an assignment."""

import pytest
from PySide6.QtCore import Qt

from editor import pinyin
from editor.assigning.offers import fits, offers, typed_name
from editor.commands import set_field
from editor.model.document import Level, Unit
from editor.session import Session
from editor.ui.document_view import DocumentView
from editor.ui.unit_popup import UnitPopup
from templates.analysis import analyse
from templates.register import default_units
from tests.ui.plans import plan
from tests.ui.typing_hand import commit, compose, press, select, shown, type_text, wanted

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


def _offered(*lines: str, typed: str) -> tuple[str, ...]:
    """Return what is offered where `typed` ends the last line."""
    document = plan(
        "云溪县方案", "# 一、提升行动", "## （一）农民科学素质提升行动", "做。", *lines[:-1], lines[-1] + typed
    )
    text = document.blocks[-1].text
    found = typed_name(text, len(text))
    assert found is not None
    return offers(analyse(document), document.blocks[-1], found)


@pytest.mark.parametrize("typed", ["kx", "xkx", "kexie", "kex", "科协", "科学技术协会", "云溪县科学", "KX"])
def test_name_short_name_pinyin_and_initials_offer_the_unit(typed):
    assert "县科协" in _offered("牵头单位：", typed=typed)


def test_a_function_offers_who_has_it():
    assert _offered("牵头单位：", typed="审判") == ("县法院",)


def test_the_name_typed_in_full_comes_first_and_then_whose_office_it_is():
    assert _offered("牵头单位：", typed="ny")[0] == "县农业农村局"
    assert _offered("牵头单位：", typed="kx")[0] == "县科协"
    assert _offered("牵头单位：", typed="县")[0] == "县农业农村局"


@pytest.mark.parametrize(
    "lines",
    [
        ("牵头单位：县科协。责任单位：",),
        ("牵头单位：县科学技术协会。责任单位：县财政局、",),
        ("牵头单位：县科协。", "责任单位："),
        ("（县科协牵头，",),
        ("牵头单位：县财政局、县科协、",),
    ],
)
def test_a_unit_named_anywhere_in_the_assignment_is_not_offered_again(lines):
    assert "县科协" not in _offered(*lines, typed="kx")


def test_what_another_task_names_is_offered_here():
    assert "县科协" in _offered("（县科协负责）", "### 1.培训。办好培训。（责任单位：", typed="kx")


def test_a_name_that_cannot_stand_in_a_list_is_not_offered():
    odd = Unit("own", "县渔业局、牧业局", "县渔业局、牧业局", (), (), "government", Level.COUNTY, ())
    document = plan("云溪县方案", "# 一、行动", "牵头单位：渔", units=(*UNITS, odd))
    found = typed_name("牵头单位：渔", 6)
    assert found is not None
    assert offers(analyse(document), document.blocks[-1], found) == ()


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


def test_tab_takes_too_and_does_not_leave_the_text(view, session):
    type_text(view, "kexie")
    press(view, Qt.Key.Key_Tab, "\t")
    assert session.document.blocks[3].text == "牵头单位：县科协"
    assert view.hasFocus()


def test_a_figure_takes_the_row_of_that_number(view, session):
    type_text(view, "k")
    rows = popup(view)
    assert rows.item(1).text().startswith("2　")
    second = rows.item(1).text()[2:]
    press(view, Qt.Key.Key_2, "2")
    assert session.document.blocks[3].text == f"牵头单位：{second}"
    type_text(view, "、kx")
    press(view, Qt.Key.Key_9, "9")
    assert session.document.blocks[3].text == f"牵头单位：{second}、kx9", "no such row: a figure is typed"


def test_the_mouse_takes_a_row(view, session, qtbot):
    type_text(view, "kx")
    rows = popup(view)
    place = rows.visualItemRect(rows.item(0)).center()
    qtbot.mouseClick(rows.viewport(), Qt.MouseButton.LeftButton, pos=place)
    assert session.document.blocks[3].text == "牵头单位：县科协"
    assert view.hasFocus()


def test_typing_on_narrows_and_backspace_widens(view):
    type_text(view, "k")
    many = popup(view).count()
    type_text(view, "x")
    assert 0 < popup(view).count() < many
    press(view, Qt.Key.Key_Backspace)
    assert popup(view).count() == many
    type_text(view, "zzz")
    assert popup(view).isHidden()


def test_it_goes_while_an_input_method_composes_and_comes_with_the_word(view, session):
    type_text(view, "k")
    assert not popup(view).isHidden()
    compose(view, "ke'xie")
    assert popup(view).isHidden()
    commit(view, "科协")
    assert "k科协" in session.document.blocks[3].text
    press(view, Qt.Key.Key_Backspace)
    press(view, Qt.Key.Key_Backspace)
    press(view, Qt.Key.Key_Backspace)
    commit(view, "科协")
    assert not popup(view).isHidden()


def test_enter_after_a_whole_name_begins_the_next_line(view, session):
    commit(view, "县科技局")
    press(view, Qt.Key.Key_Return, "\r")
    assert session.document.blocks[3].text == "牵头单位：县科技局"
    assert len(session.document.blocks) == 5


def test_a_whole_name_that_others_begin_with_leaves_enter_alone_too(view, session):
    own = Unit("own", "县科协办公室", "县科协办公室", (), (), "institution", Level.COUNTY, ())
    session.apply(set_field(session.document, "units", (*session.analysis.register.units, own)))
    commit(view, "县科协")
    assert not popup(view).isHidden(), "the longer name is still to be had"
    press(view, Qt.Key.Key_Return, "\r")
    assert session.document.blocks[3].text == "牵头单位：县科协"
    press(view, Qt.Key.Key_Backspace)
    press(view, Qt.Key.Key_Backspace)
    commit(view, "协")
    press(view, Qt.Key.Key_Down)
    press(view, Qt.Key.Key_Return, "\r")
    assert session.document.blocks[3].text == "牵头单位：县科协办公室"
