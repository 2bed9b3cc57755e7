"""The parts around the plan: 版头, notice, 署名 and 成文日期, annex notes, 版记 (GB/T 9704-2012, 7.2–7.4)."""

import re
from collections.abc import Sequence
from dataclasses import replace

from editor.gongwen.drawing import Place, add_line, add_text_box
from editor.gongwen.elements import Elements
from editor.gongwen.layout import Layout, ems, mm, twips
from editor.gongwen.ooxml import PLAIN, Element, Shape, add, add_paragraph, add_run, add_text, name
from editor.gongwen.tables import Cell, Rules, add_table
from editor.gongwen.title_lines import break_title

# Of a line with exact height Word and LibreOffice put 80 % above the baseline; a Chinese character's ink starts
# 85 % of its size above it and ends 12 % below.
_ABOVE, _INK_TOP, _INK_FOOT = 0.8, 0.85, 0.12
_MARK_LINE = 1.1
_FARTHEST = 18.0  # characters in from the right at which any date still fits on its line


def add_head(body: Element, elements: Elements, layout: Layout) -> int:
    """Append 发文机关标志, 发文字号 and the red rule (7.2.4–7.2.7); return the twips they take."""
    used = 0
    if elements.mark:
        used += _add_mark(body, elements.mark, layout.mark_gap_lines if elements.doc_number else 0, layout)
    if elements.doc_number:
        add_text(body, "DocumentNumber", elements.doc_number)
        used += layout.pitch_twips
    if used:
        _add_red_rule(body, layout)
        used += layout.pitch_twips
    return used


def _add_mark(body: Element, mark: str, gap_lines: int, layout: Layout) -> int:
    size = layout.mark_size(ems(mark))
    line = size * _MARK_LINE
    drop = layout.mark_drop - mm(line * _ABOVE - size * _INK_TOP)
    shape = Shape(before=twips(drop), after=gap_lines * layout.pitch_twips, line=round(line * 20))
    run = add_run(add_paragraph(body, "IssuerMark", shape), mark)
    properties = run.makeelement(name("w:rPr"), {}, None)
    run.insert(0, properties)
    for tag in ("w:sz", "w:szCs"):  # its size follows from its length: no style can know it
        add(properties, tag, val=round(size * 2))
    return shape.before + shape.line + shape.after


def _add_red_rule(body: Element, layout: Layout) -> None:
    """Append the first of the blank lines over the title, with the red rule in it."""
    pitch = layout.pitch_twips / 20
    under = mm(pitch * (1 - _ABOVE) - layout.body_size * _INK_FOOT)  # from the number's foot to the end of its line
    place = Place(0, layout.rule_drop - under, mm(layout.width_twips / 20), 0)
    add_line(add_paragraph(body, "RedRule"), 1, "红色分隔线", place, layout.rule_thickness, layout.red)


def add_title(body: Element, text: str, names: tuple[str, ...], layout: Layout, shape: Shape = PLAIN) -> None:
    """Append a title of one paragraph, broken by meaning (7.3.1), a blank line under it unless `shape` says more."""
    lines = break_title(text, names, layout.title_characters)
    after = shape.after or layout.title_after_twips(shape.before + title_height(lines, layout))
    add_text(body, "OfficialTitle", "\n".join(lines), replace(shape, after=after))


def title_height(lines: Sequence[str], layout: Layout) -> int:
    """Return the twips that the lines of a title take."""
    return len(lines) * round(layout.title_line * 20)


