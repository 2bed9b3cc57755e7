"""The few helpers with which WordprocessingML is written: names, elements, paragraphs, runs."""

import re
from dataclasses import dataclass
from functools import cache

from lxml import etree

W = "http://schemas.openxmlformats.org/wordprocessingml/2006/main"
R = "http://schemas.openxmlformats.org/officeDocument/2006/relationships"
WP = "http://schemas.openxmlformats.org/drawingml/2006/wordprocessingDrawing"
A = "http://schemas.openxmlformats.org/drawingml/2006/main"
WPS = "http://schemas.microsoft.com/office/word/2010/wordprocessingShape"
MC = "http://schemas.openxmlformats.org/markup-compatibility/2006"
NAMESPACES = {"w": W, "r": R, "wp": WP, "a": A, "wps": WPS, "mc": MC}

Element = etree._Element


@cache
def name(qualified: str) -> str:
    """Return "w:p" in lxml's form; a name without prefix stays as it is."""
    prefix, colon, local = qualified.partition(":")
    return f"{{{NAMESPACES[prefix]}}}{local}" if colon else qualified


P, T, TAB, BR, RUN, P_PR, R_PR = (name(f"w:{tag}") for tag in ("p", "t", "tab", "br", "r", "pPr", "rPr"))
VAL = name("w:val")
_SPACE = "{http://www.w3.org/XML/1998/namespace}space"
_PIECES = re.compile(r"[\t\n]|[^\t\n]+")


def root(qualified: str) -> Element:
    """Return the root element of a part, with every prefix declared once."""
    return etree.Element(name(qualified), nsmap=NAMESPACES)


def add(parent: Element, qualified: str, **attributes: object) -> Element:
    """Append an element; attributes get its prefix ("w:val" for val) unless they belong to none (DrawingML)."""
    child = etree.SubElement(parent, name(qualified))
    prefix = "w:" if qualified.startswith("w:") else ""
    for key, value in attributes.items():
        child.set(name(prefix + key), str(value))
    return child


@dataclass(frozen=True, slots=True)
class Shape:
    """What a paragraph says beyond its style; lengths in twips, 0 or None: as the style has it."""

    page_break: bool = False
    keep_next: bool | None = None
    widows: bool = False  # two lines at least on either page
    before: int = 0
    after: int = 0
    line: int = 0  # exact
    left: int = 0
    right: int = 0
    hanging: int = 0
    tabs: tuple[int, ...] = ()  # left tab stops
    centres: tuple[int, ...] = ()  # centred tab stops
    align: str = ""


PLAIN = Shape()


def add_paragraph(parent: Element, style: str, shape: Shape = PLAIN) -> Element:
    """Append an empty paragraph of the style id `style`; its properties stand in schema order."""
    paragraph = etree.SubElement(parent, P)
    properties = etree.SubElement(paragraph, P_PR)
    etree.SubElement(properties, name("w:pStyle")).set(VAL, style)
    if shape is PLAIN:
        return paragraph
    if shape.keep_next is not None:
        add(properties, "w:keepNext", val=int(shape.keep_next))
    if shape.page_break:
        add(properties, "w:pageBreakBefore")
    if shape.widows:
        add(properties, "w:widowControl", val=1)
    if shape.tabs or shape.centres:
        stops = add(properties, "w:tabs")
        for kind, positions in (("left", shape.tabs), ("center", shape.centres)):
            for stop in positions:
                add(stops, "w:tab", val=kind, pos=stop)
    spacing = {key: value for key in ("before", "after", "line") if (value := getattr(shape, key))}
    if shape.line:
        add(properties, "w:snapToGrid", val=0)
    if spacing:
        add(properties, "w:spacing", **spacing, **({"lineRule": "exact"} if shape.line else {}))
    indent = {key: value for key in ("left", "right", "hanging") if (value := getattr(shape, key))}
    if indent:
        add(properties, "w:ind", **indent)
    if shape.align:
        add(properties, "w:jc", val=shape.align)
    return paragraph


def add_run(paragraph: Element, text: str, style: str = "") -> Element:
    """Append a run; tabs become tab stops, line feeds line breaks, every other character stays as it is."""
    run = etree.SubElement(paragraph, RUN)
    if style:
        etree.SubElement(etree.SubElement(run, R_PR), name("w:rStyle")).set(VAL, style)
    for piece in _PIECES.findall(text):
        if piece == "\t":
            etree.SubElement(run, TAB)
        elif piece == "\n":
            etree.SubElement(run, BR)
        else:
            node = etree.SubElement(run, T)
            node.text = piece
            if piece != piece.strip() or "  " in piece:
                node.set(_SPACE, "preserve")
    return run


def add_text(parent: Element, style: str, text: str, shape: Shape = PLAIN) -> Element:
    """Append a paragraph of one run (none for an empty text)."""
    paragraph = add_paragraph(parent, style, shape)
    if text:
        add_run(paragraph, text)
    return paragraph


def serialise(element: Element) -> bytes:
    """Return a part as bytes: UTF-8, with the declaration Office expects."""
    return etree.tostring(element, xml_declaration=True, encoding="UTF-8", standalone=True)
