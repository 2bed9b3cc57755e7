"""The two drawings an official document needs: a straight line and a text box, both DrawingML (Word 2010 and later)."""

from dataclasses import dataclass

from lxml import etree

from editor.gongwen.layout import emu
from editor.gongwen.word.ooxml import RUN, WPS, Element, add


@dataclass(frozen=True, slots=True)
class Place:
    """Where a drawing stands and how large it is, in millimetres; the flags tell what `x` and `y` count from."""

    x: float  # from the left edge of the type area, or of the page
    y: float  # from the top of the page, or of the paragraph it is anchored in
    width: float
    height: float
    from_page: bool = False
    x_from_page: bool = False


def _anchor(paragraph: Element, number: int, label: str, place: Place) -> Element:
    """Anchor an empty shape in a paragraph and return its wps:wsp; text does not give way to it."""
    run = etree.SubElement(paragraph, RUN)
    choice = add(add(run, "mc:AlternateContent"), "mc:Choice", Requires="wps")
    anchor = add(choice, "w:drawing")
    flags = {
        "simplePos": 0,
        "relativeHeight": number,
        "behindDoc": 0,
        "locked": 0,
        "layoutInCell": 1,
        "allowOverlap": 1,
    }
    anchor = add(anchor, "wp:anchor", distT=0, distB=0, distL=0, distR=0, **flags)
    add(anchor, "wp:simplePos", x=0, y=0)
    horizontal = add(anchor, "wp:positionH", relativeFrom="page" if place.x_from_page else "margin")
    add(horizontal, "wp:posOffset").text = str(emu(place.x))
    vertical = add(anchor, "wp:positionV", relativeFrom="page" if place.from_page else "paragraph")
    add(vertical, "wp:posOffset").text = str(emu(place.y))
    add(anchor, "wp:extent", cx=emu(place.width), cy=emu(place.height))
    add(anchor, "wp:effectExtent", l=0, t=0, r=0, b=0)
    add(anchor, "wp:wrapNone")
    add(anchor, "wp:docPr", id=number, name=label)
    add(anchor, "wp:cNvGraphicFramePr")
    data = add(add(anchor, "a:graphic"), "a:graphicData", uri=WPS)
    return add(data, "wps:wsp")


def _outline(shape: Element, preset: str, place: Place) -> Element:
    properties = add(shape, "wps:spPr")
    frame = add(properties, "a:xfrm")
    add(frame, "a:off", x=0, y=0)
    add(frame, "a:ext", cx=emu(place.width), cy=emu(place.height))
    add(add(properties, "a:prstGeom", prst=preset), "a:avLst")
    return properties


def add_line(paragraph: Element, number: int, label: str, place: Place, thickness: float, color: str) -> None:
    """Anchor a horizontal line of `thickness` millimetres in a paragraph."""
    shape = _anchor(paragraph, number, label, place)
    add(shape, "wps:cNvCnPr")
    line = add(_outline(shape, "line", place), "a:ln", w=emu(thickness))
    add(add(line, "a:solidFill"), "a:srgbClr", val=color)
    add(shape, "wps:bodyPr")


def add_text_box(paragraph: Element, number: int, label: str, place: Place, *, turned: bool = False) -> Element:
    """Anchor a text box without frame or insets, text at its foot, and return its w:txbxContent.

    In a `turned` one the text reads from top to bottom, its first line at the right side.
    """
    shape = _anchor(paragraph, number, label, place)
    add(shape, "wps:cNvSpPr", txBox=1)
    outline = _outline(shape, "rect", place)
    add(outline, "a:noFill")
    add(add(outline, "a:ln"), "a:noFill")
    content = add(add(shape, "wps:txbx"), "w:txbxContent")
    how = {"vert": "vert", "anchor": "t"} if turned else {"anchor": "b"}
    insets = {"wrap": "square", "lIns": 0, "tIns": 0, "rIns": 0, "bIns": 0}
    add(shape, "wps:bodyPr", **insets, **how)
    return content
