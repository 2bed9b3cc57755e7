from collections.abc import Sequence
from dataclasses import dataclass, replace

import pytest
from PySide6.QtCore import QPoint, Qt
from PySide6.QtWidgets import QApplication, QLabel, QLineEdit, QPushButton, QTextBrowser, QToolButton, QTreeView

from editor.model.document import Document
from editor.session import Change, Origin, Session
from editor.ui import theme
from editor.ui.problem_details import ProblemDetails
from editor.ui.problem_rows import problem_rows, section_titles
from editor.ui.problems_model import FIX, MESSAGE, PLACE, ProblemsModel
from editor.ui.problems_panel import ProblemsPanel
from editor.ui.rule_help import RuleHelp
from templates.analysis import analyse
from tests.ui.plans import block_id, plan
from validators.diagnostic import Applicability, Diagnostic, Fix, Related, Severity, TextEdit, TextRange
from validators.rule import find_rule

LINES = (
    "云溪县全民科学素质行动规划纲要实施方案（2026—2030年）",
    "为贯彻落实有关部署，制定本方案。",
    "# 一、提升行动",
    "## （一）青少年科学素质提升行动",
    "加强科学教育，，培育创新人才。",
)


@dataclass
class Opened:
    """What a panel needs of a session, with findings of the test's own."""

    document: Document
    diagnostics: tuple[Diagnostic, ...]

    @property
    def analysis(self):
        return analyse(self.document)


def _finding(block: str, message: str, severity: Severity = Severity.ERROR, start: int = 0, **more) -> Diagnostic:
    where = TextRange(block, start, start + 2) if block else None
    return Diagnostic("TST001", "test", severity, message, where, "GB/T 9704-2012 7.3", "说明为什么。", **more)


def _fix(block: str, applicability: Applicability = Applicability.SAFE) -> Fix:
    return Fix("删去重复的逗号", (TextEdit(TextRange(block, 6, 8), "，，", "，"),), applicability)


@pytest.fixture
def opened(themed: QApplication) -> Opened:
    document = plan(*LINES)
    text, intro = block_id(document, "加强科学教育"), block_id(document, "为贯彻")
    return Opened(
        document,
        (
            _finding("", "缺少“工程”部分。"),
            _finding("meta:doc_number", "发文字号的括号不对。", Severity.WARNING),
            _finding(intro, "引言没有写依据。", Severity.HINT),
            _finding(text, "逗号重复。", start=6, fix=_fix(text)),
            _finding(text, "名称不一致。", Severity.WARNING, 2, fix=_fix(text, Applicability.UNSAFE)),
        ),
    )


@pytest.fixture
def panel(opened: Opened, qtbot) -> ProblemsPanel:
    made = ProblemsPanel()
    qtbot.addWidget(made)
    made.show_session(opened)  # type: ignore[arg-type]
    made.resize(1200, 500)
    made.show()
    return made


def _table(panel: ProblemsPanel) -> QTreeView:
    return panel.findChild(QTreeView)


def _choose(panel: ProblemsPanel, row: int) -> None:
    _table(panel).setCurrentIndex(_table(panel).model().index(row, 0))


def _messages(panel: ProblemsPanel) -> list[str]:
    model = _table(panel).model()
    return [model.index(row, MESSAGE).data() for row in range(model.rowCount())]


def _toggle(panel: ProblemsPanel, word: str) -> QToolButton:
    return next(button for button in panel.findChildren(QToolButton) if button.text().startswith(word))


def _button(panel: ProblemsPanel, word: str) -> QPushButton:
    return next(button for button in panel.findChildren(QPushButton) if button.text().startswith(word))


def _detail(panel: ProblemsPanel, word: str) -> QToolButton:
    return next(one for one in panel.findChild(ProblemDetails).findChildren(QToolButton) if one.text() == word)


def _texts(panel: ProblemsPanel) -> list[str]:
    return [label.text() for label in panel.findChildren(QLabel) if label.isVisible()]


def _show(panel: ProblemsPanel, opened: Opened, diagnostics: Sequence[Diagnostic]) -> None:
    opened.diagnostics = tuple(diagnostics)
    transaction = object()
    panel.on_change(Change(opened.document, transaction, Origin.VIEW))  # type: ignore[arg-type]


def test_model_keeps_the_contract_of_qt(panel: ProblemsPanel, qtmodeltester) -> None:
    qtmodeltester.check(_table(panel).model())


def test_every_finding_has_a_row_with_its_place(panel: ProblemsPanel) -> None:
    model = _table(panel).model()
    assert len(_messages(panel)) == 5
    places = [model.index(row, PLACE).data() for row in range(5)]
    assert places == ["全文", "公文要素·发文字号", "标题和引言", *["（一）青少年科学素质提升行动"] * 2]


def test_titles_are_those_of_the_innermost_section(opened: Opened) -> None:
    titles = section_titles(opened.analysis)
    assert titles[block_id(opened.document, "提升行动")] in ("标题和引言", "一、提升行动")
    assert titles[block_id(opened.document, "加强科学教育")] == "（一）青少年科学素质提升行动"


