"""Who attended: 出席, 请假 and 列席 after the text of 纪要 (10.3)."""

from editor.gongwen.elements import Elements
from editor.gongwen.layout import Layout
from editor.gongwen.word.ooxml import Element, Shape, add_paragraph, add_run


def add_attendance(body: Element, elements: Elements, layout: Layout) -> None:
    """Append the lists a blank line under the text, labels two characters in, names under the first of them."""
    for at, (label, names) in enumerate(elements.attendance):
        paragraph = add_paragraph(body, "Attendance", Shape(before=0 if at else layout.blank_twips(1)))
        add_run(paragraph, label, "AttendanceLabel")
        add_run(paragraph, names)
