import pytest

from editor.model import storage
from editor.model.document import Unit
from resources import path
from templates.analysis import analyse
from templates.unit_matrix import Load, Role, UnitMatrix, next_role, unit_matrix
from tests.ui.plans import plan

HEAD = ("云溪县全民科学素质行动规划纲要实施方案（2026—2030年）", "# 一、提升行动")
GROUPS = (
    *HEAD,
    "## （一）青少年科学素质提升行动",
    "办好科学课。",
    "牵头单位：县教育体育局。责任单位：县科协、县气象局。",
    "## （二）农民科学素质提升行动",
    "培育高素质农民。",
    "# 二、组织实施",
    "## （一）加强领导",
    "落实责任。",
)


def _matrix(*lines: str, **metadata: object) -> UnitMatrix:
    return unit_matrix(analyse(plan(*lines, **metadata)))


def _unit(matrix: UnitMatrix, name: str):
    return next(unit for unit in matrix.units if unit.name == name)


def test_marks_follow_the_text():
    matrix = _matrix(*GROUPS)
    first, second = matrix.tasks
    assert [task.title for task in matrix.tasks] == ["（一）青少年科学素质提升行动", "（二）农民科学素质提升行动"]
    assert (first.leads, first.responsible, first.is_bare) == (1, 2, False)
    assert second.is_bare
    assert matrix.role(first, _unit(matrix, "县教育体育局")) is Role.LEAD
    assert matrix.role(first, _unit(matrix, "县科协")) is Role.RESPONSIBLE
    assert matrix.role(second, _unit(matrix, "县科协")) is None


def test_units_stand_in_the_register_order_with_the_printed_name_and_unknown_ones_last():
    matrix = _matrix(*HEAD, "## （一）行动", "牵头单位：县教体局。责任单位：县科协、云溪兰台公司。")
    names = [unit.name for unit in matrix.units]
    assert "县教体局" in names
    assert "县教育体育局" not in names
    assert names[-1] == "云溪兰台公司"
    assert not matrix.units[-1].known
    assert _unit(matrix, "县教体局").known


def test_two_spellings_of_a_unit_are_one_column():
    matrix = _matrix(
        *HEAD,
        *("## （一）甲行动", "牵头单位：县教育体育局。", "## （二）乙行动", "牵头单位：县教体局。"),
        *("## （三）丙行动", "牵头单位：县教体局。"),
    )
    found = [unit for unit in matrix.units if unit.tasks]
    assert [(unit.name, unit.leads) for unit in found] == [("县教体局", 3)]


def test_tasks_with_units_of_their_own_stand_under_a_group_without():
    matrix = _matrix(
        *HEAD, "## （一）行动", "### 1.甲。上课。（县教育体育局、县科协按职责分工负责）", "### 2.乙。培训。"
    )
    assert [(task.title, task.is_bare) for task in matrix.tasks] == [("1.甲", False), ("2.乙", True)]


def test_what_a_group_assigns_covers_its_tasks():
    matrix = _matrix(*HEAD, "## （一）行动", "### 1.甲", "上课。", "### 2.乙", "培训。", "牵头单位：县科协。")
    assert [task.title for task in matrix.tasks] == ["（一）行动"]


def test_a_plan_that_assigns_nothing_yet_shows_the_groups_of_the_template():
    assert [task.title for task in _matrix(*HEAD, "## （一）青少年科学素质提升行动", "办好科学课。").tasks] == [
        "（一）青少年科学素质提升行动"
    ]
    assert _matrix("方案", "# 一、总体要求", "## （一）要求", "高举旗帜。").tasks == ()


def test_load_tells_busy_and_idle_units():
    matrix = unit_matrix(analyse(storage.load(path("samples/yunxi.nigao")).document))
    heavy = {unit.name for unit in matrix.units if unit.load is Load.HEAVY}
    assert "县科协" in heavy
    assert "县统计局" not in heavy
    assert all((unit.load is Load.IDLE) == (unit.tasks == 0) for unit in matrix.units)
    assert 0 < len(heavy) <= sum(unit.tasks > 0 for unit in matrix.units) // 5
    assert sum(unit.leads for unit in matrix.units) == sum(task.leads for task in matrix.tasks)


def test_a_small_division_has_nobody_overloaded():
    assert not any(unit.load is Load.HEAVY for unit in _matrix(*GROUPS).units)


@pytest.mark.parametrize(
    ("before", "after"), [(None, Role.RESPONSIBLE), (Role.RESPONSIBLE, Role.LEAD), (Role.LEAD, None)]
)
def test_a_click_goes_round(before, after):
    assert next_role(before) is after


def test_a_unit_whose_name_holds_marks_is_one_unit():
    units = (Unit("x", "云溪县科技、教育（联合）中心", "县科技、教育（联合）中心"), Unit("k", "云溪县科协", "县科协"))
    matrix = _matrix(*HEAD, "## （一）行动", "牵头单位：县科协。", units=units)
    assert [unit.name for unit in matrix.units] == ["县科技、教育（联合）中心", "县科协"]
