"""What an export has done in another thread: the docx, the PDF and the table are made, then written."""

from dataclasses import replace
from pathlib import Path

from editor.gongwen.export import Report, make
from editor.model.document import Document
from editor.model.errors import UserError
from editor.model.files import refuse_open, write_atomically
from editor.ui.export_dialog import Wish
from editor.ui.page_worker import Ticket


def write_files(document: Document, wish: Wish, ticket: Ticket) -> Report:
    """Write every file of a wish, the docx first; nothing where it is given up while they are made.

    Raises UserError; what was written before the failure stays.
    """
    refuse_open(wish.path)
    steps = len(wish.files)
    ticket.tell(0, steps, "正在生成公文…")
    made = make(document, wish.options)
    report = Report(wish.path, made.left_out)
    beside: dict[Path, bytes] = {}
    failure: UserError | None = None
    try:
        report = _make_beside(document, wish, report, beside, ticket)
    except UserError as error:  # told when the docx is written: it is what is wanted most
        failure = error
    ticket.commit()
    write_atomically(wish.path, made.data)
    try:
        for path, data in beside.items():
            write_atomically(path, data)
    except UserError as error:
        failure = failure or error
    if failure is not None:
        told = f"公文已写入“{wish.path.name}”，其余没有完成：{failure.message}"
        raise UserError(told, failure.next_step) from failure
    return report


def _make_beside(document: Document, wish: Wish, report: Report, beside: dict[Path, bytes], ticket: Ticket) -> Report:
    """Put what stands beside the docx into `beside`; return the report with what there is to say about it."""
    if wish.workbook is not None:
        from editor.gongwen.tasks.workbook import division_workbook  # loaded by who wants the file

        ticket.tell(1, len(wish.files), "正在生成分工表…")
        refuse_open(wish.workbook)
        beside[wish.workbook] = division_workbook(document)
    if wish.pdf is not None:
        from editor.ui.pdf_writer import make_pdf

        ticket.tell(len(wish.files) - 1, len(wish.files), "正在生成 PDF…")
        refuse_open(wish.pdf)
        beside[wish.pdf], pdf = make_pdf(document, wish.options)
        report = replace(report, pages=pdf.pages, left_out=(*report.left_out, *pdf.said))
    return report
