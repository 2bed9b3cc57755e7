"""The 附件说明 under the text (GB/T 9704-2012, 7.3.4): every name under the first one, of ten and more annexes too."""

import re
from collections.abc import Sequence
from dataclasses import dataclass

from editor.gongwen.layout import Layout, ems
from editor.gongwen.word.ooxml import R_PR, Element, Shape, add, add_paragraph, add_run

_PARTS = re.compile(r"(?P<label>附件\s*[：:]\s*)?(?P<number>\d{1,3}\s*[.．、])?")
_LABEL = "附件："


@dataclass(frozen=True, slots=True)
class _Note:
    """One note in its parts: 附件：, the number, the name; those it lacks are empty."""

    label: str
    number: str
    name: str


def _note(text: str) -> _Note:
    match = _PARTS.match(text)
    label, number = match.groups(default="") if match else ("", "")
    return _Note(label, number, text[len(label) + len(number) :])


def add_annex_notes(body: Element, texts: Sequence[str], layout: Layout, *, keep_next: bool = False) -> None:
    """Append the 附件说明: a blank line above, two characters in, later lines and names under the first name."""
    notes = [_note(text) for text in texts]
    widest = max((ems(note.number) for note in notes), default=0)
    name_at = 2 + ems(notes[0].label or _LABEL if notes else "") + widest
    for at, note in enumerate(notes):
        room = widest - ems(note.number) if note.label else 0  # before 1. where there is a 10. too
        shape = Shape(
            before=0 if at else layout.blank_twips(layout.annex_note_gap_lines),
            left=round(name_at * layout.em_twips),
            hanging=round((ems(note.label + note.number) + room) * layout.em_twips),
            keep_next=keep_next or None,
        )
        _add_note(add_paragraph(body, "AnnexNote", shape), note, round(room * layout.em_twips), layout)


def _add_note(paragraph: Element, note: _Note, room: int, layout: Layout) -> None:
    """Append the text of a note, with `room` twips more after its label."""
    if room:
        add_run(paragraph, note.label[:-1])
        properties = add_run(paragraph, note.label[-1]).makeelement(R_PR, {}, None)
        paragraph[-1].insert(0, properties)
        add(properties, "w:spacing", val=room + round(layout.body_spacing * 20))
        add_run(paragraph, note.number + note.name)
    elif text := note.label + note.number + note.name:
        add_run(paragraph, text)
