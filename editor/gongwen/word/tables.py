"""Tables: fixed columns inside the type area, a header that repeats, rows that stay whole unless they are tall."""

import re
from collections.abc import Collection, Mapping, Sequence
from dataclasses import dataclass, replace
from enum import StrEnum
from functools import lru_cache

from editor.gongwen.layout import Layout, ems, mm, twips
from editor.gongwen.word.ooxml import PLAIN, Element, Shape, add, add_paragraph, add_text
from editor.model.document import clean

_NAMES = re.compile("[^、]*、|[^、]+")
_CHARACTERS = re.compile("[（“‘《〔【]*.[，。、；：！？…）”’》〕】]*")  # with marks that may not end or begin a line
_NARROW = 0.15  # characters that a digit may be wider than the half it should have


class Merge(StrEnum):
    """Whether a cell is one with those over and under it: the first holds the text, the others go on with it."""

    NONE = ""
    FIRST = "restart"
    MORE = "continue"


@dataclass(frozen=True, slots=True)
class Cell:
    """One cell: its text (line feeds part paragraphs) and its paragraph style.

    `lines` breaks the text where it should, a line each; they join to the text.
    """

    text: str
    style: str = "TableText"
    span: int = 1  # columns
    merge: Merge = Merge.NONE
    lines: tuple[str, ...] = ()
    height: int = 0  # of its lines, exact twips; 0 is the style's


@dataclass(frozen=True, slots=True)
class Rules:
    """Thickness of the lines in eighths of a point; 0 is none."""

    outer: int = 4
    inner: int = 4
    sides: int = 4


