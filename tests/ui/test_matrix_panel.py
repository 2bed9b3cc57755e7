from collections.abc import Iterator

import pytest
from PySide6.QtCore import QPoint, Qt
from PySide6.QtWidgets import QApplication, QComboBox, QLabel, QLineEdit, QToolButton

from editor import commands
from editor.session import Session
from editor.ui.late_panel import LatePanel
from editor.ui.matrix_model import about_task, about_unit
from editor.ui.matrix_panel import MatrixPanel
from editor.ui.matrix_table import MatrixTable
from templates.unit_matrix import MatrixUnit, Role
from tests.ui.plans import plan

LINES = (
    "云溪县全民科学素质行动规划纲要实施方案（2026—2030年）",
    "# 一、提升行动",
    "## （一）青少年科学素质提升行动",
    "办好科学课。",
    "牵头单位：县教育体育局。责任单位：县科协、县气象局。",
    "## （二）农民科学素质提升行动",
    "培育高素质农民。",
)


class Desk:
    """A panel whose wishes are carried out, as the window does it."""

    def __init__(self, panel: MatrixPanel, session: Session) -> None:
        self.panel, self.session = panel, session
        self.table = panel.findChild(MatrixTable)
        self.jumps: list[str] = []
        self.lists: list[tuple[str, str]] = []
        panel.role_requested.connect(self.write)
        panel.jump_requested.connect(lambda block_id, _start, _end: self.jumps.append(block_id))
        panel.duties_export_requested.connect(lambda unit, suffix: self.lists.append((unit.name, suffix)))
        session.subscribe(panel.on_change)
        panel.show_session(session)

    def write(self, task_id: str, unit: MatrixUnit, role: Role | None) -> None:
        transaction = commands.set_role(self.session.analysis, task_id, unit, role)
        assert transaction is not None
        self.session.apply(transaction)

    def cell(self, row: int, name: str) -> QPoint:
        index = self.index(row, name)
        self.table.scrollTo(index)
        return self.table.visualRect(index).center()

    def index(self, row: int, name: str):
        model = self.table.model()
        names = [model.headerData(at, Qt.Orientation.Horizontal) for at in range(model.columnCount())]
        return model.index(row, names.index(name))

    def texts(self) -> list[str]:
        return [block.text for block in self.session.document.blocks]


@pytest.fixture
def desk(themed: QApplication, qtbot) -> Iterator[Desk]:
    panel = MatrixPanel()
    qtbot.addWidget(panel)
    made = Desk(panel, Session(plan(*LINES)))
    panel.resize(1200, 500)
    panel.show()
    QApplication.processEvents()
    yield made
    panel.close()


def test_clicks_go_round_and_rewrite_the_sentence(desk: Desk, qtbot):
    said = []
    for _ in range(3):
        qtbot.mouseClick(desk.table.viewport(), Qt.MouseButton.LeftButton, pos=desk.cell(0, "县科技局"))
        said.append(desk.texts()[4])
    assert said == [
        "牵头单位：县教育体育局。责任单位：县科技局、县科协、县气象局。",
        "牵头单位：县教育体育局、县科技局。责任单位：县科协、县气象局。",
        LINES[4],
    ]
    for line in reversed([LINES[4], *said[:2]]):
        assert desk.session.undo()
        assert desk.texts()[4] == line


@pytest.mark.parametrize("key", [Qt.Key.Key_Return, Qt.Key.Key_Space, Qt.Key.Key_Enter])
def test_keys_do_the_same_in_the_current_cell(desk: Desk, qtbot, key):
    desk.table.setCurrentIndex(desk.index(1, "县科协"))
    qtbot.keyClick(desk.table, key)
    assert desk.texts()[-1] == "责任单位：县科协。"
    assert desk.table.currentIndex() == desk.index(1, "县科协")
    qtbot.keyClick(desk.table, key)
    assert desk.texts()[-1] == "牵头单位：县科协。"


def test_arrows_move_and_letters_do_nothing(desk: Desk, qtbot):
    desk.table.setCurrentIndex(desk.index(0, "县科协"))
    qtbot.keyClick(desk.table, Qt.Key.Key_Down)
    assert desk.table.currentIndex() == desk.index(1, "县科协")
    qtbot.keyClicks(desk.table, "k")
    assert desk.table.currentIndex() == desk.index(1, "县科协")
    assert not desk.session.undo()


def test_a_right_click_changes_nothing(desk: Desk, qtbot):
    qtbot.mouseClick(desk.table.viewport(), Qt.MouseButton.RightButton, pos=desk.cell(0, "县科协"))
    assert desk.texts()[4] == LINES[4]


