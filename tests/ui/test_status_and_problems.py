"""What the status bar counts, and that list, counts and underlines of the findings say the same."""

from collections import Counter
from pathlib import Path

import pytest
from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication, QDialog, QToolButton, QTreeView
from shiboken6 import isValid

from editor.importing.importer import import_path
from editor.model.document import Document
from editor.session import Session
from editor.settings import Settings, load
from editor.ui import selection_count
from editor.ui.main_window import MainWindow
from editor.ui.problem_rows import problem_rows
from resources import path
from tests.ui.answers import answer
from tests.ui.plans import new_plan, plan
from tests.ui.typing_hand import select, type_text
from validators.diagnostic import Diagnostic, Severity

CORPUS = Path(__file__).resolve().parents[3] / "shared" / "corpus"
LINES = (
    "云溪县全民科学素质行动规划纲要实施方案（2026—2030年）",
    "依据（国发[2021]9号）和其它文件，，结合云溪县实际，制定本方案。",
    "# 一、总体要求",
    "做好其它工作，落实 2 项任务。",
)


@pytest.fixture
def opened(themed: QApplication, tmp_path):
    made: list[MainWindow] = []

    def open_plan(document: Document, settings: Settings | None = None) -> MainWindow:
        window = MainWindow(settings or Settings(), Session(document), tmp_path / "data")
        made.append(window)
        window.resize(1200, 800)
        window.show()
        window.complete()
        window.activateWindow()
        assert QTest.qWaitForWindowActive(window)
        window.view.setFocus()
        return window

    yield open_plan
    for window in filter(isValid, made):
        window.files.session = None
        window.close()


@pytest.fixture
def window(opened) -> MainWindow:
    return opened(plan(*LINES))


# the length of the selection


def test_the_selection_is_counted_as_word_counts_and_the_plan_comes_back(window, qtbot) -> None:
    whole = window.status.text("length")
    select(window.view, (3, 0), (3, 15))
    qtbot.waitUntil(lambda: window.status.text("length") == "选中 13 字")
    select(window.view, (3, 0))
    assert window.status.text("length") == whole


def test_several_paragraphs_are_counted_together(window, qtbot) -> None:
    QTest.keyClick(window.view, Qt.Key.Key_A, Qt.KeyboardModifier.ControlModifier)
    whole = window.status.text("length")
    qtbot.waitUntil(lambda: window.status.text("length").startswith("选中"))
    assert window.status.text("length") == f"选中 {whole}"


def test_typing_without_a_selection_counts_nothing(window, monkeypatch) -> None:
    asked = []
    monkeypatch.setattr(selection_count.SelectionCount, "_on_selection", lambda *_: asked.append(1))
    select(window.view, (3, 0))
    type_text(window.view, "做好科普工作")
    assert asked == []


def test_typing_over_the_selection_goes_back_to_the_plan(window, qtbot) -> None:
    select(window.view, (3, 0), (3, 6))
    qtbot.waitUntil(lambda: window.status.text("length").startswith("选中"))
    type_text(window.view, "甲")
    assert not window.status.text("length").startswith("选中")


# F8 round the ends


def test_going_round_an_end_is_said(window) -> None:
    select(window.view, (0, 0))
    said = []
    window.checks.done.connect(said.append)
    for _ in range(20):
        QTest.keyClick(window.view, Qt.Key.Key_F8)
        if "从头开始" in said[-1]:
            break
    assert said[-1].startswith("后面没有了，从头开始。第 1 处，共")
    assert not any("开始" in one for one in said[:-1])
    QTest.keyClick(window.view, Qt.Key.Key_F8, Qt.KeyboardModifier.ShiftModifier)
    total = len(said) - 2
    assert total == len({_place(window, one) for one in window.files.session.diagnostics if one.range}) > 1
    assert any(one.endswith("（这里共 3 个问题）") for one in said)
    assert said[-1].startswith(f"前面没有了，从末尾开始。第 {total} 处，共 {total} 处")


def _place(window, found: Diagnostic) -> tuple[str, int, int]:
    return found.range.block_id, found.range.start, found.range.end


def test_one_blank_alone_is_gone_to_again_with_a_word(opened) -> None:
    window = opened(plan("云溪县方案", "填写【数额】元。"))
    said = []
    window.checks.done.connect(said.append)
    QTest.keyClick(window.view, Qt.Key.Key_F2)
    QTest.keyClick(window.view, Qt.Key.Key_F2)
    assert [one.partition("第")[0] for one in said] == ["", "后面没有了，从头开始。"]


def test_without_findings_in_the_text_the_list_is_pointed_at(opened) -> None:
    window = opened(plan("云溪县工作方案", doc_number="云政发[2026]1号"))
    said = []
    window.checks.done.connect(said.append)
    QTest.keyClick(window.view, Qt.Key.Key_F8)
    number = len(window.files.session.diagnostics)
    assert said == [f"正文中没有发现问题。问题列表里还有 {number} 个，说的是公文要素或全文。"]


# grouping and severities are remembered, words are not


def _severity(window, word: str) -> QToolButton:
    return next(one for one in window.problems.findChildren(QToolButton) if one.accessibleName().startswith(f"{word} "))


