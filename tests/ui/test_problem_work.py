"""Working through the findings by key and mouse: quick fix at the caret, letting stand, rules of a plan, groups."""

import pytest
from PySide6.QtCore import QPoint, Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import (
    QApplication,
    QDialog,
    QLabel,
    QLineEdit,
    QListWidget,
    QMenu,
    QPushButton,
    QToolButton,
    QTreeView,
    QTreeWidget,
)
from shiboken6 import isValid

from editor.model.document import Ignored
from editor.session import Session
from editor.settings import Settings
from editor.ui.ignore_dialog import REASONS, IgnoreDialog
from editor.ui.main_window import MainWindow
from editor.ui.problem_rows import Grouping, arrange, problem_rows
from editor.ui.problems_empty import ProblemsEmpty, checked
from editor.ui.problems_model import MESSAGE, PLACE
from editor.ui.rule_help import RuleHelp
from editor.ui.rule_settings_dialog import RuleSettingsDialog
from tests.ui.answers import answer
from tests.ui.plans import block_id, plan
from tests.ui.test_accessible_names import _nameless
from validators.diagnostic import Applicability, Diagnostic, Fix, Severity, TextEdit, TextRange
from validators.engine import Validator
from validators.rule import all_rules

LINES = (
    "云溪县全民科学素质行动规划纲要实施方案（2026—2030年）",
    "依据（国发[2021]9号）和其它文件，，结合云溪县实际，制定本方案。",
    "# 一、总体要求",
    "做好其它工作，落实其它任务。",
)
CONTROL, SHIFT = Qt.KeyboardModifier.ControlModifier, Qt.KeyboardModifier.ShiftModifier


@pytest.fixture
def window(themed: QApplication, tmp_path):
    made = MainWindow(Settings(), Session(plan(*LINES)), tmp_path / "data")
    made.resize(1280, 820)
    made.show()
    made.activateWindow()
    made.complete()
    yield made
    if isValid(made):
        made.files.session = None  # its changes are given up
        made.close()


def _session(window) -> Session:
    return window.files.session


def _finding(window, code: str) -> Diagnostic:
    return next(one for one in _session(window).diagnostics if one.code == code and one.range)


def _caret_at(window, found: Diagnostic) -> None:
    window.view.jump(found.range.block_id, found.range.start, found.range.end)


def _open_menu(window) -> QMenu:
    QTest.keyClick(window.view, Qt.Key.Key_Period, CONTROL)
    menu = QApplication.activePopupWidget()
    assert isinstance(menu, QMenu)
    return menu


def _choose(menu: QMenu, words: str) -> None:
    """Go down to an entry with the arrow key and press Enter."""
    for _ in range(len(menu.actions())):
        if menu.activeAction().text().startswith(words):
            QTest.keyClick(menu, Qt.Key.Key_Return)
            return
        QTest.keyClick(menu, Qt.Key.Key_Down)
    raise AssertionError([action.text() for action in menu.actions()])


def _tree(window) -> QTreeView:
    return window.problems.findChild(QTreeView)


def _tops(tree: QTreeView) -> list[str]:
    model = tree.model()
    return [model.index(row, 0).data() for row in range(model.rowCount())]


def _group(window, words: str) -> None:
    button = next(one for one in window.problems.findChildren(QToolButton) if one.menu() is not None)
    next(one for one in button.menu().actions() if one.text() == words).trigger()


# quick fix at the caret


def test_the_quick_fix_opens_at_the_caret_and_enter_mends(window):
    _caret_at(window, _finding(window, "NUM001"))
    menu = _open_menu(window)
    assert menu.activeAction().text().startswith("修正：")
    QTest.keyClick(menu, Qt.Key.Key_Return)
    assert "国发〔2021〕9号" in _session(window).document.blocks[1].text
    _session(window).undo()
    assert "国发[2021]9号" in _session(window).document.blocks[1].text


def test_the_quick_fix_says_where_there_is_nothing(window):
    window.view.jump(_session(window).document.blocks[1].id, 0, 0)
    QTest.keyClick(window.view, Qt.Key.Key_Period, CONTROL)
    assert QApplication.activePopupWidget() is None
    assert "没有发现问题" in window.status.currentMessage()