def add_signature(body: Element, elements: Elements, layout: Layout, line: int = 0) -> None:
    """Append 署名 and 成文日期 without a stamp (7.3.5.2), then the notes (7.3.6); they stay on one page."""
    em, gap = layout.em_twips, layout.signature_gap_lines * (line or layout.pitch_twips)
    issuer_right, date_right = signature_offsets(elements.issuer, elements.date)
    if elements.issuer:
        right = round(issuer_right * em)
        add_text(body, "Signature", elements.issuer, Shape(before=gap, right=right, line=line, keep_next=True))
    if elements.date:
        before, keep = 0 if elements.issuer else gap, bool(elements.notes) or None
        shape = Shape(before=before, right=round(date_right * em), line=line, keep_next=keep)
        if date_right > 2:  # set by where it starts: its digits are not as wide in every font
            start = layout.width_twips - round((date_right + ems(elements.date)) * em)
            shape = replace(shape, left=start, right=0, align="left")
        add_text(body, "SignatureDate", elements.date, shape)
    for at, note in enumerate(elements.notes, 1):
        add_text(body, "Note", note, Shape(line=line, keep_next=at < len(elements.notes) or None))


def signature_offsets(issuer: str, date: str) -> tuple[float, float]:
    """Return how many characters 署名 and 成文日期 stand in from the right edge (7.3.5.2).

    The date starts two characters right of the 署名; the 署名 stands two in, unless that would leave the date less
    than two: then the date stands two in and the 署名 gives way.
    """
    longer = ems(issuer) - ems(date)
    if not issuer or not date:
        return 2.0, 2.0
    return (2.0, min(longer, _FARTHEST)) if longer >= 2 else (4 - longer, 2.0)


_NUMBER = re.compile(r"(?P<label>附件\s*[：:]\s*)?(?P<number>\d{1,2}\s*[.．、])?")


def add_annex_notes(body: Element, notes: Sequence[str], layout: Layout, *, keep_next: bool = False) -> None:
    """Append the 附件说明 (7.3.4): a blank line above, two characters in, later lines under the name's first one."""
    for at, note in enumerate(notes):
        match = _NUMBER.match(note)
        number = ems(match["number"] or "") if match else 0
        label = ems(match["label"] or "") if match else 0
        name_at = 5 + number  # 左空二字 and 附件： are five characters
        shape = Shape(
            before=0 if at else layout.annex_note_gap_lines * layout.pitch_twips,
            left=round(name_at * layout.em_twips),
            hanging=round((label + number) * layout.em_twips),
            keep_next=keep_next or None,
        )
        add_text(body, "AnnexNote", note, shape)


def add_imprint(body: Element, elements: Elements, layout: Layout) -> None:
    """Append the 版记 (7.4) so that its last rule lies on the foot of the last page's type area.

    The paragraph that anchors it is as high as the 版记: where the page has no room left, both go to the next.
    """
    rows = [Cell(elements.copy_to, "CopyTo")] if elements.copy_to else []
    if elements.printing_office:
        rows.append(Cell(f"{elements.printing_office}\t{elements.printing_date}", "Printing"))
    if not rows:
        return
    height = _imprint_height(elements, layout)
    paragraph = add_paragraph(body, "Hairline", Shape(line=round(min(height / mm(1), 1500) * 20)))
    hairline = mm(1)  # the paragraph that must follow a table
    foot = layout.page_height - layout.bottom + hairline
    box = add_text_box(
        paragraph, 2, "版记", Place(0, foot - height, mm(layout.width_twips / 20), height, from_page=True)
    )
    eighths = [round(thickness / mm(1) * 8) for thickness in (layout.imprint_rule_outer, layout.imprint_rule_inner)]
    add_table(box, [layout.width_twips], [[row] for row in rows], header=0, rules=Rules(eighths[0], eighths[1], 0))
    add_paragraph(box, "Hairline")


def _imprint_height(elements: Elements, layout: Layout) -> float:
    """Return millimetres that hold the 版记: its lines, counted generously (some digits are wide)."""
    per_line = layout.width / mm(layout.imprint_size) - 6  # 抄送： and a character at either side
    printing = ems(elements.printing_office) + ems(elements.printing_date)
    lines = -int(-ems(elements.copy_to) // per_line) - int(-printing // (per_line + 2))
    return mm((lines * 1.1 + 0.5) * layout.imprint_line)
