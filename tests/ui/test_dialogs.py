from collections.abc import Callable
from dataclasses import replace
from pathlib import Path

import pytest
from PySide6.QtCore import Qt, QTimer
from PySide6.QtWidgets import QApplication, QDialog, QLabel, QMessageBox, QPlainTextEdit, QPushButton, QWidget

from editor.gongwen.export import Report
from editor.importing.result import Dropped, Imported
from editor.model.document import Metadata
from editor.model.errors import UserError
from editor.session import Session
from editor.settings import Settings
from editor.ui import dialogs
from editor.ui.choice_dialog import ChoiceDialog
from editor.ui.dialogs import Choice
from editor.ui.new_plan_wizard import NewPlanWizard
from editor.ui.paste_dialog import PasteDialog
from editor.ui.unit_editor import UnitEditor
from tests.ui.plans import new_plan, plan
from validators.diagnostic import Diagnostic, Severity


class Answering:
    """Reads the dialog that opens next and presses one of its buttons, or Escape."""

    def __init__(self, button: str) -> None:
        self.button, self.text = button, ""

    def press(self) -> None:
        dialog = QApplication.activeModalWidget()
        assert isinstance(dialog, QDialog)
        if isinstance(dialog, QMessageBox):
            self.text = f"{dialog.text()}\n{dialog.informativeText()}"
            assert dialog.textFormat() == Qt.TextFormat.PlainText
        else:
            self.text = "\n".join(label.text() for label in dialog.findChildren(QLabel))
            self.text += "\n".join(edit.toPlainText() for edit in dialog.findChildren(QPlainTextEdit))
        if not self.button:
            dialog.reject()
            return
        next(one for one in dialog.findChildren(QPushButton) if one.text().startswith(self.button)).click()


@pytest.fixture
def parent(themed: QApplication, qtbot) -> QWidget:
    made = QWidget()
    qtbot.addWidget(made)
    made.show()
    return made


@pytest.fixture
def answer(parent: QWidget, qtbot) -> Callable[[str, Callable[[], object]], tuple[object, str]]:
    """Run a conversation, press a button; returns what came of it and what was said. The dialog dies."""

    def run(button: str, talk: Callable[[], object]) -> tuple[object, str]:
        answering = Answering(button)
        QTimer.singleShot(50, answering.press)
        result = talk()
        qtbot.waitUntil(lambda: not parent.findChildren(QDialog))
        return result, answering.text

    return run


def _errors(number: int) -> list[Diagnostic]:
    messages = [f"第{index}处写错了。" for index in range(1, number + 1)]
    return [Diagnostic("TST001", "test", Severity.ERROR, message, None, "", "") for message in messages]


def test_an_error_says_what_happened_and_what_to_do(parent: QWidget, answer) -> None:
    _, text = answer("知道了", lambda: dialogs.show_error(parent, UserError("文件打不开。", "请检查<b>路径</b>。")))
    assert text == "文件打不开。\n请检查<b>路径</b>。"


@pytest.mark.parametrize(
    ("button", "choice"),
    [("保存", Choice.SAVE), ("不保存", Choice.DISCARD), ("取消", Choice.CANCEL), ("", Choice.CANCEL)],
)
def test_unsaved_work_is_asked_about(parent: QWidget, answer, button: str, choice: Choice) -> None:
    result, text = answer(button, lambda: dialogs.ask_save(parent, "云溪县实施方案"))
    assert result is choice
    assert "云溪县实施方案" in text


@pytest.mark.parametrize(("button", "goes_on"), [("仍要导出", True), ("返回修改", False), ("", False)])
def test_export_with_errors_is_the_users_decision(parent: QWidget, answer, button: str, goes_on: bool) -> None:
    errors = [replace(one, code=f"TST{number}") for number, one in enumerate(_errors(7))]
    result, text = answer(button, lambda: dialogs.confirm_export(parent, errors))
    assert result is goes_on
    assert "还有7处错误" in text
    for number in range(1, 8):
        assert f"{number}. 第{number}处写错了。" in text