def _table_properties(table: Element, widths: Sequence[int], rules: Rules, margin: int) -> None:
    properties = add(table, "w:tblPr")
    add(properties, "w:tblW", w=sum(widths), type="dxa")
    add(properties, "w:tblInd", w=0, type="dxa")
    borders = add(properties, "w:tblBorders")
    sides = {"top": rules.outer, "left": rules.sides, "bottom": rules.outer, "right": rules.sides}
    for side, size in (sides | {"insideH": rules.inner, "insideV": rules.sides}).items():
        add(borders, f"w:{side}", val="single" if size else "nil", sz=size, space=0, color="000000")
    add(properties, "w:tblLayout", type="fixed")
    margins = add(properties, "w:tblCellMar")
    for side, size in (("top", margin * 2 // 3), ("left", margin), ("bottom", margin * 2 // 3), ("right", margin)):
        add(margins, f"w:{side}", w=size, type="dxa")
    grid = add(table, "w:tblGrid")  # WPS takes the widths from here, Word from the cells
    for width in widths:
        add(grid, "w:gridCol", w=width)


def _add_cell(row: Element, cell: Cell, width: int, shape: Shape) -> None:
    element = add(row, "w:tc")
    properties = add(element, "w:tcPr")
    add(properties, "w:tcW", w=width, type="dxa")
    if cell.span > 1:
        add(properties, "w:gridSpan", val=cell.span)
    if cell.merge:
        add(properties, "w:vMerge", val=cell.merge)
    add(properties, "w:vAlign", val="center")
    shape = replace(shape, line=cell.height) if cell.height else shape
    for text in ["\n".join(cell.lines)] if cell.lines else clean(cell.text):
        add_text(element, cell.style, text, shape)


def add_table(
    parent: Element,
    widths: Sequence[int],
    rows: Sequence[Sequence[Cell]],
    *,
    header: int = 1,
    rules: Rules | None = None,
    margin: float = 0.0,
    split: Collection[int] = (),
    keep: Collection[int] = (),
    heights: Mapping[int, int] | None = None,
) -> None:
    """Append a table; `widths` in twips, the first `header` rows repeat on every page, `margin` in millimetres.

    Only the rows whose numbers are in `split` may break across pages; those in `keep` stay on one page with the next.
    None is lower than `heights` says in twips for its number.
    """
    together = Shape(keep_next=True)
    table = add(parent, "w:tbl")
    _table_properties(table, widths, rules or Rules(), twips(margin))
    for number, cells in enumerate(rows):
        row = add(table, "w:tr")
        properties = add(row, "w:trPr")
        if number not in split:
            add(properties, "w:cantSplit")
        if height := (heights or {}).get(number):
            add(properties, "w:trHeight", val=height, hRule="atLeast")
        if number < header:
            add(properties, "w:tblHeader")
        column = 0
        for cell in cells:
            _add_cell(row, cell, sum(widths[column : column + cell.span]), together if number in keep else PLAIN)
            column += cell.span


def tall_rows(rows: Sequence[Sequence[Cell]], widths: Sequence[int], layout: Layout) -> frozenset[int]:
    """Return the numbers of the rows higher than two thirds of a page: moved whole, they would leave that empty."""
    most = layout.height / mm(layout.table_line) * 2 / 3
    em = round(layout.table_size * 20)
    room = [max((width - 2 * twips(layout.table_margin)) // em, 1) for width in widths]

    def lines(text: str, per_line: int) -> int:
        return sum(max(1, -int(-ems(line) // per_line)) for line in clean(text))

    def height(row: Sequence[Cell]) -> int:
        return max((lines(cell.text, per_line) for cell, per_line in zip(row, room, strict=False)), default=0)

    return frozenset(number for number, row in enumerate(rows) if height(row) > most)


@lru_cache(maxsize=4096)  # a table looks for its best rows among many that share their texts
def wrap(text: str, room: float, *, names: bool = False) -> tuple[str, ...]:
    """Return a text line by line where `room` characters (字) fit; with `names` the units of a list stay whole."""
    lines = []
    for paragraph in clean(text):
        line, width = "", 0.0
        pieces = (_NAMES if names else _CHARACTERS).findall(paragraph) if _width(paragraph) > room else [paragraph]
        for piece in pieces:
            size = _width(piece)
            if line and width + size > room:
                lines.append(line)
                line, width = "", 0.0
            *full, rest = _cut(piece, room) if size > room else [piece]
            lines += full
            line, width = line + rest, width + _width(rest)
        lines.append(line)
    return tuple(lines)


def _cut(piece: str, room: float) -> list[str]:
    """Return what is longer than a line in lines."""
    lines = [""]
    for char in piece:
        if lines[-1] and _width(lines[-1] + char) > room:
            lines.append("")
        lines[-1] += char
    return lines


def _width(text: str) -> float:
    """Return the characters (字) that a text may take: its digits are wider than half of one in some fonts."""
    width = ems(text)
    return width + 2 * (len(text) - width) * _NARROW


def column_widths(rows: Sequence[Sequence[str]], columns: int, total: int) -> list[int]:
    """Share `total` twips among columns by their longest texts; none gets less than a third of an even share."""
    floor = total // (3 * columns)
    needs = [max(min(max((ems(row[i]) for row in rows), default=1), 40), 2) for i in range(columns)]
    widths = [floor + int((total - floor * columns) * need / sum(needs)) for need in needs]
    widths[-1] += total - sum(widths)
    return widths


def add_block_table(parent: Element, rows: Sequence[Sequence[str]], layout: Layout) -> None:
    """Append a table of the document; its first row is taken for the header."""
    columns = max((len(row) for row in rows), default=0)
    if not columns:
        return
    full = [[*row, *[""] * (columns - len(row))] for row in rows]
    styles = ["TableCentre" if max(map(ems, column)) <= 6 else "TableText" for column in zip(*full[1:], strict=True)]
    cells = [[Cell(text, "TableHead") for text in full[0]]]
    cells += [[Cell(text, style) for text, style in zip(row, styles, strict=True)] for row in full[1:]]
    widths = column_widths(full, columns, layout.width_twips)
    split = tall_rows(cells, widths, layout) - {0}  # a header cannot repeat in pieces
    add_table(parent, widths, cells, margin=layout.table_margin, split=split)
    add_paragraph(parent, "Hairline")  # keeps two tables apart, and a table off the end of the body
