from dataclasses import replace

import pytest

from editor.gongwen.elements import resolve
from editor.gongwen.layout import STANDARD, ems
from editor.gongwen.notice import count_lines, fit, loosen
from editor.gongwen.ooxml import WPS, add, name, root
from editor.gongwen.parts import add_annex_notes, add_head, add_imprint, add_signature, signature_offsets
from tests.gongwen.parts_of import paragraphs, xml
from tests.gongwen.sample import METADATA, sample

ELEMENTS = resolve(sample())


def body():
    return add(root("w:document"), "w:body")


@pytest.mark.parametrize(
    ("issuer", "date", "expected"),
    [
        (
            "云溪县人民政府办公室",
            "2026年3月5日",
            (2, 4),
        ),  # ten and six: the 署名 two in, the date two right of its start
        ("云溪县人民政府", "2026年3月5日", (3, 2)),  # seven and six: the date may not come nearer than two
        ("云溪县科协", "2026年11月15日", (6, 2)),  # five and seven: the date two in, the 署名 gives way (7.3.5.2)
        ("云溪县人民政府", "", (2, 2)),
    ],
)
def test_signature_offsets_follow_the_clause(issuer: str, date: str, expected: tuple[float, float]) -> None:
    assert signature_offsets(issuer, date) == expected


@pytest.mark.parametrize("issuer", ["云溪县科协", "云溪县人民政府", "云溪县全民科学素质工作领导小组办公室"])
@pytest.mark.parametrize("date", ["2026年3月5日", "2026年12月31日"])
def test_the_date_starts_two_characters_right_of_the_issuer(issuer: str, date: str) -> None:
    issuer_right, date_right = signature_offsets(issuer, date)
    assert (issuer_right + ems(issuer)) - (date_right + ems(date)) == 2
    assert min(issuer_right, date_right) >= 2


def test_signature_xml() -> None:
    parent = body()
    add_signature(parent, ELEMENTS, STANDARD)
    assert xml(parent[0]) == (
        '<w:p><w:pPr><w:pStyle w:val="Signature"/><w:keepNext w:val="1"/><w:spacing w:before="579"/>'
        '<w:ind w:right="945"/></w:pPr><w:r><w:t>云溪县人民政府</w:t></w:r></w:p>'
    )
    assert xml(parent[1]) == (
        '<w:p><w:pPr><w:pStyle w:val="SignatureDate"/><w:keepNext w:val="1"/><w:ind w:right="630"/></w:pPr>'
        "<w:r><w:t>2026年3月5日</w:t></w:r></w:p>"
    )
    assert [p.text for p in paragraphs(parent)[2:]] == ["（联系电话：县科协，00000000）", "（此件公开发布）"]


def test_under_a_long_issuer_the_date_is_set_by_where_it_starts() -> None:
    parent = body()
    add_signature(parent, replace(ELEMENTS, issuer="云溪县人民政府办公室", notes=()), STANDARD)
    issuer, date = paragraphs(parent)
    starts = STANDARD.width_twips - int(issuer.attribute("w:ind", "w:right")) - 10 * STANDARD.em_twips
    assert date.attribute("w:jc") == "left"
    assert int(date.attribute("w:ind", "w:left")) == starts + 2 * STANDARD.em_twips  # 右移二字, 7.3.5.2


def test_the_head_stands_in_the_order_of_the_page() -> None:
    parent = body()
    used = add_head(parent, ELEMENTS, STANDARD)
    assert [(p.style, p.text) for p in paragraphs(parent)] == [
        ("IssuerMark", "云溪县人民政府文件"),
        ("DocumentNumber", "云政发〔2026〕3号"),
        ("RedRule", ""),
    ]
    mark = paragraphs(parent)[0]
    taken = sum(int(mark.attribute("w:spacing", f"w:{key}")) for key in ("before", "line", "after"))
    assert used == taken + 2 * STANDARD.pitch_twips
    assert mark.attribute("w:spacing", "w:after") == str(2 * STANDARD.pitch_twips)


def test_the_red_rule_is_a_drawn_line_as_wide_as_the_type_area() -> None:
    parent = body()
    add_head(parent, ELEMENTS, STANDARD)
    line = next(parent.iter(f"{{{WPS}}}wsp"))
    assert line.find(".//" + name("a:prstGeom")).get("prst") == "line"
    assert line.find(".//" + name("a:srgbClr")).get("val") == "FF0000"
    assert abs(int(line.find(".//" + name("a:ext")).get("cx")) - 156 * 36000) < 3600


def test_without_mark_or_number_there_is_no_red_rule() -> None:
    parent = body()
    assert add_head(parent, replace(ELEMENTS, mark="", doc_number=""), STANDARD) == 0
    assert len(parent) == 0


