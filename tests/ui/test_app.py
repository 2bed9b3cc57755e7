import ctypes
import logging
import sys

import pytest
from PySide6.QtCore import QCoreApplication, QObject

from editor.model import storage
from editor.session import Change, Origin
from editor.settings import Settings
from editor.ui import app, dialogs
from editor.ui.main_window import MainWindow
from editor.ui.panel_updates import PanelUpdates
from tests.ui.plans import plan
from tests.ui.typing_hand import type_text


@pytest.mark.skipif(not sys.platform.startswith("linux"), reason="input method modules are a matter of Linux")
@pytest.mark.parametrize("asked", [{"QT_IM_MODULE": "fcitx"}, {"XMODIFIERS": "@im=fcitx"}])
def test_fcitx_is_reached_through_ibus_where_qt_has_no_plugin_for_it(asked):
    environment = dict(asked)
    app.choose_input_method(environment)
    assert environment["QT_IM_MODULE"] == "ibus"


def test_another_input_method_is_left_alone():
    environment = {"QT_IM_MODULE": "ibus", "XMODIFIERS": "@im=ibus"}
    app.choose_input_method(environment)
    assert environment == {"QT_IM_MODULE": "ibus", "XMODIFIERS": "@im=ibus"}


@pytest.mark.skipif(not sys.platform.startswith("linux"), reason="a library of Linux desktops")
def test_a_missing_system_library_is_named_before_qt_aborts(monkeypatch, capsys):
    def refuse(name):
        raise OSError("libxcb-icccm.so.4: cannot open shared object file: No such file or directory")

    monkeypatch.setattr(ctypes, "CDLL", refuse)
    monkeypatch.setenv("QT_QPA_PLATFORM", "xcb")
    monkeypatch.setenv("DISPLAY", ":0")
    assert app.run([]) == 2
    assert "libxcb-icccm.so.4" in capsys.readouterr().err
    assert app.missing_library({"QT_QPA_PLATFORM": "offscreen"}) == ""


@pytest.mark.skipif(not sys.platform.startswith("linux"), reason="displays of Linux desktops")
def test_without_a_display_one_sentence_points_to_the_command_line(monkeypatch, capsys):
    monkeypatch.setenv("QT_QPA_PLATFORM", "xcb")
    monkeypatch.delenv("DISPLAY", raising=False)
    assert app.run([]) == 2
    assert "没有显示器" in capsys.readouterr().err


def test_the_words_of_qt_itself_are_chinese(qapp):
    app.prepare(qapp)
    assert QCoreApplication.translate("QPlatformTheme", "Cancel") == "取消"


def test_an_error_nobody_caught_keeps_the_work_and_says_one_sentence(qapp, tmp_path, monkeypatch, caplog):
    told = []
    monkeypatch.setattr(dialogs, "show_error", lambda _, error: told.append(error))
    path = tmp_path / "方案.nigao"
    storage.save(plan("云溪县方案", "正文"), path)
    window = MainWindow(Settings(), None, tmp_path / "data")
    window.files.open_path(path)
    type_text(window.view, "未保存")
    with caplog.at_level(logging.ERROR, "nigao"):
        error = ValueError("broken")
        app.LastResort(window)(ValueError, error, None)
    assert len(list((tmp_path / "data" / "recovery").glob("*.recovery"))) == 1
    assert [one.message for one in told] == ["程序出了意外（ValueError），未保存的内容已备份。"]
    assert "broken" in caplog.text
    window.files.session = None
    window.close()


def test_panels_hear_of_the_last_of_several_changes_soon_and_of_typing_after_a_pause(qtbot):
    heard = []
    owner = QObject()
    updates = PanelUpdates([heard.append], owner)
    document = plan("云溪县方案")
    typed = [Change(document, None, Origin.VIEW) for _ in range(3)]
    for change in typed:
        updates.on_change(change)
    assert heard == []
    qtbot.waitUntil(lambda: bool(heard))
    assert [id(one) for one in heard] == [id(typed[-1])]
    undone = Change(document, None, Origin.UNDO)
    updates.on_change(typed[0])
    updates.on_change(undone)
    qtbot.waitUntil(lambda: not updates.is_waiting)
    assert [id(one) for one in heard[1:]] == [id(undone)]
    updates.on_change(typed[0])
    updates.flush()
    assert [id(one) for one in heard[2:]] == [id(typed[0])]
