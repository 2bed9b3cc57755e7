"""The window's way to 征求意见稿: to whom, by when, where to; stopping; and what is said afterwards."""

import threading
import zipfile
from collections.abc import Callable
from pathlib import Path

import pytest
from PySide6.QtCore import QThreadPool
from PySide6.QtWidgets import (
    QApplication,
    QDialog,
    QLineEdit,
    QMessageBox,
    QRadioButton,
    QWidget,
)
from shiboken6 import isValid

from editor.gongwen.tasks.excerpts import Wishes, chosen_shares
from editor.model import storage
from editor.model.document import Document
from editor.settings import Settings
from editor.ui import dialogs, excerpts_progress, long_work
from editor.ui.excerpts_dialog import ExcerptsDialog
from editor.ui.excerpts_progress import write_excerpts
from editor.ui.main_window import MainWindow
from editor.ui.progress_box import ProgressBox
from templates.analysis import analyse
from tests.ui.answers import answer, press
from tests.ui.busy import press_escape, when_busy
from tests.ui.plans import plan

LINES = (
    "云溪县科普方案",
    "# 一、行动",
    "## （一）甲行动",
    "牵头单位：县科协。责任单位：县民政局。",
    "## （二）乙行动",
    "牵头单位：县妇联。责任单位：县民政局、县科协。",
)
PLAN = plan(*LINES, issuer="云溪县人民政府")


def dialog_of(document: Document, proposed: Path) -> ExcerptsDialog:
    return ExcerptsDialog(chosen_shares(analyse(document)), document.metadata.issuer, proposed)


def choose(dialog: QDialog, words: str) -> None:
    next(one for one in dialog.findChildren(QRadioButton) if one.text().startswith(words)).setChecked(True)


def field(dialog: QDialog, name: str) -> QLineEdit:
    return next(one for one in dialog.findChildren(QLineEdit) if one.accessibleName() == name)


@pytest.fixture
def dialog(themed: QApplication, qtbot, tmp_path: Path) -> ExcerptsDialog:
    made = dialog_of(PLAN, tmp_path / "征求意见稿")
    qtbot.addWidget(made)
    made.show()
    return made


def test_the_dialog_offers_all_units_a_folder_and_the_plans_issuer(dialog: ExcerptsDialog, tmp_path: Path) -> None:
    assert {one.text() for one in dialog.findChildren(QRadioButton)} >= {"全部单位（3个）", "只给牵头单位（2个）"}
    assert dialog.path() == tmp_path / "征求意见稿"
    assert dialog.wishes() == Wishes(sender="云溪县人民政府")


def test_the_wishes_are_what_was_filled_in(dialog: ExcerptsDialog, tmp_path: Path) -> None:
    choose(dialog, "只给牵头单位")
    choose(dialog, "一个 .zip")
    field(dialog, "发函机关").setText("云溪县科学技术协会")
    field(dialog, "反馈期限").setText("2026.12.10")
    field(dialog, "成文日期").setText("2026年11月26日")
    assert dialog.wishes() == Wishes("云溪县科学技术协会", "2026-11-26", "2026-12-10", lead_only=True)
    assert dialog.path() == tmp_path / "征求意见稿.zip"
    choose(dialog, "一个文件夹")
    assert dialog.path() == tmp_path / "征求意见稿"


def test_every_field_has_a_name(dialog: ExcerptsDialog) -> None:
    assert all(one.accessibleName() for one in dialog.findChildren(QLineEdit))


def test_words_that_are_no_date_are_not_taken(dialog: ExcerptsDialog) -> None:
    field(dialog, "反馈期限").setText("月底")
    said = answer(press("知道了"))
    press("导出")(dialog)
    assert isinstance(said[0], QMessageBox)
    assert dialog.isVisible()


@pytest.mark.parametrize(("button", "closes"), [("写入", True), ("取消", False)])
def test_a_folder_that_holds_files_is_asked_about(
    dialog: ExcerptsDialog, tmp_path: Path, button: str, closes: bool
) -> None:
    (tmp_path / "征求意见稿").mkdir()
    (tmp_path / "征求意见稿" / "别的.txt").write_text("别的", "utf-8")
    answer(press(button))
    press("导出")(dialog)
    assert dialog.isVisible() is not closes
    assert dialog.wishes().replace is closes


