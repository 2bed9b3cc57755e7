"""The package as Word sees it: parts, order of elements, fonts, styles, properties."""

import io

import docx
import pytest
from lxml import etree

from editor.gongwen.export import Options, build
from editor.gongwen.layout import STANDARD, Faces, Layout, ems
from editor.gongwen.word.ooxml import A, Element, W, name
from tests.gongwen.parts_of import names_in, part
from tests.gongwen.sample import sample


@pytest.fixture(scope="module")
def written() -> bytes:
    return build(sample(), Options(table=True))


def xml_parts(written: bytes) -> dict[str, Element]:
    return {path: part(written, path) for path in names_in(written)}


def test_the_parts_are_there_and_named_once_with_the_content_types_first(written: bytes) -> None:
    paths = names_in(written)
    assert paths[0] == "[Content_Types].xml"
    assert sorted(paths) == sorted(set(paths))
    typed = {node.get("PartName") for node in part(written, "[Content_Types].xml") if node.get("PartName")}
    assert {f"/{path}" for path in paths if not path.endswith(".rels") and path[0] != "["} == typed


def test_every_relationship_leads_to_a_part(written: bytes) -> None:
    paths = set(names_in(written))
    for folder, rels in (("", "_rels/.rels"), ("word/", "word/_rels/document.xml.rels")):
        assert {folder + node.get("Target") for node in part(written, rels)} <= paths


def test_every_font_is_named_in_all_slots_with_the_east_asian_hint(written: bytes) -> None:
    fonts = [node for root in xml_parts(written).values() for node in root.iter(name("w:rFonts"))]
    assert len(fonts) > 5
    for node in fonts:
        faces = {node.get(name(f"w:{slot}")) for slot in ("ascii", "hAnsi", "eastAsia", "cs")}
        assert len(faces) == 1
        assert faces <= {face for face, _ in STANDARD.faces.substitutes}
        assert node.get(name("w:hint")) == "eastAsia"
        assert not [key for key in node.attrib if key.endswith("Theme")]


def test_headings_appear_in_the_navigation_pane_by_level(written: bytes) -> None:
    styles = {style.get(name("w:styleId")): style for style in part(written, "word/styles.xml").iter(name("w:style"))}
    for level in (1, 2, 3, 4):
        style = styles[f"Heading{level}"]
        assert style.find(name("w:name")).get(name("w:val")) == f"heading {level}"
        assert style.find(f".//{name('w:outlineLvl')}").get(name("w:val")) == str(level - 1)
        assert style.find(f".//{name('w:b')}") is None


def test_every_style_that_is_used_is_defined(written: bytes) -> None:
    defined = {style.get(name("w:styleId")) for style in part(written, "word/styles.xml").iter(name("w:style"))}
    tags = [name(tag) for tag in ("w:pStyle", "w:rStyle", "w:basedOn", "w:next")]
    used = {node.get(name("w:val")) for root in xml_parts(written).values() for node in root.iter(*tags)}
    assert used <= defined


def test_a_line_height_off_the_grid_does_not_snap_to_it(written: bytes) -> None:
    for root in (part(written), part(written, "word/styles.xml")):
        for properties in root.iter(name("w:pPr")):
            spacing = properties.find(name("w:spacing"))
            line = None if spacing is None else spacing.get(name("w:line"))
            if line not in (None, "579"):
                assert properties.find(name("w:snapToGrid")).get(name("w:val")) == "0"


def test_language_and_spacing_rules_are_chinese(written: bytes) -> None:
    styles = part(written, "word/styles.xml")
    assert next(styles.iter(name("w:lang"))).get(name("w:eastAsia")) == "zh-CN"
    normal = next(styles.iter(name("w:style")))
    rules = {etree.QName(node).localname: node.get(name("w:val")) for node in normal.find(name("w:pPr"))}
    assert {key: rules[key] for key in ("widowControl", "kinsoku", "autoSpaceDE", "autoSpaceDN")} == {
        "widowControl": "0",
        "kinsoku": "1",
        "autoSpaceDE": "0",
        "autoSpaceDN": "0",
    }


def test_drawings_have_ids_of_their_own(written: bytes) -> None:
    ids = [node.get("id") for node in part(written).iter(name("wp:docPr"))]
    assert ids == ["1", "2"]
    assert A in part(written).nsmap.values()


def test_page_numbers_are_fields_with_one_dash_on_either_side(written: bytes) -> None:
    for side in ("odd", "even"):
        footer = part(written, f"word/footer_{side}.xml")
        assert "".join(node.text for node in footer.iter(f"{{{W}}}t")) == "— 1 —"
        assert [node.text.strip() for node in footer.iter(name("w:instrText"))] == ["PAGE"]


def test_properties_hold_title_agency_and_number(written: bytes) -> None:
    properties = docx.Document(io.BytesIO(written)).core_properties
    assert properties.title.endswith("实施方案（2026—2030年）的通知")
    assert (properties.author, properties.subject) == ("云溪县人民政府", "云政发〔2026〕3号")


def test_another_reader_finds_paragraphs_styles_and_tables(written: bytes) -> None:
    document = docx.Document(io.BytesIO(written))
    assert document.sections[0].page_width.mm == pytest.approx(210, abs=0.1)
    assert {"heading 1", "Heading 1"} & {p.style.name for p in document.paragraphs}
    assert [cell.text for cell in document.tables[0].rows[0].cells] == ["序号", "重点任务", "牵头单位", "责任单位"]


def test_equal_documents_give_equal_bytes(written: bytes) -> None:
    assert build(sample(), Options(table=True)) == written


def test_another_layout_changes_fonts_and_margins() -> None:
    layout = Layout(faces=Faces(fangsong="仿宋"), top=34.58, bottom=32.58, pitch_twips=592)
    written = build(sample(), Options(layout=layout))
    assert next(part(written).iter(name("w:pgMar"))).get(name("w:top")) == "1960"
    assert next(part(written, "word/styles.xml").iter(name("w:rFonts"))).get(name("w:eastAsia")) == "仿宋"


def test_the_table_of_numbers_gives_22_lines_of_28_characters() -> None:
    height = round((STANDARD.page_height - STANDARD.top - STANDARD.bottom) / 25.4 * 1440)
    assert height // STANDARD.pitch_twips == STANDARD.lines_per_page == 22
    assert STANDARD.width_twips // STANDARD.em_twips == STANDARD.characters_per_line == 28
    assert (STANDARD.width, STANDARD.height) == (156, 225)


def test_widths_count_chinese_marks_whole_and_digits_half() -> None:
    assert ems("云溪“三”——…") == 8
    assert ems("2026") == 2
    assert ems("𠮷") == 1
