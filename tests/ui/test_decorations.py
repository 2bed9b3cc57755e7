import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st
from PySide6.QtCore import QEvent, QPoint
from PySide6.QtGui import QHelpEvent, QTextCharFormat
from PySide6.QtWidgets import QApplication, QToolTip

from editor.model.document import Block, BlockKind, Document
from editor.session import Session
from editor.ui import theme
from editor.ui.decorations import Decorations, tooltip
from editor.ui.document_view import DocumentView
from tests.ui.typing_hand import select, type_text
from validators.diagnostic import Applicability, Diagnostic, Fix, Severity, TextRange

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
    return [one.cursor.selectedText() for one in view.extraSelections()]


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


def test_the_kind_of_line_and_its_colour_tell_the_severity(view, decorations):
    decorations.show_diagnostics([finding(0, 1, severity) for severity in Severity])
    lines = [(one.format.underlineStyle(), one.format.underlineColor()) for one in view.extraSelections()]
    wave, dots = QTextCharFormat.UnderlineStyle.WaveUnderline, QTextCharFormat.UnderlineStyle.DotLine
    assert lines == [(wave, theme.colour("error")), (wave, theme.colour("warning")), (dots, theme.colour("hint"))]


def test_findings_without_a_place_in_the_text_are_not_drawn(view, decorations):
    decorations.show_diagnostics([finding(0, 1, block_id=""), finding(0, 1, block_id="meta:doc_number")])
    assert underlined(view) == []


def test_only_visible_blocks_are_underlined(qtbot):
    blocks = tuple(Block(f"b{number}", BlockKind.PARAGRAPH, f"第{number}段") for number in range(400))
    view = DocumentView()
    qtbot.addWidget(view)
    view.resize(900, 600)
    view.show()
    view.show_session(Session(Document(blocks=blocks)))
    decorations = Decorations(view)
    decorations.show_diagnostics([finding(0, 2, block_id=block.id) for block in blocks])
    assert 0 < len(underlined(view)) < 40
    view.verticalScrollBar().setValue(view.verticalScrollBar().maximum())
    lines = [one.cursor.blockNumber() for one in view.extraSelections()]
    assert lines[-1] == 399


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