def test_an_agreement_holds_for_its_place_only(dialog: ExcerptsDialog, tmp_path: Path) -> None:
    for name in ("甲", "乙"):
        (tmp_path / name).mkdir()
        (tmp_path / name / "别的.txt").write_text("别的", "utf-8")
    field(dialog, "导出到").setText(str(tmp_path / "甲"))
    answer(press("写入"))
    press("导出")(dialog)
    field(dialog, "导出到").setText(str(tmp_path / "乙"))
    assert dialog.wishes().replace is False


def test_a_plan_without_leads_offers_only_all_units(themed: QApplication, qtbot, tmp_path: Path) -> None:
    made = dialog_of(plan("方案", "# 一、行动", "## （一）甲。做甲。（县科协负责）"), tmp_path / "稿")
    qtbot.addWidget(made)
    leads = next(one for one in made.findChildren(QRadioButton) if one.text().startswith("只给牵头单位"))
    assert not leads.isEnabled()


@pytest.fixture
def parent(themed: QApplication, qtbot) -> QWidget:
    made = QWidget()
    qtbot.addWidget(made)
    made.show()
    return made


def test_progress_lives_only_as_long_as_the_work(parent: QWidget, qtbot, tmp_path: Path) -> None:
    report = write_excerpts(parent, analyse(PLAN), tmp_path / "稿", Wishes())
    assert report is not None
    assert report.written == 3
    qtbot.waitUntil(lambda: not parent.findChildren(ProgressBox))


def test_the_user_can_stop_and_nothing_is_written(
    parent: QWidget, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    def made_when_given_up(*arguments: object) -> object:
        given_up.wait(5)
        return work(*arguments)

    def stop(box: ProgressBox) -> None:
        press_escape(box)
        given_up.set()

    given_up = threading.Event()
    work = excerpts_progress.export_excerpts
    monkeypatch.setattr(excerpts_progress, "export_excerpts", made_when_given_up)
    monkeypatch.setattr(long_work, "PATIENCE", 0)
    when_busy(stop)
    assert write_excerpts(parent, analyse(PLAN), tmp_path / "稿", Wishes()) is None
    QThreadPool.globalInstance().waitForDone()
    assert not list(tmp_path.iterdir())


@pytest.fixture
def window(qapp, tmp_path: Path):
    made = MainWindow(Settings(), None, tmp_path / "data")
    made.show()
    yield made
    if isValid(made):
        made.files.session = None
        made.close()


def open_plan(window: MainWindow, document: Document, path: Path) -> None:
    storage.save(document, path)
    window.files.open_path(path)


def in_turn(*acts: Callable[[QDialog], None]) -> None:
    """Give the first answer to the next dialog, the second one to that after it …"""

    def act(dialog: QDialog) -> None:
        in_turn(*acts[1:])
        acts[0](dialog)

    if acts:
        answer(act)


def test_the_menu_leads_to_one_file_a_unit(window, tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(dialogs, "confirm_export", lambda *_: True)
    open_plan(window, PLAN, tmp_path / "方案.nigao")

    def fill(dialog: QDialog) -> None:
        choose(dialog, "一个 .zip")
        field(dialog, "导出到").setText(str(tmp_path / "稿"))
        press("导出")(dialog)

    told: list[str] = []

    def read(dialog: QDialog) -> None:
        told.append(dialog.text())
        press("知道了")(dialog)

    in_turn(fill, read)
    window.actions_by_id["excerpts"].trigger()
    with zipfile.ZipFile(tmp_path / "稿.zip") as archive:
        names = archive.namelist()
    assert names == ["01_县民政局.docx", "02_县妇联.docx", "03_县科协.docx", "目录.txt"]
    assert told == [f"已为3个单位导出征求意见稿：\n{tmp_path / '稿.zip'}"]


def test_a_plan_without_assignments_is_told_before_anything_is_asked(
    window, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(dialogs, "confirm_export", lambda *_: True)
    open_plan(window, plan("云溪县科普方案", "# 一、行动"), tmp_path / "方案.nigao")
    told = answer(press("知道了"))
    window.actions_by_id["excerpts"].trigger()
    assert isinstance(told[0], QMessageBox)
    assert "没有找到任务分工" in told[0].text()


def test_without_a_plan_the_action_is_off(window) -> None:
    assert not window.actions_by_id["excerpts"].isEnabled()
