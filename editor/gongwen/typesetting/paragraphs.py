"""A paragraph of the docx set as lines of a given width."""

from collections.abc import Iterator
from dataclasses import dataclass

from editor.gongwen.typesetting.characters import Characters, Measure
from editor.gongwen.typesetting.formats import Formats, ParagraphFormat, RunFormat, TabStop
from editor.gongwen.typesetting.line_breaks import next_break
from editor.gongwen.word.ooxml import BR, P_PR, R_PR, RUN, TAB, Element, T, name

_CONTENT, _FIELD, _CODE = name("mc:AlternateContent"), name("w:fldChar"), name("w:instrText")
_KIND = name("w:fldCharType")
_BESIDE = frozenset(name(f"w:{tag}") for tag in ("bookmarkStart", "bookmarkEnd", "proofErr"))
_DEFAULT_TAB = 630  # settings.xml
# Of the fonts LibreOffice falls back to: a font's own line, in sizes of the type; 80 % of an exact line are above.
_ASCENT, _DESCENT, _ABOVE = 1.16, 0.288, 0.8


@dataclass(frozen=True, slots=True)
class Content:
    """What stands in a paragraph: its text, the ends and looks of its runs, the drawings anchored in it."""

    format: ParagraphFormat
    text: str
    runs: tuple[tuple[int, RunFormat], ...]
    drawings: tuple[Element, ...]


@dataclass(frozen=True, slots=True)
class Piece:
    """A stretch of a line in one font; `x` in twips from the left edge of the area, advances in points."""

    x: float
    text: str
    face: str
    look: RunFormat
    chinese: bool
    advances: tuple[float, ...]


@dataclass(frozen=True, slots=True)
class Line:
    """One line: heights in twips, the baseline from its top."""

    height: float
    baseline: float
    pieces: tuple[Piece, ...]


@dataclass(frozen=True, slots=True)
class SetParagraph:
    """A paragraph as lines."""

    format: ParagraphFormat
    lines: tuple[Line, ...]
    drawings: tuple[Element, ...] = ()
    number: int = -1  # among the paragraphs with text

    @property
    def height(self) -> float:
        """Return the height of the lines in twips."""
        return sum(line.height for line in self.lines)


def read_paragraph(paragraph: Element, formats: Formats, page: int = 0) -> Content:
    """Return a paragraph's content with `page` for the field PAGE; raises ValueError for an element not known here."""
    shape = formats.paragraph(paragraph.find(P_PR))
    text, in_field = "", ""
    runs: list[tuple[int, RunFormat]] = []
    drawings: list[Element] = []
    for child in paragraph:
        if child.tag == P_PR or child.tag in _BESIDE:
            continue
        if child.tag != RUN:
            raise ValueError(f"the typesetter does not know {child.tag} in a paragraph")
        for node in child:
            if node.tag == _FIELD:
                in_field = {"begin": "code", "separate": "result"}.get(node.get(_KIND, ""), "")
            elif node.tag == T:
                text += str(page) if in_field == "result" else node.text or ""
            elif node.tag == TAB:
                text += "\t"
            elif node.tag == BR:
                text += "\n"
            elif node.tag == _CONTENT:
                drawings.append(node)
            elif node.tag not in {R_PR, _CODE}:
                raise ValueError(f"the typesetter does not know {node.tag} in a run")
        if len(text) > (runs[-1][0] if runs else 0):
            runs.append((len(text), formats.run(child.find(R_PR), shape.run)))
    return Content(shape, text, tuple(runs), tuple(drawings))


def set_paragraph(content: Content, width: float, pitch: int, measure: Measure, number: int = -1) -> SetParagraph:
    """Set a paragraph in an area `width` twips wide; `pitch` is the grid's, 0 where there is none."""
    lines = tuple(_Setter(content, width, pitch, measure).lines())
    return SetParagraph(content.format, lines, content.drawings, number)


