"""Files dropped on a window are opened one at a time; folders and several files are answered with a sentence."""

import pytest
from PySide6.QtCore import QMimeData, QPointF, Qt, QUrl
from PySide6.QtGui import QDragEnterEvent, QDropEvent
from PySide6.QtWidgets import QApplication, QWidget

from editor.ui.dropped_files import DroppedFiles

_ACTION, _BUTTON, _KEYS = Qt.DropAction.CopyAction, Qt.MouseButton.LeftButton, Qt.KeyboardModifier.NoModifier


@pytest.fixture
def target(qtbot):
    widget = QWidget()
    qtbot.addWidget(widget)
    return widget


def dropped(target, *paths, text=""):
    data = QMimeData()
    data.setUrls([QUrl.fromLocalFile(str(path)) for path in paths])
    if text:
        data.setUrls([QUrl(text)])
    enter = QDragEnterEvent(QPointF(1, 1).toPoint(), _ACTION, data, _BUTTON, _KEYS)
    enter.ignore()
    QApplication.sendEvent(target, enter)
    event = QDropEvent(QPointF(1, 1), _ACTION, data, _BUTTON, _KEYS)
    event.ignore()
    QApplication.sendEvent(target, event)
    return enter.isAccepted() and event.isAccepted()


def test_one_file_is_chosen_once_the_drop_is_over(target, qtbot, tmp_path):
    files = DroppedFiles(target, target)
    chosen = []
    files.chosen.connect(chosen.append)
    plan = tmp_path / "云溪县.docx"
    assert dropped(target, plan)
    assert chosen == []
    qtbot.waitUntil(lambda: chosen == [str(plan)])


def test_a_folder_and_several_files_are_told(target, tmp_path):
    files = DroppedFiles(target, target)
    said = []
    files.said.connect(said.append)
    assert dropped(target, tmp_path)
    assert dropped(target, tmp_path / "a.docx", tmp_path / "b.docx")
    assert "文件夹" in said[0]
    assert said[1] == "一次只能打开一份文件，请逐份拖入。"


def test_an_address_of_the_web_is_no_file(target):
    DroppedFiles(target, target)
    assert not dropped(target, text="https://yunxi.example/zx")
