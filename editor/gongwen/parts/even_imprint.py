"""The 版记 on an even page (GB/T 33476.2-2016, 7.3.1): where the text ends, and what comes between."""

from copy import deepcopy

from editor.gongwen.elements import Elements
from editor.gongwen.layout import Layout
from editor.gongwen.parts.imprint import add_imprint, imprint_height
from editor.gongwen.word.ooxml import Element, add_paragraph
from editor.gongwen.word.sections import Section, add_section, close_section


def add_even_imprint(body: Element, elements: Elements, layout: Layout, section: Section) -> Section:
    """Append the 版记 on an even page; `section` is the open one of the text, the one returned is to end the body."""
    if not imprint_height(elements, layout):
        return section
    last_page = _count(deepcopy(body), section, layout)
    room = False
    if last_page % 2 == 0:
        whole = deepcopy(body)
        add_imprint(whole, elements, layout)
        room = _count(whole, section, layout) == last_page
    return place_imprint(body, elements, layout, section, last_page, room)


def _count(body: Element, section: Section, layout: Layout) -> int:
    """Close the body and return how many pages it has."""
    from editor.gongwen.typesetting.typeset import typeset

    add_section(body, section, layout)
    return len(typeset(body, layout))


def place_imprint(
    body: Element, elements: Elements, layout: Layout, section: Section, last_page: int, room: bool
) -> Section:
    """Append the 版记 to a text that ends in `section` on page `last_page`, counted from 1, with `room` for it or not.

    Returns the section that is to end the body. Where a blank page comes between, neither that page nor that of the
    版记 has a number (GB/T 9704-2012, 7.5).
    """
    if last_page % 2 == 0 and room and not section.landscape:
        add_imprint(body, elements, layout)
        return section
    close_section(body, section, layout)
    blank = last_page % 2 == 0
    if blank:  # written out: LibreOffice leaves a page that it inserts by itself out of the PDF
        add_paragraph(body, "Hairline")
        close_section(body, Section(numbers=False), layout)
    add_imprint(body, elements, layout)
    return Section(numbers=not blank, starts="evenPage")
