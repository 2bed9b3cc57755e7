from collections.abc import Iterator
from pathlib import Path

import pytest
from PySide6.QtCore import Qt
from PySide6.QtWidgets import QApplication, QTableView

from editor.model.document import Level, Unit
from editor.session import Session
from editor.settings import Settings
from editor.ui import file_dialogs
from editor.ui.main_window import MainWindow
from editor.ui.matrix_panel import MatrixPanel
from editor.ui.matrix_table import MatrixTable
from editor.ui.targets_panel import TargetsPanel
from templates.register import default_units
from templates.unit_matrix import Role, unit_matrix
from tests.ui.answers import answer, press
from tests.ui.plans import plan

LINES = (
    "云溪县全民科学素质行动规划纲要实施方案（2026—2030年）",
    "# 一、提升行动",
    "## （一）青少年科学素质提升行动",
    "到2030年，建设科普阵地不少于120个。",
    "牵头单位：县教育体育局。责任单位：县科协、县气象局。",
)


@pytest.fixture
def window(themed: QApplication, qtbot, tmp_path: Path) -> Iterator[MainWindow]:
    made = MainWindow(Settings(), Session(plan(*LINES)), tmp_path)
    made.resize(1200, 800)
    made.show()
    qtbot.waitExposed(made)
    made.complete()
    yield made
    made.files.session = None  # nothing to ask about
    made.close()


def _matrix(window: MainWindow) -> MatrixPanel:
    panel = window.overviews.matrix.panel
    assert isinstance(panel, MatrixPanel)
    return panel


def _click(window: MainWindow, qtbot, row: int, name: str) -> None:
    table = _matrix(window).findChild(MatrixTable)
    column = next(at for at, unit in enumerate(table.model().units) if unit.name == name)
    index = table.model().index(row, column)
    table.scrollTo(index)
    qtbot.mouseClick(table.viewport(), Qt.MouseButton.LeftButton, pos=table.visualRect(index).center())


def test_nothing_is_built_before_it_is_asked_for(window: MainWindow):
    assert window.overviews.matrix.panel is None
    assert window.overviews.targets.panel is None


def test_a_click_in_the_matrix_is_seen_in_the_text_and_undone_from_there(window: MainWindow, qtbot):
    window.actions_by_id["matrix"].trigger()
    assert window.overviews.matrix.isVisible()
    _click(window, qtbot, 0, "县科技局")
    assert "责任单位：县科技局、县科协、县气象局。" in window.view.toPlainText()
    assert "县科技局为责任单位" in window.status.currentMessage()
    qtbot.waitUntil(window.overviews.matrix.isActiveWindow)
    qtbot.keyClick(_matrix(window).findChild(MatrixTable), Qt.Key.Key_Z, Qt.KeyboardModifier.ControlModifier)
    assert LINES[4] in window.view.toPlainText()
    window.updates.flush()
    table = _matrix(window).findChild(MatrixTable)
    assert table.model().tasks[0].responsible == 2


def test_escape_closes_the_matrix(window: MainWindow, qtbot):
    window.actions_by_id["matrix"].trigger()
    qtbot.waitUntil(window.overviews.matrix.isActiveWindow)
    qtbot.keyClick(_matrix(window).findChild(MatrixTable), Qt.Key.Key_Escape)
    assert not window.overviews.matrix.isVisible()


def test_typing_reaches_the_matrix_when_it_pauses(window: MainWindow, qtbot):
    window.actions_by_id["matrix"].trigger()
    window.view.jump(window.files.session.document.blocks[4].id, 0, len(LINES[4]))
    window.view.insertPlainText("牵头单位：县科协。")
    qtbot.waitUntil(lambda: not window.updates.is_waiting)
    task = _matrix(window).matrix().tasks[0]
    assert (task.leads, task.responsible) == (1, 0)


def test_a_read_only_plan_stays_as_it_is(themed: QApplication, qtbot, tmp_path: Path):
    window = MainWindow(Settings(), Session(plan(*LINES), read_only=True), tmp_path)
    window.show()
    window.complete()
    window.actions_by_id["matrix"].trigger()
    _click(window, qtbot, 0, "县科技局")
    assert "只读" in window.status.currentMessage()
    assert LINES[4] in window.view.toPlainText()
    window.files.session = None
    window.close()


def test_the_targets_stand_below_the_text_and_change_it(window: MainWindow, qtbot):
    window.actions_by_id["targets"].trigger()
    panel = window.overviews.targets.panel
    assert isinstance(panel, TargetsPanel)
    assert panel.isVisible()
    target = window.files.session.analysis.targets[0]
    window.overviews.set_value(target, "150")
    assert "不少于150个" in window.view.toPlainText()
    window.overviews.set_value(target, "160")
    assert "刚刚变了" in window.status.currentMessage()
    table = panel.findChild(QTableView)
    place = table.visualRect(table.model().index(0, 0)).center()
    qtbot.mouseClick(table.viewport(), Qt.MouseButton.LeftButton, pos=place)
    assert window.view.textCursor().selectedText().endswith("150个")
    window.actions_by_id["targets"].trigger()
    assert not panel.isVisible()


def test_files_go_where_the_user_wants(window: MainWindow, tmp_path: Path, monkeypatch: pytest.MonkeyPatch):
    proposed: list[str] = []

    def choose(_parent: object, _title: str, place: Path, _kinds: str) -> Path:
        proposed.append(place.name)
        return tmp_path / f"{len(proposed)}{place.suffix}"

    monkeypatch.setattr(file_dialogs, "choose_save", choose)
    window.actions_by_id["matrix"].trigger()
    unit = next(unit for unit in _matrix(window).matrix().units if unit.name == "县科协")
    window.overviews.export_matrix()
    window.overviews.export_duties(unit, ".xlsx")
    window.overviews.export_duties(unit, ".docx")
    assert [name.split(" ")[0] for name in proposed] == ["任务分工矩阵", "责任清单", "责任清单"]
    assert all((tmp_path / name).is_file() for name in ("1.xlsx", "2.xlsx", "3.docx"))
    assert "3.docx" in window.status.currentMessage()


def test_a_place_that_takes_no_file_is_told(window: MainWindow, tmp_path: Path, monkeypatch: pytest.MonkeyPatch):
    monkeypatch.setattr(file_dialogs, "choose_save", lambda *_: tmp_path / "没有" / "这里.xlsx")
    seen = answer(press("知道了"))
    window.overviews.export_matrix()
    assert len(seen) == 1


def test_a_role_that_is_there_already_says_so(window: MainWindow):
    window.actions_by_id["matrix"].trigger()
    matrix = _matrix(window).matrix()
    unit = next(unit for unit in matrix.units if unit.name == "县科协")
    window.overviews.set_role(matrix.tasks[0].id, unit, Role.RESPONSIBLE)
    assert "没有变" in window.status.currentMessage()


def test_a_unit_that_cannot_be_written_is_told(window: MainWindow):
    odd = Unit("own", "县渔业局、牧业局", "县渔业局、牧业局", (), (), "government", Level.COUNTY, ())
    session = Session(plan(*LINES, units=(*default_units("云溪县", Level.COUNTY), odd)))
    window.show_session(session)
    before, said = session.document, []
    window.overviews.done.connect(said.append)
    matrix = unit_matrix(session.analysis)
    unit = next(one for one in matrix.units if one.key == "own")
    window.overviews.set_role(matrix.tasks[0].id, unit, Role.LEAD)
    assert "顿号" in said[-1]
    assert session.document is before
