"""Writing the excerpts while the window stays alive, and what came of it."""

from functools import partial
from pathlib import Path

from PySide6.QtCore import QUrl
from PySide6.QtGui import QDesktopServices
from PySide6.QtWidgets import QWidget

from editor.gongwen.tasks.excerpts import ExcerptReport, Wishes, export_excerpts
from editor.ui import dialogs
from editor.ui.long_work import run_long
from editor.ui.page_worker import Ticket
from templates.analysis import Analysis


def write_excerpts(parent: QWidget, analysis: Analysis, path: Path, wishes: Wishes) -> ExcerptReport | None:
    """Write the excerpts; None where the user gives it up, nothing is written then. Raises UserError as the export."""
    return run_long(parent, "正在生成征求意见稿…", partial(_write, analysis, path, wishes))


def _write(analysis: Analysis, path: Path, wishes: Wishes, ticket: Ticket) -> ExcerptReport:
    def tell(done: int, total: int, unit: str) -> None:
        if done == total:
            ticket.commit()
        else:
            ticket.tell(done, total, f"正在生成第{done + 1}份，共{total}份：{unit}")

    return export_excerpts(analysis, path, wishes, tell)


def tell_excerpts(parent: QWidget, report: ExcerptReport) -> None:
    """Say what was written and what to look at, and open the place if the user wants to."""
    if dialogs.excerpts_report(parent, report):
        place = report.path if report.path.is_dir() else report.path.parent
        QDesktopServices.openUrl(QUrl.fromLocalFile(str(place)))
