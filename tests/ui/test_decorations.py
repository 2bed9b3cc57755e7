import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st
from PySide6.QtCore import QEvent, QPoint
from PySide6.QtGui import QHelpEvent, QImage, QTextCursor
from PySide6.QtWidgets import QApplication, QToolTip

from editor.model.document import Block, BlockKind, Document
from editor.session import Session
from editor.ui.colours import LIGHT
from editor.ui.decorations import Decorations, tooltip
from editor.ui.document_view import DocumentView
from editor.ui.positions import to_units
from tests.ui.typing_hand import compose, select, type_text
from validators.diagnostic import Applicability, Diagnostic, Fix, Severity, TextRange

COLOURS = {"error": LIGHT.error, "warning": LIGHT.warning, "hint": LIGHT.hint}
TEXT = "到𠮷年底，全县公民具备科学素质的比例达到百分之二十。"


def finding(start, end, severity=Severity.ERROR, block_id="a", fix=None, message="写法不对"):
    place = TextRange(block_id, start, end) if block_id else None
    return Diagnostic("T01", "test", severity, message, place, "GB/T 9704-2012", "读者会看错", (), fix)


@pytest.fixture
def view(qtbot):
    session = Session(Document(blocks=(Block("a", BlockKind.PARAGRAPH, TEXT), Block("b", BlockKind.PARAGRAPH, "次段"))))
    widget = DocumentView()
    qtbot.addWidget(widget)
    session.subscribe(widget.on_change)
    widget.resize(900, 600)
    widget.show()
    widget.show_session(session)
    return widget


@pytest.fixture
def decorations(view):
    return Decorations(view)


def underlined(view):
    """Return the words that have a line, block by block."""
    found, block = [], view.document().begin()
    while block.isValid():
        units = block.text().encode("utf-16-le")
        lines = view.findChild(Decorations).underlines(block)
        found += [units[2 * one.start : 2 * one.end].decode("utf-16-le") for one in lines]
        block = block.next()
    return found


def seen(view):
    """Return the viewport as it is painted now, in rows of pixels."""
    image = view.viewport().grab().toImage().convertToFormat(QImage.Format.Format_RGB32)
    data, row = bytes(image.constBits()), image.bytesPerLine()
    return [data[y * row : y * row + 4 * image.width()] for y in range(image.height())]


