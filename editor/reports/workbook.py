"""Findings of a folder as a workbook (.xlsx): 汇总 a row a file, 问题 a row a finding, 按检查项 a row a rule."""

import io
from collections.abc import Iterable, Mapping, Sequence
from pathlib import Path
from typing import TYPE_CHECKING, Any

from editor.gongwen.tasks.text_cells import LONGEST, write_text
from editor.model.files import refuse_open, write_atomically
from editor.reports.as_text import fix_line
from editor.reports.file_report import KIND_NAMES, SEVERITY_NAMES, FileReport, FoundReport, counts
from editor.reports.totals import Totals, totals_of
from validators.diagnostic import Severity
from validators.rule import find_rule

if TYPE_CHECKING:
    from openpyxl import Workbook
    from openpyxl.cell.cell import Cell

_Value = str | int | None
# Columns and their widths, in digits of the workbook's own font.
_FILES = {
    "文件": 40, "文种": 10, "地名": 12, "错误": 7, "警告": 7, "提示": 7, "模板条目应有": 14, "模板条目已有": 14,
    "缺少的条目": 60, "不能用的原因": 60,
}  # fmt: skip
_FINDINGS = {
    "文件": 40, "行": 7, "章节": 30, "级别": 7, "检查项": 10, "问题": 60, "原文": 40, "依据": 30, "修正": 40,
}  # fmt: skip
_RULES = {"检查项": 10, "级别": 7, "处数": 8, "文件数": 8, "说明": 60, "依据": 40}
_SIGNS = ("=", "+", "-", "@", "#")
_MOST_ROWS = 1_048_576 - 2  # that a sheet of Excel holds, under the header and with a last line


def report_workbook(reports: Iterable[FileReport]) -> bytes:
    """Return the three sheets as .xlsx; `reports` is gone through three times, and never held as a whole."""
    from openpyxl import Workbook

    totals = totals_of(reports)
    book = Workbook(write_only=True)
    _write(book, "汇总", _FILES, (*map(_file_row, reports), _total_row(totals)))
    _write(book, "问题", _FINDINGS, (_finding_row(report, one) for report in reports for one in report["diagnostics"]))
    _write(book, "按检查项", _RULES, _rule_rows(totals))
    buffer = io.BytesIO()
    book.save(buffer)
    return buffer.getvalue()


def export_report(reports: Iterable[FileReport], path: Path) -> None:
    """Write the workbook whole or not at all; raises UnwritableFile, also while another program holds the file."""
    refuse_open(path)
    write_atomically(path, report_workbook(reports))


def _file_row(report: FileReport) -> Sequence[_Value]:
    if report["unusable"]:
        return (report["file"], *(None,) * 8, report["unusable"])
    measured = (report["needed"], report["covered"]) if report["needed"] else (None, None)
    kind = KIND_NAMES[report["kind"]]
    return (report["file"], kind, report["place"], *counts(report), *measured, "、".join(report["missing"]), None)


def _total_row(totals: Totals) -> Sequence[_Value]:
    unusable = f"{len(totals.unusable)} 份不能用" if totals.unusable else None
    return (f"合计 {len(totals.files)} 份", None, None, *totals.by_severity, None, None, None, unusable)


def _finding_row(report: FileReport, found: FoundReport) -> Sequence[_Value]:
    return (
        report["file"], found["line"], " › ".join(found["section"]), SEVERITY_NAMES[Severity(found["severity"])],
        found["code"], found["message"], found["excerpt"] if found["text"] else None, found["source"], fix_line(found),
    )  # fmt: skip


def _rule_rows(totals: Totals) -> Iterable[Sequence[_Value]]:
    for one in totals.rules:
        rule = find_rule(one.code)
        source = rule.source if rule else None
        yield one.code, SEVERITY_NAMES[Severity(one.severity)], one.found, one.files, one.summary, source


def _write(book: "Workbook", title: str, columns: Mapping[str, int], rows: Iterable[Sequence[_Value]]) -> None:
    from openpyxl.utils import get_column_letter

    sheet: Any = book.create_sheet(title)  # its stub lacks what a sheet has as long as it is written
    for number, width in enumerate(columns.values(), 1):
        sheet.column_dimensions[get_column_letter(number)].width = width
    sheet.freeze_panes = "B2"
    sheet.append([_header(sheet, name) for name in columns])
    count = 0
    for row in rows:
        if count == _MOST_ROWS:
            sheet.append([f"此表最多 {_MOST_ROWS} 行，其余没有写入。"])
            break
        sheet.append([_cell(sheet, value) for value in row])
        count += 1
    sheet.auto_filter.ref = f"A1:{get_column_letter(len(columns))}{count + 1}"


def _header(sheet: Any, name: str) -> "Cell":
    from openpyxl.cell import WriteOnlyCell
    from openpyxl.styles import Font

    cell = WriteOnlyCell(sheet, name)
    cell.font = Font(bold=True)
    return cell


def _cell(sheet: Any, value: _Value) -> "Cell | _Value":
    """Return a value for a cell: a text stays a text, also one that Excel would take for a formula or an error."""
    if not isinstance(value, str):
        return value
    text = value if len(value) <= LONGEST else f"{value[: LONGEST - 1]}…"
    if not text.startswith(_SIGNS):
        return text  # a cell of its own for each would take twice the time

    from openpyxl.cell import WriteOnlyCell

    cell = WriteOnlyCell(sheet)
    write_text(cell, text)
    return cell
