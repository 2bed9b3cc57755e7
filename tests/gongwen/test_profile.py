"""Profiles of offices: what a file may say, what is said about it, what comes out of it in the docx."""

import json
import re
import sys
from dataclasses import fields
from pathlib import Path
from typing import Any

import pytest

from editor.gongwen.differences import differences
from editor.gongwen.export import Options, build, export
from editor.gongwen.layout import STANDARD, Faces, Layout, NumberPlace, mm
from editor.gongwen.profile import available_profiles, load_profile, profile_files
from editor.gongwen.word.ooxml import P_PR, R_PR, RUN, VAL, Element, P, T, name
from editor.model.document import Block, BlockKind, Document, Metadata
from editor.model.errors import UserError
from resources import path as resource
from tests.gongwen.parts_of import part, text_of
from tests.gongwen.rendered import needs_office, read_pages, render_all
from tests.gongwen.sample import sample

SHIPPED = [file.stem for file in profile_files()]
SCHEMA = json.loads(resource("schemas/profile.schema.json").read_text("utf-8"))
# One value for every key that differs from the standard.
OTHER: dict[str, Any] = {
    "margins_mm": {"left": 27},
    "inset_mm": 2.42,
    "line_pitch_pt": 28,
    "body_size_pt": 15,
    "character_spacing_pt": -0.5,
    "exact_gaps": True,
    "faces": {"kaiti": "楷体"},
    "latin_face": "Times New Roman",
    "secrecy_on_second_line": False,
    "mark_drop_mm": 30,
    "red": "e60012",
    "red_rule_pt": 2,
    "title_size_pt": 24,
    "title_line_pt": 36,
    "bold_levels": [3],
    "table_size_pt": 14,
    "table_line_pt": 20,
    "imprint_on_even_page": True,
    "page_number": "centre",
}


def written(folder: Path, data: object) -> Path:
    path = folder / "本单位.json"
    path.write_bytes(data if isinstance(data, bytes) else json.dumps(data).encode())
    return path


def loaded(folder: Path, **keys: object) -> Layout:
    return load_profile(written(folder, {"name": "本单位"} | keys)).layout


def test_a_file_that_says_nothing_is_the_standard(tmp_path: Path) -> None:
    assert loaded(tmp_path) == STANDARD
    assert load_profile("standard").layout == STANDARD
    assert differences(STANDARD) == ()


def test_every_key_of_the_schema_has_an_example_here() -> None:
    assert set(OTHER) == set(SCHEMA["properties"]) - {"name", "source"}


@pytest.mark.parametrize("key", OTHER)
def test_every_key_changes_the_layout_and_is_said_with_its_clause(tmp_path: Path, key: str) -> None:
    layout = loaded(tmp_path, **{key: OTHER[key]})
    assert layout != STANDARD
    said = differences(layout)
    assert said
    for sentence in said:
        assert re.search(r"（.*\d.*）", sentence)
        assert "GB/T" in sentence
        assert "国标" in sentence or "GB/T 9704 " in sentence
        assert sentence.endswith("。")


def test_differences_stand_in_the_order_of_the_page(tmp_path: Path) -> None:
    said = "".join(differences(loaded(tmp_path, **OTHER)))
    order = ["页边距", "行距28磅", "楷体", "密级", "版头红色", "标题字号", "第三层", "表格", "版记", "页码居中"]
    assert sorted(order, key=said.index) == order


def test_values_are_taken_in_the_units_of_their_keys(tmp_path: Path) -> None:
    layout = loaded(tmp_path, **OTHER)
    assert (layout.left, layout.right, layout.pitch_twips, layout.body_spacing) == (27, 26, 560, -0.5)
    assert (layout.faces.kaiti, layout.faces.heiti, layout.faces.latin) == ("楷体", "黑体", "Times New Roman")
    assert (layout.red, layout.bold_levels, layout.number_place) == ("E60012", (3,), NumberPlace.CENTRE)
    assert layout.rule_thickness == pytest.approx(0.7056, abs=0.001)


