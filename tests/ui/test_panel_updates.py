"""Panels follow in small steps: whatever comes between the steps, in the end all parts of the window agree."""

from collections import Counter
from dataclasses import replace

import pytest
from shiboken6 import isValid

from editor.model.edits import ReplaceBlocks, Transaction
from editor.session import Session
from editor.settings import Settings
from editor.ui.main_window import MainWindow
from editor.ui.panel_updates import PanelUpdates
from tests.ui.plans import new_plan
from tests.ui.typing_hand import compose, select, shown, type_text, wanted
from validators.diagnostic import Severity


@pytest.fixture
def window(qapp, tmp_path):
    made = MainWindow(Settings(), Session(new_plan()), tmp_path / "data")
    made.resize(1440, 900)
    made.show()
    made.complete()
    yield made
    if isValid(made):
        made.files.session = None
        made.close()


def paragraph(session: Session) -> int:
    return next(at for at, block in enumerate(session.document.blocks) if block.level == 0 and len(block.text) > 40)


def slip(session: Session, words: str = "，，") -> None:
    """Change a paragraph by a command."""
    at = paragraph(session)
    old = session.document.blocks[at]
    session.apply(Transaction("改写", (ReplaceBlocks(at, (old,), (replace(old, text=old.text + words),)),)))


def some_steps(updates: PanelUpdates, number: int) -> None:
    """Let the work after a change begin, and stop amid it."""
    steps = updates._telling(updates._waiting)
    for _ in range(number):
        next(steps)


def agree(window) -> None:
    """All that shows findings shows those of a check from scratch."""
    session = window.files.session
    found = Session(session.document).diagnostics
    assert session.diagnostics == found
    counts = Counter(one.severity for one in found)
    assert window.problems._model.counts() == Counter(
        one.severity for row in window.problems._model._problems for one in row.findings
    )
    assert {one for row in window.problems._model._problems for one in row.findings} == set(found)
    for severity in Severity:
        assert window.status.text(severity.value).endswith(f" {counts[severity]}")
    placed = {one for one in found if one.range is not None}
    assert {one for those in window.decorations._by_block.values() for one in those} == placed
    assert shown(window.view) == wanted(session.document.blocks)


def settled(window, qtbot) -> None:
    qtbot.waitUntil(lambda: window.is_complete and not window.updates.is_waiting, timeout=30_000)
    agree(window)


def test_a_command_and_its_undo_return_before_the_panels_know_and_then_all_agree(window, qtbot):
    session = window.files.session
    slip(session)
    assert not session.is_checked
    assert window.updates.is_waiting
    settled(window, qtbot)
    session.undo()
    assert window.updates.is_waiting
    settled(window, qtbot)


@pytest.mark.parametrize("number", [1, 60, 140])
def test_a_key_amid_the_steps_begins_them_anew(window, qtbot, number):
    slip(window.files.session)
    some_steps(window.updates, number)
    select(window.view, (paragraph(window.files.session), 3))
    type_text(window.view, "。。")
    settled(window, qtbot)


@pytest.mark.parametrize("number", [1, 60, 140])
def test_an_undo_or_a_question_amid_the_steps(window, qtbot, number):
    session = window.files.session
    slip(session)
    some_steps(window.updates, number)
    session.undo()
    some_steps(window.updates, number)
    assert session.diagnostics == Session(session.document).diagnostics
    settled(window, qtbot)


def test_a_save_amid_the_steps_does_not_make_the_panels_forget_the_change(window, qtbot, tmp_path):
    slip(window.files.session)
    some_steps(window.updates, 5)
    window.files.session.save(tmp_path / "plan.nigao")
    settled(window, qtbot)


def test_another_plan_is_shown_at_once_and_filled_in_steps(window, qtbot):
    slip(window.files.session)
    some_steps(window.updates, 5)
    other = window.files.session = Session(new_plan())
    window.show_session(other)
    assert shown(window.view) == wanted(other.document.blocks)
    assert not window.is_complete
    assert not any(panel.isEnabled() for panel in window._bench.panels())
    assert window._bench.checks._session is other
    settled(window, qtbot)
    assert all(panel.isEnabled() for panel in window._bench.panels())


def test_a_key_or_a_third_plan_while_the_second_one_is_filled(window, qtbot):
    window.files.session = Session(new_plan())
    window.show_session(window.files.session)
    next(window._rest)
    select(window.view, (paragraph(window.files.session), 3))
    type_text(window.view, "。。")
    settled(window, qtbot)
    for _ in range(2):
        window.files.session = Session(new_plan())
        window.show_session(window.files.session)
        next(window._rest)
    settled(window, qtbot)


def test_closing_amid_the_steps_ends_them(window, qtbot):
    slip(window.files.session)
    some_steps(window.updates, 5)
    window.files.session = None
    window.close()
    qtbot.wait(200)
    assert not isValid(window)


def test_panels_wait_while_an_input_method_composes_and_follow_when_it_pauses(window, qtbot):
    type_text(window.view, "国")
    assert window.updates.is_waiting
    for _ in range(12):
        compose(window.view, "shi'shi")
        qtbot.wait(15)  # together longer than the pause
    assert window.updates.is_waiting, "every letter of the pinyin is a key"
    qtbot.waitUntil(lambda: not window.updates.is_waiting)
    assert window.view.is_composing()
    agree(window)
