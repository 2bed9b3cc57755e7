"""The matrix and one unit's list of tasks as files."""

import io
from pathlib import Path

import docx
import openpyxl
import pytest

from editor.gongwen.tasks.duty_list import duty_docx, duty_workbook, export_duties, share_of
from editor.gongwen.tasks.matrix_workbook import export_matrix, matrix_workbook
from editor.model import storage
from editor.model.document import Document, Unit
from editor.model.errors import UserError
from resources import path
from templates.analysis import analyse
from templates.unit_matrix import unit_matrix
from tests.ui.plans import plan

HEAD = ("云溪县方案", "# 一、提升行动")


def _sheet(data: bytes):
    return openpyxl.load_workbook(io.BytesIO(data)).worksheets[0]


def _matrix_sheet(document: Document):
    return _sheet(matrix_workbook(document, unit_matrix(analyse(document))))


def _texts(row) -> list[object]:
    return [cell.value for cell in row]


def test_the_sheet_says_what_the_matrix_says():
    document = plan(
        *HEAD, "## （一）甲行动", "牵头单位：县教育体育局。责任单位：县科协。", "## （二）乙行动", "上课。",
        "## （三）丙行动", "责任单位：县科协。",
    )  # fmt: skip
    sheet = _matrix_sheet(document)
    assert _texts(sheet[3]) == ["任务", "牵头", "责任", "县教育体育局", "县科协"]
    assert _texts(sheet[4]) == ["（一）甲行动", 1, 1, "●", "○"]
    assert _texts(sheet[5]) == ["（二）乙行动（没有写明单位）", 0, 0, None, None]
    assert [_texts(sheet[row]) for row in (7, 8)] == [
        ["牵头任务数", None, None, 1, 0],
        ["责任任务数", None, None, 0, 2],
    ]
    assert sheet.freeze_panes == "D4"
    assert sheet["A5"].fill.fgColor.rgb != sheet["A4"].fill.fgColor.rgb


def test_the_sample_has_a_column_for_every_unit_with_a_task():
    document = storage.load(path("samples/yunxi.nigao")).document
    matrix = unit_matrix(analyse(document))
    sheet = _sheet(matrix_workbook(document, matrix))
    marks = [cell.value for row in sheet.iter_rows(min_row=4, min_col=4) for cell in row if cell.value in ("●", "○")]
    assert (marks.count("●"), len(marks)) == (sum(task.leads for task in matrix.tasks), len(matrix.roles))


def test_texts_are_never_formulas():
    units = (Unit("x", "=1+1局", "=1+1局"), Unit("k", "云溪县科协", "县科协"))
    document = plan("=SUM(A1)", "# =2+2", "牵头单位：县科协。", units=units)
    for data in (
        matrix_workbook(document, unit_matrix(analyse(document))),
        duty_workbook(document, share_of(analyse(document), "k")),
    ):
        cells = [cell for row in _sheet(data).iter_rows() for cell in row]
        assert any(str(cell.value).startswith("=2+2") for cell in cells)
        assert all(cell.data_type != "f" for cell in cells)


def test_a_plan_without_assignments_is_refused():
    document = plan(*HEAD, "## （一）甲行动", "上课。")
    with pytest.raises(UserError, match="没有找到任务分工"):
        matrix_workbook(document, unit_matrix(analyse(document)))


def _listed() -> tuple[Document, str]:
    document = plan(
        *HEAD,
        *("## （一）甲行动", "办好科学课。", "牵头单位：县科协。责任单位：县教育体育局。"),
        *("## （二）乙行动", "牵头单位：县教育体育局。责任单位：县科协、县气象局。"),
    )
    key = next(unit.key for unit in unit_matrix(analyse(document)).units if unit.name == "县科协")
    return document, key


ROWS = [
    ["1", "（一）甲行动", "牵头", "", "县教育体育局"],
    ["2", "（二）乙行动", "责任", "县教育体育局", "县气象局"],
]


def test_one_units_list_in_word():
    document, key = _listed()
    made = docx.Document(io.BytesIO(duty_docx(document, share_of(analyse(document), key))))
    assert made.paragraphs[0].text == "云溪县科学技术协会责任清单"
    assert "共2项任务，其中牵头1项、责任1项" in made.paragraphs[1].text
    assert [[cell.text for cell in row.cells] for row in made.tables[0].rows][1:] == ROWS


def test_one_units_list_in_excel_holds_the_text_too():
    document, key = _listed()
    sheet = _sheet(duty_workbook(document, share_of(analyse(document), key)))
    assert _texts(sheet[4])[1:3] == ["（一）甲行动", "办好科学课。\n牵头单位：县科协。责任单位：县教育体育局。"]
    short = [[str(cell.value or "") for column, cell in enumerate(row) if column != 2] for row in sheet.iter_rows(4, 5)]
    assert short == ROWS


def test_a_unit_without_tasks_is_refused():
    document, _ = _listed()
    with pytest.raises(UserError, match="没有任务"):
        share_of(analyse(document), "statistics")


def test_files_are_written_whole(tmp_path: Path):
    document, key = _listed()
    analysis = analyse(document)
    for name in ("清单.xlsx", "清单.docx"):
        export_duties(document, share_of(analysis, key), tmp_path / name)
    export_matrix(document, unit_matrix(analysis), tmp_path / "矩阵.xlsx")
    assert all((tmp_path / name).stat().st_size > 1000 for name in ("清单.xlsx", "清单.docx", "矩阵.xlsx"))