BAD = [
    ({"name": "甲", "margins_mm": {"top": 500}}, "“margins_mm/top”应为15到60之间的毫米数（天头），现在是500"),
    ({"name": "甲", "margins_mm": 37}, "margins_mm”应为页边距对象"),
    ({"name": "甲", "line_pitch_pt": "二十八"}, '“line_pitch_pt”应为18到40之间的磅数（正文行距），现在是"二十八"'),
    ({"name": "甲", "line_pitch_pt": True}, "“line_pitch_pt”"),
    ({"name": "甲", "line_pitch_pt": 10**400}, "“line_pitch_pt”"),
    ({"name": "甲", "line_pitch_pt": 18, "body_size_pt": 22}, "“line_pitch_pt”（18磅）小于“body_size_pt”（22磅）"),
    ({"name": "甲", "bold_levels": [3, 3]}, "“bold_levels”"),
    ({"name": "甲", "bold_levels": [5]}, "“bold_levels/0”"),
    ({"name": "甲", "red": "red"}, "“red”应为六位十六进制颜色"),
    ({"name": "甲", "page_number": "left"}, "“page_number”应为“outside”（外侧）或“centre”（居中）"),
    ({"name": "甲", "faces": {"fangsong": "仿宋\0"}}, "“faces/fangsong”"),
    ({"name": "甲", "faces": {"latin": "Arial"}}, "没有“faces/latin”这个项目"),
    ({"name": "甲", "行距": 28}, "没有“行距”这个项目"),
    ({"name": "甲", "\ud800" * 99: 28}, "这个项目"),
    ({}, "缺少“name”"),
    ([], "“整个文件”应为"),
    (b"", "不是排版配置"),
    (b"{", "不是排版配置"),
    (b"\xff\xfe\x00", "不是排版配置"),
    (b'{"name": "a", "name": "b"}', "不是排版配置"),
    (b'{"name": "a", "line_pitch_pt": NaN}', "不是排版配置"),
    (b'{"name": ' + b"[" * 1000 + b"]" * 1000 + b"}", "不是排版配置"),
    (b'{"name": ' + b"[" * 40 + b"]" * 40 + b"}", "“name”应为配置的名称（1到40字）"),
    (b'{"name": "' + b" " * 5_000_000 + b'"}', "超过 1 MB"),
]


@pytest.mark.parametrize(("data", "said"), BAD)
def test_a_bad_profile_is_one_sentence_that_names_the_key(tmp_path: Path, data: object, said: str) -> None:
    with pytest.raises(UserError) as error:
        load_profile(written(tmp_path, data))
    assert said in error.value.message
    assert len(error.value.message) < 200
    assert error.value.message.count("。") == 1
    assert error.value.next_step
    error.value.message.encode()


@pytest.mark.parametrize("wanted", ["没有这个", "没有这个.json", "x" * 5000, "x" * 5000 + ".json", "\0", "\0.json", ""])
def test_a_profile_that_is_not_there_is_one_sentence(wanted: str) -> None:
    with pytest.raises(UserError):
        load_profile(wanted)


def test_the_users_own_come_after_the_shipped_and_a_bad_one_is_told(tmp_path: Path) -> None:
    written(tmp_path, {"name": "本单位", "red": "E60012"})
    (tmp_path / "坏.json").write_text("{")
    profiles, complaints = available_profiles(tmp_path)
    assert [profile.id for profile in profiles] == [*SHIPPED, "本单位"]
    assert len(complaints) == 1
    assert "坏.json" in complaints[0]
    assert load_profile("本单位", tmp_path).name == "本单位"
    assert available_profiles(tmp_path / "none") == available_profiles()


def test_the_standard_is_the_first_of_the_shipped_profiles() -> None:
    assert SHIPPED[0] == "standard"
    assert {"standard", "gbt33476"} < set(SHIPPED)


def test_the_electronic_standard_keeps_the_type_area_where_it_was() -> None:
    layout = load_profile("gbt33476").layout
    assert (layout.head, layout.foot) == (pytest.approx(37), pytest.approx(262))
    assert (layout.top, layout.bottom, layout.pitch_twips) == (34.58, 32.58, 592)
    assert layout.footer_twips == STANDARD.footer_twips == 1457
    assert layout.imprint_even
    between_lines = layout.pitch_twips - 320  # the leading, half of it on either side
    assert mm((layout.blank_twips(2) + between_lines) / 20) == pytest.approx(20.78, abs=0.15)


# what comes out of it


def style(docx: bytes, style_id: str) -> Element:
    styles = part(docx, "word/styles.xml").iter(name("w:style"))
    return next(one for one in styles if one.get(name("w:styleId")) == style_id)


def faces_of(element: Element) -> tuple[str, ...]:
    fonts = element.find(f".//{name('w:rFonts')}")
    return tuple(fonts.get(name(f"w:{slot}")) for slot in ("ascii", "hAnsi", "eastAsia", "hint"))


@pytest.fixture(scope="module")
def house() -> bytes:
    return build(sample(), Options(table=True, layout=load_profile("yunxi").layout))


def test_a_latin_face_stands_in_its_slots_and_not_in_the_page_number(house: bytes) -> None:
    times = "Times New Roman"
    assert faces_of(style(house, "Normal")) == (times, times, "仿宋_GB2312", "eastAsia")
    assert faces_of(style(house, "Heading1")) == (times, times, "黑体", "eastAsia")
    assert faces_of(style(house, "Footer")) == ("宋体", "宋体", "宋体", "eastAsia")


