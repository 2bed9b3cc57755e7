"""The main road through the window: from the template to the exported 公文, as a clerk walks it."""

import zipfile

import pytest
from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QLineEdit
from shiboken6 import isValid

from editor.model import storage
from editor.model.outline import walk
from editor.session import Session
from editor.settings import Settings
from editor.ui import dialogs, file_actions
from editor.ui.main_window import MainWindow
from editor.ui.unit_field import UnitField
from tests.ui.answers import answer, press
from tests.ui.typing_hand import commit, compose, shown, wanted
from validators.diagnostic import Severity


@pytest.fixture
def window(qapp, tmp_path):
    made = MainWindow(Settings(place="云溪县", issuer="云溪县人民政府办公室"), None, tmp_path / "data")
    made.resize(1440, 900)
    made.show()
    yield made
    if isValid(made):
        made.files.session = None
        made.close()


def placeholders(session: Session):
    return [
        one
        for one in session.diagnostics
        if one.range and "占位" in one.message and not one.range.block_id.startswith("meta:")
    ]


def office(session: Session, function: str) -> str:
    """Return the short name of the unit that holds an office function."""
    return next(unit.short for unit in session.document.metadata.units if function in unit.functions)


def fill_placeholders(window, session, words: str) -> int:
    """Write `words` over every placeholder with an input method, as a clerk does."""
    filled = 0
    while left := placeholders(session):
        place = left[0].range
        window.checks.jump(place.block_id, place.start, place.end)
        compose(window.view, "shili")
        commit(window.view, words)
        filled += 1
        assert filled < 400
    return filled


def test_a_plan_goes_from_the_template_through_the_checks_to_the_exported_document(
    window, tmp_path, monkeypatch, qtbot
):
    # a new plan from the template
    answer(press("新建"))
    window.actions_by_id["new"].trigger()
    session = window.files.session
    assert session.document.metadata.place == "云溪县"
    assert placeholders(session)
    assert window.files.is_dirty

    # fill the placeholders
    assert fill_placeholders(window, session, "示例") > 50
    assert shown(window.view) == wanted(session.document.blocks)
    assert "【" not in "".join(shown(window.view))

    # say who does one of the tasks
    section = next(
        one for one in walk(session.analysis.sections) if one.level == 2 and one.block.id in session.analysis.by_heading
    )
    window.view.jump(section.block.id, 0, 0)

    added = office(session, "veterans")
    before = session.analysis.by_heading[section.block.id][0]
    assert added not in [one.text for one in before.responsible]

    window.actions_by_id["assign"].trigger()
    field = window.findChild(UnitField).line
    commit(field, added)
    QTest.keyClick(field, Qt.Key.Key_Return)
    QTest.keyClick(field, Qt.Key.Key_Return)
    assignment = session.analysis.by_heading[section.block.id][0]
    assert [one.text for one in assignment.lead] == [one.text for one in before.lead]
    assert {one.text for one in assignment.responsible} == {added, *(one.text for one in before.responsible)}

    # make a slip, let it be mended, take the mending back, mend it again
    block = next(one for one in session.document.blocks if one.level == 0 and len(one.text) > 40)
    window.view.jump(block.id, len(block.text) - 1, len(block.text))
    commit(window.view, "。。")
    slip = next(one for one in session.diagnostics if one.fix and one.range and one.range.block_id == block.id)
    window.checks.fix(slip)
    mended = session.document
    assert "。。" not in mended.blocks[mended.index(block.id)].text
    window.actions_by_id["undo"].trigger()
    assert "。。" in session.document.blocks[session.document.index(block.id)].text
    window.actions_by_id["redo"].trigger()
    assert session.document == mended
    assert shown(window.view) == wanted(mended.blocks)

    # fill in the 公文要素
    window.form.field_changed.emit("doc_number", "云政办发〔2026〕3号")
    window.form.field_changed.emit("signature_date", "2026-03-05")
    window.form.field_changed.emit(
        "notice_body", "《云溪县全民科学素质行动规划纲要实施方案》已经县政府同意，现印发给你们，请认真组织实施。"
    )
    assert not [one for one in session.diagnostics if one.severity is Severity.ERROR and "占位" in one.message]

    # save, close, open again
    path = tmp_path / "云溪县方案.nigao"
    monkeypatch.setattr(file_actions, "choose_save", lambda *_: path)
    window.actions_by_id["save"].trigger()
    assert not window.isWindowModified()
    saved = session.document
    assert storage.load(path).document == saved
    window.files.open_path(path)
    assert window.files.session is not session
    assert window.files.session.document == saved
    assert shown(window.view) == wanted(saved.blocks)

    # export
    target = tmp_path / "云溪县方案.docx"
    monkeypatch.setattr(dialogs, "confirm_export", lambda *_: True)

    def choose(dialog):
        dialog.findChild(QLineEdit).setText(str(target))
        press("导出")(dialog)
        answer(press("知道了"))  # not before: events are handled while the files are made

    answer(choose)
    window.actions_by_id["export"].trigger()
    with zipfile.ZipFile(target) as package:
        body = package.read("word/document.xml").decode()
    assert "云政办发〔2026〕3号" in body
    assert window.close()
