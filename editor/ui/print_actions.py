"""Printing the 公文 and writing it as a PDF, in another thread: the window stays alive."""

from collections.abc import Sequence
from functools import partial
from pathlib import Path
from typing import TYPE_CHECKING

from PySide6.QtCore import QMarginsF, QObject, Signal
from PySide6.QtGui import QPageLayout, QPageSize, QPainter
from PySide6.QtWidgets import QWidget

from editor.model.document import Document
from editor.model.errors import UserError
from editor.model.files import refuse_open, write_atomically
from editor.settings import Settings
from editor.ui import dialogs
from editor.ui.file_actions import FileActions
from editor.ui.file_dialogs import PDF, choose_save
from editor.ui.long_work import run_long
from editor.ui.page_choice import Choice, choice_of
from editor.ui.page_worker import Dropped, Ticket

if TYPE_CHECKING:
    from PySide6.QtPrintSupport import QPrinter

    from editor.gongwen.typesetting.pages import Page


class PrintActions(QObject):
    """What prints; the choices are those of the last export, as in the preview."""

    done = Signal(str)  # a sentence for the status bar

    def __init__(self, files: FileActions, settings: Settings, window: QWidget) -> None:
        super().__init__(window)
        self._files = files
        self._settings = settings
        self._window = window

    def print(self) -> None:
        """Ask for a printer and print the pages."""
        document = self._files.finished_document()
        printer = ask_printer(self._window) if document is not None else None
        if document is None or printer is None:
            return
        work = partial(_print, document, choice_of(self._settings), printer)
        try:
            count = run_long(self._window, "正在排版…", work)
        except UserError as error:
            dialogs.show_error(self._window, error)
            return
        self.done.emit("已取消，没有打印。" if count is None else f"已送出{count}页打印。" if count else "没有打印。")

    def export_pdf(self) -> None:
        """Ask for a file and write the pages as a PDF; errors in the text are told first."""
        document = self._files.checked_document()
        path = choose_save(self._window, "导出 PDF", self._files.place_for(".pdf"), PDF) if document else None
        if document is None or path is None:
            return
        work = partial(_write, document, choice_of(self._settings), path)
        try:
            said = run_long(self._window, "正在生成 PDF…", work)
        except UserError as error:
            dialogs.show_error(self._window, error)
            return
        cancelled = f"已取消，没有写入“{path.name}”。"
        self.done.emit(cancelled if said is None else "".join((f"PDF 已写入“{path}”。", *said)))


def ask_printer(parent: QWidget) -> "QPrinter | None":
    """Return the printer that the user chose, None if none."""
    from PySide6.QtPrintSupport import QPrintDialog, QPrinter  # loaded by who prints

    printer = QPrinter(QPrinter.PrinterMode.HighResolution)
    dialog = QPrintDialog(printer, parent)
    dialog.setWindowTitle("打印公文")
    accepted = dialogs.run(dialog)
    return printer if accepted else None


def _wanted(printer: "QPrinter", pages: Sequence["Page"]) -> list["Page"]:
    """Return the pages of the chosen range, by their numbers."""
    first, last = printer.fromPage() or 1, printer.toPage() or pages[-1].number
    return [page for page in pages if first <= page.number <= last]


def _set_sheet(printer: "QPrinter", page: "Page") -> None:
    """Give the printer a sheet of the page's size without margins."""
    short, long = sorted((page.width, page.height))
    turned = page.width > page.height
    orientation = QPageLayout.Orientation.Landscape if turned else QPageLayout.Orientation.Portrait
    a4 = (round(short), round(long)) == (210, 297)
    size = QPageSize(QPageSize.PageSizeId.A4) if a4 else printer.pageLayout().pageSize()
    printer.setFullPage(True)
    printer.setPageLayout(QPageLayout(size, orientation, QMarginsF()))


def _print(document: Document, choice: Choice, printer: "QPrinter", ticket: Ticket) -> int:
    """Set the pages and paint the wanted ones on a printer, which Qt allows in any thread; return how many."""
    from editor.ui.page_painter import paint_page
    from editor.ui.page_work import set_plan

    wanted = _wanted(printer, set_plan(document, choice, (), ticket).pages)
    painter = QPainter()
    try:
        for printed, page in enumerate(wanted):
            ticket.tell(printed, len(wanted), f"正在打印第{printed + 1}页，共{len(wanted)}页…")
            _set_sheet(printer, page)
            if not (printer.newPage() if printed else painter.begin(printer)):
                raise UserError("打印机没有接受这份公文。", "请检查打印机是否就绪，或导出 PDF 后再打印。")
            painter.save()
            painter.scale(printer.resolution() / 25.4, printer.resolution() / 25.4)
            paint_page(painter, page)
            painter.restore()
        ticket.commit()
    except Dropped:
        printer.abort()
        raise
    finally:
        if painter.isActive():
            painter.end()
    return len(wanted)


def _write(document: Document, choice: Choice, path: Path, ticket: Ticket) -> tuple[str, ...]:
    from editor.ui.page_work import options_of
    from editor.ui.pdf_writer import make_pdf

    options, said = options_of(choice)
    refuse_open(path)
    data, report = make_pdf(document, options)
    ticket.commit()
    write_atomically(path, data)
    return tuple(filter(None, (said, *report.said)))
