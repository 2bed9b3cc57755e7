"""One unit's list of tasks (责任清单) as a Word file or a workbook: which tasks, leading or taking part, with whom."""

import io
from collections.abc import Iterator
from pathlib import Path
from typing import TYPE_CHECKING

from editor.gongwen.export import Options, build_checked
from editor.gongwen.tasks.text_cells import write_text
from editor.gongwen.tasks.unit_tasks import UnitShare, UnitTask, unit_shares
from editor.model.document import Block, BlockKind, Document, Metadata, clean, clean_line, new_id
from editor.model.errors import UserError
from editor.model.files import refuse_open, write_atomically
from editor.model.outline import heading_parts
from templates.analysis import Analysis
from templates.unit_matrix import Role

if TYPE_CHECKING:
    from openpyxl.worksheet.worksheet import Worksheet

_COLUMNS = ("序号", "任务", "任务内容", "职责", "其他牵头单位", "其他责任单位")
_IN_WORD = (0, 1, 3, 4, 5)  # columns of the Word file: the contents would make every row a page
_WIDTHS = (6, 30, 70, 8, 24, 40)
_ROLES = {Role.LEAD: "牵头", Role.RESPONSIBLE: "责任"}
_LINES = "\n"


def share_of(analysis: Analysis, key: str) -> UnitShare:
    """Return the tasks of the unit with this key; raises UserError where it has none."""
    share = next((share for share in unit_shares(analysis) if share.key == key), None)
    if share is None or not share.tasks:
        raise UserError("这个单位没有任务，没有导出责任清单。", "请先在矩阵中给它分配任务，或另选一个单位。")
    return share


def export_duties(document: Document, share: UnitShare, path: Path) -> None:
    """Write the list as .xlsx where `path` ends in it, else as .docx; whole or not at all, or raises UnwritableFile."""
    refuse_open(path)
    made = duty_workbook(document, share) if path.suffix.lower() == ".xlsx" else duty_docx(document, share)
    write_atomically(path, made)


def duty_docx(document: Document, share: UnitShare, options: Options | None = None) -> bytes:
    """Return the list as a .docx of one table."""
    rows = [[row[column] for column in _IN_WORD] for row in _rows(share)]
    head = [_COLUMNS[column] for column in _IN_WORD]
    table = tuple(tuple(_LINES.join(clean(text)) for text in row) for row in (head, *rows))
    blocks = (
        Block(new_id(), BlockKind.TITLE, clean_line(_title(share))),
        Block(new_id(), BlockKind.PARAGRAPH, clean_line(_about(document, share))),
        Block(new_id(), BlockKind.TABLE, rows=table),
    )
    metadata = Metadata(place=document.metadata.place, level=document.metadata.level)
    return build_checked(Document("", metadata, blocks), options)


def duty_workbook(document: Document, share: UnitShare) -> bytes:
    """Return the list as .xlsx, with what each task says."""
    from openpyxl import Workbook

    book = Workbook()
    sheet = book.worksheets[0]
    sheet.title = "责任清单"
    write_text(sheet.cell(1, 1), _title(share))
    write_text(sheet.cell(2, 1), _about(document, share))
    for row, texts in enumerate((_COLUMNS, *_rows(share)), 3):
        for column, text in enumerate(texts, 1):
            write_text(sheet.cell(row, column), text)
    _set_up(sheet, 3 + len(share.tasks))
    book.properties.title, book.properties.creator = _title(share), document.metadata.issuer.strip()
    buffer = io.BytesIO()
    book.save(buffer)
    return buffer.getvalue()


def _title(share: UnitShare) -> str:
    return f"{share.name}责任清单"


def _about(document: Document, share: UnitShare) -> str:
    plan = next((block.text.strip() for block in document.blocks if block.kind is BlockKind.TITLE), "")
    source = f"摘自《{plan}》，" if plan and not plan.startswith("《") else "摘自本方案，"
    return f"{source}共{len(share.tasks)}项任务，其中牵头{share.led}项、责任{len(share.tasks) - share.led}项。"


def _rows(share: UnitShare) -> Iterator[tuple[str, ...]]:
    for number, task in enumerate(share.tasks, 1):
        title, content = _title_and_content(task)
        yield str(number), title, content, _ROLES[task.role], "、".join(task.leads), "、".join(task.responsible)


def _title_and_content(task: UnitTask) -> tuple[str, str]:
    """Return a task's heading, and the text under it word for word."""
    first, *others = task.blocks
    if first.kind is not BlockKind.HEADING:
        return "", _LINES.join(block.text for block in task.blocks)
    parts = heading_parts(first.text)
    rest = first.text[parts.body :].strip() if parts.body is not None else ""
    return parts.number + parts.title, _LINES.join(text for text in (rest, *(block.text for block in others)) if text)


def _set_up(sheet: "Worksheet", last: int) -> None:
    from openpyxl.styles import Alignment, Border, Font, Side
    from openpyxl.utils import get_column_letter
    from openpyxl.worksheet.properties import PageSetupProperties

    rule = Side(style="thin")
    for column, width in enumerate(_WIDTHS, 1):
        sheet.column_dimensions[get_column_letter(column)].width = width
        for row in range(3, last + 1):
            cell = sheet.cell(row, column)
            cell.font = Font(name="黑体" if row == 3 else "仿宋_GB2312", size=11)
            across = "center" if row == 3 or column in (1, 4) else "left"
            cell.alignment = Alignment(horizontal=across, vertical="center", wrap_text=True)
            cell.border = Border(left=rule, right=rule, top=rule, bottom=rule)
    sheet.cell(1, 1).font = Font(name="黑体", size=16)
    sheet.freeze_panes = "A4"
    sheet.print_title_rows = "3:3"
    sheet.page_setup.orientation = "landscape"
    sheet.page_setup.paperSize = 9  # A4
    sheet.page_setup.fitToWidth, sheet.page_setup.fitToHeight = 1, 0
    sheet.sheet_properties.pageSetUpPr = PageSetupProperties(fitToPage=True)
