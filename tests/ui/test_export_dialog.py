"""The dialog before an export: profiles, what is remembered, replacing, failing, bad profiles."""

import json
import threading
import zipfile
from collections.abc import Callable
from pathlib import Path

import pytest
from PySide6.QtWidgets import QCheckBox, QComboBox, QDialog, QLabel, QLineEdit, QPlainTextEdit

from editor.gongwen.export import Options, Report
from editor.gongwen.layout import STANDARD, NumberPlace
from editor.gongwen.tasks import workbook as division_table
from editor.model.errors import UnwritableFile, UserError
from editor.settings import Settings, profiles_folder
from editor.ui import long_work, pdf_writer
from editor.ui.export_dialog import ExportDialog, Wish
from editor.ui.export_files import write_files
from editor.ui.page_worker import Dropped, Ticket
from editor.ui.profile_picker import ProfilePicker
from tests.gongwen.sample import sample
from tests.ui.answers import answer, press
from tests.ui.busy import press_escape, when_busy


class Writer:
    """Keeps what it is asked to write; fails as long as `problem` is set."""

    def __init__(self) -> None:
        self.wishes: list[Wish] = []
        self.problem = ""

    def __call__(self, wish: Wish, ticket: Ticket) -> Report:
        self.wishes.append(wish)
        if self.problem:
            raise UnwritableFile(self.problem)
        return Report(wish.path)


@pytest.fixture
def writer() -> Writer:
    return Writer()


@pytest.fixture
def settings() -> Settings:
    return Settings()


@pytest.fixture
def opened(themed, qtbot, tmp_path: Path, writer: Writer, settings: Settings) -> Callable[[], ExportDialog]:
    def open_dialog() -> ExportDialog:
        dialog = ExportDialog(tmp_path / "方案.docx", settings, writer)
        qtbot.addWidget(dialog)
        dialog.show()
        return dialog

    return open_dialog


def tick(dialog: ExportDialog, *words: str) -> None:
    for box in dialog.findChildren(QCheckBox):
        if box.text() in words:
            box.setChecked(True)


def choose(dialog: ExportDialog, name: str) -> None:
    box = dialog.findChild(QComboBox)
    box.setCurrentIndex(next(at for at in range(box.count()) if name in box.itemText(at)))


def differences(dialog: ExportDialog) -> str:
    return dialog.findChild(QPlainTextEdit).toPlainText()


def test_the_standard_is_proposed_and_differs_in_nothing(opened, writer) -> None:
    dialog = opened()
    assert "没有不同" in differences(dialog)
    press("导出")(dialog)
    (wish,) = writer.wishes
    assert (wish.options.layout, wish.options.table, wish.pdf, wish.workbook) == (STANDARD, False, None, None)
    assert not dialog.isVisible()


def test_a_profile_is_shown_with_its_differences_and_exported(opened, writer) -> None:
    dialog = opened()
    choose(dialog, "云溪县")
    assert "页码居中；国标单页居右、双页居左" in differences(dialog)
    press("导出")(dialog)
    assert writer.wishes[0].options.layout.number_place is NumberPlace.CENTRE


def test_pdf_and_table_stand_beside_the_docx_under_its_name(opened, writer, tmp_path) -> None:
    dialog = opened()
    dialog.findChild(QLineEdit).setText(str(tmp_path / "方案1.2"))
    tick(dialog, "附任务分工表", "分工表横排", "同时生成 PDF", "分工表另存 Excel")
    press("导出")(dialog)
    (wish,) = writer.wishes
    assert [path.name for path in wish.files] == ["方案1.2.docx", "方案1.2.pdf", "方案1.2.xlsx"]
    assert wish.options.table
    assert wish.options.landscape


def test_a_table_is_turned_only_where_there_is_one(opened, settings) -> None:
    settings.export_landscape = True
    dialog = opened()
    turned = next(box for box in dialog.findChildren(QCheckBox) if box.text() == "分工表横排")
    assert not turned.isEnabled()
    assert not dialog.wish().options.landscape
    tick(dialog, "附任务分工表")
    assert turned.isEnabled()
    assert dialog.wish().options.landscape


def test_the_choices_are_remembered_after_an_export_and_not_after_cancelling(opened, settings) -> None:
    dialog = opened()
    choose(dialog, "云溪县")
    tick(dialog, "附任务分工表", "同时生成 PDF")
    dialog.reject()
    assert settings == Settings()
    dialog = opened()
    choose(dialog, "云溪县")
    tick(dialog, "附任务分工表", "同时生成 PDF")
    press("导出")(dialog)
    assert (settings.export_profile, settings.export_table, settings.export_pdf) == ("yunxi", True, True)
    assert opened().wish().options.layout.number_place is NumberPlace.CENTRE


def test_a_failed_export_keeps_the_dialog_and_its_choices(opened, writer, qtbot) -> None:
    dialog = opened()
    choose(dialog, "云溪县")
    writer.problem = "磁盘满了。"
    told = answer(press("知道了"))
    press("导出")(dialog)
    assert [box.text() for box in told] == ["磁盘满了。"]
    assert dialog.isVisible()
    assert dialog.report is None
    writer.problem = ""
    press("导出")(dialog)
    assert not dialog.isVisible()
    assert dialog.report == Report(writer.wishes[-1].path)


def test_every_file_that_would_be_replaced_is_named_once(opened, writer, tmp_path) -> None:
    (tmp_path / "方案.docx").write_text("x")
    (tmp_path / "方案.pdf").write_text("x")
    dialog = opened()
    tick(dialog, "同时生成 PDF")
    writer.problem = "不行。"
    asked: list[str] = []

    def replace(box: QDialog) -> None:
        asked.append(box.text())
        answer(press("知道了"))
        press("替换")(box)

    answer(replace)
    press("导出")(dialog)
    assert asked == ["“方案.docx”、“方案.pdf”已经存在，要替换吗？"]
    writer.problem = ""
    press("导出")(dialog)  # not asked a second time
    assert len(writer.wishes) == 2


