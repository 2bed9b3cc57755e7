from dataclasses import replace

import pytest
from PySide6.QtCore import Qt
from PySide6.QtGui import QAction
from PySide6.QtWidgets import QApplication, QLabel, QProgressBar, QToolButton, QTreeView

from editor import commands
from editor.model.document import Document
from editor.model.edits import ReplaceBlocks, Transaction
from editor.session import Change, Origin, Session
from editor.ui.choice_dialog import ChoiceDialog
from editor.ui.outline_model import OutlineModel
from editor.ui.outline_panel import OutlinePanel
from tests.ui.plans import block_id, new_plan, plan

LINES = (
    "云溪县全民科学素质行动规划纲要实施方案（2026—2030年）",
    "# 一、提升行动",
    "## （一）青少年科学素质提升行动",
    "加强科学教育。",
)


def _panel(qtbot, document: Document) -> tuple[OutlinePanel, Session]:
    panel = OutlinePanel()
    qtbot.addWidget(panel)
    session = Session(document)
    panel.show_session(session)
    session.subscribe(panel.on_change)
    panel.show()
    return panel, session


def _tree(panel: OutlinePanel) -> QTreeView:
    return panel.findChild(QTreeView)


def _index(panel: OutlinePanel, key: str):
    return _tree(panel).model().find(key)


def _choose(panel: OutlinePanel, key: str, text: str) -> None:
    menu = panel.context_menu(_index(panel, key))
    action = next(action for action in menu.actions() if action.text().startswith(text))
    action.trigger()
    menu.deleteLater()


@pytest.fixture
def opened(themed: QApplication, qtbot) -> tuple[OutlinePanel, Session]:
    return _panel(qtbot, plan(*LINES))


def test_model_keeps_the_contract_of_qt(opened, qtmodeltester) -> None:
    qtmodeltester.check(_tree(opened[0]).model())


def test_without_a_plan_the_panel_says_what_it_is(themed: QApplication, qtbot) -> None:
    panel = OutlinePanel()
    qtbot.addWidget(panel)
    panel.show()
    assert not _tree(panel).isVisible()
    assert any("还没有打开文稿" in label.text() for label in panel.findChildren(QLabel) if label.isVisible())


def test_progress_is_printed_and_drawn(opened) -> None:
    panel, _ = opened
    done, rest = panel.progress_text().split(" · ")
    bar = panel.findChild(QProgressBar)
    assert done == f"必备 {bar.value()}/{bar.maximum()}"
    assert rest == f"待补 {bar.maximum() - bar.value()}"


def test_a_click_jumps_to_the_heading_behind_its_number(opened, qtbot) -> None:
    panel, session = opened
    tree = _tree(panel)
    tree.scrollTo(_index(panel, "A1"))
    place = tree.visualRect(_index(panel, "A1")).center()
    with qtbot.waitSignal(panel.jump_requested) as caught:
        qtbot.mouseClick(tree.viewport(), Qt.MouseButton.LeftButton, pos=place)
    assert caught.args == [block_id(session.document, "青少年"), 3, 3]


def test_return_jumps_too(opened, qtbot) -> None:
    panel, session = opened
    tree = _tree(panel)
    tree.setCurrentIndex(_index(panel, "A"))
    with qtbot.waitSignal(panel.jump_requested) as caught:
        qtbot.keyClick(tree, Qt.Key.Key_Return)
    assert caught.args[0] == block_id(session.document, "一、")


def test_a_missing_requirement_asks_for_guidance_instead_of_jumping(opened, qtbot) -> None:
    panel, _ = opened
    with qtbot.assertNotEmitted(panel.jump_requested), qtbot.waitSignal(panel.requirement_selected) as caught:
        _tree(panel).activated.emit(_index(panel, "A3"))
    assert caught.args == ["A3"]


def test_menu_of_a_missing_requirement_inserts_it_or_declares_it_not_applicable(opened, qtbot) -> None:
    panel, _ = opened
    with qtbot.waitSignal(panel.insert_requested) as caught:
        _choose(panel, "A3", "插入此项")
    assert caught.args == ["A3"]
    with qtbot.waitSignal(panel.not_applicable_requested) as caught:
        _choose(panel, "A3", "标为不涉及")
    assert caught.args == ["A3", True]


def test_menu_of_a_declared_requirement_takes_that_back(themed: QApplication, qtbot) -> None:
    panel, _ = _panel(qtbot, plan(*LINES, not_applicable=("A3",)))
    with qtbot.waitSignal(panel.not_applicable_requested) as caught:
        _choose(panel, "A3", "取消")
    assert caught.args == ["A3", False]


