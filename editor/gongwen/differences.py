"""What a layout does otherwise than the standard, in sentences a clerk can check: the preview of a profile."""

from collections.abc import Callable

from editor.gongwen.layout import STANDARD, Faces, Layout, mm

# Fields of the layout, in the order of the page, and the sentence that is due where one of them differs.
_Sentence = Callable[[Layout], str]
_SENTENCES: tuple[tuple[tuple[str, ...], _Sentence], ...] = (
    (
        ("top", "bottom", "left", "right"),
        lambda own: (
            f"页边距为上{own.top:g}、下{own.bottom:g}、左{own.left:g}、右{own.right:g}毫米；"
            "国标天头37、订口28毫米，下35、右26毫米由版心156×225毫米推得（GB/T 9704，5.2.1）。"
        ),
    ),
    (
        ("inset",),
        lambda own: (
            f"版心自{own.head:g}至{own.foot:g}毫米，上下各比页边距缩进{own.inset:g}毫米（GB/T 33476.2）；"
            "GB/T 9704 不另缩进，版心自37至262毫米（5.2.1）。"
        ),
    ),
    (
        ("lines_per_page", "characters_per_line"),
        lambda own: (
            f"每面排{own.lines_per_page}行、每行{own.characters_per_line}字；"
            "国标一般每面22行、每行28字（GB/T 9704，5.2.3）。"
        ),
    ),
    (
        ("pitch_twips",),
        lambda own: (
            f"行距{own.pitch_twips / 20:g}磅（{mm(own.pitch_twips / 20):.2f}毫米）；国标不定磅值，按22行撑满225毫米是"
            f"{STANDARD.pitch_twips / 20:g}磅（GB/T 9704，5.2.3），电子版为10.39毫米（GB/T 33476.2）。"
        ),
    ),
    (("body_size",), lambda own: f"正文字号{own.body_size:g}磅；国标一般用3号，即16磅（GB/T 9704，5.2.2）。"),
    (
        ("body_spacing",),
        lambda own: (
            f"正文字距{own.body_spacing:+g}磅；国标只定每行28字，16磅的字要紧缩0.25磅才排得下（GB/T 9704，5.2.3）。"
        ),
    ),
    (
        ("exact_gaps",),
        lambda own: (
            "“空一行、空二行”按字的边缘之间10.39、20.78毫米计（GB/T 33476.2）；"
            "GB/T 9704 只说空几行，通行做法是空出整行（7.2.5、7.3.1）。"
        ),
    ),
    (
        ("secrecy_second_line",),
        lambda own: "没有份号时，密级上移到第一行；国标放在第二行（GB/T 9704，7.2.2）。",
    ),
    (
        ("mark_drop",),
        lambda own: (
            f"发文机关标志上边缘距版心上边缘{own.mark_drop:g}毫米；"
            f"国标为{STANDARD.mark_drop:g}毫米（GB/T 9704，7.2.4）。"
        ),
    ),
    (
        ("red",),
        lambda own: (
            f"版头红色用{own.red}；国标要求红色，印刷为黄80%、品红80%（GB/T 9704，6.2、7.2.4），通行{STANDARD.red}。"
        ),
    ),
    (
        ("rule_thickness",),
        lambda own: (
            f"红色分隔线粗{own.rule_thickness / mm(1):g}磅；国标不定粗细（GB/T 9704，7.2.7），"
            f"默认{STANDARD.rule_thickness / mm(1):g}磅。"
        ),
    ),
    (("title_size",), lambda own: f"标题字号{own.title_size:g}磅；国标一般用2号，即22磅（GB/T 9704，7.3.1）。"),
    (
        ("title_line",),
        lambda own: f"标题行距{own.title_line:g}磅；国标不定（GB/T 9704，7.3.1），默认{STANDARD.title_line:g}磅。",
    ),
    (
        ("bold_levels",),
        lambda own: (
            f"第{'、'.join('一二三四'[level - 1] for level in own.bold_levels)}层标题加粗；"
            "国标各层都不加粗（GB/T 9704，7.3.3）。"
        ),
    ),
    (
        ("table_size", "table_line"),
        lambda own: (
            f"表格字号{own.table_size:g}磅、行距{own.table_line:g}磅；"
            f"国标不定，默认{STANDARD.table_size:g}磅、{STANDARD.table_line:g}磅（GB/T 9704，8）。"
        ),
    ),
    (
        ("imprint_even",),
        lambda own: "版记一定放在偶数页（GB/T 33476.2，7.3.1）；GB/T 9704 只要求在最后一面（7.4.1）。",
    ),
    (
        ("number_place",),
        lambda own: "页码居中；国标单页居右、双页居左，各空一字（GB/T 9704，7.5）。",
    ),
)
_FACES = (
    ("fangsong", "正文", "仿宋体", "5.2.2"),
    ("xiaobiaosong", "发文机关标志和标题", "小标宋体", "7.2.4、7.3.1"),
    ("heiti", "第一层标题", "黑体", "7.3.3"),
    ("kaiti", "第二层标题", "楷体", "7.3.3"),
    ("songti", "页码", "宋体", "7.5"),
)


def differences(layout: Layout) -> tuple[str, ...]:
    """Return one sentence for each thing that differs from the standard, with its value and clause, top to foot."""
    said = []
    for fields, sentence in _SENTENCES:
        if any(getattr(layout, field) != getattr(STANDARD, field) for field in fields):
            said.append(sentence(layout))
        if fields == ("body_spacing",):
            said += _face_differences(layout.faces)
    return tuple(said)


def _face_differences(faces: Faces) -> list[str]:
    said = []
    for field, what, kind, clause in _FACES:
        own, usual = getattr(faces, field), getattr(STANDARD.faces, field)
        if own != usual:
            said.append(f"{what}用“{own}”；国标用{kind}，通行字库是“{usual}”（GB/T 9704，{clause}）。")
    if faces.latin:
        said.append(f"数字和西文用“{faces.latin}”；国标没有另定，默认与所在文字同一字体（GB/T 9704，5.2.2）。")
    return said