def test_errors_of_one_kind_are_one_line(parent: QWidget, answer) -> None:
    _, text = answer("返回修改", lambda: dialogs.confirm_export(parent, _errors(7)))
    assert "第1处写错了。（同类共7处）" in text
    assert "第2处写错了。" not in text


def test_export_without_errors_asks_nothing(parent: QWidget) -> None:
    assert dialogs.confirm_export(parent, [])


def test_export_report_names_the_file_and_what_was_left_out(parent: QWidget, answer) -> None:
    report = Report(Path("/文稿/方案.docx"), ("没有发文字号，红线上方空着。",), 12)
    _, text = answer("知道了", lambda: dialogs.export_report(parent, report))
    for words in ("方案.docx", "共12页", "没有发文字号，红线上方空着。"):
        assert words in text


@pytest.mark.parametrize(("button", "wanted"), [("打开所在文件夹", True), ("知道了", False), ("", False)])
def test_folder_of_the_export_is_opened_only_when_asked_for(parent: QWidget, answer, button: str, wanted: bool) -> None:
    result, _ = answer(button, lambda: dialogs.export_report(parent, Report(Path("方案.docx"), (), None)))
    assert result is wanted


def test_import_report_lists_every_dropped_line(parent: QWidget, answer) -> None:
    noise = tuple(Dropped(number, f"分享到微博{number}", "网页按钮") for number in range(1, 40))
    imported = Imported(plan("云溪县实施方案"), "implementation-plan", {}, {}, noise, ("半角标点已改为全角。",))
    _, text = answer("知道了", lambda: dialogs.import_report(parent, imported))
    assert "39行" in text
    assert "第39行（网页按钮）：分享到微博39" in text
    assert "半角标点已改为全角。" in text


def test_plain_import_needs_no_report(parent: QWidget) -> None:
    dialogs.import_report(parent, Imported(plan("云溪县实施方案"), "implementation-plan", {}, {}, (), ()))
    assert not parent.findChildren(QDialog)


def test_about_says_what_the_program_is(parent: QWidget, answer) -> None:
    _, text = answer("关闭", lambda: dialogs.about(parent))
    assert "GB/T 9704-2012" in text


@pytest.fixture
def session() -> Session:
    return Session(new_plan())


MAKERS: dict[str, Callable[[Session, QWidget], QDialog]] = {
    "units": lambda session, parent: UnitEditor(session.document.metadata, parent),
    "paste": lambda _session, parent: PasteDialog(parent),
    "wizard": lambda _session, parent: NewPlanWizard(Settings(place="云溪县"), parent),
    "choice": lambda _session, parent: ChoiceDialog("职责", "选择职责：", [("a", "甲")], (), parent),
}


@pytest.mark.parametrize("name", MAKERS)
def test_every_dialog_dies_after_it_was_run(parent: QWidget, session: Session, answer, name: str) -> None:
    dialog = MAKERS[name](session, parent)
    result, _ = answer("取消", lambda: dialogs.run(dialog))
    assert result is False


@pytest.mark.parametrize("name", MAKERS)
def test_escape_closes_every_dialog(parent: QWidget, session: Session, qtbot, name: str) -> None:
    dialog = MAKERS[name](session, parent)
    dialog.show()
    qtbot.keyClick(dialog, Qt.Key.Key_Escape)
    assert not dialog.isVisible()


def test_answers_can_be_read_after_a_dialog_was_run(parent: QWidget, answer) -> None:
    wizard = NewPlanWizard(Settings(place="云溪县"), parent)

    def talk() -> object:
        assert dialogs.run(wizard)
        return wizard.document().metadata.place

    assert answer("新建", talk)[0] == "云溪县"


def test_an_empty_register_can_be_edited(parent: QWidget) -> None:
    editor = UnitEditor(Metadata(), parent)
    assert editor.units() == ()
