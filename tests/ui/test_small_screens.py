"""Window and dialogs have room on a screen of 1366 × 768 pixels at 150 %: 911 × 512, less the frame's title."""

from collections.abc import Callable
from pathlib import Path

import pytest
from PySide6.QtCore import Qt
from PySide6.QtWidgets import QApplication, QDialog, QDockWidget, QToolBar

from editor.model.word_count import WordCount
from editor.session import Session
from editor.settings import Settings
from editor.ui import theme
from editor.ui.choice_dialog import ChoiceDialog
from editor.ui.compare_dialog import CompareDialog
from editor.ui.excerpts_dialog import ExcerptsDialog
from editor.ui.export_dialog import ExportDialog
from editor.ui.ignore_dialog import IgnoreDialog
from editor.ui.main_window import MainWindow
from editor.ui.new_plan_wizard import NewPlanWizard
from editor.ui.paste_dialog import PasteDialog
from editor.ui.replace_preview import ReplacePreview
from editor.ui.rule_help import RuleHelp
from editor.ui.rule_settings_dialog import RuleSettingsDialog
from editor.ui.table_editor import TableEditor
from editor.ui.table_size_dialog import TableSizeDialog
from editor.ui.unit_editor import UnitEditor
from editor.ui.word_count_dialog import WordCountDialog, counted
from tests.ui.plans import new_plan
from validators.rule import find_rule

WIDTH, HEIGHT = 911, 480
NO_FILE = Path("没有这个文件.nigao")


def _never(_wish: object) -> None:
    raise AssertionError("nothing is exported here")


MAKERS: dict[str, Callable[[Session], QDialog]] = {
    "choice": lambda _session: ChoiceDialog("职责", "选择职责：", [("a", "甲")], ()),
    "compare": lambda session: CompareDialog(session, NO_FILE, "方案"),
    "count": lambda session: WordCountDialog(counted(session.document, (), None), WordCount()),
    "excerpts": lambda _session: ExcerptsDialog((), "云溪县人民政府", NO_FILE),
    "export": lambda _session: ExportDialog(NO_FILE, Settings(), _never),
    "ignore": lambda _session: IgnoreDialog("起止年份的连接号不对。" * 3, "2026-2028"),
    "new": lambda _session: NewPlanWizard(),
    "paste": lambda _session: PasteDialog(),
    "replace": lambda _session: ReplacePreview((), {}),
    "rule": lambda _session: RuleHelp(find_rule("NUM001")),
    "rules": lambda session: RuleSettingsDialog(session.document.metadata),
    "table": lambda _session: TableEditor("编辑表格", (("序号", "任务", "时限"), ("1", "甲", "2030年"))),
    "table size": lambda _session: TableSizeDialog(),
    "units": lambda session: UnitEditor(session.document.metadata),
}


@pytest.mark.parametrize("name", MAKERS)
def test_a_dialog_has_room(themed: QApplication, qtbot, name: str) -> None:
    dialog = MAKERS[name](Session(new_plan()))
    qtbot.addWidget(dialog)
    dialog.ensurePolished()
    least = dialog.minimumSizeHint().expandedTo(dialog.minimumSize())
    assert least.width() <= WIDTH
    assert least.height() <= HEIGHT


@pytest.fixture
def make_window(themed: QApplication, tmp_path: Path):
    made: list[MainWindow] = []

    def make() -> MainWindow:
        window = MainWindow(Settings(), Session(new_plan()), tmp_path / "data")
        made.append(window)
        window.show()
        window.complete()
        return window

    yield make
    for window in made:
        window.files.session = None
        window.close()


def _shown(window: MainWindow) -> set[str]:
    return {dock.objectName() for dock in window.findChildren(QDockWidget) if not dock.isHidden()}


def test_the_window_has_room_with_all_its_panels(make_window, monkeypatch) -> None:
    monkeypatch.setattr(theme, "is_low", lambda _window: True)
    window = make_window()
    window.resize(WIDTH, HEIGHT)
    window.toggle_preview()
    window.show_problems()
    QApplication.processEvents()
    least = window.minimumSizeHint()
    assert least.width() <= WIDTH
    assert least.height() <= HEIGHT


def test_on_a_low_screen_the_text_has_the_lines(make_window, monkeypatch) -> None:
    monkeypatch.setattr(theme, "is_low", lambda _window: True)
    window = make_window()
    assert _shown(window) == {"outline", "guidance", "metadata"}
    toolbar = window.findChild(QToolBar)
    assert toolbar.toolButtonStyle() is Qt.ToolButtonStyle.ToolButtonIconOnly
    assert all(action.toolTip() for action in toolbar.actions() if not action.isSeparator())
    window.show_problems()
    assert "problems" in _shown(window)


def test_on_any_other_screen_problems_and_words_are_shown(make_window) -> None:
    window = make_window()
    assert not theme.is_low(window)
    assert _shown(window) == {"outline", "guidance", "metadata", "problems"}
    assert window.findChild(QToolBar).toolButtonStyle() is Qt.ToolButtonStyle.ToolButtonTextUnderIcon
