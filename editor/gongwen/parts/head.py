"""The 版头 of every format but the letter's: 份号 to 紧急程度, mark, 发文字号, 签发人, red rule (7.2, 10.2, 10.3)."""

from editor.gongwen.elements import Elements
from editor.gongwen.layout import Layout, ems, mm
from editor.gongwen.parts.ink import under_ink
from editor.gongwen.parts.mark import add_mark
from editor.gongwen.word.drawing import Place, add_line
from editor.gongwen.word.ooxml import Element, Shape, add_paragraph, add_run, add_text
from editor.model.document import Form

_LABEL = "签发人："
_NUMBER_STYLES = {Form.UPWARD: "UpwardNumber", Form.MINUTES: "MinutesNumber"}


def add_head(body: Element, elements: Elements, layout: Layout, below: int = 0) -> int:
    """Append the head and return the twips it takes; a joint mark leaves `below` twips of the first page under it."""
    order = elements.form is Form.ORDER
    used = _add_corner(body, elements, layout)
    gap = layout.blank_twips(layout.order_gap_lines if order else layout.mark_gap_lines) if elements.marks else 0
    under = gap + (_number_lines(elements, layout) + (0 if order else 1)) * layout.pitch_twips
    room = layout.lines_per_page * layout.pitch_twips - used - under - below
    used += add_mark(body, elements, layout.order_mark_drop if order else layout.mark_drop, used, room, layout)
    used += _add_number(body, elements, layout, gap)
    if not order and (elements.marks or elements.number_lines):
        _add_red_rule(body, layout)
        used += layout.pitch_twips
    return used


def _add_corner(body: Element, elements: Elements, layout: Layout) -> int:
    """Append 份号, 密级和保密期限 and 紧急程度, flush left from the first line on, 密级 on the second (7.2.1–7.2.3)."""
    used = 0
    for style, text in elements.corner:
        blank = layout.secrecy_second_line and style == "Secrecy" and not used
        shape = Shape(before=layout.pitch_twips if blank else 0)
        add_text(body, style, text, shape)
        used += shape.before + layout.lines(ems(text)) * layout.pitch_twips
    return used


def _number_lines(elements: Elements, layout: Layout) -> int:
    """Return how many lines the 发文字号 takes, with the 签发人 at its right."""
    lines = elements.number_lines
    if not lines:
        return 0
    own = layout.lines(1 + ems(elements.doc_number)) if len(lines) > 1 or "\t" in lines[-1] else 0
    return len(lines) - 1 + max(own + _crowded(elements, layout), layout.lines(ems(lines[-1])))


def _add_number(body: Element, elements: Elements, layout: Layout, gap: int) -> int:
    """Append the 发文字号 under a gap, as the format has it, and return the twips it takes."""
    lines = elements.number_lines
    if not lines:
        return 0
    style = _NUMBER_STYLES.get(elements.form, "DocumentNumber")
    if elements.signers:
        _add_signers(body, elements, layout, gap)
    else:
        text = lines[0].replace("\t", "\n\t") if _crowded(elements, layout) else lines[0]
        add_text(body, style, text, Shape(before=gap))
    return gap + _number_lines(elements, layout) * layout.pitch_twips


def _crowded(elements: Elements, layout: Layout) -> bool:
    """Return whether the number is too long for what stands at its right, which then goes to a line of its own."""
    if elements.form is Form.MINUTES:
        return bool(elements.date) and ems(elements.doc_number + elements.date) > layout.characters_per_line - 3
    return bool(elements.signers) and (2 + ems(elements.doc_number)) * layout.em_twips > _stops(elements, layout)[0]


def _stops(elements: Elements, layout: Layout) -> tuple[int, int, int]:
    """Return where 签发人：, the first and the second name of a line start: the widest line ends a character in."""
    em = layout.em_twips
    first = max(map(ems, elements.signers[::2]), default=0)
    second = max(map(ems, elements.signers[1::2]), default=-1)
    label = max(layout.width_twips - round((1 + len(_LABEL) + first + 1 + second) * em), 2 * em)
    names = label + len(_LABEL) * em
    return label, names, names + round((first + 1) * em)


def _add_signers(body: Element, elements: Elements, layout: Layout, gap: int) -> None:
    """Append the 签发人, two a line under the first name, and the number on the last line (7.2.5, 7.2.6)."""
    label_at, names_at, second_at = _stops(elements, layout)
    for at, line in enumerate(elements.number_lines):
        number, _, names = line.partition("\t")
        label = "" if at else _LABEL
        shape = Shape(before=0 if at else gap, tabs=(names_at if at else label_at, second_at))
        paragraph = add_paragraph(body, "UpwardNumber", shape)
        crowded = number and _crowded(elements, layout)
        add_run(paragraph, f"{number}\n\t{label}" if crowded else f"{number}\t{label}")
        add_run(paragraph, names.removeprefix(label), "SignerName")


def _add_red_rule(body: Element, layout: Layout) -> None:
    """Append the first of the blank lines over the title, with the red rule in it (7.2.7)."""
    under = mm(under_ink(layout.body_size, layout.pitch_twips / 20))
    place = Place(0, layout.rule_drop - under, mm(layout.width_twips / 20), 0)
    add_line(add_paragraph(body, "RedRule"), 1, "红色分隔线", place, layout.rule_thickness, layout.red)