def test_counts_stand_on_the_filter_buttons(panel: ProblemsPanel) -> None:
    assert {_toggle(panel, word).text() for word in ("错误", "警告", "提示")} == {"错误 2", "警告 2", "提示 1"}


def test_a_severity_can_be_hidden(panel: ProblemsPanel, qtbot) -> None:
    _toggle(panel, "错误").click()
    assert _messages(panel) == ["发文字号的括号不对。", "引言没有写依据。", "名称不一致。"]
    assert _toggle(panel, "错误").text() == "错误 2", "hidden ones still count"
    _toggle(panel, "错误").click()
    assert len(_messages(panel)) == 5


@pytest.mark.parametrize(("words", "left"), [("逗号", 1), ("青少年", 2), ("TST001", 5), ("没有这个词", 0)])
def test_words_filter_by_message_place_and_code(panel: ProblemsPanel, words: str, left: int) -> None:
    panel.findChild(QLineEdit).setText(words)
    assert len(_messages(panel)) == left


def test_an_empty_list_says_why_it_is_empty(panel: ProblemsPanel, opened: Opened) -> None:
    panel.findChild(QLineEdit).setText("没有这个词")
    assert "筛选条件下没有问题（共有5个）。" in _texts(panel)
    _show(panel, opened, ())
    assert "没有发现问题" in _texts(panel)


def test_a_click_jumps_to_the_place(panel: ProblemsPanel, opened: Opened, qtbot) -> None:
    table = _table(panel)
    place = table.visualRect(table.model().index(3, MESSAGE)).center()
    with qtbot.waitSignal(panel.jump_requested) as caught:
        qtbot.mouseClick(table.viewport(), Qt.MouseButton.LeftButton, pos=place)
    assert caught.args == [block_id(opened.document, "加强科学教育"), 6, 8]


def test_return_jumps_too(panel: ProblemsPanel, qtbot) -> None:
    _choose(panel, 1)
    with qtbot.waitSignal(panel.jump_requested) as caught:
        qtbot.keyClick(_table(panel), Qt.Key.Key_Return)
    assert caught.args == ["meta:doc_number", 0, 2]


def test_what_is_missing_as_a_whole_has_no_place_to_jump_to(panel: ProblemsPanel, qtbot) -> None:
    with qtbot.assertNotEmitted(panel.jump_requested):
        _table(panel).activated.emit(_table(panel).model().index(0, MESSAGE))


def test_a_click_on_the_fix_asks_for_the_fix(panel: ProblemsPanel, opened: Opened, qtbot) -> None:
    with qtbot.assertNotEmitted(panel.jump_requested), qtbot.waitSignal(panel.fix_requested) as caught:
        _table(panel).clicked.emit(_table(panel).model().index(3, FIX))
    assert caught.args == [opened.diagnostics[3]]


def test_a_click_where_there_is_no_fix_jumps(panel: ProblemsPanel, qtbot) -> None:
    with qtbot.assertNotEmitted(panel.fix_requested), qtbot.waitSignal(panel.jump_requested):
        _table(panel).clicked.emit(_table(panel).model().index(2, FIX))


def test_control_return_fixes_the_selected_finding(panel: ProblemsPanel, opened: Opened, qtbot) -> None:
    with qtbot.waitActive(panel):
        panel.activateWindow()
    _choose(panel, 4)
    _table(panel).setFocus()
    with qtbot.waitSignal(panel.fix_requested) as caught:
        qtbot.keyClick(_table(panel), Qt.Key.Key_Return, Qt.KeyboardModifier.ControlModifier)
    assert caught.args == [opened.diagnostics[4]]


def test_safe_fixes_are_counted_and_asked_for_together(panel: ProblemsPanel, opened: Opened, qtbot) -> None:
    button = _button(panel, "修正全部")
    assert button.text() == "修正全部（1）"
    with qtbot.waitSignal(panel.fix_all_requested):
        button.click()
    _show(panel, opened, opened.diagnostics[:3])
    assert not button.isEnabled()


def test_in_a_narrow_panel_numbers_stand_for_words(panel: ProblemsPanel, qtbot) -> None:
    errors = next(one for one in panel.findChildren(QToolButton) if one.text().startswith("错误"))
    everything = _button(panel, "修正全部")
    words = errors.text(), everything.text()
    panel.resize(panel.minimumSizeHint().width(), panel.height())
    QApplication.processEvents()
    assert errors.text() == words[0].removeprefix("错误 ")
    assert errors.accessibleName() == words[0]
    assert everything.accessibleName() == words[1]
    assert everything.geometry().right() <= panel.width()
    panel.resize(60 * theme.em(panel), panel.height())
    QApplication.processEvents()
    assert (errors.text(), everything.text()) == words


def test_details_explain_the_selected_finding(panel: ProblemsPanel, opened: Opened, qtbot) -> None:
    related = Related("", "别处写作“县教体局”")
    _show(panel, opened, [replace(opened.diagnostics[4], related=(related,))])
    _choose(panel, 0)
    shown = "\n".join(_texts(panel))
    for words in ("名称不一致。", "说明为什么。", "别处写作“县教体局”", "GB/T 9704-2012 7.3", "TST001", "（一）青少年"):
        assert words in shown
    with qtbot.waitSignal(panel.fix_requested):
        _detail(panel, "修正").click()


