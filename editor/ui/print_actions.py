"""Printing the 公文 and writing it as a PDF: the pages are set in another thread, the window stays alive."""

from collections.abc import Callable, Sequence
from functools import partial
from pathlib import Path
from typing import TYPE_CHECKING, cast

from PySide6.QtCore import QEventLoop, QMarginsF, QObject, Qt, Signal
from PySide6.QtGui import QPageLayout, QPageSize, QPainter
from PySide6.QtWidgets import QProgressBar, QProgressDialog, QWidget

from editor.model.document import Document
from editor.model.errors import UserError
from editor.settings import Settings
from editor.ui import dialogs, theme
from editor.ui.file_actions import FileActions
from editor.ui.file_dialogs import PDF, choose_save
from editor.ui.page_choice import Choice, choice_of
from editor.ui.page_worker import Ticket, Worker

if TYPE_CHECKING:
    from PySide6.QtPrintSupport import QPrinter

    from editor.gongwen.typesetting.pages import Page

_PATIENCE = 400  # milliseconds before a bar is shown


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
        try:
            pages = self._beside("正在排版…", partial(_set, document, choice_of(self._settings)))
            if pages is not None:
                count = self._print(printer, cast("Sequence[Page]", pages))
                self.done.emit(f"已送出{count}页打印。" if count else "没有打印。")
        except UserError as error:
            dialogs.show_error(self._window, error)

    def export_pdf(self) -> None:
        """Ask for a file and write the pages as a PDF; errors in the text are told first."""
        document = self._files.checked_document()
        path = choose_save(self._window, "导出 PDF", self._files.place_for(".pdf"), PDF) if document else None
        if document is None or path is None:
            return
        work = partial(_write, document, choice_of(self._settings), path)
        try:
            said = self._beside("正在生成 PDF…", work, may_stop=False)
        except UserError as error:
            dialogs.show_error(self._window, error)
            return
        self.done.emit("".join((f"PDF 已写入“{path}”。", *cast("Sequence[str]", said or ()))))

    def _beside(self, words: str, work: Callable[[Ticket], object], *, may_stop: bool = True) -> object:
        """Return what the work in another thread comes to, None where the user stops it; raises its UserError."""
        bar, worker, loop = _bar(self._window, words), Worker(self), QEventLoop(self)
        came: list[object] = []
        worker.answered.connect(came.append)
        worker.failed.connect(came.append)
        worker.over.connect(loop.quit)
        if may_stop:
            bar.canceled.connect(loop.quit)
        else:
            bar.setCancelButton(None)
        worker.ask(work)
        loop.exec()
        worker.drop()
        for part in (worker, loop):
            part.deleteLater()
        _end(bar)
        if came and isinstance(came[0], UserError):
            raise came[0]
        return came[0] if came else None

    def _print(self, printer: "QPrinter", pages: Sequence["Page"]) -> int:
        """Paint the wanted pages on a printer, handling events between them; return how many."""
        from editor.ui.page_painter import paint_page

        wanted = _wanted(printer, pages)
        bar = _bar(self._window, "正在打印…", len(wanted))
        painter, printed = QPainter(), 0
        for page in wanted:
            bar.setValue(printed)
            if bar.wasCanceled():
                printer.abort()
                break
            _set_sheet(printer, page)
            if not (printer.newPage() if printed else painter.begin(printer)):
                _end(bar)
                raise UserError("打印机没有接受这份公文。", "请检查打印机是否就绪，或导出 PDF 后再打印。")
            painter.save()
            painter.scale(printer.resolution() / 25.4, printer.resolution() / 25.4)
            paint_page(painter, page)
            painter.restore()
            printed += 1
        painter.end()
        stopped = bar.wasCanceled()
        _end(bar)
        return 0 if stopped else printed


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


def _bar(parent: QWidget, words: str, steps: int = 0) -> QProgressDialog:
    bar = QProgressDialog(words, "停止", 0, steps, parent)
    bar.setWindowTitle("拟稿")
    bar.setWindowModality(Qt.WindowModality.WindowModal)  # the plan must stay as it is
    bar.setMinimumDuration(_PATIENCE)
    bar.setMinimumWidth(24 * theme.em(bar))
    stripe = QProgressBar(bar)
    stripe.setTextVisible(False)
    stripe.setAccessibleName("进度")
    bar.setBar(stripe)
    bar.setValue(0)
    return bar


def _end(bar: QProgressDialog) -> None:
    bar.close()
    bar.deleteLater()


def _set(document: Document, choice: Choice, ticket: Ticket) -> object:
    from editor.ui.page_work import set_plan

    return set_plan(document, choice, (), ticket).pages


def _write(document: Document, choice: Choice, path: Path, _ticket: Ticket) -> object:
    from editor.ui.page_work import options_of
    from editor.ui.pdf_writer import write_pdf

    options, said = options_of(choice)
    return tuple(filter(None, (said, *write_pdf(document, path, options).said)))
