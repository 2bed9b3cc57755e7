"""Set tables put on a page, from row to row: contents in the middle of their cells, rules, a row parted by a break."""

from collections.abc import Callable, Sequence
from dataclasses import replace

from editor.gongwen.typesetting.paragraphs import SetParagraph
from editor.gongwen.typesetting.set_tables import SetCell, SetRow, SetTable, merged_below

DrawParagraph = Callable[[SetParagraph, float, float], None]  # at x and y in twips
DrawRule = Callable[[float, float, float, float, float, str], None]  # x0, y0, x1, y1, thickness in twips, colour


def draw_stack(paragraphs: Sequence[SetParagraph], x: float, y: float, draw: DrawParagraph) -> None:
    """Draw paragraphs one under the other from x and y."""
    below = 0.0
    for at, paragraph in enumerate(paragraphs):
        y += max(below, paragraph.format.before) if at else paragraph.format.before
        draw(paragraph, x, y)
        y += paragraph.height
        below = paragraph.format.after


def split_row(row: SetRow, room: float) -> tuple[SetRow, SetRow] | None:
    """Part a row into what fits into `room` twips and the rest; None where a cell would show nothing."""
    around = row.height - max((cell.height for cell in row.cells), default=0.0)
    parts = [_split_cell(cell, room - around) for cell in row.cells]
    if not row.splits or any(
        not head.paragraphs and cell.paragraphs for (head, _), cell in zip(parts, row.cells, strict=True)
    ):
        return None
    head, rest = ([part[side] for part in parts] for side in (0, 1))
    return (
        replace(row, cells=tuple(head), height=max(cell.height for cell in head) + around),
        replace(row, cells=tuple(rest), height=max(cell.height for cell in rest) + around),
    )


def _split_cell(cell: SetCell, room: float) -> tuple[SetCell, SetCell]:
    head: list[SetParagraph] = []
    rest: list[SetParagraph] = []
    for paragraph in cell.paragraphs:
        count = 0
        while not rest and count < len(paragraph.lines) and paragraph.lines[count].height <= room:
            room -= paragraph.lines[count].height
            count += 1
        if count:
            head.append(replace(paragraph, lines=paragraph.lines[:count]))
        if count < len(paragraph.lines):
            rest.append(replace(paragraph, lines=paragraph.lines[count:]))
    return replace(cell, paragraphs=tuple(head)), replace(cell, paragraphs=tuple(rest))


def draw_rows(
    table: SetTable, rows: Sequence[SetRow], x: float, y: float, draw: DrawParagraph, rule: DrawRule
) -> float:
    """Draw the rows that stand on one page from x and y, all in twips; return their height with the last rule."""
    borders, tops = table.borders, [y]
    for row in rows:
        tops.append(tops[-1] + row.height)
    _draw_rules(table, rows, x, tops, rule)
    for at, row in enumerate(rows):
        over = borders["insideH" if at else "top"].thickness
        for cell in row.cells:
            if cell.merge == "continue" and at:
                continue
            end = merged_below(rows, at, cell) if cell.merge else at + 1
            room = tops[end] - tops[at] - over - table.margins["top"] - table.margins["bottom"] - cell.height
            shift = {"center": 0.5, "bottom": 1.0}.get(cell.align, 0.0) * max(room, 0.0)
            left = x + table.edges[cell.first] + table.margins["left"]
            draw_stack(cell.paragraphs, left, tops[at] + over + table.margins["top"] + shift, draw)
    return tops[-1] - y + borders["bottom"].thickness


def _draw_rules(table: SetTable, rows: Sequence[SetRow], x: float, tops: Sequence[float], rule: DrawRule) -> None:
    borders, edges = table.borders, table.edges
    last = len(rows)
    for at in range(last + 1):
        border = borders["top" if at == 0 else "bottom" if at == last else "insideH"]
        y = tops[at] + border.thickness / 2
        if not border.thickness:
            continue
        if at in {0, last}:
            rule(x + edges[0], y, x + edges[-1], y, border.thickness, border.colour)
            continue
        for first, end in _stretches(rows[at]):
            rule(x + edges[first], y, x + edges[end], y, border.thickness, border.colour)
    foot = tops[-1] + borders["bottom"].thickness
    for side, edge in (("left", edges[0]), ("right", edges[-1])):
        if borders[side].thickness:
            rule(x + edge, tops[0], x + edge, foot, borders[side].thickness, borders[side].colour)
    inner = borders["insideV"]
    for at, row in enumerate(rows if inner.thickness else ()):
        for cell in row.cells[1:]:
            edge = x + edges[cell.first]
            rule(edge, tops[at], edge, tops[at + 1], inner.thickness, inner.colour)


def _stretches(row: SetRow) -> list[tuple[int, int]]:
    """Return the columns over which a line separates a row from the one above: none inside a merged cell."""
    found: list[tuple[int, int]] = []
    for cell in row.cells:
        if cell.merge == "continue":
            continue
        if found and found[-1][1] == cell.first:
            found[-1] = (found[-1][0], cell.end)
        else:
            found.append((cell.first, cell.end))
    return found
