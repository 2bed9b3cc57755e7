"""The 发文机关标志: one agency's in a line (7.2.4), or that of a joint document, every agency and 文件 beside them."""

from math import ceil

from editor.gongwen.elements import Elements
from editor.gongwen.layout import Layout, ems, mm, twips
from editor.gongwen.parts.ink import over_ink
from editor.gongwen.word.ooxml import Element, Shape, add, add_paragraph, add_run, name

_LINE = 1.1  # height of a single mark's line, times its size
_BETWEEN = 0.5  # characters between the agencies and 文件


def add_mark(body: Element, elements: Elements, drop: float, used: int, room: int, layout: Layout) -> int:
    """Append the mark with its upper edge `drop` millimetres under the top of the type area; return the twips it takes.

    `used` twips stand above it already; a joint mark becomes smaller until it takes no more than `room` twips.
    """
    if not elements.marks:
        return 0
    if len(elements.marks) == 1:
        return _add_single(body, elements.mark, drop, used, layout)
    return _add_joint(body, elements, drop, used, room, layout)


def single_mark(text: str, layout: Layout) -> tuple[float, float, int]:
    """Return size and line height in points, and the number of lines, of a mark as wide as the type area allows."""
    size = layout.mark_size(ems(text))
    return size, size * _LINE, ceil(ems(text) / int(layout.width / mm(size)))


def _start(size: float, line: float, drop: float, used: int, layout: Layout) -> int:
    """Return the twips from what stands above to the top of the mark's first line."""
    return max(twips(layout.inset + drop) - round(over_ink(size, line) * 20) - used, 20)


def _add_single(body: Element, mark: str, drop: float, used: int, layout: Layout) -> int:
    size, line, lines = single_mark(mark, layout)
    shape = Shape(before=_start(size, line, drop, used, layout), line=round(line * 20))
    add_sized(add_paragraph(body, "IssuerMark", shape), mark, size)
    return shape.before + lines * shape.line


def add_sized(paragraph: Element, text: str, size: float, color: str = "") -> None:
    """Append a run in a size that follows from the length of its text: no style can know it."""
    run = add_run(paragraph, text)
    properties = run.makeelement(name("w:rPr"), {}, None)
    run.insert(0, properties)
    if color:
        add(properties, "w:color", val=color)
    for tag in ("w:sz", "w:szCs"):
        add(properties, tag, val=round(size * 2))


def joint_size(elements: Elements, room: int, layout: Layout) -> float:
    """Return the size of a joint mark: its widest agency and 文件 fill a line at the most, all lines fit the room."""
    widest = max(map(ems, elements.marks)) + (ems(elements.mark) + _BETWEEN if elements.mark else 0)
    by_height = room / 20 / len(elements.marks) / layout.joint_mark_line
    size = min(layout.mark_size_max, int(layout.width / mm(1) / widest), int(by_height))
    return max(size, layout.joint_mark_min)


def _add_joint(body: Element, elements: Elements, drop: float, used: int, room: int, layout: Layout) -> int:
    """Append a table without borders: the agencies spread over the left column, 文件 halfway down the right one."""
    size = joint_size(elements, room - twips(drop) + used, layout)
    line = size * layout.joint_mark_line
    start = _start(size, line, drop, used, layout)
    add_paragraph(body, "Hairline", Shape(line=start))  # a table cannot keep a distance
    right = round((ems(elements.mark) + _BETWEEN) * size * 20) if elements.mark else 0
    left = min(round(max(map(ems, elements.marks)) * size * 20) + 20, layout.width_twips - right)
    row = _add_row(body, [width for width in (left, right) if width])
    _fill(row[0], elements.marks, "JointMark", size, line)
    if right:
        _fill(row[1], (elements.mark,), "IssuerMark", size, line, align="right")
    lines = sum(ceil(ems(mark) * size * 20 / left) for mark in elements.marks)
    return start + lines * round(line * 20)


def _add_row(body: Element, widths: list[int]) -> list[Element]:
    """Append a table of one row, centred in the type area, and return its cells."""
    table = add(body, "w:tbl")
    properties = add(table, "w:tblPr")
    add(properties, "w:tblW", w=sum(widths), type="dxa")
    add(properties, "w:jc", val="center")
    add(properties, "w:tblLayout", type="fixed")
    margins = add(properties, "w:tblCellMar")
    for side in ("left", "right"):  # LibreOffice has some of its own
        add(margins, f"w:{side}", w=0, type="dxa")
    grid = add(table, "w:tblGrid")
    row = add(table, "w:tr")
    for width in widths:
        add(grid, "w:gridCol", w=width)
        cell = add(add(row, "w:tc"), "w:tcPr")
        add(cell, "w:tcW", w=width, type="dxa")
        add(cell, "w:vAlign", val="center")
    return list(row)


def _fill(cell: Element, texts: tuple[str, ...], style: str, size: float, line: float, align: str = "") -> None:
    for text in texts:
        add_sized(add_paragraph(cell, style, Shape(line=round(line * 20), align=align)), text, size)
