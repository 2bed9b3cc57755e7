"""署名, 成文日期 and 附注 in the three cases of GB/T 9704-2012, 7.3.5: without a seal, with seals, with a 签名章."""

from dataclasses import replace

from editor.gongwen.elements import Elements
from editor.gongwen.layout import Layout, ems, mm, twips
from editor.gongwen.parts import seals
from editor.gongwen.parts.mark import add_sized
from editor.gongwen.word.drawing import Place, add_text_box
from editor.gongwen.word.ooxml import Element, Shape, add_paragraph, add_text
from editor.model.document import Seal

_FIRST_DRAWING = 31  # numbers of the drawings in the document: after those of the head and the 版记


def add_signature(body: Element, elements: Elements, layout: Layout, line: int = 0) -> None:
    """Append 署名 and 成文日期 as the seal asks (7.3.5.1–7.3.5.3), then the notes (7.3.6); they stay on one page.

    `line` is the line height in twips; 0 is the grid's.
    """
    match elements.seal:
        case Seal.STAMP:
            _add_sealed(body, elements, layout, line)
        case Seal.SIGNATURE:
            _add_signatories(body, elements, layout, line)
        case _:
            _add_unsealed(body, elements, layout, line)
    below = _room_below(elements, layout, line or layout.pitch_twips)
    for at, note in enumerate(elements.notes, 1):
        add_text(body, "Note", note, Shape(line=line, keep_next=bool(below) or at < len(elements.notes) or None))
    if below:  # a space after the last line would be lost at the foot of a page
        add_paragraph(body, "Hairline", Shape(line=below))


def signature_height(elements: Elements, layout: Layout, line: int) -> int:
    """Return the twips that 署名, 成文日期, notes and the seals among them take at a line height of `line`."""
    height = _notes_height(elements, layout, line) + _lines(elements.date, layout) * line
    match elements.seal:
        case Seal.STAMP:
            return height + _sealed_height(elements, layout, line) + _room_below(elements, layout, line)
        case Seal.SIGNATURE:
            between = _blank(layout.stamp_date_lines, layout, line) if elements.date else 0
            return height + _blank(layout.stamp_text_lines, layout, line) + _stamps_height(elements, layout) + between
        case _:
            signed = elements.issuers or elements.date
            gap = _blank(layout.signature_gap_lines, layout, line) if signed else 0
            return height + gap + sum(_lines(name, layout) for name in elements.issuers) * line


def _notes_height(elements: Elements, layout: Layout, line: int) -> int:
    return sum(layout.lines(2 + ems(note)) for note in elements.notes) * line


def _room_below(elements: Elements, layout: Layout, line: int) -> int:
    """Return what the last seal needs under the date beyond the notes."""
    if elements.seal is not Seal.STAMP:
        return 0
    return max(seals.room_below(layout, line) - _notes_height(elements, layout, line), 0)


def _blank(lines: int, layout: Layout, line: int) -> int:
    """Return the space of so many blank lines where the lines are `line` high."""
    return layout.blank_twips(lines) * (line or layout.pitch_twips) // layout.pitch_twips


