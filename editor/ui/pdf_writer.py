"""The exported docx as a PDF without any office program: set here, drawn by Qt, its text layer put right."""

import os
import sys
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass
from pathlib import Path

from PySide6.QtCore import QBuffer, QByteArray, QIODevice, QMarginsF, QSizeF
from PySide6.QtGui import QGuiApplication, QPageLayout, QPageSize, QPainter, QPdfWriter

from editor.gongwen.export import Options, build_checked
from editor.gongwen.typesetting.pages import Page
from editor.gongwen.typesetting.paging import docx_pages, docx_properties, verify_pages
from editor.model.document import Document
from editor.model.files import refuse_open, write_atomically
from editor.ui.page_fonts import measure, substituted
from editor.ui.page_painter import Drawn, paint_page
from editor.ui.pdf_text import set_text

_kept: list[QGuiApplication] = []  # Qt's fonts live no longer than its application
_DPI = 1200  # dots of the writer's own grid: fine enough for a hundredth of a millimetre


@dataclass(frozen=True, slots=True)
class PdfReport:
    """What was written: how many pages, and what there is to say about their fonts, a sentence each."""

    pages: int
    said: tuple[str, ...] = ()


def write_pdf(document: Document, path: Path, options: Options | None = None) -> PdfReport:
    """Write the 公文 as a PDF, whole or not at all.

    Raises UserError where no Chinese font is installed, UnwritableFile where the file cannot be written or its text
    would not be the document's. Needs a QGuiApplication, no display.
    """
    refuse_open(path)
    data, report = make_pdf(document, options)
    write_atomically(path, data)
    return report


def make_pdf(document: Document, options: Options | None = None) -> tuple[bytes, PdfReport]:
    """Return the PDF for who writes it later; raises as `write_pdf`."""
    options = options or Options()
    docx = build_checked(document, options)
    pages = docx_pages(docx, options.layout, measure)
    verify_pages(pages, docx)
    properties = docx_properties(docx)
    data, drawn = draw_pages(pages, properties)
    data, wrong = set_text(data, drawn, properties.get("subject", ""))
    faces = [text.face for page in pages for text in page.texts]
    said = (substituted(faces), _about_missing(drawn, wrong))
    return data, PdfReport(len(pages), tuple(sentence for sentence in said if sentence))


def write_pdf_alone(document: Document, path: Path, options: Options) -> tuple[str, ...]:
    """Write the PDF from a process without a window, a display or a running Qt; return what there is to say."""
    if QGuiApplication.instance() is None:
        if sys.platform.startswith("linux"):
            os.environ.setdefault("QT_QPA_PLATFORM", "offscreen")
        _kept.append(QGuiApplication(["拟稿"]))
    return write_pdf(document, path, options).said


def draw_pages(pages: Sequence[Page], properties: Mapping[str, str]) -> tuple[bytes, list[list[Drawn]]]:
    """Return a PDF of the pages as Qt makes it, with title and creator of the docx, and what was drawn on each."""
    data = QByteArray()
    buffer = QBuffer(data)
    buffer.open(QIODevice.OpenModeFlag.WriteOnly)
    writer = QPdfWriter(buffer)
    writer.setResolution(_DPI)
    writer.setTitle(properties.get("title", ""))
    writer.setAuthor(properties.get("creator", ""))
    writer.setCreator("拟稿")
    drawn: list[list[Drawn]] = []
    painter = QPainter()
    for page in pages:
        writer.setPageLayout(_layout(page))
        if not drawn:
            painter.begin(writer)
        else:
            writer.newPage()
        painter.save()
        painter.scale(_DPI / 25.4, _DPI / 25.4)
        drawn.append(paint_page(painter, page))
        painter.restore()
    painter.end()
    buffer.close()
    return bytes(data.data()), drawn


def _layout(page: Page) -> QPageLayout:
    """Return a sheet without margins; a turned one as Qt turns it, so that readers see which way up it is."""
    short, long = sorted((page.width, page.height))
    turned = page.width > page.height
    orientation = QPageLayout.Orientation.Landscape if turned else QPageLayout.Orientation.Portrait
    size = QPageSize(QSizeF(short, long), QPageSize.Unit.Millimeter)
    return QPageLayout(size, orientation, QMarginsF())


def _about_missing(drawn: Sequence[Sequence[Drawn]], wrong: Iterable[str]) -> str:
    missing = "".join("".join(run.glyphs) for page in drawn for run in page if run.missing)
    named = "、".join(dict.fromkeys(char for char in (*missing, *wrong) if char.strip()))
    if not named:
        return ""
    return f"本机字体没有或不能正确复制这些字符：{named}，PDF 中可能显示为方框，请安装含有它们的字体或改写。"