def test_calling_off_the_replacement_writes_nothing(opened, writer, tmp_path) -> None:
    (tmp_path / "方案.docx").write_text("x")
    dialog = opened()
    answer(press("取消"))
    press("导出")(dialog)
    assert writer.wishes == []
    assert dialog.isVisible()


# profiles


def own_profile(path: Path, **keys: object) -> Path:
    path.parent.mkdir(parents=True, exist_ok=True)
    path.write_text(json.dumps({"name": "本单位格式"} | keys), "utf-8")
    return path


def test_the_users_own_profiles_are_listed(opened) -> None:
    own_profile(profiles_folder() / "own.json", bold_levels=[3])
    dialog = opened()
    choose(dialog, "本单位格式")
    assert "第三层标题加粗" in differences(dialog)


def test_a_profile_from_a_file_is_chosen_and_found_again(opened, tmp_path, settings) -> None:
    path = own_profile(tmp_path / "别处" / "格式.json", bold_levels=[3])
    dialog = opened()
    dialog.findChild(ProfilePicker).open(path)
    assert dialog.findChild(QComboBox).currentText() == "本单位格式"
    press("导出")(dialog)
    assert settings.export_profile == str(path)
    assert opened().wish().options.layout.bold_levels == (3,)


def test_a_file_that_is_no_profile_is_told_and_changes_nothing(opened, tmp_path) -> None:
    path = own_profile(tmp_path / "格式.json", margins_mm={"top": 500})
    dialog = opened()
    told = answer(press("知道了"))
    dialog.findChild(ProfilePicker).open(path)
    assert "“margins_mm/top”应为15到60之间的毫米数" in told[0].text()
    assert dialog.wish().options.layout == STANDARD


def test_a_profile_that_is_gone_and_one_that_is_broken_are_told_in_the_dialog(opened, settings, tmp_path) -> None:
    settings.export_profile = str(tmp_path / "删掉了.json")
    own_profile(profiles_folder() / "坏.json", red="red")
    dialog = opened()
    assert "上次用的排版配置打不开，已改用国标" in differences(dialog)
    assert "“坏.json”中“red”应为六位十六进制颜色" in differences(dialog)
    assert dialog.wish().options.layout == STANDARD


def test_missing_fonts_are_named_before_the_export(opened, monkeypatch) -> None:
    monkeypatch.setattr("editor.ui.export_dialog.missing_fonts", lambda faces: f"本机没有“{faces.latin}”。")
    dialog = opened()
    choose(dialog, "云溪县")
    assert "本机没有“Times New Roman”。" in {label.text() for label in dialog.findChildren(QLabel)}


# files


def test_all_files_of_a_wish_are_written(themed, tmp_path: Path) -> None:
    path = tmp_path / "方案.docx"
    wish = Wish(path, Options(table=True), path.with_suffix(".pdf"), path.with_suffix(".xlsx"))
    report = write_files(sample(), wish, Ticket())
    assert report.path == path
    assert report.pages
    assert zipfile.is_zipfile(path)
    assert zipfile.is_zipfile(path.with_suffix(".xlsx"))
    assert path.with_suffix(".pdf").read_bytes().startswith(b"%PDF")


def test_a_failure_beside_the_docx_says_that_the_docx_is_written(tmp_path: Path) -> None:
    path = tmp_path / "方案.docx"
    path.with_suffix(".xlsx").mkdir()
    with pytest.raises(UserError, match=r"公文已写入“方案\.docx”，其余没有完成：.*xlsx"):
        write_files(sample(), Wish(path, Options(), workbook=path.with_suffix(".xlsx")), Ticket())
    assert zipfile.is_zipfile(path)


def test_an_export_given_up_while_it_is_made_writes_no_file(themed, tmp_path: Path, monkeypatch) -> None:
    ticket = Ticket()

    def given_up(*arguments: object) -> bytes:
        ticket.drop()
        return make(*arguments)

    make = division_table.division_workbook
    monkeypatch.setattr(division_table, "division_workbook", given_up)
    path = tmp_path / "方案.docx"
    wish = Wish(path, Options(), path.with_suffix(".pdf"), path.with_suffix(".xlsx"))
    with pytest.raises(Dropped):
        write_files(sample(), wish, ticket)
    assert not list(tmp_path.iterdir())


def test_a_pdf_that_cannot_be_made_does_not_cost_the_docx(tmp_path: Path, monkeypatch) -> None:
    def fail(*_: object) -> object:
        raise UserError("没有中文字体。")

    monkeypatch.setattr(pdf_writer, "make_pdf", fail)
    path = tmp_path / "方案.docx"
    wish = Wish(path, Options(), path.with_suffix(".pdf"), path.with_suffix(".xlsx"))
    with pytest.raises(UserError, match=r"公文已写入“方案\.docx”，其余没有完成：没有中文字体。"):
        write_files(sample(), wish, Ticket())
    assert sorted(one.name for one in tmp_path.iterdir()) == ["方案.docx", "方案.xlsx"]


def test_giving_an_export_up_leads_back_to_the_dialog(opened, writer, tmp_path, monkeypatch) -> None:
    go = threading.Event()
    monkeypatch.setattr(long_work, "PATIENCE", 0)
    monkeypatch.setattr(Writer, "__call__", lambda _, wish, ticket: go.wait(5) and Report(wish.path))
    dialog = opened()
    when_busy(press_escape)
    press("导出")(dialog)
    go.set()
    assert dialog.isVisible()
    assert dialog.report is None
