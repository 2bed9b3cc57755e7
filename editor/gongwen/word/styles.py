"""The named styles of an official document, made of the layout's numbers."""

from dataclasses import dataclass
from functools import cache
from typing import Any

from editor.gongwen.layout import Layout, NumberPlace


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
    bold: bool = False
    latin: bool = True  # digits and Latin letters in the layout's Latin face, where it names one
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
    stamp: dict[str, Any] = {"face": faces.kaiti, "size": layout.title_size, "line": title_line, "color": layout.red}
    right = layout.width_twips - layout.em_twips
    corner: dict[str, Any] = {"align": "left", "line": layout.pitch_twips, "tab": layout.width_twips}
    table: dict[str, Any] = {"size": layout.table_size, "line": table_line}
    imprint: dict[str, Any] = {"size": layout.imprint_size, "line": imprint_line, "align": "left", "right": small_em}
    return (
        Style("BodyText", "公文正文", indent=True),
        *_headings(layout),
        Style("CopyNumber", "份号", **corner),
        Style("Secrecy", "密级和保密期限", faces.heiti, **corner),
        Style("Urgency", "紧急程度", faces.heiti, **corner),
        Style("IssuerMark", "发文机关标志", faces.xiaobiaosong, align="center", color=layout.red, line=title_line),
        Style("JointMark", "联合发文机关标志", align="distribute", based_on="IssuerMark"),
        Style("DocumentNumber", "发文字号", align="center", line=layout.pitch_twips),
        Style("UpwardNumber", "发文字号和签发人", align="left", line=layout.pitch_twips, left=layout.em_twips),
        Style("MinutesNumber", "纪要编号和日期", **corner | {"tab": right}, left=layout.em_twips),
        Style("RedRule", "红色分隔线", line=layout.pitch_twips),
        Style("OfficialTitle", "公文标题", **title, next="BodyText"),
        Style("Addressees", "主送机关", align="left", next="BodyText"),
        Style("AnnexNote", "附件说明"),
        Style("Signature", "署名", align="right"),
        Style("JointSignature", "联合署名", align="left"),
        Style("SignatureDate", "成文日期", align="right"),
        Style("SignatoryPost", "签发人职务", align="right", right=layout.post_inset_twips, keep_next=True),
        Style("Signatory", "签名章", **stamp, align="center"),
        Style("Note", "附注", indent=True),
        Style("Attendance", "出席人员", left=5 * layout.em_twips, hanging=3 * layout.em_twips),
        Style("AnnexMark", "附件标记", faces.heiti, align="left", outline=0, page_break=True, keep_next=True),
        Style("TableText", "表格文字", **table, align="left"),
        Style("TableCentre", "表格文字居中", align="center", based_on="TableText"),
        Style("TableHead", "表头", faces.heiti, align="center", based_on="TableText"),
        Style("TablePart", "表格部分", faces.heiti, keep_next=True, based_on="TableText"),
        Style("TableGroup", "表格分组", faces.kaiti, keep_next=True, based_on="TableText"),
        Style("CopyTo", "抄送机关", **imprint, left=4 * small_em, hanging=3 * small_em),
        Style("Printing", "印发机关和印发日期", **imprint, left=small_em, tab=layout.width_twips - small_em),
        Style("Hairline", "版面占位", line=20),
        Style("Footer", "footer", faces.songti, layout.number_size, number_line, latin=False),
        *_numbers(layout),
    )


def _headings(layout: Layout) -> tuple[Style, ...]:
    """Return the four levels (7.3.3): 黑体, 楷体 and twice 仿宋, two characters in as the body is."""
    faces = (layout.faces.heiti, layout.faces.kaiti, layout.faces.fangsong, layout.faces.fangsong)
    return tuple(
        Style(
            f"Heading{level}",
            f"heading {level}",
            face,
            bold=level in layout.bold_levels,
            indent=True,
            outline=level - 1,
            keep_next=True,
            next="BodyText",
        )
        for level, face in enumerate(faces, 1)
    )


def _numbers(layout: Layout) -> tuple[Style, ...]:
    """Return the 页码 of odd and of even pages: one character in from the outer side (7.5), or centred."""
    odd, even = ("FooterOdd", "页码（单页）"), ("FooterEven", "页码（双页）")
    common: dict[str, Any] = {"latin": False, "based_on": "Footer"}
    if layout.number_place is NumberPlace.CENTRE:
        return tuple(Style(*style, align="center", **common) for style in (odd, even))
    em = round(layout.number_size * 20)
    return (Style(*odd, align="right", right=em, **common), Style(*even, align="left", left=em, **common))


@cache
def chinese_faces(layout: Layout) -> dict[str, str]:
    """Return the Chinese face of each paragraph style by its id, for those whose digits have another one."""
    faces = {"Normal": layout.faces.fangsong}
    for style in paragraph_styles(layout):
        faces[style.id] = style.face or faces[style.based_on]
    return {id_: face for id_, face in faces.items() if not id_.startswith("Footer")}
