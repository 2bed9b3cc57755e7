"""The 版记 at the foot of the last page (GB/T 9704-2012, 7.4)."""

from editor.gongwen.elements import Elements
from editor.gongwen.layout import Layout, ems, mm
from editor.gongwen.word.drawing import Place, add_text_box
from editor.gongwen.word.ooxml import Element, Shape, add_paragraph
from editor.gongwen.word.tables import Cell, Rules, add_table
from editor.model.document import Form


def add_imprint(body: Element, elements: Elements, layout: Layout) -> None:
    """Append the 版记 so that its last rule lies on the foot of the last page's type area (7.4.1–7.4.3, 10.1).

    The paragraph that anchors it is as high as the 版记: where the page has no room left, both go to the next. One
    that no page holds, however close its lines, runs on from page to page.
    """
    rows = _rows(elements, layout)
    if not rows:
        return
    height = imprint_height(elements, layout)
    if _runs_on(elements, layout):
        _add_table(body, rows, elements, layout)
        return
    paragraph = add_paragraph(body, "Hairline", Shape(line=round(height / mm(1) * 20)))
    top = layout.foot + mm(1) - height  # a point lower for the paragraph that must follow a table
    place = Place(0, top, mm(layout.width_twips / 20), height, from_page=True)
    _add_table(add_text_box(paragraph, 2, "版记", place), rows, elements, layout)


def imprint_height(elements: Elements, layout: Layout) -> float:
    """Return millimetres that hold the 版记: its lines, counted generously (some digits are wide); 0 without one."""
    return mm(_lines(elements, layout) * _line(elements, layout))


def _lines(elements: Elements, layout: Layout) -> float:
    per_line = layout.width / mm(layout.imprint_size) - 6  # 抄送： and a character at either side
    widths = [(per_line, text) for text in (elements.sent_to, elements.copy_to)]
    if _printed(elements):
        widths.append((per_line + 2, elements.printing_office + elements.printing_date))
    lines = sum(-int(-ems(text) // width) for width, text in widths)
    return lines * 1.1 + 0.5 if lines else 0.0


def _line(elements: Elements, layout: Layout) -> float:
    """Return the line height in points: the layout's, or as much less as puts a long 版记 on one page."""
    fitting = int((layout.foot - layout.head) / mm(1) / max(_lines(elements, layout), 1))
    return min(fitting, layout.imprint_line) if fitting >= layout.imprint_line_least else layout.imprint_line


def _runs_on(elements: Elements, layout: Layout) -> bool:
    return imprint_height(elements, layout) > layout.foot - layout.head


def imprint_remarks(elements: Elements, layout: Layout) -> tuple[str, ...]:
    """Return a sentence where the 版记 is longer than a page."""
    if not _runs_on(elements, layout):
        return ()
    return ("抄送机关太多，版记超过一页，已接排到下一页；请改用统称（如“各乡镇人民政府”）或合并抄送机关。",)


def _printed(elements: Elements) -> bool:
    """Return whether 印发机关 and 印发日期 stand in the 版记: not in a letter's (10.1)."""
    return bool(elements.printing_office) and elements.form is not Form.LETTER


def _rows(elements: Elements, layout: Layout) -> list[list[Cell]]:
    """Return 主送 and 抄送, with no rule between them (7.4.2), over 印发机关 and 印发日期 (7.4.3)."""
    line = _line(elements, layout)
    height = round(line * 20) if line < layout.imprint_line else 0
    names = "\n".join(text for text in (elements.sent_to, elements.copy_to) if text)
    rows = [[Cell(names, "CopyTo", height=height)]] if names else []
    if _printed(elements):
        rows.append([Cell(f"{elements.printing_office}\t{elements.printing_date}", "Printing", height=height)])
    return rows


def _add_table(parent: Element, rows: list[list[Cell]], elements: Elements, layout: Layout) -> None:
    thicknesses = (layout.imprint_rule_outer, layout.imprint_rule_inner)
    outer, inner = (round(thickness / mm(1) * 8) for thickness in thicknesses)
    rules = Rules(0, 0, 0) if elements.form is Form.LETTER else Rules(outer, inner, 0)
    split = range(len(rows)) if _runs_on(elements, layout) else ()
    add_table(parent, [layout.width_twips], rows, header=0, rules=rules, split=split)
    add_paragraph(parent, "Hairline")
