"""Tables: fixed columns inside the type area, a header that repeats, rows that stay whole unless they are tall."""

from collections.abc import Collection, Sequence
from dataclasses import dataclass

from editor.gongwen.layout import Layout, ems, mm, twips
from editor.gongwen.ooxml import Element, add, add_paragraph, add_text
from editor.model.document import clean


@dataclass(frozen=True, slots=True)
class Cell:
    """One cell: its text (line feeds part paragraphs), its paragraph style, another for the first line if need be."""

    text: str
    style: str = "TableText"
    span: int = 1  # columns
    first: str = ""  # style of the first paragraph where it differs


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
    add(properties, "w:vAlign", val="center")
    for at, line in enumerate(clean(cell.text)):
        add_text(element, cell.style if at else cell.first or cell.style, line)


def add_table(
    parent: Element,
    widths: Sequence[int],
    rows: Sequence[Sequence[Cell]],
    *,
    header: int = 1,
    rules: Rules | None = None,
    margin: float = 0.0,
    split: Collection[int] = (),
) -> None:
    """Append a table; `widths` in twips, the first `header` rows repeat on every page, `margin` in millimetres.

    Only the rows whose numbers are in `split` may break across pages.
    """
    table = add(parent, "w:tbl")
    _table_properties(table, widths, rules or Rules(), twips(margin))
    for number, cells in enumerate(rows):
        row = add(table, "w:tr")
        properties = add(row, "w:trPr")
        if number not in split:
            add(properties, "w:cantSplit")
        if number < header:
            add(properties, "w:tblHeader")
        column = 0
        for cell in cells:
            _add_cell(row, cell, sum(widths[column : column + cell.span]))
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
