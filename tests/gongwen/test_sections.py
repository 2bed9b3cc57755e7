import pytest

from editor.gongwen.layout import STANDARD
from editor.gongwen.word.ooxml import P_PR, Element, add, add_text, name, root
from editor.gongwen.word.sections import Section, add_section, close_section
from tests.gongwen.parts_of import paragraphs, xml


def body() -> Element:
    return add(root("w:document"), "w:body")


def properties(section: Section) -> str:
    parent = body()
    add_section(parent, section, STANDARD)
    return xml(parent[0])


def test_a_turned_page_has_the_margins_of_the_sheet_it_lies_in() -> None:
    assert properties(Section(landscape=True)) == (
        '<w:sectPr><w:footerReference w:type="default" r:id="footerSideOdd"/>'
        '<w:footerReference w:type="even" r:id="footerSideEven"/>'
        '<w:pgSz w:w="16838" w:h="11906" w:orient="landscape"/>'
        '<w:pgMar w:top="1587" w:right="2098" w:bottom="1474" w:left="1984" '
        'w:header="851" w:footer="851" w:gutter="0"/>'
        '<w:docGrid w:type="lines" w:linePitch="579"/></w:sectPr>'
    )


@pytest.mark.parametrize(
    ("section", "footers"),
    [
        (Section(), {"default": "footerOdd", "even": "footerEven"}),
        (Section(numbers=False), {"default": "footerEmpty", "even": "footerEmpty"}),
        (Section(first_number=False), {"default": "footerOdd", "even": "footerEven", "first": "footerEmpty"}),
    ],
)
def test_every_footer_is_named_so_that_none_is_inherited(section: Section, footers: dict[str, str]) -> None:
    parent = body()
    add_section(parent, section, STANDARD)
    found = {node.get(name("w:type")): node.get(name("r:id")) for node in parent.iter(name("w:footerReference"))}
    assert found == footers
    assert (parent.find(f".//{name('w:titlePg')}") is not None) == ("first" in footers)


def test_a_section_may_start_on_an_even_page() -> None:
    assert '<w:type w:val="evenPage"/><w:pgSz' in properties(Section(starts="evenPage"))


def test_a_section_ends_in_the_last_paragraph_or_after_a_table_in_one_of_its_own() -> None:
    parent = body()
    add_text(parent, "BodyText", "正文。")
    close_section(parent, Section(), STANDARD)
    add(parent, "w:tbl")
    close_section(parent, Section(landscape=True), STANDARD)
    assert [p.style for p in paragraphs(parent)] == ["BodyText", "Hairline"]
    assert [p.element.find(P_PR)[-1].tag for p in paragraphs(parent)] == [name("w:sectPr")] * 2
