from dataclasses import replace

import pytest

from editor.gongwen.elements import Elements, resolve
from editor.gongwen.layout import STANDARD, Layout
from editor.gongwen.parts.head import add_head
from editor.gongwen.parts.mark import joint_size
from editor.gongwen.word.ooxml import WPS, Element, add, name, root
from editor.model.document import Document, Form, Metadata
from tests.gongwen.examples import JOINT, JOINT_UPWARD, MINUTES, ORDER, UPWARD
from tests.gongwen.parts_of import Paragraph, paragraphs, xml
from tests.gongwen.sample import sample

ELEMENTS = resolve(sample())
PITCH = STANDARD.pitch_twips
SECRET = replace(ELEMENTS, copy_number="000021", secrecy="机密★1年", urgency="特急")


def body() -> Element:
    return add(root("w:document"), "w:body")


def head(elements: Elements, layout: Layout = STANDARD, below: int = 0) -> list[Paragraph]:
    parent = body()
    add_head(parent, elements, layout, below)
    return paragraphs(parent)


def of(metadata: Metadata) -> Elements:
    return resolve(Document("", metadata))


def before(paragraph: Paragraph) -> int:
    return int(paragraph.attribute("w:spacing", "w:before") or 0)


def stops(paragraph: Paragraph) -> list[int]:
    return [int(tab.get(name("w:pos"))) for tab in paragraph.element.iter(name("w:tab")) if tab.get(name("w:pos"))]


def test_the_head_stands_in_the_order_of_the_page() -> None:
    assert [(p.style, p.text) for p in head(SECRET)] == [
        ("CopyNumber", "000021"),
        ("Secrecy", "机密★1年"),
        ("Urgency", "特急"),
        ("IssuerMark", "云溪县人民政府文件"),
        ("DocumentNumber", "云政发〔2026〕3号"),
        ("RedRule", ""),
    ]


def test_the_number_stands_two_blank_lines_under_the_mark_and_all_that_is_used_is_counted() -> None:
    parent = body()
    used = add_head(parent, ELEMENTS, STANDARD)
    mark, number, _ = paragraphs(parent)
    assert before(number) == 2 * PITCH
    assert used == before(mark) + int(mark.attribute("w:spacing", "w:line")) + 2 * PITCH + 2 * PITCH


@pytest.mark.parametrize(
    ("copy_number", "secrecy", "urgency", "first", "lines"),
    [
        ("000021", "机密★1年", "特急", 0, 3),
        ("", "机密★1年", "特急", PITCH, 3),  # 7.2.2: the second line, whether there is a 份号 or not
        ("", "", "特急", 0, 1),
        ("000021", "", "加急", 0, 2),
    ],
)
def test_the_mark_stays_where_it_is_whatever_stands_above(
    copy_number: str, secrecy: str, urgency: str, first: int, lines: int
) -> None:
    found = head(replace(ELEMENTS, copy_number=copy_number, secrecy=secrecy, urgency=urgency))
    mark = next(p for p in found if p.style == "IssuerMark")
    assert before(found[0]) == first
    assert before(mark) + lines * PITCH == before(head(ELEMENTS)[0])


def test_a_house_rule_moves_the_secrecy_up_to_the_first_line() -> None:
    layout = replace(STANDARD, secrecy_second_line=False)
    assert before(head(replace(ELEMENTS, secrecy="机密★1年"), layout)[0]) == 0


def test_the_red_rule_is_a_drawn_line_as_wide_as_the_type_area() -> None:
    parent = body()
    add_head(parent, ELEMENTS, STANDARD)
    line = next(parent.iter(f"{{{WPS}}}wsp"))
    assert line.find(".//" + name("a:prstGeom")).get("prst") == "line"
    assert line.find(".//" + name("a:srgbClr")).get("val") == "FF0000"
    assert abs(int(line.find(".//" + name("a:ext")).get("cx")) - 156 * 36000) < 3600


def test_without_mark_or_number_there_is_no_red_rule() -> None:
    parent = body()
    assert add_head(parent, replace(ELEMENTS, mark="", marks=(), doc_number=""), STANDARD) == 0
    assert len(parent) == 0


@pytest.mark.parametrize("characters", [4, 9, 15, 17])
def test_the_mark_fills_one_line_and_no_more(characters: int) -> None:
    size = STANDARD.mark_size(characters)
    assert size * characters <= 156 / 25.4 * 72
    assert 26 <= size <= 50


# 上行文 (7.2.6)


def test_number_and_signer_of_an_upward_document_share_a_line() -> None:
    line = head(of(UPWARD))[1]
    assert (line.style, line.text) == ("UpwardNumber", "云科协〔2026〕12号\t签发人：沈远山")
    # The label and three characters end one character in from the right.
    assert stops(line)[0] == STANDARD.width_twips - 8 * STANDARD.em_twips


def test_the_names_of_signers_are_in_their_own_face() -> None:
    line = head(of(UPWARD))[1].element
    names = [run for run in line.iter(name("w:r")) if run.find(f".//{name('w:rStyle')}") is not None]
    assert [xml(run) for run in names] == ['<w:r><w:rPr><w:rStyle w:val="SignerName"/></w:rPr><w:t>沈远山</w:t></w:r>']


