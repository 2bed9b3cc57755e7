"""A cell of the matrix rewrites its sentence and nothing else."""

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from editor.commands import set_role
from editor.model import storage
from editor.model.document import Document
from resources import path
from templates.analysis import analyse
from templates.unit_matrix import Role, unit_matrix
from tests.ui.plans import plan

HEAD = ("云溪县全民科学素质行动规划纲要实施方案（2026—2030年）", "# 一、提升行动", "## （一）行动", "上好课。")
LINE = "牵头单位：县教育体育局。责任单位：县科技局、县科协。"


def _set(document: Document, name: str, role: Role | None, task: int = 0) -> Document:
    analysis = analyse(document)
    matrix = unit_matrix(analysis)
    unit = next(unit for unit in matrix.units if unit.name == name)
    transaction = set_role(analysis, matrix.tasks[task].id, unit, role)
    assert transaction is not None
    changed = transaction.apply(document)
    assert transaction.invert().apply(changed) == document
    return changed


@pytest.mark.parametrize(
    ("line", "name", "role", "after"),
    [
        (LINE, "县农业农村局", Role.RESPONSIBLE, "牵头单位：县教育体育局。责任单位：县科技局、县农业农村局、县科协。"),
        (LINE, "县科协", Role.LEAD, "牵头单位：县教育体育局、县科协。责任单位：县科技局。"),
        (LINE, "县科技局", None, "牵头单位：县教育体育局。责任单位：县科协。"),
        (LINE, "县教育体育局", None, "责任单位：县科技局、县科协。"),
        ("（牵头单位：县教体局；责任单位：县科协）", "县教体局", None, "（责任单位：县科协）"),
        (
            "（牵头单位：县教体局；责任单位：县科协）",
            "县气象局",
            Role.LEAD,
            "（牵头单位：县教体局、县气象局；责任单位：县科协）",
        ),
    ],
)
def test_one_cell_changes_one_sentence(line, name, role, after):
    changed = _set(plan(*HEAD, line), name, role)
    assert [block.text for block in changed.blocks] == [*(text.lstrip("# ") for text in HEAD), after]


def test_the_first_unit_writes_the_sentence_and_the_last_one_takes_it_away():
    bare = plan(*HEAD[:2], "## （一）青少年科学素质提升行动", "上好课。")
    written = _set(bare, "县科协", Role.RESPONSIBLE)
    assert written.blocks[-1].text == "责任单位：县科协。"
    assert _set(written, "县科协", None) == bare


def test_what_is_so_already_changes_nothing():
    analysis = analyse(plan(*HEAD, LINE))
    matrix = unit_matrix(analysis)
    unit = next(unit for unit in matrix.units if unit.name == "县科协")
    assert set_role(analysis, matrix.tasks[0].id, unit, Role.RESPONSIBLE) is None


SAMPLE = storage.load(path("samples/yunxi.nigao")).document


@settings(deadline=None, max_examples=60)
@given(st.lists(st.tuples(st.integers(0, 8), st.integers(0, 76), st.sampled_from([None, *Role])), max_size=8))
def test_the_text_says_what_the_cells_say(steps):
    document = SAMPLE
    for row, column, role in steps:
        analysis = analyse(document)
        matrix = unit_matrix(analysis)
        task, unit = matrix.tasks[row], matrix.units[column]
        transaction = set_role(analysis, task.id, unit, role)
        assert (transaction is None) == (matrix.role(task, unit) is role)
        if transaction is not None:
            document = transaction.apply(document)
            after = unit_matrix(analyse(document))
            assert dict(after.roles) == {
                **{cell: one for cell, one in matrix.roles.items() if cell != (task.id, unit.key)},
                **({(task.id, unit.key): role} if role else {}),
            }
