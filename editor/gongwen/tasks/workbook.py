"""The 分工表 as a workbook (.xlsx) that prints on turned A4 pages; every text in it is text, never a formula."""

import io
from collections.abc import Sequence
from pathlib import Path
from typing import TYPE_CHECKING

from editor.gongwen.annexes import TABLE_TITLE
from editor.gongwen.tasks.division import division_of
from editor.gongwen.tasks.division_rows import (
    DEADLINE,
    LEAD,
    NUMBER,
    RESPONSIBLE,
    TASK,
    Frame,
    Row,
    columns_of,
    table_rows,
)
from editor.gongwen.tasks.text_cells import write_text
from editor.gongwen.word.tables import Cell as Content
from editor.gongwen.word.tables import Merge
from editor.model.document import BlockKind, Document
from editor.model.errors import UserError
from editor.model.files import refuse_open, write_atomically

if TYPE_CHECKING:
    from openpyxl.worksheet.worksheet import Worksheet

_WIDTHS = {NUMBER: 7, TASK: 40, LEAD: 26, RESPONSIBLE: 56, DEADLINE: 18}  # in digits of the workbook's own font
_PER_CHARACTER = 16 / 7  # digits of that font to a character (字) of the table's
_BORDERS = 0.6  # characters that a cell keeps free
_SIZE, _TITLE_SIZE = 12, 18  # points
_LINE, _PADDING = 17.0, 6.0
_PAGE = 400.0  # points that rows have on a page, under title and header; Excel allows a row 409
_FACES = {"TableHead": "黑体", "TablePart": "黑体", "TableGroup": "楷体_GB2312"}
_FIRST = 2  # the header's row, under the title
_MARGIN = 0.6  # inches


def division_workbook(document: Document) -> bytes:
    """Return the 分工表 of a plan as .xlsx; raises UserError where the plan assigns nothing."""
    from openpyxl import Workbook

    entries = division_of(document)
    if not entries:
        raise UserError("方案中没有找到任务分工，未生成任务分工表。", "请先在方案中写明牵头单位和责任单位。")
    names = columns_of(entries)
    frame = Frame(tuple((name, _WIDTHS[name] / _PER_CHARACTER - _BORDERS) for name in names), _LINE, _PADDING, _PAGE)
    rows = table_rows(entries, frame)
    book = Workbook()
    sheet = book.worksheets[0]
    sheet.title = TABLE_TITLE
    _write_title(sheet, _title(document), len(names))
    for number, row in enumerate(rows, _FIRST):
        _write_row(sheet, number, row)
    _merge(sheet, rows)
    _set_up(sheet, names)
    book.properties.title, book.properties.creator = TABLE_TITLE, document.metadata.issuer.strip()
    buffer = io.BytesIO()
    book.save(buffer)
    return buffer.getvalue()


def export_workbook(document: Document, path: Path) -> None:
    """Write the workbook whole or not at all; raises UnwritableFile, also while another program holds the file."""
    refuse_open(path)
    write_atomically(path, division_workbook(document))


def _title(document: Document) -> str:
    plan = next((block.text.strip() for block in document.blocks if block.kind is BlockKind.TITLE), "")
    return f"{plan}{TABLE_TITLE}"


def _write_title(sheet: "Worksheet", title: str, columns: int) -> None:
    from openpyxl.styles import Alignment, Font

    cell = sheet.cell(1, 1)
    write_text(cell, title)
    cell.font = Font(name="方正小标宋简体", size=_TITLE_SIZE)
    cell.alignment = Alignment(horizontal="center", vertical="center", wrap_text=True)
    sheet.merge_cells(start_row=1, end_row=1, start_column=1, end_column=columns)
    sheet.row_dimensions[1].height = 2 * _TITLE_SIZE * _LINE / _SIZE


def _write_row(sheet: "Worksheet", number: int, row: Row) -> None:
    from openpyxl.styles import Alignment, Border, Font, Side

    rule = Side(style="thin")
    sheet.row_dimensions[number].height = row.height
    for column, content in enumerate(_spread(row.cells), 1):
        cell = sheet.cell(number, column)
        if content.text:
            write_text(cell, content.text)
        head = content.style == "TableHead"
        cell.font = Font(name=_FACES.get(content.style, "仿宋_GB2312"), size=_SIZE, bold=head)
        across = "center" if head or content.style == "TableCentre" else "left"
        cell.alignment = Alignment(horizontal=across, vertical="center", wrap_text=True)
        cell.border = Border(left=rule, right=rule, top=rule, bottom=rule)


def _spread(cells: Sequence[Content]) -> list[Content]:
    """Return a cell for every column: those that one across the table covers are empty."""
    return [piece for cell in cells for piece in (cell, *[Content("", cell.style)] * (cell.span - 1))]


def _merge(sheet: "Worksheet", rows: Sequence[Row]) -> None:
    """Merge the headings over tasks across the table, and the cells that tasks share."""
    for number, row in enumerate(rows, _FIRST):
        for column, cell in enumerate(row.cells, 1):
            down = 0
            while cell.merge is Merge.FIRST and _goes_on(rows, number - _FIRST + down + 1, column):
                down += 1
            if down or cell.span > 1:
                sheet.merge_cells(
                    start_row=number, end_row=number + down, start_column=column, end_column=column + cell.span - 1
                )


def _goes_on(rows: Sequence[Row], at: int, column: int) -> bool:
    return at < len(rows) and len(rows[at].cells) >= column and rows[at].cells[column - 1].merge is Merge.MORE


def _set_up(sheet: "Worksheet", names: Sequence[str]) -> None:
    """Set the widths, keep the header in sight, and print on turned A4 pages, title and header on each."""
    from openpyxl.utils import get_column_letter
    from openpyxl.worksheet.header_footer import HeaderFooterItem, _HeaderFooterPart
    from openpyxl.worksheet.properties import PageSetupProperties

    for column, name in enumerate(names, 1):
        sheet.column_dimensions[get_column_letter(column)].width = _WIDTHS[name]
    sheet.freeze_panes = f"A{_FIRST + 1}"
    sheet.print_title_rows = f"1:{_FIRST}"
    sheet.page_setup.orientation = "landscape"
    sheet.page_setup.paperSize = 9  # A4
    sheet.page_setup.fitToWidth, sheet.page_setup.fitToHeight = 1, 0
    sheet.sheet_properties.pageSetUpPr = PageSetupProperties(fitToPage=True)
    sheet.print_options.horizontalCentered = True
    for side in ("left", "right", "top", "bottom"):
        setattr(sheet.page_margins, side, _MARGIN)
    sheet.HeaderFooter.oddFooter = HeaderFooterItem(center=_HeaderFooterPart("— &P —"))