def test_signers_stand_two_a_line_under_the_first_name_and_the_number_beside_the_last() -> None:
    elements = of(JOINT_UPWARD)
    assert elements.number_lines == ("\t签发人：沈远山\t林秋", "云科协〔2026〕12号\t欧阳明月")
    first, second = (p for p in head(elements) if p.style == "UpwardNumber")
    em = STANDARD.em_twips
    label, second_name = stops(first)
    assert stops(second)[0] == label + 4 * em
    # The first column is as wide as its widest name, 欧阳明月; the second ends one character in.
    assert second_name == label + 9 * em
    assert second_name + 2 * em == STANDARD.width_twips - em
    assert (before(first), before(second)) == (2 * PITCH, 0)


def test_a_number_that_leaves_no_room_sends_the_signer_to_a_line_of_its_own() -> None:
    line = head(of(replace(UPWARD, doc_number="云科协" * 9)))[1]
    assert line.text == "云科协" * 9 + "\n\t签发人：沈远山"


def test_signers_have_no_place_in_other_documents() -> None:
    found = of(replace(UPWARD, form=Form.FILE))
    assert found.number_lines == ("云科协〔2026〕12号",)
    assert "签发人只在上行文中标注，已填写的签发人没有排入。" in found.left_out


# 联合行文 (7.2.4)


def test_a_joint_mark_is_a_table_without_rules_the_word_halfway_down_the_right_column() -> None:
    parent = body()
    add_head(parent, of(JOINT), STANDARD)
    table = parent.find(name("w:tbl"))
    left, right = table.iter(name("w:tc"))
    assert [p.text for p in paragraphs(left)] == ["云溪县农业农村局", "云溪县教育局", "云溪县科学技术协会"]
    assert {p.style for p in paragraphs(left)} == {"JointMark"}
    assert [p.text for p in paragraphs(right)] == ["文件"]
    assert right.find(f".//{name('w:vAlign')}").get(name("w:val")) == "center"
    assert table.find(f".//{name('w:tblBorders')}") is None
    widths = [int(cell.get(name("w:w"))) for cell in table.iter(name("w:gridCol"))]
    assert sum(widths) <= STANDARD.width_twips


def test_a_joint_mark_becomes_smaller_to_leave_room_for_text() -> None:
    elements = of(JOINT)
    wide = joint_size(elements, 10_000, STANDARD)
    assert wide == int(156 / 25.4 * 72 / 11.5)  # nine characters, half a one, 文件
    assert joint_size(elements, 1_800, STANDARD) == 25
    assert joint_size(elements, 0, STANDARD) == STANDARD.joint_mark_min


def test_a_mark_that_names_one_agency_is_printed_as_it_is_given() -> None:
    found = of(replace(JOINT, issuer_mark="云溪县农业农村局文件"))
    assert (found.marks, found.mark) == (("云溪县农业农村局",), "云溪县农业农村局文件")
    assert found.issuers == ("云溪县农业农村局", "云溪县教育局", "云溪县科学技术协会")


def test_a_mark_may_name_the_agencies_itself() -> None:
    found = of(replace(JOINT, issuer_mark="县农业农村局、县教育局文件"))
    assert (found.marks, found.mark) == (("县农业农村局", "县教育局"), "文件")


# 命令 (10.2), 纪要 (10.3)


def test_an_order_has_no_red_rule_no_addressees_and_is_signed() -> None:
    elements = of(replace(ORDER, addressees="各乡镇", notice_title="关于发布办法的命令"))
    assert [(p.style, p.text) for p in head(elements)] == [
        ("IssuerMark", "云溪县人民政府令"),
        ("DocumentNumber", "第5号"),
    ]
    assert elements.seal == "signature"
    assert (elements.addressees, elements.title) == ("", "")
    assert {"命令（令）不排主送机关，已填写的主送机关没有排入。", "命令（令）不排标题，已填写的标题没有排入。"} <= set(
        elements.left_out
    )


@pytest.mark.parametrize(
    ("form", "mark", "printed"),
    [
        (Form.ORDER, "", "云溪县人民政府令"),
        (Form.ORDER, "云溪县人民政府文件", "云溪县人民政府令"),
        (Form.ORDER, "云溪县人民政府命令", "云溪县人民政府命令"),
        (Form.MINUTES, "", "云溪县人民政府会议纪要"),
        (Form.MINUTES, "云溪县人民政府常务会议", "云溪县人民政府常务会议纪要"),
        (Form.LETTER, "云溪县人民政府文件", "云溪县人民政府"),
        (Form.FILE, "", "云溪县人民政府文件"),
        (Form.FILE, "云溪县人民政府", "云溪县人民政府"),
    ],
)
def test_each_format_has_its_own_mark(form: Form, mark: str, printed: str) -> None:
    metadata = Metadata(form=form, issuer="云溪县人民政府", issuer_mark=mark, doc_number="1")
    assert of(metadata).mark == printed


def test_minutes_have_number_and_date_in_one_line_over_the_rule() -> None:
    found = head(of(MINUTES))
    assert [(p.style, p.text) for p in found] == [
        ("IssuerMark", "云溪县全民科学素质工作会议纪要"),
        ("MinutesNumber", "〔2026〕2号\t2026年5月14日"),
        ("RedRule", ""),
    ]