class _Setter:
    """Fills line after line of one paragraph."""

    def __init__(self, content: Content, width: float, pitch: int, measure: Measure) -> None:
        self.shape = content.format
        self.width = width
        self.pitch = pitch if content.format.snap else 0
        self.sizes = [run.size for _, run in content.runs] or [content.format.run.size]
        self.characters = Characters(content.text, content.runs, measure)

    def lines(self) -> Iterator[Line]:
        text, start = self.characters.text, 0
        while start < len(text):
            yield self.line(start, *(ends := self.fill(start)))
            start = ends[1]
        if not text or text[-1] == "\n":
            yield Line(*self.height(), ())

    def height(self) -> tuple[float, float]:
        """Return the height of a line and its baseline."""
        size = max(self.sizes) * 20
        ascent, natural = size * _ASCENT, size * (_ASCENT + _DESCENT)
        if self.pitch:
            height = self.pitch * -(-natural // self.pitch)
            return height, (height - natural) / 2 + ascent
        if self.shape.rule == "exact" and self.shape.line:
            return self.shape.line, self.shape.line * _ABOVE
        if self.shape.rule == "atLeast":
            height = max(natural, self.shape.line)
            return height, height - size * _DESCENT
        height = natural * (self.shape.line or 240) / 240
        return height, height - size * _DESCENT

    def fill(self, start: int) -> tuple[int, int]:
        """Return where the line from `start` ends and where the next one starts."""
        text = self.characters.text
        stop = text.find("\n", start)
        end = len(text) if stop < 0 else stop
        x, limit = float(self.indent(start)), self.width - self.shape.right
        at = start
        while True:
            tab = text.find("\t", at, end)
            piece = tab if tab >= 0 else end
            cut = self.characters.fitting(at, piece, limit - x)
            if cut < piece:
                return next_break(self.characters, start, cut)
            if tab < 0:
                return end, end + 1 if stop >= 0 else end
            x += self.characters.width(at, tab)
            x += self.set_tab(tab, x, end)
            at = tab + 1

    def set_tab(self, tab: int, x: float, end: int) -> float:
        """Give a tab that begins at `x` its width and return it."""
        characters = self.characters
        stop = self.next_stop(x)
        upto = characters.text.find("\t", tab + 1, end)
        behind = characters.width(tab + 1, upto if upto >= 0 else end)
        share = {"right": 1.0, "end": 1.0, "center": 0.5}.get(stop.kind, 0.0)
        characters.widths[tab] = max(0.0, stop.at - x - share * behind)
        characters.gaps[tab] = 0.0
        characters.update()
        return characters.widths[tab]

    def next_stop(self, x: float) -> TabStop:
        stops = list(self.shape.tabs)
        if self.shape.first < 0:  # a hanging indent is a tab stop
            stops.append(TabStop(self.shape.left))
        beyond = [stop for stop in stops if stop.at > x + 1]
        return min(beyond, key=lambda stop: stop.at, default=TabStop((int(x) // _DEFAULT_TAB + 1) * _DEFAULT_TAB))

    def indent(self, start: int) -> int:
        return self.shape.left + (0 if start else self.shape.first)

    def line(self, start: int, end: int, after: int) -> Line:
        """Return the line from `start` to before `end`, aligned; the next one starts at `after`."""
        characters, shape = self.characters, self.shape
        text = characters.text
        seen = end
        while seen > start and text[seen - 1] in " \t":  # blanks at the end take no room
            seen -= 1
        x = float(self.indent(start))
        free = self.width - shape.right - x - characters.width(start, seen)
        tab = text.rfind("\t", start, seen) + 1  # nothing before the last tab moves
        extra: dict[int, float] = {}
        if shape.align in {"center", "right", "end"} and not tab:
            x += free / 2 if shape.align == "center" else free
        elif self.is_justified(end, after) and free > 0:
            glue = [at for at in range(max(start, tab), seen - 1) if self.stretches(at)]
            extra = dict.fromkeys(glue, free / len(glue)) if glue else {}
        return Line(*self.height(), tuple(self.pieces(start, seen, x, extra)))

    def is_justified(self, end: int, after: int) -> bool:
        if self.shape.align == "distribute":
            return True
        return self.shape.align == "both" and after < len(self.characters.text) and self.characters.text[end] != "\n"

    def stretches(self, at: int) -> bool:
        """Return whether justification opens the gap behind a character: any Chinese one's, a blank's."""
        portion = self.characters.portion(at)
        if portion.chinese or self.characters.text[at] == " ":
            return True
        return at == portion.end - 1 and self.characters.portion(at + 1).chinese

    def pieces(self, start: int, end: int, x: float, extra: dict[int, float]) -> Iterator[Piece]:
        characters = self.characters
        for portion in characters.portions_of(start, end) if end > start else ():
            first, last = max(portion.start, start), min(portion.end, end)
            widths = [
                characters.widths[at] + (characters.gaps[at] + extra.get(at, 0.0) if at < end - 1 else 0.0)
                for at in range(first, last)
            ]
            if characters.text[first] != "\t":
                advances = tuple(width / 20 for width in widths)
                yield Piece(x, characters.text[first:last], portion.face, portion.format, portion.chinese, advances)
            x += sum(widths)
