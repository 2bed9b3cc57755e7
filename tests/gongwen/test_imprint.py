from dataclasses import replace

import pytest

from editor.gongwen.elements import Elements, resolve
from editor.gongwen.layout import STANDARD
from editor.gongwen.parts.even_imprint import add_even_imprint, place_imprint
from editor.gongwen.parts.imprint import add_imprint, imprint_height, imprint_remarks
from editor.gongwen.word.ooxml import add, add_text, name, root
from editor.gongwen.word.sections import Section, add_section
from editor.model.document import Form
from tests.gongwen.parts_of import paragraphs
from tests.gongwen.sample import sample

ELEMENTS = resolve(sample())
MOVED = replace(ELEMENTS, sent_to="主送：各乡镇人民政府，县政府各部门。")


def body():
    return add(root("w:document"), "w:body")


def written(elements: Elements):
    parent = body()
    add_imprint(parent, elements, STANDARD)
    return parent


def rules(parent) -> dict[str, str]:
    borders = next(parent.iter(name("w:tblBorders")))
    return {side.tag.rpartition("}")[2]: side.get(name("w:sz")) for side in borders}


def test_the_imprint_is_a_text_box_with_three_rules() -> None:
    parent = written(ELEMENTS)
    assert [p.text for p in paragraphs(parent)] == ["", ELEMENTS.copy_to, "云溪县人民政府办公室\t2026年3月5日印发", ""]
    assert rules(parent) == {"top": "8", "left": "0", "bottom": "8", "right": "0", "insideH": "6", "insideV": "0"}


def test_addressees_that_were_moved_stand_over_the_copies_without_a_rule_between() -> None:
    parent = written(MOVED)
    cells = [[(p.style, p.text) for p in paragraphs(cell)] for cell in parent.iter(name("w:tc"))]
    assert cells == [
        [("CopyTo", MOVED.sent_to), ("CopyTo", MOVED.copy_to)],
        [("Printing", "云溪县人民政府办公室\t2026年3月5日印发")],
    ]


def test_the_imprint_of_a_letter_has_neither_rules_nor_a_printing_office() -> None:
    parent = written(replace(ELEMENTS, form=Form.LETTER))
    assert [p.text for p in paragraphs(parent) if p.text] == [ELEMENTS.copy_to]
    assert set(rules(parent).values()) == {"0"}


def test_the_imprint_reserves_as_much_room_as_it_needs() -> None:
    parent = written(ELEMENTS)
    reserved = int(paragraphs(parent)[0].attribute("w:spacing", "w:line")) / 20 * 12700
    assert int(next(parent.iter(name("wp:extent"))).get("cy")) == pytest.approx(reserved, abs=12700)


def test_without_anything_to_say_there_is_no_imprint() -> None:
    nothing = replace(ELEMENTS, copy_to="", printing_office="")
    assert len(written(nothing)) == 0
    assert imprint_height(nothing, STANDARD) == 0


@pytest.mark.parametrize(
    "longer",
    [
        replace(ELEMENTS, printing_office="云" * 40),
        replace(ELEMENTS, copy_to="抄送：" + "县委各部门，" * 30 + "县法院。"),
        MOVED,
    ],
)
def test_everything_that_is_longer_gets_more_room(longer: Elements) -> None:
    assert imprint_height(longer, STANDARD) - imprint_height(ELEMENTS, STANDARD) >= STANDARD.imprint_line * 25.4 / 72


@pytest.mark.parametrize(("units", "boxed"), [(60, True), (200, False)])
def test_an_imprint_longer_than_a_page_runs_on_and_that_is_said(units: int, boxed: bool) -> None:
    many = replace(ELEMENTS, copy_to="抄送：" + "，".join(f"第{at}科普站" for at in range(units)) + "。")
    parent = written(many)
    assert bool(list(parent.iter(name("w:txbxContent")))) == boxed
    assert bool(list(parent.iter(name("w:cantSplit")))) == boxed
    assert len(imprint_remarks(many, STANDARD)) == (0 if boxed else 1)
    assert imprint_remarks(ELEMENTS, STANDARD) == ()


def test_a_list_that_nearly_fills_a_page_is_set_closer() -> None:
    many = replace(ELEMENTS, copy_to="抄送：" + "县委各部门，" * 95 + "县法院。")
    height = paragraphs(next(written(many).iter(name("w:tc"))))[0].attribute("w:spacing", "w:line")
    assert STANDARD.imprint_line_least * 20 <= int(height) < STANDARD.imprint_line * 20
    assert imprint_height(many, STANDARD) <= STANDARD.height


# On an even page


def pages(last_page: int, room: bool, elements: Elements = ELEMENTS, section: Section | None = None) -> list[str]:
    """The text in front, what follows it, and the sections between: their footers and how they start."""
    parent = body()
    add(add(parent, "w:p"), "w:r")
    add_section(parent, place_imprint(parent, elements, STANDARD, section or Section(), last_page, room), STANDARD)
    return sections(parent)


def sections(parent) -> list[str]:
    found = []
    for properties in parent.iter(name("w:sectPr")):
        footer = properties.find(name("w:footerReference")).get(name("r:id"))
        starts = properties.find(name("w:type"))
        found.append(f"{footer} {'nextPage' if starts is None else starts.get(name('w:val'))}")
    return found


def test_on_an_even_page_with_room_the_imprint_stands_under_the_text() -> None:
    assert pages(6, True) == ["footerOdd nextPage"]


def test_after_an_odd_page_the_imprint_has_the_next_one_with_its_number() -> None:
    assert pages(7, True) == pages(7, False) == ["footerOdd nextPage", "footerOdd evenPage"]


def test_after_a_full_even_page_a_blank_one_comes_between_and_neither_is_numbered() -> None:
    assert pages(6, False) == ["footerOdd nextPage", "footerEmpty nextPage", "footerEmpty evenPage"]


def test_a_turned_page_has_no_room_for_the_imprint() -> None:
    turned = pages(6, True, section=Section(landscape=True))
    assert turned == ["footerSideOdd nextPage", "footerEmpty nextPage", "footerEmpty evenPage"]


def filled(lines: int, elements: Elements = ELEMENTS) -> list[str]:
    """The sections of a text of so many lines and its 版记."""
    parent = body()
    for _ in range(lines):
        add_text(parent, "BodyText", "一行。")
    add_section(parent, add_even_imprint(parent, elements, STANDARD, Section()), STANDARD)
    return sections(parent)


def test_where_the_text_ends_is_counted() -> None:
    assert filled(20) == filled(22) == ["footerOdd nextPage", "footerOdd evenPage"]
    assert filled(30) == ["footerOdd nextPage"]
    assert filled(44) == ["footerOdd nextPage", "footerEmpty nextPage", "footerEmpty evenPage"]


def test_without_an_imprint_no_page_is_added() -> None:
    assert filled(20, replace(ELEMENTS, copy_to="", printing_office="")) == ["footerOdd nextPage"]