def test_a_finding_is_let_stand_from_the_menu_listed_and_taken_back(window, qtbot):
    found = _finding(window, "NUM001")
    _caret_at(window, found)

    def act(dialog: QDialog) -> None:
        QTest.qWaitForWindowActive(dialog)
        QTest.keyClick(dialog.findChild(QLineEdit), Qt.Key.Key_Tab)
        QTest.keyClick(dialog.findChild(QListWidget), Qt.Key.Key_Down)
        QTest.keyClick(dialog.findChild(QListWidget), Qt.Key.Key_Return)

    asked = answer(act)
    _choose(_open_menu(window), "忽略此处")
    qtbot.waitUntil(lambda: bool(asked) and bool(_session(window).document.metadata.ignored))
    window.updates.flush()
    block = found.range.block_id
    assert _session(window).document.metadata.ignored == (Ignored("NUM001", block, "[2021]", REASONS[1]),)
    assert "NUM001" not in [one.code for one in _session(window).diagnostics]
    tree = _tree(window)
    last = tree.model().index(tree.model().rowCount() - 1, 0)
    assert last.data() == "已忽略（1）"
    assert not tree.isExpanded(last)
    qtbot.waitUntil(lambda: not window.findChildren(IgnoreDialog))
    window.activateWindow()
    qtbot.waitUntil(window.isActiveWindow)
    tree.setFocus()
    tree.setCurrentIndex(last)
    QTest.keyClick(tree, Qt.Key.Key_Right)
    QTest.keyClick(tree, Qt.Key.Key_Down)
    shown = "\n".join(label.text() for label in window.problems.findChildren(QLabel) if label.isVisible())
    assert REASONS[1] in shown
    QTest.keyClick(tree, Qt.Key.Key_Delete)
    assert _session(window).document.metadata.ignored == ()
    assert "NUM001" in [one.code for one in _session(window).diagnostics]


def test_letting_stand_can_be_called_off(window, qtbot):
    tree = _tree(window)
    tree.setFocus()
    window.problems.show_problem(_finding(window, "NUM001"))
    before = _session(window).document
    asked = answer(QDialog.reject)
    QTest.keyClick(tree, Qt.Key.Key_Delete)
    qtbot.waitUntil(lambda: bool(asked))
    assert isinstance(asked[0], IgnoreDialog)
    assert _session(window).document == before


def test_a_rule_is_switched_off_for_the_plan_from_the_menu(window, qtbot):
    _caret_at(window, _finding(window, "NUM001"))
    _choose(_open_menu(window), "本方案停用")
    qtbot.waitUntil(lambda: _session(window).document.metadata.rules_off == ("NUM001",))
    assert "NUM001" not in [one.code for one in _session(window).diagnostics]
    _session(window).undo()
    assert "NUM001" in [one.code for one in _session(window).diagnostics]


def test_the_menu_explains_the_rule(window):
    _caret_at(window, _finding(window, "NUM001"))
    _choose(_open_menu(window), "检查项说明")
    page = window.findChild(RuleHelp)
    assert page is not None
    assert "NUM001" in page.windowTitle()
    page.close()


def test_a_plan_opened_for_reading_is_not_changed(window, qtbot):
    _session(window).read_only = True
    window.rules.ignore(_finding(window, "NUM001"))
    window.rules.choose_rules()
    assert "只读" in window.status.currentMessage()
    assert _session(window).document.metadata.ignored == ()


