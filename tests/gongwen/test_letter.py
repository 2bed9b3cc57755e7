from dataclasses import replace

from editor.gongwen.elements import resolve
from editor.gongwen.export import build
from editor.gongwen.layout import STANDARD, emu
from editor.gongwen.parts.letter import add_letter_head
from editor.gongwen.word.ooxml import add, name, root
from editor.model.document import Document, Metadata
from tests.gongwen.examples import LETTER
from tests.gongwen.parts_of import Paragraph, paragraphs, part

SECRET = replace(LETTER, copy_number="000003", secrecy="秘密★6个月", urgency="加急")


def letter(metadata: Metadata) -> list[Paragraph]:
    parent = add(root("w:document"), "w:body")
    add_letter_head(parent, resolve(Document("", metadata)), STANDARD)
    return paragraphs(parent)


def test_the_first_line_under_the_rule_has_the_number_at_its_right() -> None:
    assert [(p.style, p.text) for p in letter(SECRET)] == [
        ("Hairline", ""),
        ("IssuerMark", "云溪县人民政府办公室"),
        ("CopyNumber", "000003\t云政办函〔2026〕4号"),
        ("Secrecy", "秘密★6个月"),
        ("Urgency", "加急"),
    ]


def test_without_a_copy_number_whatever_comes_first_shares_the_line_of_the_number() -> None:
    assert [p.text for p in letter(replace(SECRET, copy_number=""))][2:] == ["秘密★6个月\t云政办函〔2026〕4号", "加急"]
    assert [p.text for p in letter(LETTER)][2:] == ["\t云政办函〔2026〕4号"]
    assert [p.text for p in letter(replace(LETTER, doc_number=""))][2:] == []


def test_a_number_too_long_for_the_line_gets_one_of_its_own() -> None:
    assert letter(replace(SECRET, doc_number="云政办函" * 7))[2].text == "000003\n\t" + "云政办函" * 7


def test_two_double_rules_are_170_mm_wide_and_centred_on_the_page() -> None:
    found = part(build(Document("", LETTER)))
    lines = [anchor for anchor in found.iter(name("wp:anchor")) if anchor.find(f".//{name('a:ln')}").get("w")]
    assert len(lines) == 4
    assert {line.find(name("wp:extent")).get("cx") for line in lines} == {str(emu(170))}
    assert {line.find(f"{name('wp:positionH')}/{name('wp:posOffset')}").text for line in lines} == {str(emu(20))}
    assert {line.find(name("wp:positionH")).get("relativeFrom") for line in lines} == {"page"}
    widths = [int(line.find(f".//{name('a:ln')}").get("w")) for line in lines]
    assert widths[0] > widths[1]  # thick over thin
    assert widths[2] < widths[3]  # thin over thick


def test_a_letter_has_no_number_on_its_first_page_and_one_on_the_next() -> None:
    section = next(part(build(Document("", LETTER))).iter(name("w:sectPr")))
    footers = {node.get(name("w:type")): node.get(name("r:id")) for node in section.iter(name("w:footerReference"))}
    assert footers == {"default": "footerOdd", "even": "footerEven", "first": "footerEmpty"}
    assert section.find(name("w:titlePg")) is not None


def test_a_joint_letter_is_headed_by_the_first_agency_alone() -> None:
    found = resolve(Document("", replace(LETTER, issuer="云溪县教育局", joint_issuers="云溪县科协")))
    assert (found.marks, found.mark) == (("云溪县教育局",), "云溪县教育局")
    assert found.issuers == ("云溪县教育局", "云溪县科协")


def test_the_imprint_of_a_letter_has_neither_printing_office_nor_rules() -> None:
    written = build(Document("", LETTER))
    styles = [p.style for p in paragraphs(part(written))]
    assert "CopyTo" in styles
    assert "Printing" not in styles
    borders = [table.find(f".//{name('w:tblBorders')}") for table in part(written).iter(name("w:tbl"))]
    assert {side.get(name("w:val")) for sides in borders for side in sides} == {"nil"}
