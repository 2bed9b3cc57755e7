"""The body of the exported docx set as pages, in this process: what preview, print and PDF show, and what is counted.

It follows LibreOffice 7.4's layout of the same docx; a test compares the two line by line.
"""

from functools import cache

from lxml import etree

from editor.gongwen.layout import Layout, twips
from editor.gongwen.typesetting.characters import Measure, plain_measure
from editor.gongwen.typesetting.draw_tables import draw_rows, draw_stack
from editor.gongwen.typesetting.flow import Flow, Item
from editor.gongwen.typesetting.formats import formats_of
from editor.gongwen.typesetting.page_shapes import PageShape, sections
from editor.gongwen.typesetting.pages import Page
from editor.gongwen.typesetting.paragraphs import SetParagraph, read_paragraph, set_paragraph
from editor.gongwen.typesetting.set_drawings import Frame, read_drawing
from editor.gongwen.typesetting.set_tables import set_table, stack_height
from editor.gongwen.typesetting.sheets import Sheet
from editor.gongwen.word.ooxml import RUN, TAB, Element, P, T, name
from editor.gongwen.word.package import footers

_TABLE = name("w:tbl")


def typeset(body: Element, layout: Layout, measure: Measure = plain_measure) -> tuple[Page, ...]:
    """Return the pages of a w:body as `writer` makes it; raises ValueError for an element the typesetter lacks.

    A body whose last section is still open is set on plain upright pages.
    """
    return _Typesetter(body, layout, measure).pages()


class _Typesetter:
    """Holds what setting one document needs."""

    def __init__(self, body: Element, layout: Layout, measure: Measure) -> None:
        self.body = body
        self.layout = layout
        self.measure = measure
        self.formats = formats_of(layout)
        texts = [paragraph for paragraph in body.iter(P) if _has_text(paragraph)]
        self.numbers = {paragraph: number for number, paragraph in enumerate(texts)}

    def pages(self) -> tuple[Page, ...]:
        flow = Flow()
        for shape, elements in sections(self.body, _plain_shape(self.layout)):
            flow.place_section(shape, [self.item(element, shape.room, shape.pitch) for element in elements])
        for sheet, paragraph, top in flow.anchored:
            self.draw_anchored(sheet, paragraph, top)
        for sheet in flow.sheets:
            self.draw_footer(sheet)
        return tuple(sheet.page() for sheet in flow.sheets)

    def item(self, element: Element, width: float, pitch: int, page: int = 0) -> Item:
        if element.tag == P:
            return self.paragraph(element, width, pitch, page)
        if element.tag == _TABLE:
            return set_table(element, width, lambda inner, room: self.paragraph(inner, room, pitch, page))
        raise ValueError(f"the typesetter does not know {element.tag} in a body")

    def paragraph(self, element: Element, width: float, pitch: int, page: int = 0) -> SetParagraph:
        content = read_paragraph(element, self.formats, page)
        return set_paragraph(content, width, pitch, self.measure, self.numbers.get(element, -1))

    def draw_anchored(self, sheet: Sheet, paragraph: SetParagraph, top: float) -> None:
        """Draw the lines and text boxes anchored in a paragraph whose top is at `top` twips on the sheet."""
        frame = Frame(sheet.shape.left, sheet.shape.top, top)
        for content in paragraph.drawings:
            drawing = read_drawing(content, frame)
            if drawing.content is None:
                ends = (drawing.x + drawing.width, drawing.y + drawing.height)
                sheet.draw_rule(drawing.x, drawing.y, *ends, drawing.thickness, drawing.colour)
            elif drawing.turned:
                box = Sheet(sheet.number, sheet.shape)
                self.draw_box(box, drawing.content, drawing.height, 0, 0)
                sheet.take_turned(box, drawing.x + drawing.width, drawing.y)
            else:
                room = drawing.height if drawing.foot else None
                self.draw_box(sheet, drawing.content, drawing.width, drawing.x, drawing.y, room)

    def draw_box(
        self, sheet: Sheet, content: Element, width: float, x: float, y: float, room: float | None = None
    ) -> None:
        """Draw paragraphs and tables from x and y, in the lowest part of a `room` so high."""
        items = [self.item(element, width, 0, sheet.number) for element in content]
        heights = [_height(item) for item in items]
        y += 0.0 if room is None else room - sum(heights)
        for item, height in zip(items, heights, strict=True):
            if isinstance(item, SetParagraph):
                draw_stack([item], x, y, sheet.draw_paragraph)
            else:
                draw_rows(item, item.rows, x, y, sheet.draw_paragraph, sheet.draw_rule)
            y += height

    def draw_footer(self, sheet: Sheet) -> None:
        shape = sheet.shape
        kind = "first" if sheet.first and shape.title_page else "default" if sheet.number % 2 else "even"
        ident = shape.footers.get(kind)
        if not ident:
            return
        footer = _footer(ident, self.layout)
        paragraphs = [self.paragraph(element, shape.room, 0, sheet.number) for element in footer.iterchildren(P)]
        y = shape.height - shape.footer - stack_height(paragraphs)
        for paragraph in paragraphs:
            draw_stack([paragraph], shape.left, y, sheet.draw_paragraph)
            self.draw_anchored(sheet, paragraph, y)
            y += stack_height([paragraph])


def _height(item: Item) -> float:
    if isinstance(item, SetParagraph):
        return stack_height([item])
    return sum(row.height for row in item.rows) + item.borders["bottom"].thickness


def _has_text(paragraph: Element) -> bool:
    return any(node.tag == TAB or node.text for run in paragraph.iterchildren(RUN) for node in run.iterchildren(T, TAB))


@cache
def _footer(ident: str, layout: Layout) -> Element:
    return etree.fromstring(footers(layout)[ident])


def _plain_shape(layout: Layout) -> PageShape:
    return PageShape(
        twips(layout.page_width),
        twips(layout.page_height),
        twips(layout.top),
        twips(layout.right),
        twips(layout.bottom),
        twips(layout.left),
        pitch=layout.pitch_twips,
    )
