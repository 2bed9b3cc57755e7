"""The styles written down as WordprocessingML: word/styles.xml."""

from functools import cache

from editor.gongwen.layout import Layout
from editor.gongwen.word.ooxml import Element, add, name, root, serialise
from editor.gongwen.word.styles import Style, paragraph_styles

_BUILT_IN = ("heading 1", "heading 2", "heading 3", "heading 4", "footer")  # Word knows these by name


def add_fonts(properties: Element, face: str, latin: str = "") -> None:
    """Append w:rFonts: the Chinese `face`, and `latin` for digits and Latin letters (empty: `face` too).

    Four slots and the hint: otherwise Word takes “ ” — … from a Latin font and draws them half as wide.
    """
    add(
        properties,
        "w:rFonts",
        hint="eastAsia",
        ascii=latin or face,
        hAnsi=latin or face,
        eastAsia=face,
        cs=latin or face,
    )


def _run_properties(
    parent: Element,
    face: str,
    size: float,
    spacing: float | None,
    color: str = "",
    *,
    latin: str = "",
    bold: bool = False,
) -> None:
    if not (face or size or spacing is not None or color or bold):
        return
    properties = add(parent, "w:rPr")
    if face:
        add_fonts(properties, face, latin)
    if bold:
        add(properties, "w:b")
        add(properties, "w:bCs")
    if color:
        add(properties, "w:color", val=color)
    if spacing is not None:
        add(properties, "w:spacing", val=round(spacing * 20))
    if size:
        add(properties, "w:sz", val=round(size * 2))
        add(properties, "w:szCs", val=round(size * 2))


def _defaults(styles: Element, layout: Layout) -> None:
    defaults = add(styles, "w:docDefaults")
    run = add(add(defaults, "w:rPrDefault"), "w:rPr")
    add_fonts(run, layout.faces.fangsong, layout.faces.latin)
    add(run, "w:color", val="000000")
    add(run, "w:kern", val=0)
    add(run, "w:sz", val=round(layout.body_size * 2))
    add(run, "w:szCs", val=round(layout.body_size * 2))
    add(run, "w:lang", val="en-US", eastAsia="zh-CN", bidi="ar-SA")
    add(add(defaults, "w:pPrDefault"), "w:pPr")


def _normal(styles: Element, layout: Layout) -> None:
    style = add(styles, "w:style", type="paragraph", default=1, styleId="Normal")
    add(style, "w:name", val="Normal")
    add(style, "w:qFormat")
    properties = add(style, "w:pPr")
    # Word's own default of overflowPunct: with 0 LibreOffice 7.4 loses some marks at the ends of lines.
    for tag, value in (
        ("widowControl", 0),
        ("kinsoku", 1),
        ("overflowPunct", 1),
        ("autoSpaceDE", 0),
        ("autoSpaceDN", 0),
    ):
        add(properties, f"w:{tag}", val=value)
    add(properties, "w:spacing", before=0, after=0, line=layout.pitch_twips, lineRule="exact")
    add(properties, "w:jc", val="both")
    faces = layout.faces
    _run_properties(style, faces.fangsong, layout.body_size, layout.body_spacing, latin=faces.latin)


def _paragraph_properties(style: Element, spec: Style, layout: Layout) -> None:
    properties = add(style, "w:pPr")
    if spec.keep_next:
        add(properties, "w:keepNext")
    if spec.page_break:
        add(properties, "w:pageBreakBefore")
    if spec.tab:
        add(add(properties, "w:tabs"), "w:tab", val="right", pos=spec.tab)
    if spec.line:
        # LibreOffice ignores an exact height where the paragraph keeps to the grid.
        add(properties, "w:snapToGrid", val=0)
        add(properties, "w:spacing", line=spec.line, lineRule="exact")
    if spec.indent:
        # Word goes by characters, LibreOffice by twips.
        add(properties, "w:ind", firstLineChars=200, firstLine=2 * layout.em_twips)
    elif spec.left or spec.right or spec.hanging:
        indent = {"left": spec.left, "right": spec.right, "hanging": spec.hanging}
        add(properties, "w:ind", **{key: value for key, value in indent.items() if value})
    if spec.align:
        add(properties, "w:jc", val=spec.align)
    if spec.outline is not None:
        add(properties, "w:outlineLvl", val=spec.outline)


def _paragraph_style(styles: Element, spec: Style, layout: Layout) -> None:
    style = add(styles, "w:style", type="paragraph", styleId=spec.id)
    if spec.name not in _BUILT_IN:
        style.set(name("w:customStyle"), "1")
    add(style, "w:name", val=spec.name)
    add(style, "w:basedOn", val=spec.based_on)
    if spec.next:
        add(style, "w:next", val=spec.next)
    add(style, "w:qFormat")
    _paragraph_properties(style, spec, layout)
    # The quarter of a point between characters makes 28 of them fit; other sizes have their own measure.
    spacing = 0.0 if spec.size or spec.id == "IssuerMark" else None
    latin = layout.faces.latin if spec.latin else ""
    _run_properties(style, spec.face, spec.size, spacing, spec.color, latin=latin, bold=spec.bold)


def _character_style(styles: Element, ident: str, label: str, face: str, layout: Layout) -> None:
    style = add(styles, "w:style", type="character", customStyle=1, styleId=ident)
    add(style, "w:name", val=label)
    add(style, "w:qFormat")
    _run_properties(style, face, layout.body_size, None, latin=layout.faces.latin)


def _character_styles(styles: Element, layout: Layout) -> None:
    faces = layout.faces
    _character_style(styles, "RunIn", "标题后正文", faces.fangsong, layout)
    _character_style(styles, "SignerName", "签发人姓名", faces.kaiti, layout)
    _character_style(styles, "AttendanceLabel", "出席标签", faces.heiti, layout)


def _table_style(styles: Element) -> None:
    style = add(styles, "w:style", type="table", default=1, styleId="TableNormal")
    add(style, "w:name", val="Normal Table")
    margins = add(add(style, "w:tblPr"), "w:tblCellMar")
    for side in ("top", "left", "bottom", "right"):
        add(margins, f"w:{side}", w=0, type="dxa")


@cache
def styles_part(layout: Layout) -> bytes:
    """Return word/styles.xml for a layout."""
    styles = root("w:styles")
    _defaults(styles, layout)
    _normal(styles, layout)
    for spec in paragraph_styles(layout):
        _paragraph_style(styles, spec, layout)
    _character_styles(styles, layout)
    _table_style(styles)
    return serialise(styles)
