"""Printing and PDF from the window: the preview's own pages, the range that was asked for, failures that are told."""

from collections.abc import Callable
from pathlib import Path

import pypdf
import pytest
from PySide6.QtCore import QThreadPool
from PySide6.QtPrintSupport import QPrinter
from PySide6.QtWidgets import QApplication, QWidget

from editor.gongwen.export import Options
from editor.gongwen.typesetting.paging import set_pages
from editor.session import Session
from editor.settings import Settings
from editor.ui import print_actions
from editor.ui.file_actions import FileActions
from editor.ui.page_fonts import measure
from editor.ui.print_actions import PrintActions
from tests.gongwen.sample import sample
from tests.ui.answers import answer, press


class Bench:
    """Files, settings and the actions on them, with what they said."""

    def __init__(self, window: QWidget) -> None:
        self.settings = Settings()
        self.typed: list[bool] = []
        self.files = FileActions(self.settings, lambda: self.typed.append(True), window)
        self.files.session = Session(sample())
        self.actions = PrintActions(self.files, self.settings, window)
        self.said: list[str] = []
        self.actions.done.connect(self.said.append)


@pytest.fixture
def bench(themed: QApplication, qtbot):
    window = QWidget()
    qtbot.addWidget(window)
    window.show()
    yield Bench(window)
    QThreadPool.globalInstance().waitForDone()
    QApplication.processEvents()


@pytest.fixture
def paper(monkeypatch: pytest.MonkeyPatch, tmp_path: Path) -> Callable[..., Path]:
    """Let the next print go into a file instead of asking for a printer."""

    def use(first: int = 0, last: int = 0, target: str = "打印.pdf") -> Path:
        def chosen(_: QWidget) -> QPrinter:
            printer = QPrinter(QPrinter.PrinterMode.HighResolution)
            printer.setOutputFormat(QPrinter.OutputFormat.PdfFormat)
            printer.setOutputFileName(str(tmp_path / target))
            printer.setFromTo(first, last)
            return printer

        monkeypatch.setattr(print_actions, "ask_printer", chosen)
        return tmp_path / target

    return use


def sizes(path: Path) -> list[tuple[int, int]]:
    boxes = [page.mediabox for page in pypdf.PdfReader(path).pages]
    return [(round(box.width * 25.4 / 72), round(box.height * 25.4 / 72)) for box in boxes]


def test_every_page_is_printed_in_its_own_size(bench: Bench, paper) -> None:
    bench.settings.export_table = bench.settings.export_landscape = True
    path = paper()
    bench.actions.print()
    pages = set_pages(sample(), Options(table=True, landscape=True), measure)
    assert sizes(path) == [(round(page.width), round(page.height)) for page in pages]
    assert (297, 210) in sizes(path)
    assert bench.said == [f"已送出{len(pages)}页打印。"]
    assert bench.typed, "what is half typed is printed too"


def test_only_the_wanted_pages_are_printed(bench: Bench, paper) -> None:
    path = paper(2, 3)
    bench.actions.print()
    assert len(sizes(path)) == 2
    assert bench.said == ["已送出2页打印。"]


def test_what_is_printed_stands_where_the_layout_has_it(bench: Bench, paper) -> None:
    pdfplumber = pytest.importorskip("pdfplumber", reason="pdfplumber is not installed: places cannot be read")
    path = paper(2, 2)
    bench.actions.print()
    page = set_pages(sample(), Options(), measure)[1]
    with pdfplumber.open(path) as pdf:
        found = sorted({round(char["x0"] * 25.4 / 72, 1) for char in pdf.pages[0].chars})
    assert found[0] == pytest.approx(min(text.x for text in page.texts if text.paragraph >= 0), abs=0.6)


def test_a_cancelled_dialog_prints_nothing(bench: Bench, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(print_actions, "ask_printer", lambda _: None)
    bench.actions.print()
    assert bench.said == []


@pytest.mark.qt_log_ignore("QPainter::begin")
def test_a_printer_that_refuses_is_told(bench: Bench, paper) -> None:
    paper(target="无此文件夹/打印.pdf")
    told = answer(press("知道了"))
    bench.actions.print()
    assert [box.text() for box in told] == ["打印机没有接受这份公文。"]
    assert bench.said == []


def test_the_pdf_is_the_exports(bench: Bench, monkeypatch: pytest.MonkeyPatch, tmp_path: Path) -> None:
    target = tmp_path / "公文.pdf"
    monkeypatch.setattr(print_actions, "choose_save", lambda *_: target)
    answer(press("仍要导出"))
    bench.settings.export_table = True
    bench.actions.export_pdf()
    pages = set_pages(sample(), Options(table=True), measure)
    assert len(sizes(target)) == len(pages)
    assert pypdf.PdfReader(target).metadata.title
    assert bench.said[0].startswith(f"PDF 已写入“{target}”。")


def test_a_pdf_that_cannot_be_written_is_told(bench: Bench, monkeypatch: pytest.MonkeyPatch, tmp_path: Path) -> None:
    monkeypatch.setattr(print_actions, "choose_save", lambda *_: tmp_path / "没有" / "公文.pdf")
    told: list[object] = []
    monkeypatch.setattr(print_actions.dialogs, "show_error", lambda _, error: told.append(error))
    monkeypatch.setattr(print_actions.dialogs, "confirm_export", lambda *_: True)
    bench.actions.export_pdf()
    assert len(told) == 1
    assert bench.said == []


def test_without_a_plan_nothing_happens(bench: Bench) -> None:
    bench.files.session = None
    bench.actions.print()
    bench.actions.export_pdf()
    assert bench.said == []
