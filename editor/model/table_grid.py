"""The rows of a table as somebody edits them: rows in, rows out; no cell is lost that nobody deletes.

Rows may differ in length (ragged: an import found no more cells); a row without a cell grows when it is written to.
"""

from collections.abc import Iterator, Sequence
from dataclasses import dataclass

from editor.model.document import clean
from editor.model.errors import TableTooLarge

Row = tuple[str, ...]
Rows = tuple[Row, ...]

MOST_ROWS = 5_000
MOST_COLUMNS = 63  # Word takes no more
MOST_CHARACTERS = 20_000  # of one cell, as of a line of the 公文要素
_TOO_LARGE = f"表格最多{MOST_ROWS}行、{MOST_COLUMNS}列，每格最多{MOST_CHARACTERS}字；请分成几个表格。"


@dataclass(frozen=True, slots=True)
class Area:
    """Cells from one corner to the other, both included, counted from 0."""

    top: int
    left: int
    bottom: int
    right: int


def cell_name(row: int, column: int) -> str:
    """Return what a cell, counted from 0, is called: 表格第3行第2列."""
    return f"表格第{row + 1}行第{column + 1}列"


def clean_cell(text: str) -> str:
    """Return `text` as a cell may hold it: lines parted by line feeds; raises TableTooLarge."""
    if len(text) > MOST_CHARACTERS:
        raise TableTooLarge(_TOO_LARGE)
    return "\n".join(clean(text))


def empty_rows(rows: int, columns: int) -> Rows:
    """Return a table of empty cells; raises TableTooLarge."""
    return _bounded(tuple(("",) * columns for _ in range(min(rows, MOST_ROWS + 1))), ())


def width(rows: Rows) -> int:
    """Return the length of the longest row."""
    return max(map(len, rows), default=0)


def is_ragged(rows: Rows) -> bool:
    """Return whether rows differ in length."""
    return len({len(row) for row in rows}) > 1


def cell(rows: Rows, row: int, column: int) -> str:
    """Return the text of a cell, empty where a short row has none."""
    return rows[row][column] if column < len(rows[row]) else ""


def insert_rows(rows: Rows, at: int, count: int = 1) -> Rows:
    """Insert rows of empty cells before row `at`; raises TableTooLarge."""
    new: Rows = (("",) * max(width(rows), 1),) * count
    return _bounded((*rows[:at], *new, *rows[at:]), rows)


def remove_rows(rows: Rows, first: int, last: int) -> Rows:
    """Remove the rows `first` to `last`."""
    return rows[:first] + rows[last + 1 :]


def move_rows(rows: Rows, first: int, last: int, by: int) -> Rows:
    """Move the rows `first` to `last` up (-1) or down (1) by one; the same rows where there is no room."""
    if first + by < 0 or last + by >= len(rows):
        return rows
    moved, rest = rows[first : last + 1], rows[:first] + rows[last + 1 :]
    return (*rest[: first + by], *moved, *rest[first + by :])


def insert_columns(rows: Rows, at: int, count: int = 1) -> Rows:
    """Insert empty cells before column `at`; rows that end before it stay short. Raises TableTooLarge."""
    new = ("",) * count
    return _bounded(tuple((*row[:at], *new, *row[at:]) if len(row) >= at else row for row in rows), rows)


def remove_columns(rows: Rows, first: int, last: int) -> Rows:
    """Remove the columns `first` to `last`; a table that has no others has no rows either."""
    left = tuple(row[:first] + row[last + 1 :] for row in rows)
    return left if width(left) else ()


def clear(rows: Rows, area: Area) -> Rows:
    """Empty the cells of an area."""
    return tuple(
        row[: area.left] + ("",) * len(row[area.left : area.right + 1]) + row[area.right + 1 :]
        if area.top <= number <= area.bottom
        else row
        for number, row in enumerate(rows)
    )


def write(rows: Rows, top: int, left: int, cells: Sequence[Sequence[str]]) -> Rows:
    """Write a block of cells from a corner on; rows and columns that are missing are added.

    A table with rows of one length keeps that. Raises TableTooLarge.
    """
    columns = left + max(map(len, cells), default=0)
    if top + len(cells) > MOST_ROWS or columns > max(MOST_COLUMNS, width(rows)):
        raise TableTooLarge(_TOO_LARGE)
    wanted = max(columns, width(rows))
    grown = list(insert_rows(rows, len(rows), max(0, top + len(cells) - len(rows))))
    if not is_ragged(rows):
        grown = [_padded(row, wanted) for row in grown]
    for number, line in enumerate(cells, top):
        row = _padded(grown[number], left + len(line))
        grown[number] = (*row[:left], *map(clean_cell, line), *row[left + len(line) :])
    return _bounded(tuple(grown), rows)


def _padded(row: Row, length: int) -> Row:
    return row + ("",) * (length - len(row))


def _bounded(rows: Rows, before: Rows) -> Rows:
    """Return the rows; one that was larger before, from a file of others, may stay as large."""
    if len(rows) > max(MOST_ROWS, len(before)) or width(rows) > max(MOST_COLUMNS, width(before)):
        raise TableTooLarge(_TOO_LARGE)
    return rows


# The clipboard of Excel and WPS 表格: tabs between cells, line feeds between rows, quotes around a cell that has them.


def to_text(rows: Rows, area: Area) -> str:
    """Return the cells of an area as spreadsheets take them."""
    lines = (
        "\t".join(_quoted(cell(rows, row, column)) for column in range(area.left, area.right + 1))
        for row in range(area.top, area.bottom + 1)
    )
    return "\n".join(lines)


def _quoted(text: str) -> str:
    return '"{}"'.format(text.replace('"', '""')) if "\t" in text or "\n" in text else text


def from_text(text: str) -> list[list[str]]:
    """Return the cells of a copied block; raises TableTooLarge for one that no table could take."""
    lines = text.replace("\r\n", "\n").replace("\r", "\n").removesuffix("\n")
    rows: list[list[str]] = [[]]
    for found, after in _cells(lines):
        rows[-1].append(found)
        if after == "\n":
            rows.append([])
        if len(rows) > MOST_ROWS or len(rows[-1]) > MOST_COLUMNS:
            raise TableTooLarge(_TOO_LARGE)
    return rows


def _cells(text: str) -> Iterator[tuple[str, str]]:
    """Yield each cell with what follows it: a tab, a line feed, or nothing at the end."""
    at = 0
    while True:
        found, end = _quoted_cell(text, at)
        if found is None:
            end = min((stop for mark in "\t\n" if (stop := text.find(mark, at)) >= 0), default=len(text))
            found = text[at:end]
        yield found, text[end : end + 1]
        if end >= len(text):
            return
        at = end + 1


def _quoted_cell(text: str, at: int) -> tuple[str | None, int]:
    """Return a quoted cell and its end; None for one with quotes of its own, for only breaks and tabs need quotes."""
    end = at + 1
    if text[at:end] != '"':
        return None, at
    while (end := text.find('"', end)) >= 0 and text[end + 1 : end + 2] == '"':
        end += 2
    inside = text[at + 1 : end] if end >= 0 else ""
    if text[end + 1 : end + 2] not in ("", "\t", "\n") or not ("\t" in inside or "\n" in inside):
        return None, at
    return inside.replace('""', '"'), end + 1
