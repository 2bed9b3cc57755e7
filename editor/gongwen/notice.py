"""The notice (通知) that carries the plan: title, 主送机关, body, signature, on one page wherever that is possible."""

from editor.gongwen.elements import Elements
from editor.gongwen.layout import Layout, ems
from editor.gongwen.ooxml import Element, Shape, add_text
from editor.gongwen.parts import add_signature, add_title, title_height
from editor.gongwen.title_lines import break_title


def add_notice(body: Element, elements: Elements, names: tuple[str, ...], layout: Layout, used: int) -> None:
    """Append the notice below a head that takes `used` twips (7.3.1–7.3.6)."""
    line = 0
    if elements.title:
        before = title_drop(layout, used)
        used += before + title_height(break_title(elements.title, names, layout.title_characters), layout)
        after, line = fit(count_lines(elements, layout), layout, used)
        add_title(body, elements.title, names, layout, Shape(before=before, after=after))
    if elements.addressees:
        add_text(body, "Addressees", elements.addressees, Shape(line=line))
    for at, text in enumerate(elements.body, 1):
        # A signature that has to go to the next page takes the last paragraph along (7.3.5.5), never the only one:
        # the first page must show body text (7.3.3).
        last = at == len(elements.body)
        add_text(body, "BodyText", text, Shape(line=line, keep_next=last or None))
    add_signature(body, elements, layout, line)


def title_drop(layout: Layout, used: int) -> int:
    """Return the space over the first title: two blank lines, less the red rule's paragraph, which is the first."""
    return (layout.title_gap_lines - 1) * layout.pitch_twips if used else 0


def fit(lines: int, layout: Layout, used: int) -> tuple[int, int]:
    """Return the blank line under the title and the line height below that keep the notice on its page (7.3.5.5).

    Both in twips; a line height of 0 is the grid's own: all fits, or no closing up would help.
    """
    page = layout.lines_per_page * layout.pitch_twips
    after = layout.title_after_twips(used)
    if lines * layout.pitch_twips <= page - used - after:
        return after, 0
    blank = layout.pitch_twips * 9 // 10
    line = min((page - used - blank) // lines, layout.pitch_twips)
    return (blank, line) if line >= layout.tightest_twips else (after, 0)


def count_lines(elements: Elements, layout: Layout) -> int:
    """Return how many lines follow the title, counted generously: a mark may not start a line, so some end early."""
    per_line = layout.characters_per_line - 0.5
    paragraphs = [ems(elements.addressees), *(2 + ems(text) for text in (*elements.body, *elements.notes))]
    lines = sum(-int(-width // per_line) for width in paragraphs)
    signed = bool(elements.issuer) + bool(elements.date)
    return lines + signed + (layout.signature_gap_lines if signed else 0)
