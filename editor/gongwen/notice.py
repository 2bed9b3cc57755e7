"""The notice (通知) that carries the plan: title, 主送机关, body, signature, on one page wherever that is possible."""

from editor.gongwen.elements import Elements
from editor.gongwen.layout import Layout, ems
from editor.gongwen.ooxml import Element, Shape, add_text
from editor.gongwen.parts import add_signature, add_title, title_height
from editor.gongwen.title_lines import break_title

_SPLITTABLE = 5  # lines a paragraph needs so that two can go to the next page and two stay, one more or less


def add_notice(body: Element, elements: Elements, names: tuple[str, ...], layout: Layout, used: int) -> None:
    """Append the notice below a head that takes `used` twips (7.3.1–7.3.6)."""
    line = 0
    if elements.title:
        before = title_drop(layout, used)
        used += before + title_height(break_title(elements.title, names, layout.title_characters), layout)
        after, line = _arrange(elements, layout, used)
        add_title(body, elements.title, names, layout, Shape(before=before, after=after))
    if elements.addressees:
        add_text(body, "Addressees", elements.addressees, Shape(line=line))
    for at, text in enumerate(elements.body, 1):
        # A signature that has to go to the next page takes the last paragraph along (7.3.5.5), never the only one:
        # the first page must show body text (7.3.3), and LibreOffice moves a paragraph that is kept as a whole.
        last = 1 < at == len(elements.body)
        widows = len(elements.body) == 1 and _lines(2 + ems(text), layout) >= _SPLITTABLE
        add_text(body, "BodyText", text, Shape(line=line, keep_next=last or None, widows=widows))
    add_signature(body, elements, layout, line)


def _arrange(elements: Elements, layout: Layout, used: int) -> tuple[int, int]:
    """Return the space under the title and the line height below it, in twips; a line height of 0 is the grid's."""
    lines = count_lines(elements, layout)
    after, line = fit(lines, layout, used)
    if line or used + after + lines * layout.pitch_twips <= layout.lines_per_page * layout.pitch_twips:
        return after, line
    if len(elements.body) != 1:
        return after, 0
    return loosen(_lines(ems(elements.addressees), layout), _lines(2 + ems(elements.body[0]), layout), layout, used)


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
    blank = layout.pitch_twips * 8 // 10
    line = min((page - used - blank) // lines, layout.pitch_twips)
    return (blank, line) if line >= layout.tightest_twips else (after, 0)


def loosen(ahead: int, body: int, layout: Layout, used: int) -> tuple[int, int]:
    """Return blank and line height so open that two lines of a single paragraph go along with the signature (7.3.5.5).

    `ahead` lines of 主送机关 stand before the `body` lines; the height is 0 where enough runs over by itself.
    """
    stay = ahead + max(body - 2, 1)
    after = layout.title_after_twips(used)
    room = layout.lines_per_page * layout.pitch_twips - used - after
    if room < (stay + 1) * layout.pitch_twips:
        return after, 0
    line = min(room // (stay + 1) + 1, layout.loosest_twips)
    return after + max(0, room - (stay + 1) * line + 1), line


def count_lines(elements: Elements, layout: Layout) -> int:
    """Return how many lines follow the title, counted generously: a mark may not start a line, so some end early."""
    paragraphs = [ems(elements.addressees), *(2 + ems(text) for text in (*elements.body, *elements.notes))]
    lines = sum(_lines(width, layout) for width in paragraphs)
    signed = bool(elements.issuer) + bool(elements.date)
    return lines + signed + (layout.signature_gap_lines if signed else 0)


def _lines(width: float, layout: Layout) -> int:
    return -int(-width // (layout.characters_per_line - 0.5))
