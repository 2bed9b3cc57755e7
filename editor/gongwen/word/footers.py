"""The 页码 of turned pages (clause 8): at their left side and read from top to bottom, as an upright sheet shows it."""

from functools import cache

from editor.gongwen.layout import Layout, NumberPlace, mm, twips
from editor.gongwen.word.drawing import Place, add_text_box
from editor.gongwen.word.ooxml import Element, Shape, add, add_paragraph, add_run, root, serialise


@cache
def side_footer(layout: Layout, *, even: bool = False) -> bytes:
    """Return the footer part of turned odd or even pages: the number stands where upright pages have it (7.5).

    The box begins at the corner of the page, since LibreOffice 7.4 forgets any other place on even pages; its width
    and the paragraph's indents put the number where it belongs.
    """
    foot = mm(layout.footer_twips / 20)  # between the number's line and the edge of the sheet, as on upright pages
    place = Place(0, 0, foot + mm(layout.number_size), layout.page_width, from_page=True, x_from_page=True)
    footer = root("w:ftr")
    box = add_text_box(add_paragraph(footer, "Footer"), 1, "页码", place, turned=True)
    _add_number(add_paragraph(box, "FooterEven" if even else "FooterOdd", _indents(layout, even)))
    return serialise(footer)


def _indents(layout: Layout, even: bool) -> Shape:
    """Return indents that leave the type area's width and, on the outer side, one character."""
    em = round(layout.number_size * 20) if layout.number_place is NumberPlace.OUTSIDE else 0
    return Shape(left=twips(layout.left) + (em if even else 0), right=twips(layout.right) + (0 if even else em))


def _add_number(paragraph: Element) -> None:
    add_run(paragraph, "— ")
    add(add(paragraph, "w:r"), "w:fldChar", fldCharType="begin")
    add(add(paragraph, "w:r"), "w:instrText").text = "PAGE"
    add(add(paragraph, "w:r"), "w:fldChar", fldCharType="separate")
    add_run(paragraph, "1")
    add(add(paragraph, "w:r"), "w:fldChar", fldCharType="end")
    add_run(paragraph, " —")