def test_a_double_click_on_a_task_goes_to_the_text(desk: Desk, qtbot):
    header = desk.table.verticalHeader()
    place = QPoint(header.width() // 2, header.sectionViewportPosition(1) + header.sectionSize(1) // 2)
    qtbot.mouseDClick(header.viewport(), Qt.MouseButton.LeftButton, pos=place)
    qtbot.keyClick(desk.table, Qt.Key.Key_Return, Qt.KeyboardModifier.ControlModifier)
    block = desk.session.document.blocks[5].id
    assert desk.jumps[0] == block
    assert len(desk.jumps) == 2
    assert not desk.session.undo()


def test_a_task_without_units_says_so_in_words(desk: Desk):
    task = desk.panel.matrix().tasks[1]
    assert task.is_bare
    assert "没有写明单位" in about_task(task)
    assert any("2 项任务，1 项没有单位" in label.text() for label in desk.panel.findChildren(QLabel))


def test_a_cell_says_what_it_means(desk: Desk):
    words = desk.index(0, "县教育体育局").data(Qt.ItemDataRole.AccessibleTextRole)
    assert words == "县教育体育局：牵头单位（（一）青少年科学素质提升行动）"
    idle = next(unit for unit in desk.panel.matrix().units if unit.name == "县统计局")
    assert about_unit(idle) == "云溪县统计局：没有任务"


def test_the_filter_chooses_units_and_keeps_the_cell(desk: Desk, qtbot):
    desk.table.setCurrentIndex(desk.index(0, "县科协"))
    search = desk.panel.findChild(QLineEdit)
    search.insert("科")
    names = [unit.name for unit in desk.table.model().units]
    assert "县科协" in names
    assert "县统计局" not in names
    assert desk.panel.unit().name == "县科协"
    search.clear()
    box = desk.panel.findChild(QComboBox)
    box.setCurrentText("有任务的单位")
    assert [unit.name for unit in desk.table.model().units] == ["县教育体育局", "县科协", "县气象局"]
    search.insert("没有这个单位")
    assert any(label.isVisible() and "没有符合" in label.text() for label in desk.panel.findChildren(QLabel))


def test_the_menu_offers_the_list_of_the_unit_at_hand(desk: Desk, qtbot):
    desk.table.setCurrentIndex(desk.index(0, "县统计局"))
    actions = desk.panel.findChild(QToolButton).menu().actions()
    assert not actions[2].isEnabled()
    desk.table.setCurrentIndex(desk.index(0, "县气象局"))
    assert actions[2].text() == "县气象局的责任清单（Excel）…"
    actions[2].trigger()
    actions[3].trigger()
    assert desk.lists == [("县气象局", ".xlsx"), ("县气象局", ".docx")]


def test_a_plan_without_tasks_says_what_to_do(themed: QApplication, qtbot):
    panel = MatrixPanel()
    qtbot.addWidget(panel)
    panel.show()
    shown = [label for label in panel.findChildren(QLabel) if "打开文稿后" in label.text()]
    assert shown
    assert shown[0].isVisible()
    panel.show_session(Session(plan("方案", "# 一、总体要求", "高举旗帜。")))
    assert "Ctrl+Shift+U" in shown[0].text()
    assert shown[0].isVisible()
    panel.close()


def test_marks_and_red_rows_are_painted(desk: Desk):
    centre = desk.cell(0, "县教育体育局")
    bare, around = desk.cell(1, "县教育体育局"), desk.table.visualRect(desk.index(0, "县教育体育局")).topLeft()
    picture = desk.table.viewport().grab().toImage()
    ratio = round(picture.devicePixelRatio())
    mark, ground = picture.pixelColor(centre * ratio), picture.pixelColor((around + QPoint(2, 2)) * ratio)
    assert mark.lightness() + 60 < ground.lightness()
    red = picture.pixelColor(bare * ratio)
    assert red.red() > max(red.green(), red.blue())


def test_a_late_panel_is_built_when_seen_and_follows_only_then(themed: QApplication, qtbot):
    made = []

    def make(parent):
        made.append(MatrixPanel(parent))
        return made[-1]

    place = LatePanel(make)
    qtbot.addWidget(place)
    session = Session(plan(*LINES))
    session.subscribe(place.on_change)
    place.show_session(session)
    assert not made
    place.show()
    assert len(made) == 1
    assert len(made[0].matrix().tasks) == 2
    place.hide()
    task, unit = made[0].matrix().tasks[1], made[0].matrix().units[0]
    session.apply(commands.set_role(session.analysis, task.id, unit, Role.LEAD))
    assert made[0].matrix().tasks[1].is_bare
    place.show()
    assert not made[0].matrix().tasks[1].is_bare
    place.close()
