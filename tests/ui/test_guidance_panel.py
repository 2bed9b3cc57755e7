from dataclasses import replace

import pytest
from PySide6.QtCore import Qt
from PySide6.QtWidgets import QApplication, QLabel, QPushButton, QScrollArea

from editor import commands
from editor.model.document import Block, BlockKind, Document
from editor.model.edits import ReplaceBlocks, Transaction
from editor.session import Change, Origin, Session
from editor.ui.guidance_panel import GuidancePanel
from tests.ui.plans import block_id, new_plan, plan

LINES = (
    "云溪县全民科学素质行动规划纲要实施方案（2026—2030年）",
    "# 一、提升行动",
    "## （一）青少年科学素质提升行动",
    "加强科学教育。",
    "## （二）渔民科普夜校专项行动",
    "办好夜校。",
    "# 二、特色品牌",
    "打造云溪科普节。",
)


def _panel(qtbot, document: Document | None) -> tuple[GuidancePanel, Session | None]:
    panel = GuidancePanel()
    qtbot.addWidget(panel)
    session = Session(document) if document is not None else None
    if session is not None:
        panel.show_session(session)
        session.subscribe(panel.on_change)
    panel.show()
    return panel, session


def _text(panel: GuidancePanel) -> str:
    return "\n".join(label.text() for label in panel.findChildren(QLabel))


def test_without_a_plan_the_panel_says_what_it_is(themed: QApplication, qtbot) -> None:
    panel, _ = _panel(qtbot, None)
    assert "写作指导" in _text(panel)


def test_without_a_section_the_panel_says_where_to_go(themed: QApplication, qtbot) -> None:
    panel, session = _panel(qtbot, plan(*LINES))
    panel.show_block(session.document.blocks[0].id)
    assert "怎样写成这份方案" in _text(panel)


def test_without_a_template_the_panel_says_so(themed: QApplication, qtbot) -> None:
    panel, _ = _panel(qtbot, plan(*LINES, template=""))
    assert "没有选用模板" in _text(panel)


def test_section_under_the_caret_shows_all_that_the_template_knows(themed: QApplication, qtbot) -> None:
    panel, session = _panel(qtbot, plan(*LINES))
    panel.show_block(block_id(session.document, "加强科学教育"))
    requirement = session.analysis.template.requirement("A1")
    text = _text(panel)
    assert requirement.name in text
    assert "必备" in text
    assert requirement.guidance in text
    for question in requirement.questions:
        assert question in text


def test_usual_lead_is_named_from_the_plans_register(themed: QApplication, qtbot) -> None:
    panel, session = _panel(qtbot, plan(*LINES))
    panel.show_block(block_id(session.document, "加强科学教育"))
    requirement = session.analysis.template.requirement("A1")
    for unit in session.analysis.register.by_function(requirement.leads):
        assert unit.short in _text(panel)


def test_heading_of_the_plans_own_takes_the_guidance_of_what_it_stands_in(themed: QApplication, qtbot) -> None:
    panel, session = _panel(qtbot, plan(*LINES))
    panel.show_block(block_id(session.document, "办好夜校"))
    assert session.analysis.template.requirement("A").guidance in _text(panel)


def test_part_of_the_plans_own_says_how_to_tie_it(themed: QApplication, qtbot) -> None:
    panel, session = _panel(qtbot, plan(*LINES))
    panel.show_block(block_id(session.document, "科普节"))
    assert "特色品牌" in _text(panel)
    assert "对应到模板条目" in _text(panel)


def test_missing_neighbours_can_be_inserted(themed: QApplication, qtbot) -> None:
    panel, session = _panel(qtbot, plan(*LINES))
    panel.show_block(block_id(session.document, "一、"))
    button = next(button for button in panel.findChildren(QPushButton) if "农民" in button.text())
    with qtbot.waitSignal(panel.insert_requested) as caught:
        qtbot.mouseClick(button, Qt.MouseButton.LeftButton)
    assert caught.args == ["A2"]


def test_inserted_neighbour_is_no_longer_offered(themed: QApplication, qtbot) -> None:
    panel, session = _panel(qtbot, plan(*LINES))
    panel.show_block(block_id(session.document, "一、"))
    session.apply(commands.insert_requirement(session.analysis, "A2"))
    assert not [button for button in panel.findChildren(QPushButton) if "农民科学素质提升行动" in button.text()]


def test_chosen_missing_requirement_is_explained_and_offered(themed: QApplication, qtbot) -> None:
    panel, session = _panel(qtbot, plan(*LINES))
    panel.show_requirement("A3")
    assert session.analysis.template.requirement("A3").guidance in _text(panel)
    with qtbot.waitSignal(panel.insert_requested) as caught:
        next(button for button in panel.findChildren(QPushButton) if button.property("requirement")).click()
    assert caught.args == ["A3"]


