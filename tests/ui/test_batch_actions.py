"""批量检查 in the window: chosen, checked, listed with the worst first, reported as xlsx, opened."""

import zipfile
from pathlib import Path

import pytest
from PySide6.QtWidgets import QApplication, QLabel, QPushButton, QTreeWidget
from shiboken6 import isValid

from editor.batch import folder_check
from editor.model import storage
from editor.settings import Settings
from editor.ui import batch_actions, batch_dialog, dialogs, long_work
from editor.ui.main_window import MainWindow
from tests.ui.answers import answer, press
from tests.ui.busy import press_escape, when_busy
from tests.ui.plans import plan


@pytest.fixture
def folder(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    place = tmp_path / "各县方案"
    place.mkdir()
    storage.save(plan("云溪县方案", "到2030年达到目标。"), place / "甲.nigao")
    storage.save(plan("云溪县方案", "由【单位】负责,到【年份】年。。"), place / "乙.nigao")
    (place / "坏.docx").write_bytes(b"PK\x03\x04 cut off")
    (place / "图.png").write_bytes(b"")
    monkeypatch.setattr(batch_actions, "choose_folder", lambda *_: place)
    return place


@pytest.fixture
def window(themed: QApplication, tmp_path: Path):
    made = MainWindow(Settings(), None, tmp_path / "data")
    made.show()
    yield made
    if isValid(made):
        made.files.session = None
        made.close()


def rows(dialog) -> list[list[str]]:
    table = dialog.findChild(QTreeWidget)
    items = [table.topLevelItem(at) for at in range(table.topLevelItemCount())]
    return [[item.text(column) for column in range(5)] for item in items]


def test_a_folder_is_checked_listed_reported_and_a_file_opened(
    window: MainWindow, folder: Path, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    report = tmp_path / "报告.xlsx"
    monkeypatch.setattr(batch_dialog, "choose_save", lambda *_: report)
    seen: list[object] = []

    def look(dialog) -> None:
        seen.extend((rows(dialog), [label.text() for label in dialog.findChildren(QLabel)]))
        press("保存报告（Excel）…")(dialog)
        seen.append(zipfile.is_zipfile(report))
        press("打开所选文件")(dialog)

    answer(look)
    window.actions_by_id["check_folder"].trigger()
    listed, labels, written = seen
    assert [row[0] for row in listed] == ["乙.nigao", "甲.nigao", "坏.docx"]
    assert int(listed[0][1]) > int(listed[1][1] or 0)
    assert listed[2][1:4] == ["", "", ""]
    assert listed[2][4]
    assert any("2份文稿" in text and "另有1份不能用" in text for text in labels)
    assert written
    assert window.files.session.path == folder / "乙.nigao"


def test_a_folder_without_plans_is_told(window: MainWindow, folder: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    for file in folder.iterdir():
        file.unlink()
    told: list[str] = []
    monkeypatch.setattr(dialogs, "show_error", lambda _, error: told.append(error.message))
    window.actions_by_id["check_folder"].trigger()
    assert "里没有" in told[0]


@pytest.mark.usefixtures("folder")
def test_a_check_can_be_given_up(window: MainWindow, monkeypatch: pytest.MonkeyPatch) -> None:
    def endless(_names, _way, _ledger, _jobs):
        while True:
            yield None

    monkeypatch.setattr(folder_check, "check_all", endless)
    monkeypatch.setattr(long_work, "PATIENCE", 0)
    when_busy(press_escape)
    window.actions_by_id["check_folder"].trigger()
    assert "已取消" in window.status.currentMessage()


@pytest.mark.usefixtures("folder")
def test_the_list_can_be_left(window: MainWindow) -> None:
    seen: list[bool] = []

    def leave(dialog) -> None:
        seen.append(all(one.text() for one in dialog.findChildren(QPushButton)))
        press("关闭")(dialog)

    answer(leave)
    window.actions_by_id["check_folder"].trigger()
    assert seen == [True]
    assert window.files.session is None
