"""The superior's plan in the window: chosen from a file, read beside the work, shown, undone and given up."""

from collections.abc import Iterator
from pathlib import Path

import pytest
from PySide6.QtCore import Qt
from PySide6.QtGui import QGuiApplication
from PySide6.QtWidgets import QApplication, QLabel, QPushButton, QTableView

from editor.model import storage
from editor.session import Session
from editor.settings import Settings
from editor.ui import file_dialogs
from editor.ui.guidance_panel import GuidancePanel
from editor.ui.main_window import MainWindow
from editor.ui.targets_model import SUPERIOR
from tests.templates.test_superior import PLAN
from tests.ui.answers import answer, press
from tests.ui.plans import block_id, plan

LINES = (
    "云溪县全民科学素质行动规划纲要实施方案（2026—2030年）",
    "# 一、总体要求",
    "## （一）目标",
    "到2030年，全县公民具备科学素质的比例达到19%。",
    "# 二、提升行动",
    "## （一）青少年科学素质提升行动",
    "### 1.提升基础教育阶段科学教育水平。加强科学教育。",
)


@pytest.fixture
def superior(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    """Return the file that the user chooses whenever a file is asked for."""
    file = tmp_path / "云州市方案.txt"
    file.write_text("\n".join(line.removeprefix("# ") for line in PLAN), "utf-8")
    monkeypatch.setattr(file_dialogs, "choose_open", lambda *_: file)
    return file


@pytest.fixture
def window(themed: QApplication, qtbot, tmp_path: Path) -> Iterator[MainWindow]:
    made = MainWindow(Settings(), Session(plan(*LINES)), tmp_path)
    made.resize(1200, 800)
    made.show()
    qtbot.waitExposed(made)
    made.complete()
    yield made
    made.files.session = None  # nothing to ask about
    made.close()


def _kept(window: MainWindow) -> object:
    assert window.files.session is not None
    return window.files.session.document.metadata.superior


def _choose(window: MainWindow, qtbot) -> None:
    window.actions_by_id["superior"].trigger()
    qtbot.waitUntil(lambda: _kept(window) is not None)


def _text(panel: GuidancePanel) -> str:
    return "\n".join(label.text() for label in panel.findChildren(QLabel) if label.isVisibleTo(panel))


def _button(panel: GuidancePanel, words: str) -> QPushButton:
    return next(one for one in panel.findChildren(QPushButton) if words in one.text() and one.isVisibleTo(panel))


def _go(window: MainWindow, words: str) -> None:
    assert window.files.session is not None
    window.view.jump(block_id(window.files.session.document, words), 0, 0)
    QApplication.processEvents()


def test_the_passage_stands_beside_ours_and_the_check_uses_it(window: MainWindow, qtbot, superior: Path):
    _go(window, "加强科学教育")
    assert "选用上级方案…" in [one.text() for one in window.guidance.findChildren(QPushButton)]
    _choose(window, qtbot)
    window.updates.flush()
    text = _text(window.guidance)
    assert "云州市的方案怎么写" in text
    assert "开好科学课。" in text
    assert window.files.session is not None
    messages = [one.message for one in window.files.session.diagnostics]
    assert "2030年的目标值19%低于云州市的22%。" in messages


def test_the_check_under_it_equals_one_from_scratch(window: MainWindow, qtbot, superior: Path):
    _choose(window, qtbot)
    assert window.files.session is not None
    assert window.files.session.diagnostics == Session(window.files.session.document).diagnostics


def test_it_is_undone_like_any_change_and_given_up_by_the_menu(window: MainWindow, qtbot, superior: Path):
    _choose(window, qtbot)
    assert window.files.session is not None
    assert window.files.session.undo_label == "选用上级方案"
    window.actions_by_id["undo"].trigger()
    assert _kept(window) is None
    window.actions_by_id["redo"].trigger()
    window.actions_by_id["no_superior"].trigger()
    assert _kept(window) is None
    window.actions_by_id["undo"].trigger()
    assert _kept(window) is not None


def test_the_saved_plan_has_it_without_the_file(window: MainWindow, qtbot, superior: Path, tmp_path: Path):
    _choose(window, qtbot)
    assert window.files.session is not None
    window.files.session.save(tmp_path / "本县.nigao")
    superior.unlink()
    window.files.open_path(tmp_path / "本县.nigao")
    _go(window, "加强科学教育")
    assert "开好科学课。" in _text(window.guidance)
    assert storage.load(tmp_path / "本县.nigao").document.metadata.superior == _kept(window)


def test_a_file_that_is_no_such_plan_is_refused_with_a_sentence(window: MainWindow, qtbot, superior: Path):
    superior.write_text("今天下午三点开会，请准时参加。", "utf-8")
    seen = answer(press("知道了"))
    window.actions_by_id["superior"].trigger()
    qtbot.waitUntil(lambda: bool(seen))
    assert _kept(window) is None


def test_a_plan_without_a_template_is_told_why_it_cannot_have_one(window: MainWindow, qtbot, superior: Path):
    window.files.session = Session(plan("云溪县方案", "正文。", template=""))
    window.show_session(window.files.session)
    seen = answer(press("知道了"))
    window.actions_by_id["superior"].trigger()
    assert seen
    assert _kept(window) is None


def test_another_plan_does_not_get_what_was_read_for_the_last(window: MainWindow, qtbot, superior: Path):
    window.actions_by_id["superior"].trigger()
    other = Session(plan(*LINES))
    window.files.session = other
    window.show_session(other)
    qtbot.wait(400)
    assert other.document.metadata.superior is None


def test_typing_meanwhile_is_kept(window: MainWindow, qtbot, superior: Path):
    _go(window, "到2030年")
    window.actions_by_id["superior"].trigger()
    qtbot.keyClicks(window.view, "abc")
    qtbot.waitUntil(lambda: _kept(window) is not None)
    assert window.files.session is not None
    assert any("abc" in block.text for block in window.files.session.document.blocks)


def test_a_passage_is_copied_and_inserted_below_the_caret(window: MainWindow, qtbot, superior: Path):
    _choose(window, qtbot)
    _go(window, "加强科学教育")
    qtbot.mouseClick(_button(window.guidance, "复制"), Qt.MouseButton.LeftButton)
    assert QGuiApplication.clipboard().text() == "开好科学课。"
    qtbot.mouseClick(_button(window.guidance, "插入正文"), Qt.MouseButton.LeftButton)
    assert window.files.session is not None
    assert [block.text for block in window.files.session.document.blocks][-1] == "开好科学课。"
    assert window.files.session.undo_label == "插入上级原文"
    window.actions_by_id["undo"].trigger()
    assert len(window.files.session.document.blocks) == len(LINES)


def test_the_sample_is_inserted_below_the_caret(window: MainWindow, qtbot):
    _go(window, "加强科学教育")
    qtbot.mouseClick(_button(window.guidance, "把示例文字"), Qt.MouseButton.LeftButton)
    assert window.files.session is not None
    assert len(window.files.session.document.blocks) > len(LINES)
    assert window.files.session.undo_label == "插入示例文字"


def test_a_long_passage_is_folded_and_stays_as_the_user_left_it(window: MainWindow, qtbot, superior: Path):
    long = "开好科学课，办好科技节。" * 40
    text = superior.read_text("utf-8").replace("开好科学课。", long)
    superior.write_text(text, "utf-8")
    _choose(window, qtbot)
    _go(window, "加强科学教育")
    assert long not in _text(window.guidance)
    fold = _button(window.guidance, "显示全文")
    fold.setFocus()
    qtbot.keyClick(fold, Qt.Key.Key_Space)
    assert long in _text(window.guidance)
    _go(window, "到2030年")
    _go(window, "加强科学教育")
    assert long in _text(window.guidance)


def test_the_superiors_value_stands_in_the_targets(window: MainWindow, qtbot, superior: Path):
    _choose(window, qtbot)
    window.toggle_targets()
    panel = window.overviews.targets.panel
    assert panel is not None
    model = panel.findChild(QTableView).model()
    assert model.index(0, SUPERIOR).data() == "↓ 2030年不低于22%"
    assert panel.findChild(QTableView).columnWidth(0) >= 8 * panel.fontMetrics().height()


def test_a_step_of_the_checklist_does_what_it_says(window: MainWindow, qtbot, superior: Path):
    _go(window, "云溪县全民科学素质行动规划纲要实施方案")
    button = next(one for one in window.guidance.findChildren(QPushButton) if one.objectName() == "superior")
    button.setFocus()
    qtbot.keyClick(button, Qt.Key.Key_Space)
    qtbot.waitUntil(lambda: _kept(window) is not None)
    window.updates.flush()
    assert "正对照“云州市全民科学素质行动实施方案（2026—2030年）”" in _text(window.guidance)
    assert button.hasFocus()


def test_the_metadata_step_brings_the_form_to_the_front(window: MainWindow, qtbot):
    window.actions_by_id["metadata"].trigger()
    assert window.form.isVisible()
    assert window.form.isAncestorOf(QApplication.focusWidget())


def test_a_read_only_plan_is_left_alone_and_says_why(window: MainWindow, qtbot, superior: Path):
    session = Session(plan(*LINES), read_only=True)
    window.files.session = session
    window.show_session(session)
    button = next(one for one in window.guidance.findChildren(QPushButton) if one.objectName() == "superior")
    qtbot.mouseClick(button, Qt.MouseButton.LeftButton)
    assert "只读" in window.status.currentMessage()
    assert _kept(window) is None