def test_unverified_name_is_marked_as_such(themed: QApplication, qtbot) -> None:
    panel, session = _panel(qtbot, new_plan())
    unverified = [one for one in session.analysis.template.requirements if not one.verified]
    if not unverified:
        pytest.skip("every name of the template is verified")
    panel.show_requirement(unverified[0].id)
    assert "没有和上级原文核对过" in _text(panel)


def test_every_requirement_of_a_new_plan_has_its_guidance(themed: QApplication, qtbot) -> None:
    panel, session = _panel(qtbot, new_plan())
    for row in session.analysis.coverage.rows:
        panel.show_block(row.block_ids[0])
        assert row.requirement.guidance in _text(panel), row.requirement.id
        assert "{" not in _text(panel), "no token of the library is left"


def test_typing_does_not_build_the_panel_again(themed: QApplication, qtbot) -> None:
    panel, session = _panel(qtbot, plan(*LINES))
    panel.show_block(block_id(session.document, "加强科学教育"))
    before = panel.findChildren(QLabel)
    added = Block("added", BlockKind.PARAGRAPH)
    insertion = Transaction("插入段落", (ReplaceBlocks(4, (), (added,)),))
    assert session.apply(commands.renumber(session.document) or insertion)
    assert panel.findChildren(QLabel) == before


def test_block_that_an_undo_took_away_is_no_trouble(themed: QApplication, qtbot) -> None:
    panel, session = _panel(qtbot, plan(*LINES))
    session.apply(commands.insert_requirement(session.analysis, "A2"))
    panel.show_block(block_id(session.document, "农民"))
    session.undo()
    assert "怎样写成这份方案" in _text(panel)


def test_blank_plan_without_a_template_offers_to_begin_from_one(themed: QApplication, qtbot) -> None:
    panel, _ = _panel(qtbot, plan("云溪县方案", template=""))
    with qtbot.waitSignal(panel.action_requested) as caught:
        qtbot.mouseClick(panel.findChild(QPushButton), Qt.MouseButton.LeftButton)
    assert caught.args == ["new"]


def test_steps_follow_the_plan(themed: QApplication, qtbot) -> None:
    panel, session = _panel(qtbot, plan("云溪县方案", "到【年份】。"))
    assert "还有1处" in _text(panel)
    block = session.document.blocks[1]
    session.apply(Transaction("填", (ReplaceBlocks(1, (block,), (replace(block, text="到2030年。"),)),)))
    assert "都填好了" in _text(panel)


def test_an_answer_in_the_text_is_seen_and_quoted(themed: QApplication, qtbot) -> None:
    task = "### 1.实施乡村振兴科技支撑行动。"
    panel, session = _panel(qtbot, plan("云溪县方案", "# 一、提升行动", "## （一）农民科学素质提升行动", task))
    panel.show_block(session.document.blocks[3].id)
    assert "○ 科技特派员、科技小院、农技协各有多少？" in _text(panel)
    block = session.document.blocks[3]
    written = replace(block, text=block.text + "选派科技特派员60名。")
    session.apply(Transaction("写", (ReplaceBlocks(3, (block,), (written,)),)))
    assert "✓ 科技特派员、科技小院、农技协各有多少？" in _text(panel)
    assert "看来已写到：“选派科技特派员60名”" in _text(panel)


def test_the_place_in_a_long_card_is_kept_while_its_section_is_written(themed: QApplication, qtbot) -> None:
    panel, session = _panel(qtbot, plan(*LINES))
    panel.resize(240, 200)
    panel.show_block(block_id(session.document, "加强科学教育"))
    qtbot.wait(20)
    bar = panel.findChild(QScrollArea).verticalScrollBar()
    bar.setValue(150)
    block = session.document.blocks[3]
    more = replace(block, text="中小学实验课开设率2028年达到98%，科学课缺口30间。")
    session.apply(Transaction("写", (ReplaceBlocks(3, (block,), (more,)),)))
    qtbot.wait(20)
    assert bar.value() == 150


def test_a_key_that_makes_a_section_is_not_held_up_by_the_panel(themed: QApplication, qtbot) -> None:
    panel = GuidancePanel()
    qtbot.addWidget(panel)
    session = Session(plan(*LINES))
    panel.show_session(session)
    added = Block("added", BlockKind.PARAGRAPH)
    session.apply(Transaction("输入", (ReplaceBlocks(4, (), (added,)),)), Origin.VIEW)
    panel.show_block("added")
    assert "怎样写成这份方案" in _text(panel), "the panel is told when typing has paused"
    panel.on_change(Change(session.document, Transaction("输入", ()), (), Origin.VIEW))
    assert session.analysis.template.requirement("A1").name in _text(panel)
