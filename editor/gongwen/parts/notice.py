"""The notice (通知) that carries the plan: title, 主送机关, body, signature, on one page wherever that is possible."""

from editor.gongwen.elements import Elements
from editor.gongwen.layout import Layout, ems
from editor.gongwen.parts.signature import add_signature, signature_height
from editor.gongwen.parts.title_lines import break_title
from editor.gongwen.parts.titles import add_title, title_height
from editor.gongwen.word.ooxml import Element, Shape, add_text

_SPLITTABLE = 5  # lines a paragraph needs so that two can go to the next page and two stay, one more or less


def add_notice(
    body: Element, elements: Elements, names: tuple[str, ...], layout: Layout, used: int, drop: int | None = None
) -> None:
    """Append the notice below a head that takes `used` twips (7.3.1–7.3.6).

    `drop` is the space over its first paragraph in twips; None is that under a red rule.
    """
    line = 0
    before = title_drop(layout, used) if drop is None else drop
    if elements.title:
        used += before + title_height(break_title(elements.title, names, layout.title_characters), layout)
        after, line = _arrange(elements, layout, used)
        add_title(body, elements.title, names, layout, Shape(before=before, after=after))
        before = 0
    if elements.addressees:
        add_text(body, "Addressees", elements.addressees, Shape(before=before, line=line))
        before = 0
    for at, text in enumerate(elements.body, 1):
        # A signature that has to go to the next page takes the last paragraph along (7.3.5.5), never the only one:
        # the first page must show body text (7.3.3), and LibreOffice moves a paragraph that is kept as a whole.
        last = 1 < at == len(elements.body)
        widows = len(elements.body) == 1 and layout.lines(2 + ems(text)) >= _SPLITTABLE
        add_text(body, "BodyText", text, Shape(before=before, line=line, keep_next=last or None, widows=widows))
        before = 0
    add_signature(body, elements, layout, line)


def _arrange(elements: Elements, layout: Layout, used: int) -> tuple[int, int]:
    """Return the space under the title and the line height below it, in twips; a line height of 0 is the grid's."""
    after, line = fit(elements, layout, used)
    if line or used + after + height(elements, layout, layout.pitch_twips) <= page_height(layout):
        return after, line
    if len(elements.body) != 1:
        return after, 0
    return loosen(layout.lines(ems(elements.addressees)), layout.lines(2 + ems(elements.body[0])), layout, used)


def title_drop(layout: Layout, used: int) -> int:
    """Return the space over the first title: two blank lines, less the red rule's paragraph, which is the first."""
    return (layout.title_gap_lines - 1) * layout.pitch_twips if used else 0


def page_height(layout: Layout) -> int:
    """Return the twips of the lines of a full page."""
    return layout.lines_per_page * layout.pitch_twips


def fit(elements: Elements, layout: Layout, used: int) -> tuple[int, int]:
    """Return the blank line under the title and the line height below that keep the notice on its page (7.3.5.5).

    Both in twips; a line height of 0 is the grid's own: all fits, or no closing up would help.
    """
    room = page_height(layout) - used
    after = layout.title_after_twips(used)
    if height(elements, layout, layout.pitch_twips) <= room - after:
        return after, 0
    blank = layout.pitch_twips * 8 // 10
    closer = range(layout.pitch_twips, layout.tightest_twips - 1, -1)
    line = next((line for line in closer if height(elements, layout, line) <= room - blank), 0)
    return (blank, line) if line else (after, 0)


def loosen(ahead: int, body: int, layout: Layout, used: int) -> tuple[int, int]:
    """Return blank and line height so open that two lines of a single paragraph go along with the signature (7.3.5.5).

    `ahead` lines of 主送机关 stand before the `body` lines; the height is 0 where enough runs over by itself.
    """
    stay = ahead + max(body - 2, 1)
    after = layout.title_after_twips(used)
    room = page_height(layout) - used - after
    if room < (stay + 1) * layout.pitch_twips:
        return after, 0
    line = min(room // (stay + 1) + 1, layout.loosest_twips)
    return after + max(0, room - (stay + 1) * line + 1), line


def height(elements: Elements, layout: Layout, line: int) -> int:
    """Return the twips of all that follows the title where the lines are `line` high, counted generously."""
    paragraphs = [ems(elements.addressees), *(2 + ems(text) for text in elements.body)]
    return sum(map(layout.lines, paragraphs)) * line + signature_height(elements, layout, line)
