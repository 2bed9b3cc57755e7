"""The 分工矩阵 as a workbook (.xlsx): tasks down, units across, ● leads, ○ is responsible; texts are never formulas."""

import io
from collections.abc import Sequence
from pathlib import Path
from typing import TYPE_CHECKING

from editor.gongwen.tasks.text_cells import write_text
from editor.model.document import BlockKind, Document
from editor.model.errors import UserError
from editor.model.files import refuse_open, write_atomically
from templates.unit_matrix import Load, MatrixTask, MatrixUnit, Role, UnitMatrix

if TYPE_CHECKING:
    from openpyxl.cell.cell import Cell, MergedCell
    from openpyxl.worksheet.worksheet import Worksheet

MATRIX_TITLE = "任务分工矩阵"
MARKS = {Role.LEAD: "●", Role.RESPONSIBLE: "○", None: ""}
_LEGEND = "● 牵头单位　○ 责任单位　红色为没有写明单位的任务"
_TITLE, _HEAD, _FIRST = 1, 3, 4  # rows: title, (legend), units, the first task
_TASK, _LEADS, _DUTIES, _UNITS = 1, 2, 3, 4  # columns, the first unit's last
_WIDTHS = {_TASK: 44, _LEADS: 6, _DUTIES: 6}
_BARE, _HEAVY, _IDLE = "F8D7DA", "FDE9C9", "EDEFF2"
_CHARACTER = 15.0  # points that one character of a turned name takes


def matrix_workbook(document: Document, matrix: UnitMatrix) -> bytes:
    """Return the matrix as .xlsx; raises UserError where there is neither task nor unit in it."""
    from openpyxl import Workbook

    units = [unit for unit in matrix.units if unit.tasks]
    if not matrix.tasks or not units:
        raise UserError("方案中没有找到任务分工，没有导出分工矩阵。", "请先在方案中写明牵头单位和责任单位。")
    book = Workbook()
    sheet = book.worksheets[0]
    sheet.title = MATRIX_TITLE
    plan = next((block.text.strip() for block in document.blocks if block.kind is BlockKind.TITLE), "")
    _put(sheet.cell(_TITLE, 1), plan + MATRIX_TITLE, size=16, across="left", ruled=False)
    _put(sheet.cell(_TITLE + 1, 1), _LEGEND, across="left", ruled=False)
    _write_head(sheet, units)
    for row, task in enumerate(matrix.tasks, _FIRST):
        _write_task(sheet, row, task, [matrix.role(task, unit) for unit in units])
    _write_counts(sheet, _FIRST + len(matrix.tasks), units)
    _set_up(sheet, len(units))
    book.properties.title, book.properties.creator = MATRIX_TITLE, document.metadata.issuer.strip()
    buffer = io.BytesIO()
    book.save(buffer)
    return buffer.getvalue()


def export_matrix(document: Document, matrix: UnitMatrix, path: Path) -> None:
    """Write the workbook whole or not at all; raises UnwritableFile, also while another program holds the file."""
    refuse_open(path)
    write_atomically(path, matrix_workbook(document, matrix))


def _put(
    cell: "Cell | MergedCell",
    content: str | int,
    *,
    size: int = 11,
    across: str = "center",
    fill: str = "",
    **more: bool,
) -> None:
    from openpyxl.styles import Alignment, Border, Font, PatternFill, Side

    if isinstance(content, int):
        cell.value = content
    elif content:
        write_text(cell, content)
    upright = more.get("upright", False)
    cell.font = Font(name="黑体" if size > 11 else "仿宋_GB2312", size=size, bold=more.get("bold", False))
    cell.alignment = Alignment(
        horizontal=across, vertical="center", wrap_text=across == "left", text_rotation=255 if upright else 0
    )
    if more.get("ruled", True):
        rule = Side(style="thin")
        cell.border = Border(left=rule, right=rule, top=rule, bottom=rule)
    else:
        cell.alignment = Alignment(horizontal=across, vertical="center")
    if fill:
        cell.fill = PatternFill("solid", fgColor=fill)


def _write_head(sheet: "Worksheet", units: Sequence[MatrixUnit]) -> None:
    for column, name in ((_TASK, "任务"), (_LEADS, "牵头"), (_DUTIES, "责任")):
        _put(sheet.cell(_HEAD, column), name, bold=True)
    for column, unit in enumerate(units, _UNITS):
        _put(sheet.cell(_HEAD, column), unit.name, upright=True, fill=_fill(unit))
    longest = max(len(unit.name) for unit in units)
    sheet.row_dimensions[_HEAD].height = min(longest * _CHARACTER + 8, 400)


def _fill(unit: MatrixUnit) -> str:
    return {Load.HEAVY: _HEAVY, Load.IDLE: _IDLE, Load.USUAL: ""}[unit.load]


def _write_task(sheet: "Worksheet", row: int, task: MatrixTask, roles: Sequence[Role | None]) -> None:
    fill = _BARE if task.is_bare else ""
    _put(sheet.cell(row, _TASK), task.title + ("（没有写明单位）" if task.is_bare else ""), across="left", fill=fill)
    _put(sheet.cell(row, _LEADS), task.leads, fill=fill)
    _put(sheet.cell(row, _DUTIES), task.responsible, fill=fill)
    for column, role in enumerate(roles, _UNITS):
        _put(sheet.cell(row, column), MARKS[role], fill=fill)


def _write_counts(sheet: "Worksheet", row: int, units: Sequence[MatrixUnit]) -> None:
    """Write how many tasks each unit leads and is responsible for, under its column."""
    for below, name in enumerate(("牵头任务数", "责任任务数")):
        _put(sheet.cell(row + below, _TASK), name, bold=True)
        for column in (_LEADS, _DUTIES):
            _put(sheet.cell(row + below, column), "")
    for column, unit in enumerate(units, _UNITS):
        _put(sheet.cell(row, column), unit.leads)
        _put(sheet.cell(row + 1, column), unit.responsible)


def _set_up(sheet: "Worksheet", units: int) -> None:
    """Set the widths, keep tasks and units in sight, and print on turned A3 pages as wide as one page."""
    from openpyxl.utils import get_column_letter
    from openpyxl.worksheet.properties import PageSetupProperties

    for column in range(_UNITS, _UNITS + units):
        sheet.column_dimensions[get_column_letter(column)].width = 4
    for column, width in _WIDTHS.items():
        sheet.column_dimensions[get_column_letter(column)].width = width
    sheet.freeze_panes = f"{get_column_letter(_UNITS)}{_FIRST}"
    sheet.print_title_rows = f"{_HEAD}:{_HEAD}"
    sheet.page_setup.orientation = "landscape"
    sheet.page_setup.paperSize = 8  # A3
    sheet.page_setup.fitToWidth, sheet.page_setup.fitToHeight = 1, 0
    sheet.sheet_properties.pageSetUpPr = PageSetupProperties(fitToPage=True)
