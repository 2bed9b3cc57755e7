"""The window's way through two versions: read, gone through by keys, taken over, kept, undone, written as 修订稿."""

from dataclasses import replace
from pathlib import Path

import pytest
from PySide6.QtCore import Qt
from PySide6.QtGui import QTextCharFormat, QTextCursor
from PySide6.QtWidgets import QApplication, QDialog, QMessageBox, QPushButton, QTextEdit

from editor.gongwen.export import export
from editor.gongwen.revision_marks import read_revised
from editor.model import storage
from editor.model.document import Block, BlockKind, Document
from editor.model.spans import Op
from editor.session import Session
from editor.settings import Settings
from editor.ui import revision_button
from editor.ui.compare_dialog import CompareDialog
from editor.ui.main_window import MainWindow
from tests.ui.answers import answer, press
from tests.ui.plans import plan
from tests.ui.test_accessible_names import _nameless

PLAN = plan(
    "云溪县科普方案",
    "# 一、总体要求",
    "到2030年，全县公民具备科学素质的比例达到18%。",
    "# 二、重点任务",
    "组织农技专家下乡，每年举办培训班60期。",
    "建设校园科技馆，到2028年建成20个。",
    "# 三、保障措施",
    "县财政将科普经费列入年度预算。",
    issuer="云溪县人民政府",
)


def other_version(document: Document) -> Document:
    """One figure changed, one paragraph gone, one new."""
    blocks = list(document.blocks)
    blocks[2] = replace(blocks[2], text=blocks[2].text.replace("18%", "20%"))
    blocks[5] = Block("new", BlockKind.PARAGRAPH, "各乡镇每季度报送一次进展情况，由县科协汇总。")
    return replace(document, blocks=tuple(blocks))


@pytest.fixture
def other(tmp_path: Path) -> Path:
    path = tmp_path / "返回稿.nigao"
    storage.save(other_version(PLAN), path)
    return path


def shown(qtbot, session: Session, path: Path) -> CompareDialog:
    dialog = CompareDialog(session, path, "方案")
    qtbot.addWidget(dialog)
    dialog.show()
    dialog.activateWindow()
    qtbot.waitUntil(dialog.isActiveWindow)  # keys of buttons go to the active window only
    qtbot.waitUntil(lambda: button(dialog, "关闭") is not None)
    return dialog


def button(dialog: QDialog, words: str) -> QPushButton | None:
    return next((one for one in dialog.findChildren(QPushButton) if one.text().startswith(words)), None)


def click(qtbot, dialog: QDialog, words: str) -> None:
    found = button(dialog, words)
    assert found is not None
    assert found.isEnabled()
    qtbot.mouseClick(found, Qt.MouseButton.LeftButton)


def rows(dialog: CompareDialog) -> list[tuple[str, str]]:
    """The differences in the list with their states."""
    tree = dialog._list
    groups = [tree.topLevelItem(row) for row in range(tree.topLevelItemCount())]
    items = [group.child(at) for group in groups for at in range(group.childCount())]
    return [(item.text(0).partition("：")[0], item.text(1)) for item in items]


def texts(document: Document) -> list[str]:
    return [block.text for block in document.blocks]


def test_the_differences_are_listed_by_section_with_the_words_for_them(themed: QApplication, qtbot, other) -> None:
    dialog = shown(qtbot, Session(PLAN), other)
    tree = dialog._list
    assert [tree.topLevelItem(row).text(0) for row in range(tree.topLevelItemCount())] == [
        "一、总体要求",
        "二、重点任务",
    ]
    assert rows(dialog) == [("改动", ""), ("删去", ""), ("新增", "")]
    assert _nameless(dialog) == []


def marked(text: QTextEdit) -> list[tuple[str, bool, bool]]:
    """The pieces of a pane that are struck out or underlined."""
    found, cursor = [], QTextCursor(text.document())
    while not cursor.atEnd():
        cursor.movePosition(QTextCursor.MoveOperation.Right, QTextCursor.MoveMode.KeepAnchor)
        look: QTextCharFormat = cursor.charFormat()
        if look.fontStrikeOut() or look.fontUnderline():
            found.append((cursor.selectedText(), look.fontStrikeOut(), look.fontUnderline()))
        cursor.clearSelection()
    return found


def test_the_changed_words_are_struck_out_and_underlined(themed: QApplication, qtbot, other) -> None:
    dialog = shown(qtbot, Session(PLAN), other)
    mine, theirs = dialog.findChildren(QTextEdit)
    assert mine.toPlainText() == PLAN.blocks[2].text
    assert [text for text, struck, _ in marked(mine) if struck] == list("18%")
    assert [text for text, _, underlined in marked(theirs) if underlined] == list("20%")


def test_keys_take_keep_and_go_on(themed: QApplication, qtbot, other) -> None:
    session = Session(PLAN)
    dialog = shown(qtbot, session, other)
    qtbot.keyClick(dialog._list, Qt.Key.Key_Return, Qt.KeyboardModifier.ControlModifier)
    assert texts(session.document)[2].endswith("20%。")
    assert session.undo_label == "采用改动"
    assert dialog._list.numbers() == (1,)  # gone on to the next one
    qtbot.keyClick(dialog._list, Qt.Key.Key_K, Qt.KeyboardModifier.ControlModifier)
    assert rows(dialog) == [("改动", "已采用"), ("删去", "保留本文"), ("新增", "")]
    assert PLAN.blocks[5].text in texts(session.document)
    qtbot.keyClick(dialog._list, Qt.Key.Key_F8)
    assert dialog._list.numbers() == (2,)
    click(qtbot, dialog, "采用对方")
    assert "已经全部处理" in dialog._left.text()