def test_menu_of_a_heading_ties_it_to_chosen_requirements(opened, qtbot, monkeypatch) -> None:
    panel, session = opened
    monkeypatch.setattr(ChoiceDialog, "exec", lambda self: True)
    monkeypatch.setattr(ChoiceDialog, "chosen", lambda self: ("A1", "A2"))
    with qtbot.waitSignal(panel.tie_requested) as caught:
        _choose(panel, "A1", "对应到模板条目")
    assert caught.args == [block_id(session.document, "青少年"), ("A1", "A2")]


def test_menus_and_dialogs_die_after_use(opened, qtbot, monkeypatch) -> None:
    panel, _ = opened
    monkeypatch.setattr(ChoiceDialog, "exec", lambda self: True)
    _choose(panel, "A1", "对应到模板条目")
    qtbot.waitUntil(lambda: not panel.findChildren(ChoiceDialog))
    menu = panel.context_menu(_index(panel, "A1"))
    menu.popup(panel.mapToGlobal(panel.rect().center()))
    menu.close()
    qtbot.waitUntil(lambda: not panel.findChildren(QAction))


def test_a_change_of_the_plan_changes_the_mark_and_keeps_what_is_folded(opened, qtbot) -> None:
    panel, session = opened
    tree = _tree(panel)
    tree.collapse(_index(panel, "G"))
    transaction = commands.insert_requirement(session.analysis, "A2")
    assert transaction is not None
    session.apply(transaction)
    assert _index(panel, "A2").data().startswith("（二）农民")
    assert not tree.isExpanded(_index(panel, "G"))
    assert tree.isExpanded(_index(panel, "A"))


def test_undo_brings_the_missing_mark_back(opened) -> None:
    panel, session = opened
    before = panel.progress_text()
    session.apply(commands.insert_requirement(session.analysis, "A2"))
    session.undo()
    assert panel.progress_text() == before
    assert _index(panel, "A2").data(Qt.ItemDataRole.AccessibleTextRole) == "农民科学素质提升行动，缺少"


def test_selection_survives_a_change(opened) -> None:
    panel, session = opened
    _tree(panel).setCurrentIndex(_index(panel, "A1"))
    session.apply(commands.insert_requirement(session.analysis, "A2"))
    assert _tree(panel).currentIndex() == _index(panel, "A1")


def test_typing_in_a_paragraph_does_not_reset_the_tree(opened, qtbot) -> None:
    panel, session = opened
    model = _tree(panel).model()
    document = session.document
    index = document.index(block_id(document, "加强科学教育"))
    old = document.blocks[index]
    with qtbot.assertNotEmitted(model.modelReset):
        session.apply(Transaction("输入", (ReplaceBlocks(index, (old,), (replace(old, text="加强科学教育工作。"),)),)))


def test_a_save_costs_the_outline_nothing(opened, monkeypatch) -> None:
    panel, session = opened
    monkeypatch.setattr(OutlineModel, "show_rows", lambda *_: pytest.fail("nothing has changed"))
    panel.on_change(Change(session.document, None, Origin.SAVE))


def test_headings_can_be_shown_as_they_stand(themed: QApplication, qtbot) -> None:
    panel, _ = _panel(qtbot, plan(*LINES, "# 二、特色品牌"))
    panel.findChild(QToolButton).click()
    model = _tree(panel).model()
    assert [model.index(row, 0).data() for row in range(model.rowCount())] == ["一、提升行动", "二、特色品牌"]


def test_a_plan_without_template_shows_its_headings(themed: QApplication, qtbot) -> None:
    panel, _ = _panel(qtbot, plan(*LINES, template=""))
    assert _tree(panel).model().rowCount() == 1
    assert panel.progress_text() == "没有模板要求"


def test_section_under_the_caret_is_selected_without_a_jump(themed: QApplication, qtbot) -> None:
    panel, session = _panel(qtbot, new_plan())
    heading = block_id(session.document, "农民科学素质提升行动")
    with qtbot.assertNotEmitted(panel.jump_requested):
        panel.show_block(session.document.blocks[session.document.index(heading) + 1].id)
    assert _tree(panel).currentIndex() == _index(panel, "A2")


def test_no_row_is_selected_while_the_caret_stands_before_the_first_heading(opened) -> None:
    panel, session = opened
    panel.show_block(block_id(session.document, "加强科学教育"))
    assert _tree(panel).selectionModel().hasSelection()
    panel.show_block(session.document.blocks[0].id)
    assert not _tree(panel).selectionModel().hasSelection()
