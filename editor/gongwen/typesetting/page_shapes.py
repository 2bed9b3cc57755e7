"""The sections of the docx: sheet, margins, grid and footers of their pages."""

from collections.abc import Iterator
from dataclasses import dataclass, field

from editor.gongwen.word.ooxml import P_PR, VAL, Element, P, name

_SECTION = name("w:sectPr")
_IDLE = {name(f"w:{tag}") for tag in ("footerReference", "type", "pgSz", "pgMar", "titlePg", "docGrid")}


@dataclass(frozen=True, slots=True)
class PageShape:
    """The pages of one section, lengths in twips; `pitch` 0 is no grid, `footers` are relationships by kind."""

    width: int = 11906
    height: int = 16838
    top: int = 0
    right: int = 0
    bottom: int = 0
    left: int = 0
    footer: int = 0
    pitch: int = 0
    footers: dict[str, str] = field(default_factory=dict)
    title_page: bool = False
    starts: str = "nextPage"

    @property
    def room(self) -> int:
        """Return the width of the type area."""
        return self.width - self.left - self.right

    @property
    def spare(self) -> int:
        """Return what whole lines of the grid leave over: LibreOffice puts half of it above them."""
        height = self.height - self.top - self.bottom
        return height % self.pitch if self.pitch else 0

    @property
    def start(self) -> int:
        """Return where the lines start, from the top of the sheet."""
        return self.top + self.spare // 2

    @property
    def high(self) -> int:
        """Return the height that lines may fill."""
        return self.height - self.top - self.bottom - self.spare


def read_shape(section: Element, before: PageShape | None) -> PageShape:
    """Return the pages of a w:sectPr; a kind of footer it lacks is that of the section before."""
    unknown = next((child.tag for child in section if child.tag not in _IDLE), None)
    if unknown is not None:
        raise ValueError(f"the typesetter does not know {unknown} in a section")

    def value(tag: str, key: str) -> int:
        found = section.find(name(f"w:{tag}"))
        return 0 if found is None else int(found.get(name(f"w:{key}"), 0))

    kind = section.find(name("w:type"))
    footers = dict(before.footers) if before else {}
    for reference in section.iterchildren(name("w:footerReference")):
        footers[reference.get(name("w:type"), "default")] = reference.get(name("r:id"), "")
    return PageShape(
        value("pgSz", "w"),
        value("pgSz", "h"),
        **{side: value("pgMar", side) for side in ("top", "right", "bottom", "left", "footer")},
        pitch=value("docGrid", "linePitch"),
        footers=footers,
        title_page=section.find(name("w:titlePg")) is not None,
        starts="nextPage" if kind is None else kind.get(VAL, "nextPage"),
    )


def sections(body: Element, default: PageShape) -> Iterator[tuple[PageShape, list[Element]]]:
    """Yield each section with its paragraphs and tables; what no section ends has the `default` pages."""
    shape: PageShape | None = None
    content: list[Element] = []
    for element in body:
        if element.tag == _SECTION:
            shape = read_shape(element, shape)
            yield shape, content
            content = []
            continue
        content.append(element)
        end = element.find(f"{P_PR}/{_SECTION}") if element.tag == P else None
        if end is not None:
            shape = read_shape(end, shape)
            yield shape, content
            content = []
    if content:
        yield default, content
