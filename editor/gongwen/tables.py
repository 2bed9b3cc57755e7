"""Tables: fixed columns inside the type area, a header that repeats, rows that do not split."""

from collections.abc import Sequence
from dataclasses import dataclass

from editor.gongwen.layout import Layout, ems, twips
from editor.gongwen.ooxml import Element, add, add_paragraph, add_text
from editor.model.document import clean


@dataclass(frozen=True, slots=True)
class Cell:
    """One cell: its text (line feeds part paragraphs), its paragraph style, how it merges with its neighbours."""

    text: str
    style: str = "TableText"
    span: int = 1  # columns
    merge: str = ""  # "restart" and "continue" merge downwards


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


def _add_cell(row: Element, cell: Cell, width: int) -> None:
    element = add(row, "w:tc")
    properties = add(element, "w:tcPr")
    add(properties, "w:tcW", w=width, type="dxa")
    if cell.span > 1:
        add(properties, "w:gridSpan", val=cell.span)
    if cell.merge:
        add(properties, "w:vMerge", val=cell.merge)
    add(properties, "w:vAlign", val="center")
    for line in clean(cell.text):
        add_text(element, cell.style, line)


def add_table(
    parent: Element,
    widths: Sequence[int],
    rows: Sequence[Sequence[Cell]],
    *,
    header: int = 1,
    rules: Rules | None = None,
    margin: float = 0.0,
) -> None:
    """Append a table; `widths` in twips, the first `header` rows repeat on every page, `margin` in millimetres."""
    table = add(parent, "w:tbl")
    _table_properties(table, widths, rules or Rules(), twips(margin))
    for number, cells in enumerate(rows):
        row = add(table, "w:tr")
        properties = add(row, "w:trPr")
        add(properties, "w:cantSplit")
        if number < header:
            add(properties, "w:tblHeader")
        column = 0
        for cell in cells:
            _add_cell(row, cell, sum(widths[column : column + cell.span]))
            column += cell.span


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
    add_table(parent, column_widths(full, columns, layout.width_twips), cells, margin=layout.table_margin)
    add_paragraph(parent, "Hairline")  # keeps two tables apart, and a table off the end of the body
