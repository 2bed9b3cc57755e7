"""What a paragraph or a run looks like in the end: defaults, named style and direct properties of the docx together."""

from collections.abc import Callable, Mapping
from dataclasses import dataclass, replace
from functools import cache, cached_property

from lxml import etree

from editor.gongwen.layout import Layout
from editor.gongwen.word.ooxml import P_PR, R_PR, VAL, Element, name
from editor.gongwen.word.styles_part import styles_part

# Properties that move nothing, or that the typesetter takes for granted.
_IDLE_PARAGRAPH = {
    *map(name, ("w:pStyle", "w:rPr", "w:sectPr", "w:outlineLvl", "w:kinsoku", "w:overflowPunct", "w:textAlignment")),
    *map(name, ("w:autoSpaceDE", "w:autoSpaceDN", "w:topLinePunct", "w:adjustRightInd", "w:wordWrap")),
}
_IDLE_RUN = set(map(name, ("w:rStyle", "w:szCs", "w:bCs", "w:kern", "w:lang", "w:noProof", "w:snapToGrid")))


@dataclass(frozen=True, slots=True)
class RunFormat:
    """Font and size of a run; `spacing` and `size` in points."""

    latin: str = ""
    face: str = ""
    size: float = 10.0
    spacing: float = 0.0
    colour: str = "000000"
    bold: bool = False


@dataclass(frozen=True, slots=True)
class TabStop:
    """A tab stop; `at` in twips from the left edge of the type area."""

    at: int
    kind: str = "left"


@dataclass(frozen=True, slots=True)
class ParagraphFormat:
    """Shape of a paragraph, lengths in twips; `line` 0 is the font's own height, `first` is negative for a hanging."""

    run: RunFormat = RunFormat()
    align: str = "left"
    left: int = 0
    right: int = 0
    first: int = 0
    before: int = 0
    after: int = 0
    line: int = 0
    rule: str = "auto"
    snap: bool = True
    keep_next: bool = False
    keep_lines: bool = False
    page_break: bool = False
    widows: bool = True
    tabs: tuple[TabStop, ...] = ()


def _on(element: Element) -> bool:
    return element.get(VAL, "1") not in {"0", "false", "off"}


def _int(element: Element, key: str, default: int) -> int:
    return int(element.get(name(f"w:{key}"), default))


def _spacing(element: Element, base: ParagraphFormat) -> ParagraphFormat:
    return replace(
        base,
        before=_int(element, "before", base.before),
        after=_int(element, "after", base.after),
        line=_int(element, "line", base.line),
        rule=element.get(name("w:lineRule"), base.rule),
    )


def _indent(element: Element, base: ParagraphFormat) -> ParagraphFormat:
    first = base.first
    if element.get(name("w:hanging")) is not None:
        first = -_int(element, "hanging", 0)
    elif element.get(name("w:firstLine")) is not None:
        first = _int(element, "firstLine", 0)
    return replace(base, left=_int(element, "left", base.left), right=_int(element, "right", base.right), first=first)


def _tabs(element: Element, base: ParagraphFormat) -> ParagraphFormat:
    stops = {stop.at: stop for stop in base.tabs}
    for tab in element:
        at, kind = _int(tab, "pos", 0), tab.get(VAL, "left")
        stops.pop(at, None)
        if kind != "clear":
            stops[at] = TabStop(at, kind)
    return replace(base, tabs=tuple(stops[at] for at in sorted(stops)))


_PARAGRAPH: dict[str, Callable[[Element, ParagraphFormat], ParagraphFormat]] = {
    name("w:keepNext"): lambda element, base: replace(base, keep_next=_on(element)),
    name("w:keepLines"): lambda element, base: replace(base, keep_lines=_on(element)),
    name("w:pageBreakBefore"): lambda element, base: replace(base, page_break=_on(element)),
    name("w:widowControl"): lambda element, base: replace(base, widows=_on(element)),
    name("w:snapToGrid"): lambda element, base: replace(base, snap=_on(element)),
    name("w:jc"): lambda element, base: replace(base, align=element.get(VAL, base.align)),
    name("w:spacing"): _spacing,
    name("w:ind"): _indent,
    name("w:tabs"): _tabs,
}


def _fonts(element: Element, base: RunFormat) -> RunFormat:
    face = element.get(name("w:eastAsia"), base.face)
    return replace(base, face=face, latin=element.get(name("w:ascii"), base.latin))


_RUN: dict[str, Callable[[Element, RunFormat], RunFormat]] = {
    name("w:rFonts"): _fonts,
    name("w:sz"): lambda element, base: replace(base, size=_int(element, "val", 20) / 2),
    name("w:spacing"): lambda element, base: replace(base, spacing=_int(element, "val", 0) / 20),
    name("w:color"): lambda element, base: replace(base, colour=element.get(VAL, base.colour)),
    name("w:b"): lambda element, base: replace(base, bold=_on(element)),
}


def _apply_run(properties: Element | None, base: RunFormat) -> RunFormat:
    for element in () if properties is None else properties:
        if element.tag in _RUN:
            base = _RUN[element.tag](element, base)
        elif element.tag not in _IDLE_RUN:
            raise ValueError(f"the typesetter does not know {element.tag} in a run")
    return base


def _apply_paragraph(properties: Element | None, base: ParagraphFormat) -> ParagraphFormat:
    for element in () if properties is None else properties:
        if element.tag in _PARAGRAPH:
            base = _PARAGRAPH[element.tag](element, base)
        elif element.tag not in _IDLE_PARAGRAPH:
            raise ValueError(f"the typesetter does not know {element.tag} in a paragraph")
    return base


class Formats:
    """The formats of one layout's styles, resolved as they are asked for; raises ValueError for what it lacks."""

    def __init__(self, styles: Element) -> None:
        self._styles: Mapping[str, Element] = {
            style.get(name("w:styleId"), ""): style for style in styles.iter(name("w:style"))
        }
        self._defaults = styles.find(f"{name('w:docDefaults')}/{name('w:rPrDefault')}/{R_PR}")
        self._known: dict[str, ParagraphFormat] = {}

    @cached_property
    def _start(self) -> ParagraphFormat:
        return ParagraphFormat(run=_apply_run(self._defaults, RunFormat()))

    def style(self, style_id: str) -> ParagraphFormat:
        """Return the format of a paragraph style, all it is based on included."""
        if style_id not in self._known:
            style = self._styles.get(style_id)
            if style is None:
                raise ValueError(f"no style {style_id}")
            based = style.find(name("w:basedOn"))
            base = self._start if based is None else self.style(based.get(VAL, ""))
            base = _apply_paragraph(style.find(P_PR), base)
            self._known[style_id] = replace(base, run=_apply_run(style.find(R_PR), base.run))
        return self._known[style_id]

    def paragraph(self, properties: Element | None) -> ParagraphFormat:
        """Return the format of a paragraph with these w:pPr."""
        style = None if properties is None else properties.find(name("w:pStyle"))
        return _apply_paragraph(properties, self.style("Normal" if style is None else style.get(VAL, "")))

    def run(self, properties: Element | None, base: RunFormat) -> RunFormat:
        """Return the format of a run with these w:rPr in a paragraph whose text looks like `base`."""
        if properties is None:
            return base
        style = properties.find(name("w:rStyle"))
        if style is not None:
            found = self._styles.get(style.get(VAL, ""))
            base = _apply_run(None if found is None else found.find(R_PR), base)
        return _apply_run(properties, base)


@cache
def formats_of(layout: Layout) -> Formats:
    """Return the formats of the styles that a layout's docx carries."""
    return Formats(etree.fromstring(styles_part(layout)))
