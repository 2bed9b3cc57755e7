"""Tables of the docx set as rows of cells: columns, merged cells, heights."""

from collections.abc import Callable, Iterable, Sequence
from dataclasses import dataclass, replace

from editor.gongwen.typesetting.paragraphs import SetParagraph
from editor.gongwen.word.ooxml import VAL, Element, P, name

SetText = Callable[[Element, float], SetParagraph]  # a w:p in an area of so many twips

_SIDES = ("top", "left", "bottom", "right", "insideH", "insideV")
_KNOWN = {
    "w:tblPr": "tblW tblInd tblBorders tblLayout tblCellMar jc tblLook tblStyle",
    "w:tcPr": "tcW gridSpan vMerge vAlign noWrap",
    "w:trPr": "cantSplit tblHeader trHeight jc",
    "w:tr": "trPr tc",
    "w:tbl": "tblPr tblGrid tr",
    "w:tc": "tcPr p",
}


@dataclass(frozen=True, slots=True)
class Border:
    """One kind of line of a table, in twips."""

    thickness: float = 0.0
    colour: str = "000000"


@dataclass(frozen=True, slots=True)
class SetCell:
    """A cell from column `first` to before `end`; `merge` is restart, continue or empty."""

    first: int
    end: int
    paragraphs: tuple[SetParagraph, ...]
    merge: str = ""
    align: str = "top"

    @property
    def height(self) -> float:
        """Return the height of the contents."""
        return stack_height(self.paragraphs)


@dataclass(frozen=True, slots=True)
class SetRow:
    """A row; its height has the rule over it and the margins of its cells."""

    cells: tuple[SetCell, ...]
    height: float
    least: float = 0.0
    header: bool = False
    splits: bool = False
    keep_next: bool = False


@dataclass(frozen=True, slots=True)
class SetTable:
    """A table: the left edges of its columns and the last right one, its lines, its rows."""

    edges: tuple[float, ...]
    borders: dict[str, Border]
    margins: dict[str, float]
    rows: tuple[SetRow, ...]

    @property
    def headers(self) -> tuple[SetRow, ...]:
        """Return the rows that repeat on every page."""
        count = next((at for at, row in enumerate(self.rows) if not row.header), len(self.rows))
        return self.rows[:count]


def stack_height(paragraphs: Sequence[SetParagraph]) -> float:
    """Return the height of paragraphs one under the other, in twips."""
    height = below = 0.0
    for at, paragraph in enumerate(paragraphs):
        height += (max(below, paragraph.format.before) if at else paragraph.format.before) + paragraph.height
        below = paragraph.format.after
    return height + below


def _check(element: Element, qualified: str) -> None:
    known = {name(f"w:{tag}") for tag in _KNOWN[qualified].split()}
    unknown = next((child.tag for child in element if child.tag not in known), None)
    if unknown is not None:
        raise ValueError(f"the typesetter does not know {unknown} in {qualified}")


def _find(element: Element, *path: str) -> Element | None:
    return element.find("/".join(name(f"w:{tag}") for tag in path))


def _value(element: Element | None, key: str, default: float = 0.0) -> float:
    return default if element is None else float(element.get(name(f"w:{key}"), default))


def _borders(properties: Element) -> dict[str, Border]:
    found = {side: _find(properties, "tblBorders", side) for side in _SIDES}
    return {
        side: Border(_value(line, "sz") * 2.5, line.get(name("w:color"), "000000"))
        if line is not None and line.get(VAL) not in {"nil", "none"}
        else Border()
        for side, line in found.items()
    }


def set_table(table: Element, width: float, set_text: SetText) -> SetTable:
    """Set a table in an area `width` twips wide; raises ValueError for an element not known here."""
    _check(table, "w:tbl")
    properties = table.find(name("w:tblPr"))
    if properties is None:
        raise ValueError("the typesetter misses w:tblPr in a table")
    _check(properties, "w:tblPr")
    columns = [_value(column, "w") for column in table.iter(name("w:gridCol"))]
    start = _value(_find(properties, "tblInd"), "w")
    aligned = _find(properties, "jc")
    if aligned is not None:
        start = {"center": 0.5, "right": 1.0}.get(aligned.get(VAL, ""), 0.0) * (width - sum(columns))
    edges = tuple(start + sum(columns[:at]) for at in range(len(columns) + 1))
    margins = {side: _value(_find(properties, "tblCellMar", side), "w") for side in ("top", "left", "bottom", "right")}
    borders = _borders(properties)
    made = SetTable(edges, borders, margins, ())
    rows = [_set_row(row, made, set_text) for row in table.iterchildren(name("w:tr"))]
    rows = [_with_rule(row, borders["insideH" if at else "top"]) for at, row in enumerate(rows)]
    return replace(made, rows=tuple(_with_merged(rows, margins["top"] + margins["bottom"])))


def _with_rule(row: SetRow, over: Border) -> SetRow:
    return replace(row, height=row.height + over.thickness)


def _set_row(row: Element, table: SetTable, set_text: SetText) -> SetRow:
    _check(row, "w:tr")
    properties = row.find(name("w:trPr"))
    if properties is not None:
        _check(properties, "w:trPr")
    cells: list[SetCell] = []
    for cell in row.iterchildren(name("w:tc")):
        cells.append(_set_cell(cell, cells[-1].end if cells else 0, table, set_text))
    around = table.margins["top"] + table.margins["bottom"]
    least = _value(_find(row, "trPr", "trHeight"), "val")
    height = max((cell.height for cell in cells if not cell.merge), default=0.0) + around
    return SetRow(
        tuple(cells),
        max(height, least),
        least,
        header=_find(row, "trPr", "tblHeader") is not None,
        splits=_find(row, "trPr", "cantSplit") is None,
        keep_next=bool(cells and cells[0].paragraphs and cells[0].paragraphs[0].format.keep_next),
    )


def _set_cell(cell: Element, first: int, table: SetTable, set_text: SetText) -> SetCell:
    _check(cell, "w:tc")
    properties = cell.find(name("w:tcPr"))
    if properties is not None:
        _check(properties, "w:tcPr")
    end = first + int(_value(_find(cell, "tcPr", "gridSpan"), "val", 1))
    merge = _find(cell, "tcPr", "vMerge")
    align = _find(cell, "tcPr", "vAlign")
    room = table.edges[end] - table.edges[first] - table.margins["left"] - table.margins["right"]
    return SetCell(
        first,
        end,
        tuple(set_text(paragraph, room) for paragraph in cell.iterchildren(P)),
        "" if merge is None else merge.get(VAL, "continue"),
        "top" if align is None else align.get(VAL, "top"),
    )


def merged_below(rows: Sequence[SetRow], at: int, cell: SetCell) -> int:
    """Return the number of the row after the last one that goes on with a merged cell of row `at`."""
    end = at + 1
    while end < len(rows) and any(c.first == cell.first and c.merge == "continue" for c in rows[end].cells):
        end += 1
    return end


def _with_merged(rows: Sequence[SetRow], around: float) -> Iterable[SetRow]:
    """Make the last row of a merged cell as high as the cell's contents ask for."""
    heights = [row.height for row in rows]
    for at, row in enumerate(rows):
        for cell in row.cells:
            if cell.merge == "restart":
                end = merged_below(rows, at, cell)
                heights[end - 1] += max(0.0, cell.height + around - sum(heights[at:end]))
    return (replace(row, height=height) for row, height in zip(rows, heights, strict=True))
