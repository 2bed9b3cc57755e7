"""Chinese marks beside a Latin face: where digits have a face of their own, “ ” — … · must not fall into it."""

import re
from copy import deepcopy

from editor.gongwen.layout import Layout
from editor.gongwen.word.ooxml import P_PR, R_PR, RUN, VAL, Element, P, T, name
from editor.gongwen.word.styles import chinese_faces
from editor.gongwen.word.styles_part import add_fonts

# Marks below the Chinese blocks that Word and LibreOffice would give to the Latin face.
_MARKS = re.compile("([¡-¿×÷‐-⺀]+)")
_R_STYLE, _P_STYLE = name("w:rStyle"), name("w:pStyle")
_PRESERVE = "{http://www.w3.org/XML/1998/namespace}space"


def keep_marks_chinese(part: Element, layout: Layout) -> None:
    """Put the marks of every text into runs of their own that name the Chinese face of their style in all slots.

    The hint in the style serves Word; LibreOffice 7.4 goes by the neighbour and would set 2026—2030 all in Latin.
    """
    faces = chinese_faces(layout)
    for paragraph in part.iter(P):
        usual = faces.get(_style(paragraph, P_PR, _P_STYLE), layout.faces.fangsong)
        for run in paragraph.findall(RUN):
            if any(_MARKS.search(text.text or "") for text in run.findall(T)):
                style = _style(run, R_PR, _R_STYLE)
                _split(paragraph, run, faces.get(style, layout.faces.fangsong) if style else usual)


def _style(of: Element, properties: str, tag: str) -> str:
    found = of.find(f"{properties}/{tag}")
    return "" if found is None else found.get(VAL, "")


def _split(paragraph: Element, run: Element, face: str) -> None:
    """Replace a run by runs that hold either marks or none; tabs and breaks stay where they are."""
    properties = run.find(R_PR)
    made: list[Element] = []
    for child in run.iterchildren():
        if child is properties:
            continue
        for piece in _MARKS.split(child.text or "") if child.tag == T else [""]:
            if piece or child.tag != T:
                part = _run_like(run, properties, face if _MARKS.match(piece) else "")
                part.append(_text(child, piece) if child.tag == T else deepcopy(child))
                made.append(part)
    at = paragraph.index(run)
    paragraph[at : at + 1] = made


def _run_like(run: Element, properties: Element | None, face: str) -> Element:
    made = run.makeelement(RUN, {}, None)
    if properties is not None:
        made.append(deepcopy(properties))
    if face:
        own = made.find(R_PR)
        if own is None:
            own = run.makeelement(R_PR, {}, None)
            made.append(own)
        add_fonts(own, face)
        own.insert(1 if own[0].tag == _R_STYLE else 0, own[-1])  # schema order: style, fonts, the rest
    return made


def _text(like: Element, piece: str) -> Element:
    made = like.makeelement(T, {}, None)
    made.text = piece
    if piece != piece.strip() or "  " in piece:
        made.set(_PRESERVE, "preserve")
    return made
