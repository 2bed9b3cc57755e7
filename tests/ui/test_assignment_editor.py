import pytest
from PySide6.QtCore import Qt
from PySide6.QtWidgets import QApplication, QLabel, QLineEdit, QListWidget, QPushButton

from editor.session import Session
from editor.ui.assignment_choices import assigned_heading
from editor.ui.assignment_editor import AssignmentEditor
from tests.ui.plans import block_id, plan
from tests.ui.typing_hand import commit

LINES = (
    "云溪县全民科学素质行动规划纲要实施方案（2026—2030年）",
    "# 一、提升行动",
    "## （一）青少年科学素质提升行动",
    "加强科学教育。",
    "牵头单位：县教体局。责任单位：县科协、县民政局。",
    "## （二）农民科学素质提升行动",
    "培育高素质农民。",
)


def _editor(qtbot, heading: str, *lines: str) -> AssignmentEditor:
    session = Session(plan(*(lines or LINES)))
    editor = AssignmentEditor(session.analysis, block_id(session.document, heading))
    qtbot.addWidget(editor)
    return editor


@pytest.fixture
def editor(themed: QApplication, qtbot) -> AssignmentEditor:
    return _editor(qtbot, "青少年")


@pytest.fixture
def empty(themed: QApplication, qtbot) -> AssignmentEditor:
    return _editor(qtbot, "农民")


def _list(editor: AssignmentEditor, name: str) -> QListWidget:
    return next(one for one in editor.findChildren(QListWidget) if one.accessibleName() == name)


def _candidates(editor: AssignmentEditor) -> list[str]:
    listing = _list(editor, "全部单位")
    items = (listing.item(row) for row in range(listing.count()))
    return [item.text() for item in items if not item.isHidden()]


def _press(editor: AssignmentEditor, name: str) -> None:
    next(button for button in editor.findChildren(QPushButton) if button.accessibleName() == name).click()


def _pick(editor: AssignmentEditor, name: str) -> None:
    listing = _list(editor, "全部单位")
    listing.setCurrentItem(listing.findItems(name, Qt.MatchFlag.MatchExactly)[0])


def test_present_units_are_shown_as_printed(editor: AssignmentEditor) -> None:
    assert editor.lead() == ("县教体局",)
    assert set(editor.responsible()) == {"县科协", "县民政局"}


def test_responsible_units_come_in_the_registers_order(editor: AssignmentEditor) -> None:
    assert editor.responsible() == ("县民政局", "县科协")


def test_chosen_units_are_no_candidates_under_any_of_their_names(editor: AssignmentEditor) -> None:
    assert "县科协" not in _candidates(editor)
    assert not {"县教体局", "县教育体育局"} & set(_candidates(editor))


def test_picked_units_become_lead_or_responsible(empty: AssignmentEditor) -> None:
    _pick(empty, "县农业农村局")
    _press(empty, "加为牵头")
    _pick(empty, "县财政局")
    _press(empty, "加为责任")
    assert (empty.lead(), empty.responsible()) == (("县农业农村局",), ("县财政局",))


def test_a_unit_takes_the_name_that_the_plan_prints_elsewhere(empty: AssignmentEditor) -> None:
    assert "县教体局" in _candidates(empty)
    assert "县教育体育局" not in _candidates(empty)


def test_removed_units_are_candidates_again(editor: AssignmentEditor) -> None:
    listing = _list(editor, "责任单位")
    listing.setCurrentRow(0)
    _press(editor, "移除责任")
    assert editor.responsible() == ("县科协",)
    assert "县民政局" in _candidates(editor)


def test_delete_key_removes_the_selected_unit(editor: AssignmentEditor, qtbot) -> None:
    with qtbot.waitActive(editor):
        editor.show()
        editor.activateWindow()
    listing = _list(editor, "牵头单位")
    listing.setCurrentRow(0)
    listing.setFocus()
    qtbot.keyClick(listing, Qt.Key.Key_Delete)
    assert editor.lead() == ()


@pytest.mark.parametrize("words", ["农业", "农业农村局", "云溪县农业"])
def test_search_finds_names_and_functions(empty: AssignmentEditor, words: str) -> None:
    empty.findChild(QLineEdit).setText(words)
    assert "县农业农村局" in _candidates(empty)
    assert "县财政局" not in _candidates(empty)


def test_keyboard_alone_assigns_first_the_lead_then_the_responsible(empty: AssignmentEditor, qtbot) -> None:
    empty.show()
    search = empty.findChild(QLineEdit)
    for words in ("农业农村局", "财政局"):
        commit(search, words)
        qtbot.keyClick(search, Qt.Key.Key_Return)
    assert empty.isVisible(), "Enter in the search field does not close the dialog"
    assert (empty.lead(), empty.responsible()) == (("县农业农村局",), ("县财政局",))
    assert search.text() == ""


def test_suggestion_is_taken_over(empty: AssignmentEditor) -> None:
    _press(empty, "采用推荐")
    assert "县农业农村局" in empty.lead()


def test_suggestion_does_not_touch_what_is_chosen(editor: AssignmentEditor) -> None:
    _press(editor, "采用推荐")
    assert editor.lead() == ("县教体局",)
    assert set(editor.responsible()) >= {"县科协", "县民政局"}


def test_nobody_is_lead_and_responsible_at_once(editor: AssignmentEditor) -> None:
    editor.choose((), ("县教育体育局",))
    assert editor.lead() == ("县教体局",)
    assert "县教育体育局" not in editor.responsible()


def test_section_of_the_plans_own_has_no_suggestion(themed: QApplication, qtbot) -> None:
    editor = _editor(qtbot, "特色", "云溪县实施方案", "# 一、特色品牌", "打造品牌。")
    assert any("没有推荐单位" in label.text() for label in editor.findChildren(QLabel))


def test_unit_that_the_register_lacks_is_kept_and_marked(themed: QApplication, qtbot) -> None:
    lines = [line.replace("县民政局", "县渔民互助会办公室") for line in LINES]
    editor = _editor(qtbot, "青少年", *lines)
    listing = _list(editor, "责任单位")
    assert "县渔民互助会办公室" in editor.responsible()
    assert listing.item(listing.count() - 1).text() == "县渔民互助会办公室（不在单位库）"


def test_the_units_meant_at_a_block_are_those_of_its_line_or_of_the_nearest_heading_with_units() -> None:
    document = plan(
        "方案",
        "# 一、提升行动",
        "## （一）青少年科学素质提升行动",
        "### 1.科学教育。开齐课程。",
        "牵头单位：县教体局。责任单位：县科协、县民政局。",
        "## （二）农民科学素质提升行动",
        "### 1.科技培训。办好培训。",
    )
    analysis = Session(document).analysis
    group = block_id(document, "青少年")
    assert assigned_heading(analysis, block_id(document, "牵头单位")) == group
    assert assigned_heading(analysis, block_id(document, "开齐课程")) == group
    assert assigned_heading(analysis, block_id(document, "办好培训")) == block_id(document, "办好培训")
    assert assigned_heading(analysis, document.blocks[0].id) == ""