def test_an_unsafe_fix_shows_the_words_before_and_after(window):
    document = _session(window).document
    where = TextRange(block_id(document, "依据"), 12, 14)
    words = document.blocks[1].text[12:14]
    fixes = [
        Fix("换一个词", (TextEdit(where, words, "有关"),), Applicability.UNSAFE),
        Fix("删去", (TextEdit(where, words, ""),), Applicability.UNSAFE),
    ]
    found = [
        Diagnostic("WRD001", "x", Severity.HINT, f"第{n}处。", where, "", "", fix=fix) for n, fix in enumerate(fixes)
    ]
    menu = window.checks.menu(found, _session(window))
    texts = [action.text() for action in menu.actions()]
    assert texts[:2] == [f"修正：换一个词（“{words}” → “有关”）", f"修正：删去（“{words}” → 删去）"]
    assert "改后：" in menu.actions()[0].toolTip()
    below = menu.findChildren(QMenu)
    assert [one.title() for one in below] == ["第0处。", "第1处。"]
    assert [action.text() for action in below[0].actions()] == ["忽略此处…", "本方案停用此项检查", "检查项说明"]
    menu.close()


# the counts in the status bar, the walk through the document


def test_the_counts_in_the_status_bar_lead_to_the_list(window, qtbot):
    window.docks._docks["problems"].hide()
    count = next(one for one in window.status.findChildren(QToolButton) if one.text().startswith("警告"))
    assert "警告" in count.accessibleName()
    qtbot.mouseClick(count, Qt.MouseButton.LeftButton)
    assert window.problems.isVisible()
    assert window.focusWidget() is _tree(window)
    assert _tree(window).currentIndex().isValid()


def test_f8_goes_on_from_the_caret_and_back(window):
    text = _session(window).document.blocks[3]
    window.view.jump(text.id, 0, 0)
    window.view.setFocus()
    QTest.keyClick(window.view, Qt.Key.Key_F8)
    assert window.view.textCursor().blockNumber() == 3
    QTest.keyClick(window.view, Qt.Key.Key_F8, SHIFT)
    assert window.view.textCursor().blockNumber() < 3


# groups, one cause, the selection


def test_one_cause_in_one_paragraph_is_one_row_and_one_fix(window):
    tree = _tree(window)
    messages = [tree.model().index(row, MESSAGE).data() for row in range(tree.model().rowCount())]
    twice = [text for text in messages if "（同一段2处）" in text]
    assert len(twice) == 1
    places = [(text, tree.model().index(row, PLACE).data()) for row, text in enumerate(messages)]
    assert len(set(places)) == len(places)
    tree.setCurrentIndex(tree.model().index(messages.index(twice[0]), 0))
    tree.setFocus()
    QTest.keyClick(tree, Qt.Key.Key_Return, CONTROL)
    assert _session(window).document.blocks[3].text == "做好其他工作，落实其他任务。"


def test_findings_stand_by_section_or_kind_with_their_number(window):
    total = len(_session(window).diagnostics)
    for words, expected in (("按章节分组", "标题和引言"), ("按类别分组", "用词")):
        _group(window, words)
        tops = _tops(_tree(window))
        assert any(title.startswith(f"{expected}（") for title in tops)
        assert sum(int(title.rsplit("（")[1].rstrip("）")) for title in tops) == total
        assert all(_tree(window).isExpanded(_tree(window).model().index(row, 0)) for row in range(len(tops)))


def test_a_grouped_model_keeps_the_contract_of_qt_while_it_changes(window, qtmodeltester):
    _group(window, "按类别分组")
    qtmodeltester.check(_tree(window).model())
    window.checks.fix_all()
    window.rules.switch_off("WRD001")
    _session(window).undo()
    _group(window, "按章节分组")
    _session(window).undo()


@pytest.mark.parametrize("grouping", ["不分组", "按章节分组", "按类别分组"])
def test_the_selection_survives_filter_groups_and_checks(window, grouping):
    _group(window, grouping)
    found = _finding(window, "NUM001")
    window.problems.show_problem(found)
    search = window.problems.findChild(QLineEdit)
    search.setText("没有这个词")
    assert window.problems.selected() is None
    search.setText("国发")
    search.clear()
    assert window.problems.selected() == found
    for toggle in [one for one in window.problems.findChildren(QToolButton) if one.isCheckable()]:
        toggle.click()
        toggle.click()
        assert window.problems.selected() == found
    window.rules.switch_off("PUN003")
    assert window.problems.selected() == found
    _session(window).undo()
    assert window.problems.selected() == found


