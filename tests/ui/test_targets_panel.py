from collections.abc import Iterator
from dataclasses import replace

import pytest
from PySide6.QtCore import QPoint, Qt
from PySide6.QtWidgets import QApplication, QCheckBox, QLabel, QLineEdit, QTableView

from editor.model.errors import UserError
from editor.model.target_edits import set_value
from editor.session import Session
from editor.target_rows import TargetRow, target_rows
from editor.ui.target_bars import full_scale
from editor.ui.targets_model import BASELINE, COMPARATOR, INDICATOR, SUPERIOR, VALUE, WHEN, TargetsModel, about
from editor.ui.targets_panel import TargetsPanel
from templates.analysis import analyse
from tests.ui.plans import plan

LINES = (
    "云溪县全民科学素质行动规划纲要实施方案（2026—2035年）",
    "2025年，全县公民具备科学素质的比例为14.6%。",
    "到2035年，全县公民具备科学素质的比例达到24.5%以上，科普阵地不少于1,200个。",
)


class Desk:
    """A panel whose wishes are carried out, as the window does it."""

    def __init__(self, panel: TargetsPanel, session: Session) -> None:
        self.panel, self.session = panel, session
        self.table = panel.findChild(QTableView)
        self.jumps: list[tuple[str, int, int]] = []
        panel.jump_requested.connect(lambda *place: self.jumps.append(place))
        panel.value_requested.connect(self.write)
        session.subscribe(panel.on_change)
        panel.show_session(session)

    def write(self, target, text: str) -> None:
        try:
            transaction = set_value(self.session.document, target, text)
        except UserError as error:
            self.panel.refuse(error.message + error.next_step)
            return
        if transaction is not None:
            self.session.apply(transaction)

    def cell(self, row: int, column: int) -> QPoint:
        return self.table.visualRect(self.table.model().index(row, column)).center()

    def text(self, row: int, column: int) -> str:
        return self.table.model().index(row, column).data()

    def type_value(self, qtbot, row: int, text: str) -> None:
        """Change a number as the user does: double click, type, Enter."""
        place = self.cell(row, VALUE)
        qtbot.mouseClick(self.table.viewport(), Qt.MouseButton.LeftButton, pos=place)
        qtbot.mouseDClick(self.table.viewport(), Qt.MouseButton.LeftButton, pos=place)
        (editor,) = (one for one in self.table.findChildren(QLineEdit) if one.isVisible())
        qtbot.keyClicks(editor, text)
        qtbot.keyClick(editor, Qt.Key.Key_Return)
        QApplication.processEvents()  # Qt takes the number over when the key has been dealt with


@pytest.fixture
def desk(themed: QApplication, qtbot) -> Iterator[Desk]:
    panel = TargetsPanel()
    qtbot.addWidget(panel)
    made = Desk(panel, Session(plan(*LINES)))
    panel.resize(1200, 400)
    panel.show()
    QApplication.processEvents()
    yield made
    panel.close()


def test_a_row_tells_ours_where_we_start_and_the_superiors(desk: Desk):
    assert [desk.text(0, column) for column in (INDICATOR, COMPARATOR, VALUE, WHEN, BASELINE, SUPERIOR)] == [
        "公民具备科学素质的比例",
        "不低于",
        "24.5%",
        "2035年",
        "2025年 14.6%",
        "↓ 2035年不低于25%",
    ]
    assert "本方案低于上级" in about(desk.table.model().rows[0])
    assert any("1 个低于上级" in label.text() for label in desk.panel.findChildren(QLabel))


def test_a_click_goes_to_the_text_and_one_on_the_number_does_not(desk: Desk, qtbot):
    qtbot.mouseClick(desk.table.viewport(), Qt.MouseButton.LeftButton, pos=desk.cell(0, VALUE))
    assert not desk.jumps
    qtbot.mouseClick(desk.table.viewport(), Qt.MouseButton.LeftButton, pos=desk.cell(1, INDICATOR))
    ((block, start, end),) = desk.jumps
    assert block == desk.session.document.blocks[2].id
    assert LINES[2][start:end].endswith("1,200个")
    qtbot.keyClick(desk.table, Qt.Key.Key_Return)
    assert len(desk.jumps) == 2