def test_text_from_the_file_is_never_read_as_markup(panel: ProblemsPanel, opened: Opened) -> None:
    _show(panel, opened, [_finding("", "<img src=x>“<b>粗</b>”重复。")])
    _choose(panel, 0)
    label = next(label for label in panel.findChildren(QLabel) if "<b>" in label.text())
    assert label.textFormat() == Qt.TextFormat.PlainText


def test_selection_stays_on_its_finding_while_others_come_and_go(panel: ProblemsPanel, opened: Opened) -> None:
    _choose(panel, 3)
    new = _finding(block_id(opened.document, "为贯彻"), "又有一处。")
    _show(panel, opened, [*opened.diagnostics[:2], new, *opened.diagnostics[2:]])
    assert panel.selected() == opened.diagnostics[4]
    assert panel.selected().message == "逗号重复。"  # type: ignore[union-attr]


def test_a_finding_that_only_moves_is_not_drawn_again(panel: ProblemsPanel, opened: Opened, qtbot) -> None:
    model = _table(panel).model()
    moved = [
        *opened.diagnostics[:3],
        *(replace(one, range=replace(one.range, start=9, end=11)) for one in opened.diagnostics[3:]),
    ]
    with qtbot.assertNotEmitted(model.dataChanged), qtbot.assertNotEmitted(model.rowsInserted):
        _show(panel, opened, moved)
    with qtbot.waitSignal(panel.jump_requested) as caught:
        _table(panel).activated.emit(model.index(3, MESSAGE))
    assert caught.args[1:] == [9, 11]


def test_rows_follow_any_change_of_the_findings(qtmodeltester, opened: Opened) -> None:
    model = ProblemsModel()
    lists = [opened.diagnostics, opened.diagnostics[2:], (), opened.diagnostics[::-1], opened.diagnostics[1:4]]
    for diagnostics in lists:
        model.show_problems(problem_rows(diagnostics, {}))
        assert [model.diagnostic(model.index(row, 0)) for row in range(model.rowCount())] == list(diagnostics)
        qtmodeltester.check(model)


def test_a_real_session_shows_its_findings(themed: QApplication, qtbot) -> None:
    panel = ProblemsPanel()
    qtbot.addWidget(panel)
    session = Session(plan(*LINES))
    panel.show_session(session)
    assert len(_messages(panel)) == len(session.diagnostics) > 0


def test_a_narrow_panel_hides_place_and_clause_but_never_the_message(panel: ProblemsPanel, qtbot) -> None:
    panel.resize(panel.minimumSizeHint().width(), 500)
    assert _table(panel).isColumnHidden(PLACE)
    assert _table(panel).columnWidth(MESSAGE) > _table(panel).width() // 2


def test_a_finding_is_explained_beside_a_low_list_and_below_a_high_one(panel: ProblemsPanel, qtbot) -> None:
    _choose(panel, 0)
    details = panel.findChild(ProblemDetails)
    for height, beside in ((260, True), (600, False)):
        panel.resize(1200, height)
        QApplication.processEvents()
        table = _table(panel).mapTo(panel, QPoint(0, 0))
        place = details.mapTo(panel, QPoint(0, 0))
        assert (place.x() > table.x() + _table(panel).width() // 2) is beside
        assert (place.y() > table.y() + _table(panel).height() // 2) is not beside


def test_a_hidden_finding_is_not_selected(panel: ProblemsPanel, opened: Opened) -> None:
    panel.show_problem(opened.diagnostics[3])
    assert panel.selected() == opened.diagnostics[3]
    _toggle(panel, "警告").click()
    before = panel.selected()
    panel.show_problem(opened.diagnostics[4])
    assert panel.selected() == before


def test_a_fix_shows_the_words_before_and_after(panel: ProblemsPanel, opened: Opened) -> None:
    for row, safe in ((3, "不改变意思"), (4, "请看过修改前后再定")):
        panel.show_problem(opened.diagnostics[row])
        shown = "\n".join(_texts(panel))
        assert f"删去重复的逗号，{safe}：\n" in shown
        assert "改前：加强科学教育«，，»培育创新人才。\n改后：加强科学教育«，»培育创新人才。" in shown
    panel.show_problem(opened.diagnostics[0])
    assert "改前" not in "\n".join(label.text() for label in panel.findChildren(QLabel) if label.isVisibleTo(panel))


def test_the_page_of_the_manual_on_a_rule_is_one_click_away(panel: ProblemsPanel, opened: Opened) -> None:
    _show(panel, opened, [replace(opened.diagnostics[3], code="PUN003"), opened.diagnostics[3]])
    button = _detail(panel, "说明")
    _choose(panel, 1)
    assert not button.isVisibleTo(panel)  # what is no rule has no page
    _choose(panel, 0)
    button.click()
    page, rule = panel.window().findChild(RuleHelp), find_rule("PUN003")
    assert page is not None
    assert rule is not None
    assert rule.reason in page.findChild(QTextBrowser).toPlainText()
    page.close()
