"""Sections of the page: portrait or turned, with page numbers or without; the numbers run on through all of them."""

from dataclasses import dataclass

from editor.gongwen.layout import Layout, twips
from editor.gongwen.word.ooxml import P_PR, Element, P, add, add_paragraph, name

# Sides clockwise; a turned page (clause 8) goes into the sheet anticlockwise, its top at the left of the sheet.
_SIDES = ("top", "right", "bottom", "left")
_TURNED = ("left", "top", "right", "bottom")


@dataclass(frozen=True, slots=True)
class Section:
    """How the pages of one section stand and where their numbers are (7.5, 8, 10.1)."""

    landscape: bool = False
    numbers: bool = True  # False: empty footers, which Word would otherwise take from the section before
    first_number: bool = True  # False: the first page has none (信函, 10.1)
    starts: str = "nextPage"  # or "evenPage"


def close_section(body: Element, section: Section, layout: Layout) -> None:
    """End a section here: its properties go into the last paragraph, or into a hairline one after a table."""
    last = body[-1] if len(body) and body[-1].tag == P else add_paragraph(body, "Hairline")
    properties = last.find(P_PR)
    if properties is None:
        properties = last.makeelement(P_PR, {}, None)
        last.insert(0, properties)
    _add_properties(properties, section, layout)


def add_section(body: Element, section: Section, layout: Layout) -> None:
    """Append the properties of the last section, as the last child of the body."""
    _add_properties(body, section, layout)


def _footers(section: Section) -> dict[str, str]:
    """Return the relationship of each kind of footer."""
    if not section.numbers:
        return {"default": "footerEmpty", "even": "footerEmpty"}
    side = "Side" if section.landscape else ""
    footers = {"default": f"footer{side}Odd", "even": f"footer{side}Even"}
    return footers if section.first_number else footers | {"first": "footerEmpty"}


def _add_properties(parent: Element, section: Section, layout: Layout) -> None:
    properties = add(parent, "w:sectPr")
    for kind, footer in _footers(section).items():
        add(properties, "w:footerReference", type=kind).set(name("r:id"), footer)
    if section.starts != "nextPage":
        add(properties, "w:type", val=section.starts)
    width, height = twips(layout.page_width), twips(layout.page_height)
    if section.landscape:
        add(properties, "w:pgSz", w=height, h=width, orient="landscape")
    else:
        add(properties, "w:pgSz", w=width, h=height)
    margins = {
        side: twips(getattr(layout, of))
        for side, of in zip(_SIDES, _TURNED if section.landscape else _SIDES, strict=True)
    }
    # The number of a turned page stands in a box at its side: its footer only has to stay out of the way.
    footer_twips = layout.header_twips if section.landscape else layout.footer_twips
    add(properties, "w:pgMar", **margins, header=layout.header_twips, footer=footer_twips, gutter=0)
    if section.numbers and not section.first_number:
        add(properties, "w:titlePg")
    # Not linesAndChars: LibreOffice would set fourteen characters a line.
    add(properties, "w:docGrid", type="lines", linePitch=layout.pitch_twips)