def test_undo_takes_the_last_piece_back_and_the_list_says_so(themed: QApplication, qtbot, other) -> None:
    session = Session(PLAN)
    dialog = shown(qtbot, session, other)
    click(qtbot, dialog, "采用对方")
    qtbot.keyClick(dialog, Qt.Key.Key_Z, Qt.KeyboardModifier.ControlModifier)
    assert session.document == PLAN
    assert rows(dialog)[0] == ("改动", "")
    qtbot.keyClick(dialog, Qt.Key.Key_Y, Qt.KeyboardModifier.ControlModifier)
    assert rows(dialog)[0] == ("改动", "已采用")


def test_everything_is_taken_in_one_step(themed: QApplication, qtbot, other) -> None:
    session = Session(PLAN)
    dialog = shown(qtbot, session, other)
    click(qtbot, dialog, "全部采用（3处）")
    assert texts(session.document) == texts(other_version(PLAN))
    session.undo()
    assert session.document == PLAN


def test_a_section_is_taken_as_a_whole(themed: QApplication, qtbot, other) -> None:
    session = Session(PLAN)
    dialog = shown(qtbot, session, other)
    dialog._list.setCurrentItem(dialog._list.topLevelItem(1))
    click(qtbot, dialog, "采用本节（2处）")
    assert rows(dialog) == [("改动", ""), ("删去", "已采用"), ("新增", "已采用")]
    assert texts(session.document)[2:] == [PLAN.blocks[2].text, *texts(other_version(PLAN))[3:]]


def test_a_read_only_plan_can_be_compared_and_not_changed(themed: QApplication, qtbot, other) -> None:
    dialog = shown(qtbot, Session(PLAN, read_only=True), other)
    take, everything = button(dialog, "采用对方"), button(dialog, "全部采用")
    assert take is not None
    assert everything is not None
    assert not take.isEnabled()
    assert not everything.isEnabled()
    assert "只读" in dialog._left.text()


def test_versions_without_a_difference_say_so(themed: QApplication, qtbot, tmp_path: Path) -> None:
    same = tmp_path / "同一版.nigao"
    storage.save(PLAN, same)
    dialog = shown(qtbot, Session(PLAN), same)
    assert "没有不同" in dialog._message.text()
    assert dialog._message.isVisible()


def test_a_word_file_that_came_back_is_compared(themed: QApplication, qtbot, tmp_path: Path) -> None:
    docx = tmp_path / "返回稿.docx"
    export(other_version(PLAN), docx)
    dialog = shown(qtbot, Session(PLAN), docx)
    assert rows(dialog) == [("改动", ""), ("删去", ""), ("新增", "")]


def test_a_file_that_cannot_be_read_closes_the_comparison_with_a_sentence(
    themed: QApplication, qtbot, tmp_path: Path
) -> None:
    broken = tmp_path / "坏.docx"
    broken.write_bytes(b"PK no package")
    said = answer(press("知道了"))
    dialog = CompareDialog(Session(PLAN), broken, "方案")
    qtbot.addWidget(dialog)
    dialog.show()
    qtbot.waitUntil(lambda: bool(said) and not dialog.isVisible())
    assert isinstance(said[0], QMessageBox)


def test_reading_can_be_given_up(themed: QApplication, qtbot, other) -> None:
    dialog = CompareDialog(Session(PLAN), other, "方案")
    qtbot.addWidget(dialog)
    dialog.show()
    click(qtbot, dialog, "取消")
    assert not dialog.isVisible()
    assert not dialog._reader.is_busy


@pytest.mark.parametrize(("choice", "old", "new"), [(0, PLAN, other_version(PLAN)), (1, other_version(PLAN), PLAN)])
def test_the_revised_file_is_written_either_way(
    themed: QApplication, qtbot, other, tmp_path: Path, monkeypatch, choice: int, old: Document, new: Document
) -> None:
    target = tmp_path / "修订稿.docx"
    monkeypatch.setattr(revision_button, "choose_save", lambda *_: target)
    dialog = shown(qtbot, Session(PLAN), other)
    menu = button(dialog, "导出修订稿").menu()
    menu.actions()[choice].trigger()
    qtbot.waitUntil(lambda: "已写入" in dialog._said.text())
    data = target.read_bytes()
    assert "".join(read_revised(data, Op.DELETED)) == "".join(texts(new))
    assert "".join(read_revised(data, Op.INSERTED)) == "".join(texts(old))


def test_the_menu_opens_the_comparison_of_the_chosen_file(
    themed: QApplication, qtbot, other, tmp_path: Path, monkeypatch
) -> None:
    from editor.ui import file_actions

    monkeypatch.setattr(file_actions, "choose_open", lambda *_: other)
    window = MainWindow(Settings(), Session(PLAN), tmp_path)
    window.show()
    seen = answer(lambda dialog: dialog.reject())
    window.actions_by_id["compare"].trigger()
    assert [type(one) for one in seen] == [CompareDialog]
    monkeypatch.setattr(type(window.files), "may_leave", lambda _self: True)
    window.close()
