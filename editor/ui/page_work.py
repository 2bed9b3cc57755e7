"""What the preview has done in another thread: setting a plan as pages and painting strips of them.

Qt's fonts and QPainter on an image may be used there; each thread has fonts of its own (`page_fonts`).
"""

from collections.abc import Sequence
from dataclasses import dataclass, replace

from PySide6.QtCore import Qt
from PySide6.QtGui import QColor, QImage, QPainter

from editor.gongwen.export import Options
from editor.gongwen.layout import Layout, mm
from editor.gongwen.profile import load_profile
from editor.gongwen.typesetting.characters import Measure
from editor.gongwen.typesetting.pages import Page
from editor.gongwen.typesetting.paging import trace_pages
from editor.model.document import Document
from editor.model.errors import UserError
from editor.settings import profiles_folder
from editor.ui.page_choice import Choice
from editor.ui.page_fonts import measure, substituted
from editor.ui.page_painter import paint_page
from editor.ui.page_places import Places
from editor.ui.page_strips import strip_rows
from editor.ui.page_worker import Ticket

_PIECES = 12  # texts painted between two questions whether they are still wanted


@dataclass(frozen=True, slots=True)
class SetPlan:
    """A plan as pages; `said` is a sentence about fonts or profile, or empty."""

    pages: tuple[Page, ...]
    places: Places
    layout: Layout
    said: str


def options_of(choice: Choice) -> tuple[Options, str]:
    """Return the options of an export and a sentence where its profile is gone and the standard is taken."""
    layout, said = Options().layout, ""
    if choice.profile:
        try:
            layout = load_profile(choice.profile, profiles_folder()).layout
        except UserError as error:
            said = f"上次用的排版配置打不开，按国标排版：{error.message}"
    return Options(table=choice.table, landscape=choice.table and choice.landscape, layout=layout), said


def set_plan(document: Document, choice: Choice, shown: Sequence[Page], ticket: Ticket) -> SetPlan:
    """Set a plan; a page equal to the one `shown` in its place is that very one, so that its picture stays.

    Raises UserError where that cannot be done.
    """
    options, said = options_of(choice)
    pages, sources = trace_pages(document, options, _patient(ticket))
    kept = [old if old == new else new for old, new in zip(shown, pages, strict=False)]
    ticket.check()
    places = Places(pages, sources)
    said = said or substituted([text.face for page in pages for text in page.texts]).replace("，PDF 的", "，这里的")
    return SetPlan((*kept, *pages[len(kept) :]), places, options.layout, said)


def paint_strips(page: Page, strips: Sequence[int], scale: float, ticket: Ticket) -> tuple[QImage, ...]:
    """Return strips of a page as pictures, `scale` dots a millimetre, black on white."""
    return tuple(_paint_strip(page, strip, scale, ticket) for strip in strips)


def _paint_strip(page: Page, strip: int, scale: float, ticket: Ticket) -> QImage:
    top, foot = strip_rows(page.height, scale, strip)
    image = QImage(round(page.width * scale), foot - top, QImage.Format.Format_RGB32)
    image.fill(QColor(Qt.GlobalColor.white))
    painter = QPainter(image)
    try:
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        painter.translate(0, -top)
        painter.scale(scale, scale)
        for part in _parts(page, top / scale, foot / scale):
            ticket.check()
            paint_page(painter, part)
    finally:
        painter.end()
    return image


def _parts(page: Page, top: float, foot: float) -> Sequence[Page]:
    """Return what of a page meets the stretch between two heights, a few texts at a time."""
    texts = [text for text in page.texts if text.angle or top - mm(text.size) < text.y < foot + mm(text.size)]
    few = [tuple(texts[at : at + _PIECES]) for at in range(0, len(texts), _PIECES)]
    return [replace(page, texts=()), *(replace(page, texts=some, rules=()) for some in few)]


def _patient(ticket: Ticket) -> Measure:
    """Return the measure that asks before every text whether the pages are still wanted."""

    def ask_and_measure(face: str, size: float, bold: bool, text: str, chinese: bool) -> Sequence[float]:
        ticket.check()
        return measure(face, size, bold, text, chinese)

    return ask_and_measure