@pytest.mark.parametrize("characters", [4, 9, 15, 17])
def test_the_mark_fills_one_line_and_no_more(characters: int) -> None:
    size = STANDARD.mark_size(characters)
    assert size * characters <= 156 / 25.4 * 72
    assert 26 <= size <= 50


def test_annex_notes_align_under_the_name() -> None:
    parent = body()
    add_annex_notes(parent, ("附件：1.任务分工表", "2.流程图"), STANDARD)
    first, second = paragraphs(parent)
    em = STANDARD.em_twips
    # 左空二字 + 附件： + 1. is six characters (7.3.4).
    assert (first.attribute("w:ind", "w:left"), first.attribute("w:ind", "w:hanging")) == (str(6 * em), str(4 * em))
    assert (second.attribute("w:ind", "w:left"), second.attribute("w:ind", "w:hanging")) == (str(6 * em), str(em))
    assert first.attribute("w:spacing", "w:before") == "579"
    assert second.attribute("w:spacing", "w:before") is None


def test_a_single_annex_note_hangs_by_its_label() -> None:
    parent = body()
    add_annex_notes(parent, ("附件：任务分工表",), STANDARD)
    note = paragraphs(parent)[0]
    assert (note.attribute("w:ind", "w:left"), note.attribute("w:ind", "w:hanging")) == ("1575", "945")


def test_the_imprint_is_a_text_box_with_three_rules() -> None:
    parent = body()
    add_imprint(parent, ELEMENTS, STANDARD)
    texts = [p.text for p in paragraphs(parent)]
    assert texts == ["", ELEMENTS.copy_to, "云溪县人民政府办公室\t2026年3月5日印发", ""]
    borders = next(parent.iter(name("w:tblBorders")))
    sizes = {side.tag.rpartition("}")[2]: side.get(name("w:sz")) for side in borders}
    assert sizes == {"top": "8", "left": "0", "bottom": "8", "right": "0", "insideH": "6", "insideV": "0"}


def test_the_imprint_reserves_as_much_room_as_it_needs() -> None:
    parent = body()
    add_imprint(parent, ELEMENTS, STANDARD)
    reserved = int(paragraphs(parent)[0].attribute("w:spacing", "w:line")) / 20 * 12700
    assert int(next(parent.iter(name("wp:extent"))).get("cy")) == pytest.approx(reserved, abs=12700)


def test_without_copies_and_printing_office_there_is_no_imprint() -> None:
    parent = body()
    add_imprint(parent, replace(ELEMENTS, copy_to="", printing_office=""), STANDARD)
    assert len(parent) == 0


def test_a_notice_that_nearly_fits_closes_up_and_one_that_cannot_stays_on_the_grid() -> None:
    pitch = STANDARD.pitch_twips
    assert fit(5, STANDARD, 12 * pitch) == (pitch, 0)
    after, line = fit(10, STANDARD, 12 * pitch)
    assert STANDARD.tightest_twips <= line < pitch
    assert 12 * pitch + after + 10 * line <= 22 * pitch
    assert fit(30, STANDARD, 12 * pitch)[1] == 0


def test_a_single_paragraph_opens_up_until_two_of_its_lines_go_with_the_signature() -> None:
    used = 14 * STANDARD.pitch_twips
    page = STANDARD.lines_per_page * STANDARD.pitch_twips
    after, line = loosen(2, 5, STANDARD, used)
    assert STANDARD.pitch_twips < line <= STANDARD.loosest_twips
    assert used + after + 5 * line <= page < used + after + 6 * line
    assert loosen(2, 9, STANDARD, used) == (STANDARD.title_after_twips(used), 0)  # runs over by itself


def test_lines_are_never_opened_further_than_allowed_the_title_takes_the_rest() -> None:
    used = 14 * STANDARD.pitch_twips
    after, line = loosen(1, 3, STANDARD, used)
    assert line == STANDARD.loosest_twips
    assert used + after + 3 * line > STANDARD.lines_per_page * STANDARD.pitch_twips


def test_lines_are_counted_generously() -> None:
    plain = replace(METADATA, addressees="各乡镇", notice_body="短。", contact="", copy_to="")
    # 主送, body, a blank line, 署名, 成文日期, one note.
    assert count_lines(resolve(sample(plain)), STANDARD) == 6


def test_an_issuer_of_any_length_leaves_the_date_on_its_line() -> None:
    assert signature_offsets("云" * 200, "2026年12月31日") == (2, 18)


def test_a_long_printing_office_gets_a_second_line_of_room() -> None:
    def height(office: str) -> int:
        parent = body()
        add_imprint(parent, replace(ELEMENTS, printing_office=office), STANDARD)
        return int(next(parent.iter(name("wp:extent"))).get("cy"))

    assert height("云" * 40) - height("云" * 10) >= STANDARD.imprint_line * 12700
