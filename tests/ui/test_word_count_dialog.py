"""字数统计 in the window: plan, section and selection side by side."""

from PySide6.QtWidgets import QLabel

from editor.model.document import Block, BlockKind, Document
from editor.session import Session
from editor.ui import dialogs
from editor.ui.document_view import DocumentView
from editor.ui.section_actions import SectionActions
from tests.ui.typing_hand import select

PLAN = (
    Block("h1", BlockKind.HEADING, "一、目标", 1),
    Block("p1", BlockKind.PARAGRAPH, "到2030年，达到25%。"),
    Block("h2", BlockKind.HEADING, "二、保障", 1),
)
TABLE = Block("t", BlockKind.TABLE, rows=(("序号", "任务"), ("1", "科普，宣传")))


def test_plan_section_and_selection_are_counted(qtbot, monkeypatch):
    session = Session(Document(blocks=PLAN))
    view = DocumentView()
    qtbot.addWidget(view)
    view.show_session(session)
    actions = SectionActions(view, view.commit_composition, view)
    actions.show_session(session)
    seen = {}

    def run(dialog):
        seen.update({label.accessibleName(): label.text() for label in dialog.findChildren(QLabel)})
        return True

    monkeypatch.setattr(dialogs, "run", run)
    select(view, (1, 0), (1, 6))
    actions.count_words()
    words, bare = "字数（同 Word、WPS，计标点）", "字数（不计标点）"
    assert [seen[f"{place}，{words}"] for place in ("全文", "所在一节", "选中")] == ["16", "12", "3"]
    assert [seen[f"{place}，{bare}"] for place in ("全文", "所在一节", "选中")] == ["12", "9", "3"]


def test_tables_are_counted_by_their_cells_and_named(qtbot, monkeypatch):
    session = Session(Document(blocks=(*PLAN, TABLE)))
    view = DocumentView()
    qtbot.addWidget(view)
    view.show_session(session)
    actions = SectionActions(view, view.commit_composition, view)
    actions.show_session(session)
    seen = {}

    def run(dialog):
        seen.update({label.accessibleName() or label.text(): label.text() for label in dialog.findChildren(QLabel)})
        return True

    monkeypatch.setattr(dialogs, "run", run)
    view.selectAll()
    actions.count_words()
    words, bare = "字数（同 Word、WPS，计标点）", "字数（不计标点）"
    assert [seen[f"{place}，{words}"] for place in ("全文", "所在一节", "选中")] == ["26", "14", "26"]
    assert [seen[f"{place}，{bare}"] for place in ("全文", "所在一节", "选中")] == ["21", "12", "21"]
    assert "正文中的表格计在内，共 10 字（不计标点 9 字）；公文要素不计。" in seen
