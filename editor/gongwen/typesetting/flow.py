"""Paragraphs and tables one after the other over the pages, broken where LibreOffice 7.4 breaks them."""

from collections.abc import Sequence
from dataclasses import replace

from editor.gongwen.typesetting.draw_tables import draw_rows, split_row
from editor.gongwen.typesetting.page_shapes import PageShape
from editor.gongwen.typesetting.paragraphs import SetParagraph
from editor.gongwen.typesetting.set_tables import SetRow, SetTable
from editor.gongwen.typesetting.sheets import Sheet

Item = SetParagraph | SetTable
_ALMOST = 1.0  # twips a line may be too high: lengths have been rounded


class Flow:
    """Fills sheets; `anchored` are the paragraphs with drawings, each with its sheet and its top there."""

    def __init__(self) -> None:
        self.sheets: list[Sheet] = []
        self.anchored: list[tuple[Sheet, SetParagraph, float]] = []

    @property
    def sheet(self) -> Sheet:
        """Return the sheet that is being filled."""
        return self.sheets[-1]

    def place_section(self, shape: PageShape, items: Sequence[Item]) -> None:
        """Place a section from a new page on."""
        number = self.sheet.number + 1 if self.sheets else 1
        if shape.starts in {"evenPage", "oddPage"} and (number % 2 == 0) != (shape.starts == "evenPage"):
            number += 1  # the blank page has no sheet: LibreOffice does not print it either
        self.sheets.append(Sheet(number, shape, first=True))
        opened = True  # by a break that was asked for: the space above a paragraph stays
        for at, item in enumerate(items):
            if not self.sheet.empty and (_breaks(item) or not self._together(items, at)):
                opened = _breaks(item)
                self._turn()
            if isinstance(item, SetTable):
                self._place_table(item)
            else:
                self._place_paragraph(item, opened)
            opened = False

    def _turn(self) -> None:
        self.sheets.append(Sheet(self.sheet.number + 1, self.sheet.shape))

    @property
    def _room(self) -> float:
        return self.sheet.shape.high - self.sheet.y + _ALMOST

    def _together(self, items: Sequence[Item], at: int) -> bool:
        """Return whether a chain of paragraphs kept with their next fits with the first line behind it."""
        need, below, start = 0.0, self.sheet.below, at
        while at < len(items) and need <= self.sheet.shape.high:
            item = items[at]
            if not isinstance(item, SetParagraph) or not item.format.keep_next or (at > start and _breaks(item)):
                break
            need += max(below, item.format.before) + item.height
            below = item.format.after
            at += 1
        if at == start:
            return True
        if at < len(items) and not _breaks(items[at]):
            need += _first_height(items[at], below)
        return need <= self._room or need > self.sheet.shape.high

    def _place_paragraph(self, paragraph: SetParagraph, opened: bool) -> None:
        shape, rest = paragraph.format, paragraph
        while True:
            sheet = self.sheet
            over = max(sheet.below, shape.before)
            if sheet.empty:
                over = shape.before if opened else 0.0
            count = self._fitting(rest, over)
            if count or sheet.empty:
                count = max(count, 1)  # a line higher than a page runs over its foot
                self._draw(replace(rest, lines=rest.lines[:count]), over)
                rest = replace(rest, lines=rest.lines[count:], drawings=())
            if not rest.lines:
                return
            self._turn()
            opened = False

    def _draw(self, paragraph: SetParagraph, over: float) -> None:
        sheet = self.sheet
        sheet.y += over
        top = sheet.shape.start + sheet.y
        sheet.draw_paragraph(paragraph, sheet.shape.left, top)
        if paragraph.drawings:
            self.anchored.append((sheet, paragraph, top))
        sheet.y += paragraph.height
        sheet.below, sheet.empty = paragraph.format.after, False

    def _fitting(self, paragraph: SetParagraph, over: float) -> int:
        """Return how many lines stay on this sheet: all, none, or what widow control leaves."""
        room, count, total = self._room - over, 0, len(paragraph.lines)
        while count < total and paragraph.lines[count].height <= room:
            room -= paragraph.lines[count].height
            count += 1
        if count == total or self.sheet.empty:
            return count
        if paragraph.format.keep_next or paragraph.format.keep_lines:
            return 0
        if paragraph.format.widows:
            count = min(count, total - 2)
            return count if count >= 2 else 0
        return count

    def _place_table(self, table: SetTable) -> None:
        rows, headers = list(table.rows), table.headers
        first = True
        while rows:
            sheet = self.sheet
            over = 0.0 if sheet.empty else sheet.below
            repeated = () if first else tuple(map(_repeated, headers))
            room = self._room - over - table.borders["bottom"].thickness - sum(row.height for row in repeated)
            chunk, rest = _chunk(rows, room, len(headers) if first else 0, alone=sheet.empty)
            if not chunk:
                self._turn()
                continue
            y = sheet.shape.start + sheet.y + over
            rows_here = [*repeated, *chunk]
            height = draw_rows(table, rows_here, sheet.shape.left, y, sheet.draw_paragraph, sheet.draw_rule)
            sheet.y += over + height
            sheet.below, sheet.empty = 0.0, False
            rows, first = rest, False
            if rows:
                self._turn()


def _repeated(row: SetRow) -> SetRow:
    """Return a header row as it stands on a later page: its texts have been counted."""
    cells = (replace(cell, paragraphs=tuple(replace(one, number=-1) for one in cell.paragraphs)) for cell in row.cells)
    return replace(row, cells=tuple(cells))


def _breaks(item: Item) -> bool:
    return isinstance(item, SetParagraph) and item.format.page_break


def _first_height(item: Item, below: float) -> float:
    """Return the height of the least that a page must show of an item."""
    if isinstance(item, SetTable):
        return below + sum(row.height for row in item.rows[: len(item.headers) + 1])
    shape = item.format
    whole = shape.keep_lines or len(item.lines) < 4
    lines = item.lines if shape.widows and whole else item.lines[:2] if shape.widows else item.lines[:1]
    return max(below, shape.before) + sum(line.height for line in lines)


def _chunk(rows: list[SetRow], room: float, headers: int, *, alone: bool) -> tuple[list[SetRow], list[SetRow]]:
    """Part rows into those of this page and the rest; `alone` on an empty page something has to stand on it."""
    count = 0
    while count < len(rows) and rows[count].height <= room:
        room -= rows[count].height
        count += 1
    if count == len(rows):
        return rows, []
    split = split_row(rows[count], room) if count >= headers else None
    if split is not None:
        return [*rows[:count], split[0]], [split[1], *rows[count + 1 :]]
    kept = count
    while kept > headers and rows[kept - 1].keep_next:
        kept -= 1
    if kept > headers:
        return rows[:kept], rows[kept:]
    if not alone:
        return [], rows
    count = max(count, headers + 1)  # too high for any page: it runs over the foot
    return rows[:count], rows[count:]
