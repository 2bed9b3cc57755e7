"""The 分工表 on paper: its columns inside an upright or a turned page (clause 8), its rows as a table of Word."""

from collections.abc import Sequence
from dataclasses import dataclass

from editor.gongwen.layout import Layout, mm, twips
from editor.gongwen.tasks.division import Entry
from editor.gongwen.tasks.division_rows import (
    DEADLINE,
    LEAD,
    NUMBER,
    RESPONSIBLE,
    TASK,
    Frame,
    Row,
    columns_of,
    table_rows,
)
from editor.gongwen.word.ooxml import Element, add_paragraph
from editor.gongwen.word.tables import add_table

_NUMBER_WIDTH = 12.5  # millimetres: the heading 序号 on one line
_SHARES = {TASK: 28, LEAD: 22, RESPONSIBLE: 42, DEADLINE: 16}  # of the rest
_SPARE = 0.1  # characters: rules take a little of the column


@dataclass(frozen=True, slots=True)
class DivisionTable:
    """The table as it is to be printed, the widths of its columns in twips; on turned pages where it is `landscape`."""

    rows: tuple[Row, ...]
    widths: tuple[int, ...]
    landscape: bool = False

    def texts(self) -> tuple[str, ...]:
        """Return what its cells say, row by row."""
        return tuple(cell.text for row in self.rows for cell in row.cells)


def lay_out(entries: Sequence[Entry], layout: Layout, *, landscape: bool = False) -> DivisionTable:
    """Return the table of a division as wide as the type area of its pages."""
    across, down = layout.width_twips, twips(layout.page_height) - twips(layout.top) - twips(layout.bottom)
    names = columns_of(entries)
    widths = _widths(names, down if landscape else across)
    room = [(width - 2 * twips(layout.table_margin)) / 20 / layout.table_size - _SPARE for width in widths]
    padding = 2 * layout.table_margin * 2 / 3 / mm(1)
    page = (across if landscape else down) / 20 - layout.table_line - padding
    frame = Frame(tuple(zip(names, room, strict=True)), layout.table_line, padding, page)
    return DivisionTable(table_rows(entries, frame), widths, landscape)


def _widths(names: Sequence[str], total: int) -> tuple[int, ...]:
    number = twips(_NUMBER_WIDTH)
    shares = [_SHARES[name] for name in names if name != NUMBER]
    widths = [(total - number) * share // sum(shares) for share in shares]
    widths[-1] += total - number - sum(widths)
    return number, *widths


def add_division_table(parent: Element, table: DivisionTable, layout: Layout) -> None:
    """Append the table; rows with a merged cell stand together on one page."""
    rows = table.rows
    keep = [number for number, row in enumerate(rows) if row.keep]
    heights = {number: round(row.height * 20) for number, row in enumerate(rows) if row.merged}
    cells = [row.cells for row in rows]
    add_table(parent, table.widths, cells, margin=layout.table_margin, keep=keep, heights=heights)
    add_paragraph(parent, "Hairline")