def differing(before, after):
    """Return the places at which two pictures of the viewport differ."""
    rows = [y for y in range(len(after)) if before[y] != after[y]]
    return [
        QPoint(x, y) for y in rows for x in range(len(after[y]) // 4) if before[y][4 * x :][:4] != after[y][4 * x :][:4]
    ]


def _edge(view, line, character):
    cursor = QTextCursor(view.document().findBlockByNumber(line))
    cursor.setPosition(cursor.position() + to_units(cursor.block().text(), character))
    return view.cursorRect(cursor)


def point(view, line, character):
    select(view, (line, character))
    return view.cursorRect().center()


def test_the_words_of_a_finding_are_underlined_even_behind_a_rare_character(view, decorations):
    decorations.show_diagnostics([finding(5, 7)])
    assert underlined(view) == ["全县"]


@given(st.data())
@settings(max_examples=60, deadline=None, suppress_health_check=[HealthCheck.function_scoped_fixture])
def test_every_range_underlines_exactly_its_characters(view, decorations, data):
    start = data.draw(st.integers(0, len(TEXT) - 1))
    end = data.draw(st.integers(start + 1, len(TEXT)))
    decorations.show_diagnostics([finding(start, end)])
    assert underlined(view) == [TEXT[start:end]]


def test_an_empty_range_underlines_the_character_it_stands_at(view, decorations):
    decorations.show_diagnostics([finding(1, 1), finding(len(TEXT), len(TEXT))])
    assert underlined(view) == ["𠮷", "。"]


def test_all_findings_at_a_place_have_their_line(view, decorations):
    decorations.show_diagnostics([finding(0, 1, severity) for severity in Severity])
    assert [one.severity for one in decorations.underlines(view.document().begin())] == ["error", "warning", "hint"]


@pytest.mark.parametrize("severity", list(Severity))
def test_a_line_is_painted_right_under_its_words(view, decorations, severity):
    plain = seen(view)
    decorations.show_diagnostics([finding(5, 7, severity)])
    places = differing(plain, seen(view))
    left, right = (_edge(view, 0, place) for place in (5, 7))
    assert left.left() <= min(one.x() for one in places) < left.left() + 8
    assert right.left() - 8 < max(one.x() for one in places) <= right.left() + 2
    assert left.center().y() < min(one.y() for one in places)
    assert max(one.y() for one in places) <= left.bottom() + left.height() // 2
    decorations.show_diagnostics([])
    assert seen(view) == plain


def test_a_line_goes_on_in_the_next_line_of_the_text_and_under_what_is_being_composed(view, decorations):
    view.resize(500, 600)
    plain = seen(view)
    decorations.show_diagnostics([finding(3, len(TEXT))])
    heights = [one.y() for one in differing(plain, seen(view))]
    assert max(heights) - min(heights) > _edge(view, 0, 0).height(), "more than one line of text"
    decorations.show_diagnostics([])
    select(view, (0, 2))
    before = _edge(view, 0, 3).left()
    compose(view, "shi")
    plain = seen(view)
    decorations.show_diagnostics([finding(3, 5)])
    first = min(one.x() for one in differing(plain, seen(view)))
    assert first > before + 10, "moved to the right"
    assert abs(first - _edge(view, 0, 3).left()) < 8


def test_findings_without_a_place_in_the_text_are_not_drawn(view, decorations):
    decorations.show_diagnostics([finding(0, 1, block_id=""), finding(0, 1, block_id="meta:doc_number")])
    assert underlined(view) == []


def test_only_what_is_painted_is_looked_at(qtbot, monkeypatch):
    blocks = tuple(Block(f"b{number}", BlockKind.PARAGRAPH, f"第{number}段") for number in range(400))
    view = DocumentView()
    qtbot.addWidget(view)
    view.resize(900, 600)
    view.show()
    view.show_session(Session(Document(blocks=blocks)))
    decorations = Decorations(view)
    looked = []
    monkeypatch.setattr(decorations, "underlines", lambda block: looked.append(block.blockNumber()) or [])
    decorations.show_diagnostics([finding(0, 2, block_id=block.id) for block in blocks])
    view.viewport().grab()
    assert 0 < len(set(looked)) < 40
    looked.clear()
    view.verticalScrollBar().setValue(view.verticalScrollBar().maximum())
    view.viewport().grab()
    assert max(looked) == 399
    assert min(looked) > 360


def test_a_finding_at_the_caret_waits_for_a_pause_in_typing(view, decorations, qtbot):
    select(view, (0, 3))
    type_text(view, "末")
    decorations.show_diagnostics([finding(3, 4), finding(6, 8)])
    assert underlined(view) == ["全县"]
    qtbot.waitUntil(lambda: len(underlined(view)) == 2)


def test_a_finding_appears_at_once_when_the_caret_leaves_it(view, decorations):
    select(view, (0, 3))
    type_text(view, "末")
    decorations.show_diagnostics([finding(3, 4)])
    assert underlined(view) == []
    select(view, (1, 0))
    assert underlined(view) == ["末"]


def test_the_mouse_at_rest_shows_what_why_and_by_which_clause(view, decorations):
    fix = Fix("改为“全县”", (), Applicability.SAFE)
    decorations.show_diagnostics([finding(5, 7, fix=fix)])
    place = point(view, 0, 6)
    QApplication.sendEvent(view.viewport(), QHelpEvent(QEvent.Type.ToolTip, place, view.mapToGlobal(place)))
    text = QToolTip.text()
    for words in ("错误：写法不对", "读者会看错", "GB/T 9704-2012", "改为“全县”"):
        assert words in text
    nowhere = QPoint(view.viewport().width() - 3, view.viewport().height() - 3)
    assert decorations.at(nowhere) == ()


def test_the_words_of_a_plan_are_no_markup_in_a_tooltip():
    assert "&lt;img src=x&gt;" in tooltip([finding(0, 1, message="<img src=x>")])
    assert tooltip([]) == ""


def test_the_worst_finding_comes_first(view, decorations):
    decorations.show_diagnostics([finding(0, 3, Severity.HINT), finding(0, 3, Severity.ERROR)])
    select(view, (0, 1))
    assert [one.severity for one in decorations.touching(view.textCursor())] == [Severity.ERROR, Severity.HINT]


def test_a_key_renews_the_underlines_of_its_paragraph_and_leaves_the_others(qtbot):
    session = Session(
        Document(blocks=(Block("a", BlockKind.PARAGRAPH, "做好其它工作。"), Block("b", BlockKind.PARAGRAPH, "其它")))
    )
    view = DocumentView()
    qtbot.addWidget(view)
    marks = Decorations(view)
    for listener in (view.on_change, marks.on_change):
        session.subscribe(listener)
    view.resize(900, 600)
    view.show_session(session)
    view.show()
    marks.show_diagnostics(session.diagnostics)
    assert underlined(view) == ["其它", "其它"]
    select(view, (0, 3), (0, 4))
    type_text(view, "他")
    assert underlined(view) == ["其它"]
    type_text(view, "们")
    assert underlined(view) == ["其它"]
    session.undo()
    select(view, (0, 0))  # what touches the caret waits for a pause
    assert underlined(view) == ["其它", "其它"]