def _group(window, words: str) -> None:
    button = next(one for one in window.problems.findChildren(QToolButton) if one.menu() is not None)
    next(one for one in button.menu().actions() if one.text() == words).trigger()


def test_grouping_and_hidden_severities_come_back_at_the_next_start(opened, tmp_path) -> None:
    settings = Settings()
    first = opened(plan(*LINES), settings)
    _group(first, "按类别分组")
    _severity(first, "提示").click()
    first.files.session = None
    first.close()
    kept = load(tmp_path / "data")
    assert (kept.problems_grouping, kept.problems_hidden) == ("kind", "hint")
    second = opened(plan(*LINES), kept)
    assert not _severity(second, "提示").isChecked()
    model = second.problems.findChild(QTreeView).model()
    assert "（" in model.index(0, 0).data(), "a group with its number"
    assert model.index(0, 0, model.index(0, 0)).data() != "提示"


def test_settings_that_mean_nothing_group_and_hide_nothing(opened) -> None:
    window = opened(plan(*LINES), Settings(problems_grouping="上下", problems_hidden="所有 hints"))
    assert all(_severity(window, word).isChecked() for word in ("错误", "警告", "提示"))
    assert window.problems.findChild(QTreeView).model().index(0, 0).data() in ("错误", "警告", "提示")


# list, counts and underlines agree


def _plans() -> list[Path]:
    return [path("samples/yunxi.nigao"), *sorted(CORPUS.glob("*.txt"))]


@pytest.fixture(params=["new", *_plans()], ids=lambda one: one if isinstance(one, str) else one.stem)
def document(request) -> Document:
    if request.param == "new":
        return new_plan()
    if request.param.suffix == ".nigao":
        return Session.open(request.param)[0].document
    return import_path(request.param).document


def test_list_counts_and_underlines_agree(opened, document) -> None:
    window = opened(document)
    found = window.files.session.diagnostics
    counts = Counter(one.severity for one in found)
    words = {Severity.ERROR: "错误", Severity.WARNING: "警告", Severity.HINT: "提示"}
    for severity, word in words.items():
        assert window.status.text(severity.value) == f"{word} {counts[severity]}"
        assert _severity(window, word).accessibleName() == f"{word} {counts[severity]}"
    ids = {block.id for block in document.blocks}
    under = Counter(one for id_, all_ in window.decorations._by_block.items() if id_ in ids for one in all_)
    assert under == Counter(one for one in found if one.range and one.range.block_id in ids)


def test_a_message_never_repeats_itself_for_one_cause(document) -> None:
    found = Session(document).diagnostics
    whole = [one.message for one in found if one.range is None]
    assert len(set(whole)) == len(whole), "what the plan lacks is said once"
    assert [(one.message, other.code) for one, other in _pairs(found) if one.message == other.message] == []
    assert sum(len(row.findings) for row in problem_rows(found, {})) == len(found)


def _pairs(found: tuple[Diagnostic, ...]) -> list[tuple[Diagnostic, Diagnostic]]:
    """Return the findings that overlap in the text."""
    placed = [one for one in found if one.range is not None]
    return [
        (one, other)
        for at, one in enumerate(placed)
        for other in placed[at + 1 :]
        if one.range.block_id == other.range.block_id
        and one.range.start < other.range.end
        and other.range.start < one.range.end
    ]


# letting a finding stand, by keyboard alone


def test_a_finding_is_let_stand_with_a_reason_listed_and_taken_back_by_keys(window, qtbot) -> None:
    session = window.files.session
    before = len(session.diagnostics)
    QTest.keyClick(window.view, Qt.Key.Key_M, Qt.KeyboardModifier.ControlModifier | Qt.KeyboardModifier.ShiftModifier)
    tree = QApplication.focusWidget()
    assert isinstance(tree, QTreeView)

    def give_reason(dialog: QDialog) -> None:
        try:
            qtbot.waitUntil(dialog.isActiveWindow)
            QTest.keyClicks(dialog.focusWidget(), "same as Word")
            QTest.keyClick(dialog.focusWidget(), Qt.Key.Key_Return)
        finally:
            if dialog.isVisible():
                dialog.reject()

    seen = answer(give_reason)
    QTest.keyClick(tree, Qt.Key.Key_Delete)
    qtbot.waitUntil(lambda: bool(seen) and len(session.document.metadata.ignored) == 1)
    assert session.document.metadata.ignored[0].reason == "same as Word"
    assert len(session.diagnostics) == before - 1
    window.updates.flush()
    model = tree.model()
    group = model.index(model.rowCount() - 1, 0)
    assert group.data() == "已忽略（1）"
    window.activateWindow()  # no window manager does it here
    qtbot.waitUntil(window.isActiveWindow)
    tree.setFocus()
    QTest.keyClick(tree, Qt.Key.Key_End)
    QTest.keyClick(tree, Qt.Key.Key_Right)
    QTest.keyClick(tree, Qt.Key.Key_Down)
    assert tree.currentIndex().parent() == group
    QTest.keyClick(tree, Qt.Key.Key_Delete)
    assert session.document.metadata.ignored == ()
    assert len(session.diagnostics) == before