def test_a_number_changed_here_is_changed_in_the_text_with_one_undo(desk: Desk, qtbot):
    desk.type_value(qtbot, 1, "1500")
    assert desk.session.document.blocks[2].text == LINES[2].replace("1,200", "1,500")
    assert desk.text(1, VALUE) == "1500个"
    desk.type_value(qtbot, 0, "26%")
    assert desk.session.document.blocks[2].text.count("26%") == 1
    assert desk.text(0, SUPERIOR) == "2035年不低于25%"
    assert desk.session.undo()
    assert desk.session.undo()
    assert desk.session.document.blocks[2].text == LINES[2]
    assert not desk.session.undo()


def test_what_is_no_number_is_refused_with_a_sentence(desk: Desk, qtbot):
    desk.type_value(qtbot, 0, "many")
    assert desk.session.document.blocks[2].text == LINES[2]
    assert any("“many”不是数" in label.text() for label in desk.panel.findChildren(QLabel))
    assert desk.text(0, VALUE) == "24.5%"


def test_escape_leaves_the_number(desk: Desk, qtbot):
    qtbot.mouseDClick(desk.table.viewport(), Qt.MouseButton.LeftButton, pos=desk.cell(0, VALUE))
    editor = desk.table.findChild(QLineEdit)
    qtbot.keyClicks(editor, "99")
    qtbot.keyClick(editor, Qt.Key.Key_Escape)
    assert not desk.session.undo()
    assert desk.text(0, VALUE) == "24.5%"


def test_a_read_only_plan_cannot_be_changed_here(themed: QApplication, qtbot):
    panel = TargetsPanel()
    qtbot.addWidget(panel)
    panel.show_session(Session(plan(*LINES), read_only=True))
    index = panel.findChild(QTableView).model().index(0, VALUE)
    assert not index.flags() & Qt.ItemFlag.ItemIsEditable


def test_the_filter_and_the_empty_state(desk: Desk):
    desk.panel.findChild(QCheckBox).click()
    assert [row.indicator for row in desk.table.model().rows] == ["公民具备科学素质的比例"]
    desk.panel.findChild(QLineEdit).insert("没有这个")
    assert any(label.isVisible() and "没有符合" in label.text() for label in desk.panel.findChildren(QLabel))


def test_what_the_superior_sets_and_the_plan_lacks_is_a_row():
    rows = target_rows(analyse(plan("云溪县方案（2026—2035年）", "每年开展活动100场。", period_end=2035)))
    lacking = [row for row in rows if row.target is None]
    assert [(row.indicator, row.superior.year) for row in lacking] == [("公民具备科学素质的比例", 2035)]
    model = TargetsModel()
    model.show_rows(rows)
    assert model.index(len(rows) - 1, VALUE).data() == "没有写"
    assert not model.index(len(rows) - 1, VALUE).flags() & Qt.ItemFlag.ItemIsEditable


@pytest.mark.parametrize(
    ("comparator", "ours", "short"), [(">=", 24, True), (">=", 25, False), ("<=", 26, True), ("<=", 20, False)]
)
def test_less_is_better_where_it_is_an_upper_limit(comparator: str, ours: float, short: bool):
    row = target_rows(analyse(plan(*LINES)))[0]
    assert row.target is not None
    assert replace(row, target=replace(row.target, comparator=comparator, value=ours)).falls_short is short


def test_bars_share_one_scale():
    shares, counts = target_rows(analyse(plan(*LINES)))[:2]
    assert full_scale(shares) == 100
    assert full_scale(counts) == 0
    assert full_scale(TargetRow(counts.target, counts.target, None)) == 1200


def test_names_keep_room_in_a_narrow_panel_and_the_tip_has_what_gave_way(desk: Desk, qtbot):
    unit = desk.panel.fontMetrics().height()
    desk.panel.show()
    for ems, hidden in ((60, False), (30, True)):
        desk.panel.resize(ems * unit, 12 * unit)
        QApplication.processEvents()
        assert desk.table.isColumnHidden(BASELINE) is hidden
        assert desk.table.columnWidth(INDICATOR) >= 8 * unit
    assert "基数：2025年 14.6%" in desk.table.model().index(0, INDICATOR).data(Qt.ItemDataRole.ToolTipRole)