def test_marks_beside_a_latin_face_stay_in_the_chinese_one(house: bytes) -> None:
    marks = re.compile("[“”‘’—…·]")
    seen = set()
    for paragraph in part(house).iter(P):
        for run in paragraph.findall(RUN):
            text = "".join(node.text or "" for node in run.findall(T))
            if marks.search(text):
                assert not re.search("[0-9A-Za-z一-鿿]", text)
                face = faces_of(run.find(R_PR))
                assert face[0] == face[1] == face[2]
                seen.add((paragraph.find(f"{P_PR}/{name('w:pStyle')}").get(VAL), face[0]))
    assert {("BodyText", "仿宋_GB2312"), ("OfficialTitle", "方正小标宋简体")} <= seen


def test_a_latin_face_changes_no_text(house: bytes) -> None:
    def texts(docx: bytes) -> list[str]:
        return ["".join(text_of(run) for run in one.iterchildren(RUN)) for one in part(docx).iter(P)]

    assert texts(house) == texts(build(sample(), Options(table=True)))


def test_only_the_heading_of_a_bold_level_is_bold_not_the_text_that_runs_in() -> None:
    blocks = (Block("t", BlockKind.TITLE, "方案"), Block("h", BlockKind.HEADING, "1.抓好阵地。每年新建三处。", 3))
    docx = build(Document("", Metadata(), blocks), Options(layout=Layout(bold_levels=(3,))))
    bold = {level: style(docx, f"Heading{level}").find(f".//{name('w:b')}") is not None for level in (1, 2, 3, 4)}
    assert bold == {1: False, 2: False, 3: True, 4: False}
    heading, body = [run for run in part(docx).iter(RUN) if text_of(run).startswith(("1.", "每年"))]
    assert heading.find(f"{R_PR}/{name('w:b')}") is None
    assert body.find(f"{R_PR}/{name('w:b')}").get(VAL) == "0"


def test_a_centred_number_has_no_indent(house: bytes) -> None:
    for side in ("FooterOdd", "FooterEven"):
        properties = style(house, side).find(P_PR)
        assert properties.find(name("w:jc")).get(VAL) == "center"
        assert properties.find(name("w:ind")) is None


def test_the_font_table_names_every_face_and_what_stands_in(house: bytes) -> None:
    table = {font.get(name("w:name")): font for font in part(house, "word/fontTable.xml")}
    assert set(table) == {"Times New Roman", *(face for face, _ in Faces().substitutes)}
    assert table["方正小标宋简体"].find(name("w:altName")).get(VAL) == "华文中宋"
    assert table["Times New Roman"].find(name("w:charset")).get(VAL) == "00"


def test_every_field_of_a_profile_reads_back_through_the_law(tmp_path: Path) -> None:
    for profile in available_profiles()[0]:
        report = export(sample(), tmp_path / f"{profile.id}.docx", Options(table=True, layout=profile.layout))
        assert report.path.is_file()


def test_no_number_of_the_page_is_kept_twice() -> None:
    derived = {"lines_per_page", "characters_per_line", "title_characters", "footer_twips"}
    assert not derived & {one.name for one in fields(Layout)}


def full_pages() -> Document:
    text = "云溪山多水长，乡镇分散，群众获取科普服务不便。" * 20
    blocks = (Block(f"b{at}", BlockKind.PARAGRAPH, text) for at in range(6))
    return Document("", Metadata(), (Block("t", BlockKind.TITLE, "实施方案"), *blocks))


@needs_office
def test_each_shipped_profile_fills_22_lines_of_28_characters(tmp_path: Path) -> None:
    profiles = available_profiles()[0]
    wanted = {profile.id: (full_pages(), Options(layout=profile.layout)) for profile in profiles}
    for stem, pages in render_all(wanted, tmp_path).items():
        body = [line for line in pages[1].lines if "云" in line.text or "科" in line.text or "乡" in line.text]
        # A last mark may hang in the margin (overflowPunct), two marks may share the room of one.
        longest = max(len(line.text.rstrip("，。")) for line in body)
        number = next(line for line in pages[1].lines if line.text == "—2—")
        height = body[-1].foot - body[0].top
        sys.stdout.write(
            f"{stem}: {len(body)} lines of {longest} characters, {body[0].top:.1f}–{body[-1].foot:.1f} mm "
            f"({height:.1f}), number {number.x0:.1f}–{number.x1:.1f} mm\n"
        )
        assert len(body) == 22
        assert longest in {28, 29}
    assert read_pages(tmp_path / "yunxi.pdf")[0].line("—1—").middle == pytest.approx(106, abs=0.5)
