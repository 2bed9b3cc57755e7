"""Dragging a heading in the outline: the plan moves it."""

import pytest
from PySide6.QtCore import QMimeData, QPointF, Qt
from PySide6.QtGui import QDropEvent
from PySide6.QtWidgets import QAbstractItemView

from editor.session import Session
from editor.ui.document_view import DocumentView
from editor.ui.outline_panel import OutlinePanel
from editor.ui.outline_view import OutlineView
from editor.ui.section_actions import SectionActions
from tests.ui.plans import block_id, plan

Position = QAbstractItemView.DropIndicatorPosition


@pytest.fixture
def session():
    return Session(plan("云溪县方案", "# 一、甲", "## （一）乙", "乙文。", "# 二、丙", template=""))


@pytest.fixture
def panel(qtbot, session):
    view, panel = DocumentView(), OutlinePanel()
    actions = SectionActions(view, view.commit_composition, view)
    for widget in (view, panel):
        qtbot.addWidget(widget)
        widget.show_session(session)
        session.subscribe(widget.on_change)
    actions.show_session(session)
    panel.section_dropped.connect(actions.drop)
    return panel


def row(panel, session, words):
    tree = panel.findChild(OutlineView)
    return tree.model().find(block_id(session.document, words))


def test_a_dropped_heading_moves_with_its_text_and_the_outline_follows(panel, session):
    tree = panel.findChild(OutlineView)
    tree.tell_drop(row(panel, session, "（一）乙"), row(panel, session, "丙"), Position.OnItem)
    assert [block.text for block in session.document.blocks[1:]] == ["一、甲", "二、丙", "（一）乙", "乙文。"]
    assert row(panel, session, "（一）乙").parent() == row(panel, session, "丙")
    session.undo()
    assert [block.text for block in session.document.blocks[1:3]] == ["一、甲", "（一）乙"]


def test_headings_can_be_dragged_and_a_heading_dropped_at_itself_stays(panel, session, qtbot):
    index = row(panel, session, "丙")
    assert index.flags() & Qt.ItemFlag.ItemIsDragEnabled
    tree = panel.findChild(OutlineView)
    with qtbot.assertNotEmitted(tree.dropped):
        tree.tell_drop(index, index, Position.AboveItem)


def test_a_drop_into_the_void_changes_nothing_and_removes_no_row(panel, session):
    before = session.document
    tree = panel.findChild(OutlineView)
    data = QMimeData()  # the event does not keep it
    event = QDropEvent(
        QPointF(5, 5000),
        Qt.DropAction.MoveAction,
        data,
        Qt.MouseButton.LeftButton,
        Qt.KeyboardModifier.NoModifier,
    )
    tree.dropEvent(event)
    action = event.dropAction()
    assert action == Qt.DropAction.IgnoreAction
    assert session.document == before
    assert row(panel, session, "丙").isValid()
