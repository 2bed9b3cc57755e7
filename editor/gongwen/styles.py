"""The named styles of an official document, generated from the layout's numbers: word/styles.xml."""

from dataclasses import dataclass
from functools import cache
from typing import Any

from editor.gongwen.layout import Layout
from editor.gongwen.ooxml import Element, add, name, root, serialise

BUILT_IN = ("heading 1", "heading 2", "heading 3", "heading 4", "footer")  # Word knows these by name


@dataclass(frozen=True, slots=True)
class Style:
    """One paragraph style: name in Word's list, font and size, line height in twips, what else differs from 正文."""

    id: str
    name: str
    face: str = ""  # a font name; empty: inherited
    size: float = 0.0  # points; 0: inherited
    line: int = 0  # exact twips; 0: the grid's pitch
    align: str = ""
    indent: bool = False  # first line two characters in (7.3.3)
    outline: int | None = None  # 0 is the first level of the navigation pane
    keep_next: bool = False
    page_break: bool = False
    color: str = ""
    left: int = 0
    right: int = 0
    hanging: int = 0
    tab: int = 0  # a right tab stop
    based_on: str = "Normal"
    next: str = ""


def paragraph_styles(layout: Layout) -> tuple[Style, ...]:
    """Return every paragraph style but the default one, in the order of the document."""
    faces, title_line = layout.faces, round(layout.title_line * 20)
    small_em, table_line = round(layout.imprint_size * 20), round(layout.table_line * 20)
    imprint_line, number_line = round(layout.imprint_line * 20), round(layout.number_size * 20)
    title: dict[str, Any] = {
        "face": faces.xiaobiaosong,
        "size": layout.title_size,
        "line": title_line,
        "align": "center",
    }
    table: dict[str, Any] = {"size": layout.table_size, "line": table_line}
    imprint: dict[str, Any] = {"size": layout.imprint_size, "line": imprint_line, "align": "left", "right": small_em}
    return (
        Style("BodyText", "公文正文", indent=True),
        Style("Heading1", "heading 1", faces.heiti, indent=True, outline=0, keep_next=True, next="BodyText"),
        Style("Heading2", "heading 2", faces.kaiti, indent=True, outline=1, keep_next=True, next="BodyText"),
        Style("Heading3", "heading 3", faces.fangsong, indent=True, outline=2, keep_next=True, next="BodyText"),
        Style("Heading4", "heading 4", faces.fangsong, indent=True, outline=3, keep_next=True, next="BodyText"),
        Style("IssuerMark", "发文机关标志", faces.xiaobiaosong, align="center", color=layout.red, line=title_line),
        Style("DocumentNumber", "发文字号", align="center", line=layout.pitch_twips),
        Style("RedRule", "红色分隔线", line=layout.pitch_twips),
        Style("OfficialTitle", "公文标题", **title, next="BodyText"),
        Style("Addressees", "主送机关", align="left", next="BodyText"),
        Style("AnnexNote", "附件说明"),
        Style("Signature", "署名", align="right"),
        Style("SignatureDate", "成文日期", align="right"),
        Style("Note", "附注", indent=True),
        Style("AnnexMark", "附件标记", faces.heiti, align="left", outline=0, page_break=True, keep_next=True),
        Style("TableText", "表格文字", **table, align="left"),
        Style("TableCentre", "表格文字居中", align="center", based_on="TableText"),
        Style("TableHead", "表头", faces.heiti, align="center", based_on="TableText"),
        Style("TableTask", "表格任务", faces.kaiti, based_on="TableText"),
        Style("TablePart", "表格部分", faces.heiti, keep_next=True, based_on="TableText"),
        Style("TableGroup", "表格分组", faces.kaiti, keep_next=True, based_on="TableText"),
        Style("CopyTo", "抄送机关", **imprint, left=4 * small_em, hanging=3 * small_em),
        Style("Printing", "印发机关和印发日期", **imprint, left=small_em, tab=layout.width_twips - small_em),
        Style("Hairline", "版面占位", line=20),
        Style("Footer", "footer", faces.songti, layout.number_size, number_line),
        Style("FooterOdd", "页码（单页）", align="right", right=number_line, based_on="Footer"),
        Style("FooterEven", "页码（双页）", align="left", left=number_line, based_on="Footer"),
    )


def _fonts(properties: Element, face: str) -> None:
    # Four slots and the hint: otherwise Word takes “ ” — … from a Latin font and draws them half as wide.
    add(properties, "w:rFonts", hint="eastAsia", ascii=face, hAnsi=face, eastAsia=face, cs=face)


def _run_properties(parent: Element, face: str, size: float, spacing: float | None, color: str) -> None:
    if not (face or size or spacing is not None or color):
        return
    properties = add(parent, "w:rPr")
    if face:
        _fonts(properties, face)
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
    _fonts(run, layout.faces.fangsong)
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
    _run_properties(style, layout.faces.fangsong, layout.body_size, layout.body_spacing, "")


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
    if spec.name not in BUILT_IN:
        style.set(name("w:customStyle"), "1")
    add(style, "w:name", val=spec.name)
    add(style, "w:basedOn", val=spec.based_on)
    if spec.next:
        add(style, "w:next", val=spec.next)
    add(style, "w:qFormat")
    _paragraph_properties(style, spec, layout)
    # The quarter of a point between characters makes 28 of them fit; other sizes have their own measure.
    spacing = 0.0 if spec.size or spec.id == "IssuerMark" else None
    _run_properties(style, spec.face, spec.size, spacing, spec.color)


def _character_style(styles: Element, layout: Layout) -> None:
    style = add(styles, "w:style", type="character", customStyle=1, styleId="RunIn")
    add(style, "w:name", val="标题后正文")
    add(style, "w:qFormat")
    _run_properties(style, layout.faces.fangsong, layout.body_size, None, "")


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
    _character_style(styles, layout)
    _table_style(styles)
    return serialise(styles)
