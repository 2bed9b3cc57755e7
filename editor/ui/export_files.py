"""Writing what an export asks for: the docx, and the PDF and the table beside it."""

from dataclasses import replace

from editor.gongwen.export import Report
from editor.model.errors import UserError
from editor.session import Session
from editor.ui.export_dialog import Wish


def write_files(session: Session, wish: Wish) -> Report:
    """Write every file of a wish, the docx first; raises UserError, what was written before the failure stays."""
    report = session.export(wish.path, wish.options)
    try:
        return _write_beside(session, wish, report)
    except UserError as error:
        raise UserError(f"公文已写入“{wish.path.name}”，其余没有完成：{error.message}", error.next_step) from error


def _write_beside(session: Session, wish: Wish, report: Report) -> Report:
    if wish.workbook is not None:
        from editor.gongwen.tasks.workbook import export_workbook  # loaded by who wants the file

        export_workbook(session.document, wish.workbook)
    if wish.pdf is not None:
        from editor.ui.pdf_writer import write_pdf

        made = write_pdf(session.document, wish.pdf, wish.options)
        report = replace(report, pages=made.pages, left_out=(*report.left_out, *made.said))
    return report