def test_after_a_fix_the_next_finding_is_selected(window):
    window.problems.show_problem(_finding(window, "NUM001"))
    _tree(window).setFocus()
    QTest.keyClick(_tree(window), Qt.Key.Key_Return, CONTROL)
    window.updates.flush()
    after = window.problems.selected()
    assert after is not None
    assert after.code != "NUM001"


def test_the_same_said_twice_of_one_place_is_shown_once():
    where = TextRange("b", 1, 3)
    one = Diagnostic("TST001", "x", Severity.HINT, "重复。", where, "", "")
    rows = arrange(problem_rows((one, one), {}), (), Grouping.NONE, lambda _row: True)
    assert [row.message for row in rows] == ["重复。"]


# the settings of a plan, the empty list


def test_rules_are_found_switched_and_stored_in_one_step(window):
    contested = next(one for one in all_rules() if not one.enabled)

    seen: list[str] = []

    def act(dialog: QDialog) -> None:
        QTest.qWaitForWindowActive(dialog)
        search, tree = dialog.findChild(QLineEdit), dialog.findChild(QTreeWidget)
        for words in ("NUM001", contested.code):
            search.clear()
            QTest.keyClicks(search, words)
            QTest.keyClick(search, Qt.Key.Key_Return)
            seen.extend((tree.currentItem().text(2), tree.currentItem().text(3)))
            QTest.keyClick(tree, Qt.Key.Key_Space)
        seen.extend(label.text() for label in dialog.findChildren(QLabel))
        dialog.findChild(QPushButton, "accept").click()

    asked = answer(act)
    window.actions_by_id["rules"].trigger()
    assert isinstance(asked[0], RuleSettingsDialog)
    assert seen[:4] == ["NUM001", "", contested.code, "默认不查"]
    assert any(contested.reason in text for text in seen)
    metadata = _session(window).document.metadata
    assert (metadata.rules_off, metadata.rules_on) == (("NUM001",), (contested.code,))
    _session(window).undo()
    assert _session(window).document.metadata.rules_off == ()


def test_a_whole_family_is_switched_and_set_back(themed, qtbot):
    dialog = RuleSettingsDialog(plan(*LINES).metadata)
    qtbot.addWidget(dialog)
    assert _nameless(dialog) == []
    tree = dialog.findChild(QTreeWidget)
    family = next(tree.topLevelItem(at) for at in range(5) if "单位" in tree.topLevelItem(at).text(0))
    family.setCheckState(0, Qt.CheckState.Unchecked)
    switched = dialog.wanted()
    assert len(switched) > 20
    assert {code[:3] for code in switched} == {"UNI"}
    next(one for one in dialog.findChildren(QPushButton) if one.text() == "全部恢复默认").click()
    assert dialog.wanted() == {}


def test_a_reason_is_asked_for(themed, qtbot):
    dialog = IgnoreDialog("书名号不对。", "《》", None)
    qtbot.addWidget(dialog)
    assert _nameless(dialog) == []
    assert dialog.reason() == REASONS[0]
    dialog.findChild(QLineEdit).setText("  ")
    assert not dialog.findChild(QPushButton, "accept").isEnabled()


def test_an_empty_list_says_what_was_checked(themed, qtbot):
    session = Session(plan("云溪县", rules_off=("NUM001",)), validator=Validator([]))
    empty = ProblemsEmpty()
    qtbot.addWidget(empty)
    empty.show_reason(session, 0)
    texts = [label.text() for label in empty.findChildren(QLabel)]
    assert "没有发现问题" in texts
    assert checked(session) in texts
    assert "标点" in checked(session)
    assert "停用了1项" in checked(session)


def test_the_menu_of_a_row_offers_the_same(window):
    window.problems.show_problem(_finding(window, "NUM001"))
    _tree(window).customContextMenuRequested.emit(QPoint(5, 5))
    menu = QApplication.activePopupWidget()
    assert isinstance(menu, QMenu)
    _choose(menu, "修正")
    assert "〔2021〕" in _session(window).document.blocks[1].text
