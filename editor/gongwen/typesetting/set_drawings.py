"""Anchored drawings of the docx: where they stand on the page, and what a text box holds."""

from dataclasses import dataclass

from editor.gongwen.word.ooxml import Element, name

_EMU = 635  # to a twip


@dataclass(frozen=True, slots=True)
class Drawing:
    """A line (`thickness` in twips) or a text box (`content`), its place and size in twips on the page."""

    x: float
    y: float
    width: float
    height: float
    thickness: float = 0.0
    colour: str = "000000"
    content: Element | None = None
    turned: bool = False  # its text reads from top to bottom
    foot: bool = False  # its text stands at its foot


@dataclass(frozen=True, slots=True)
class Frame:
    """What a drawing is placed from, in twips: the left and top of the type area, the anchoring paragraph's top."""

    left: float
    top: float
    paragraph: float


def _need(parent: Element, path: str) -> Element:
    found = parent.find("/".join(name(step) for step in path.split("/")))
    if found is None:
        raise ValueError(f"the typesetter misses {path} in a drawing")
    return found


def _offset(anchor: Element, tag: str, origins: dict[str, float]) -> float:
    position = _need(anchor, tag)
    offset = position.find(name("wp:posOffset"))
    if offset is None or position.get("relativeFrom") not in origins:
        raise ValueError(f"the typesetter does not know this place of a drawing: {position.attrib}")
    return origins[position.get("relativeFrom", "")] + int(offset.text or 0) / _EMU


def read_drawing(content: Element, frame: Frame) -> Drawing:
    """Return the drawing in a mc:AlternateContent; raises ValueError for one that our writer does not make."""
    anchor = _need(content, "mc:Choice/w:drawing/wp:anchor")
    extent = _need(anchor, "wp:extent")
    x = _offset(anchor, "wp:positionH", {"margin": frame.left, "column": frame.left, "page": 0.0})
    y = _offset(anchor, "wp:positionV", {"paragraph": frame.paragraph, "margin": frame.top, "page": 0.0})
    width, height = (int(extent.get(side, 0)) / _EMU for side in ("cx", "cy"))
    shape = _need(anchor, "a:graphic/a:graphicData/wps:wsp")
    box = shape.find(f"{name('wps:txbx')}/{name('w:txbxContent')}")
    if box is not None:
        how = _need(shape, "wps:bodyPr")
        return Drawing(
            x, y, width, height, content=box, turned=how.get("vert") == "vert", foot=how.get("anchor") == "b"
        )
    line = _need(shape, "wps:spPr/a:ln")
    colour = _need(line, "a:solidFill/a:srgbClr").get("val", "000000")
    return Drawing(x, y, width, height, thickness=int(line.get("w", 0)) / _EMU, colour=colour)