def _lines(text: str, layout: Layout) -> int:
    return -int(-ems(text) // layout.signature_characters)


# Without a seal (7.3.5.2)


def signature_offsets(issuer: str, date: str, layout: Layout) -> tuple[float, float]:
    """Return how many characters the (longest) 署名 and the 成文日期 stand in from the right edge (7.3.5.2).

    The date starts two characters right of the 署名; the 署名 stands two in, unless that would leave the date less
    than two: then the date stands two in and the 署名 gives way.
    """
    inset, most = layout.unsealed_inset, layout.signature_characters
    longer = min(ems(issuer), most) - min(ems(date), most)
    if not issuer or not date:
        return inset, inset
    return (inset, inset + longer - 2) if longer >= 2 else (inset + 2 - longer, inset)


def _add_unsealed(body: Element, elements: Elements, layout: Layout, line: int) -> None:
    em, gap, most = layout.em_twips, _blank(layout.signature_gap_lines, layout, line), layout.signature_characters
    longest = max(elements.issuers, key=ems, default="")
    issuer_right, date_right = signature_offsets(longest, elements.date, layout)
    start = layout.width_twips - round((issuer_right + min(ems(longest), most)) * em)
    for at, issuer in enumerate(elements.issuers):
        shape = Shape(before=0 if at else gap, line=line, keep_next=True)
        if len(elements.issuers) > 1 or ems(issuer) > most:  # one under the other, by their first characters
            right = layout.unsealed_inset * em if ems(issuer) > most else 0  # room, should a letter be wide
            shape = replace(shape, left=start, right=right, align="left")
        else:
            shape = replace(shape, right=round(issuer_right * em))
        add_text(body, "Signature", issuer, shape)
    if elements.date:
        before, keep = 0 if elements.issuers else gap, bool(elements.notes) or None
        shape = Shape(before=before, right=round(date_right * em), line=line, keep_next=keep)
        if date_right > layout.unsealed_inset:  # set by where it starts: its digits are not as wide in every font
            shape = replace(shape, left=start + 2 * em, right=0, align="left")
        add_text(body, "SignatureDate", elements.date, shape)


# With seals (7.3.5.1)


def _add_sealed(body: Element, elements: Elements, layout: Layout, line: int) -> None:
    """Append row by row what each seal is pressed on, the date under the last 署名."""
    issuers, date, height = elements.issuers, elements.date, line or layout.pitch_twips
    middles = seals.columns(issuers, date, layout)
    shape = Shape(before=seals.gap_above(layout, height), line=line, keep_next=True)
    for row in seals.rows(issuers, len(middles)):
        if len(middles) > 1:
            centred = replace(shape, centres=middles[-len(row) :])
            add_text(body, "JointSignature", "".join(f"\t{name}" for name in row), centred)
        else:
            _add_centred(body, "Signature", row[0], elements, layout, shape)
        shape = replace(shape, before=seals.row_step(layout) - height)
    if date:
        before = 0 if issuers else shape.before
        _add_centred(body, "SignatureDate", date, elements, layout, replace(shape, before=before))


def _add_centred(body: Element, style: str, text: str, elements: Elements, layout: Layout, shape: Shape) -> None:
    """Append a line in the middle of the stretch that 署名 and date share at the right edge."""
    width = seals.band(elements.issuers, elements.date, layout)
    if ems(text) <= layout.signature_characters and ems(text) * layout.em_twips >= width:
        add_text(body, style, text, shape)  # flush right: it fills the stretch, and may need a little more
    else:
        add_text(body, style, text, replace(shape, left=layout.width_twips - width, align="center"))


def _sealed_height(elements: Elements, layout: Layout, line: int) -> int:
    """Return what the sealed rows take without the line of the date."""
    if not elements.issuers:
        return seals.gap_above(layout, line)
    per_row = len(seals.columns(elements.issuers, elements.date, layout))
    wrapped = sum(_lines(name, layout) - 1 for name in elements.issuers) if per_row == 1 else 0
    further = len(seals.rows(elements.issuers, per_row)) - 1
    return seals.gap_above(layout, line) + line * (1 + wrapped) + further * seals.row_step(layout)


# With the 签名章 of who signed (7.3.5.3)


def _add_signatories(body: Element, elements: Elements, layout: Layout, line: int) -> None:
    """Append 职务 and the room for the 签名章, one under the other for every agency, then the date."""
    space = _blank(layout.stamp_text_lines, layout, line)
    for number, (post, name) in enumerate(elements.signatories):
        lines = _post_lines(post, layout) * layout.pitch_twips
        around = max(twips(layout.stamp_height) - lines, 0) // 2  # 职务 stands in the middle of the 签名章
        # A paragraph and no space before the next one: what the box counts from would not be the same everywhere.
        add_paragraph(body, "Hairline", Shape(line=space + around, keep_next=True))
        paragraph = add_text(body, "SignatoryPost", post)
        if name:
            _add_stamp(paragraph, _FIRST_DRAWING + number, name, lines, layout)
        space = around
    right = round(layout.sealed_inset * layout.em_twips)
    before = space + _blank(layout.stamp_date_lines, layout, line)
    shape = Shape(before=before, right=right, line=line, keep_next=bool(elements.notes) or None)
    if elements.date:
        add_text(body, "SignatureDate", elements.date, shape)


def _add_stamp(paragraph: Element, number: int, name: str, post: int, layout: Layout) -> None:
    """Anchor the name of who signs in the middle of the room for the 签名章, beside `post` twips of 职务."""
    line = round(layout.title_line * 20)
    height = line * max(1, -int(-ems(name) * mm(layout.title_size) // layout.stamp_width))
    x = mm((layout.width_twips - layout.sealed_inset * layout.em_twips) / 20) - layout.stamp_width
    place = Place(x, mm((post - height) / 40), layout.stamp_width, mm(height / 20))
    box = add_text_box(paragraph, number, "签名章", place)
    # In a box LibreOffice prefers the colour of the document's defaults to that of the style.
    add_sized(add_paragraph(box, "Signatory"), name, layout.title_size, layout.red)


def _post_lines(post: str, layout: Layout) -> int:
    per_line = (layout.width_twips - layout.post_inset_twips) // layout.em_twips
    return max(1, -int(-ems(post) // per_line))


def _stamps_height(elements: Elements, layout: Layout) -> int:
    posts = [_post_lines(post, layout) * layout.pitch_twips for post, _ in elements.signatories]
    return sum(max(twips(layout.stamp_height), post) for post in posts)
