"""The head of a letter (信函格式, 10.1): mark, red double rules at head and foot, the lines under the first of them."""

from editor.gongwen.elements import Elements
from editor.gongwen.layout import Layout, ems, mm, twips
from editor.gongwen.parts.ink import over_ink, under_ink
from editor.gongwen.parts.mark import add_sized, single_mark
from editor.gongwen.word.drawing import Place, add_line, add_text_box
from editor.gongwen.word.ooxml import Element, Shape, add_paragraph, add_text

_FIRST_DRAWING = 11  # numbers of the drawings in the document: the mark's box, then four lines


def add_letter_head(body: Element, elements: Elements, layout: Layout) -> int:
    """Append the head and return the twips of the type area that it takes.

    All of it but the lines of text stands at fixed places of the page: in drawings anchored in a paragraph that is
    as high as the head reaches into the type area.
    """
    size, line, lines = single_mark(elements.mark, layout) if elements.mark else (0.0, 0.0, 0)
    ink_foot = layout.letter_mark_top + mm(lines * line - over_ink(size, line) - under_ink(size, line))
    rules_at = ink_foot + layout.letter_rule_drop
    rules = layout.letter_rule_thick + layout.letter_rule_gap + layout.letter_rule_thin
    text_at = rules_at + rules
    if elements.letter_lines:
        text_at += layout.letter_text_drop - mm(over_ink(layout.body_size, layout.pitch_twips / 20))
    used = max(twips(text_at - layout.top), 20)
    anchor = add_paragraph(body, "Hairline", Shape(line=used))
    if elements.mark:
        _add_mark(anchor, elements.mark, layout)
    _add_double_rule(anchor, _FIRST_DRAWING + 1, rules_at, layout, thick_first=True)
    foot = layout.page_height - layout.letter_rule_rise - rules
    _add_double_rule(anchor, _FIRST_DRAWING + 3, foot, layout, thick_first=False)
    return used + _add_lines(body, elements, layout)


def letter_title_drop(layout: Layout) -> int:
    """Return the twips over the title: two lines from the ink above it to its own (相距二行)."""
    number = mm(under_ink(layout.body_size, layout.pitch_twips / 20))
    return twips(layout.letter_title_drop - number - mm(over_ink(layout.title_size, layout.title_line)))


def _add_mark(anchor: Element, mark: str, layout: Layout) -> None:
    size, line, lines = single_mark(mark, layout)
    top = layout.letter_mark_top - mm(over_ink(size, line))
    place = Place(0, top, mm(layout.width_twips / 20), mm(lines * line), from_page=True)
    box = add_text_box(anchor, _FIRST_DRAWING, "发文机关标志", place)
    # Its colour once more: LibreOffice takes it from the defaults inside a text box, not from the style.
    add_sized(add_paragraph(box, "IssuerMark", Shape(line=round(line * 20))), mark, size, layout.red)


def _add_double_rule(anchor: Element, number: int, top: float, layout: Layout, *, thick_first: bool) -> None:
    """Anchor two lines, one thick and one thin, the upper edge of the first `top` millimetres down the page."""
    thicknesses = [layout.letter_rule_thick, layout.letter_rule_thin]
    for thickness in thicknesses if thick_first else reversed(thicknesses):
        x = (layout.page_width - layout.letter_rule_width) / 2
        place = Place(x, top + thickness / 2, layout.letter_rule_width, 0, from_page=True, x_from_page=True)
        add_line(anchor, number, "红色双线", place, thickness, layout.red)
        number, top = number + 1, top + thickness + layout.letter_rule_gap


def _add_lines(body: Element, elements: Elements, layout: Layout) -> int:
    """Append 份号, 密级 and 紧急程度 flush left, the 发文字号 flush right in the first line; return their twips."""
    count = 0
    for style, text in elements.letter_lines:
        left, _, right = text.partition("\t")
        crowded = bool(left and right) and ems(left + right) > layout.characters_per_line - 1
        add_text(body, style, f"{left}\n\t{right}" if crowded else text)
        count += layout.lines(ems(left)) + layout.lines(ems(right)) if crowded else layout.lines(ems(text))
    return count * layout.pitch_twips
