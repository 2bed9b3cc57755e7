import pytest

from editor.gongwen.layout import STANDARD
from editor.gongwen.parts.annex_notes import add_annex_notes
from editor.gongwen.word.ooxml import add, name, root
from tests.gongwen.parts_of import Paragraph, paragraphs, xml

EM = STANDARD.em_twips


def noted(*texts: str, keep_next: bool = False) -> list[Paragraph]:
    parent = add(root("w:document"), "w:body")
    add_annex_notes(parent, texts, STANDARD, keep_next=keep_next)
    return paragraphs(parent)


def indents(found: list[Paragraph]) -> list[tuple[int, int]]:
    """Where each name and each first line starts."""
    pairs = [(int(p.attribute("w:ind", "w:left")), int(p.attribute("w:ind", "w:hanging") or 0)) for p in found]
    return [(left, left - hanging) for left, hanging in pairs]


def test_two_notes_in_xml() -> None:
    first, second = noted("附件：1.任务分工表", "2.流程图")
    assert xml(first.element) == (
        '<w:p><w:pPr><w:pStyle w:val="AnnexNote"/><w:spacing w:before="579"/><w:ind w:left="1890" w:hanging="1260"/>'
        "</w:pPr><w:r><w:t>附件：1.任务分工表</w:t></w:r></w:p>"
    )
    assert xml(second.element) == (
        '<w:p><w:pPr><w:pStyle w:val="AnnexNote"/><w:ind w:left="1890" w:hanging="315"/></w:pPr>'
        "<w:r><w:t>2.流程图</w:t></w:r></w:p>"
    )


def test_a_single_note_hangs_by_its_label() -> None:
    assert indents(noted("附件：任务分工表")) == [(5 * EM, 2 * EM)]


def test_the_names_of_ten_and_more_annexes_start_in_one_column() -> None:
    texts = ["附件：1.任务分工表", *(f"{at}.第{at}张表" for at in range(2, 13))]
    found = noted(*texts)
    assert [p.text for p in found] == texts
    names = round(6.5 * EM)
    assert indents(found) == [
        (names, 2 * EM),
        *[(names, names - EM)] * 8,  # a number of one digit ends where those of two end
        *[(names, names - round(1.5 * EM))] * 3,
    ]
    spaces = [
        int(space.get(name("w:val"))) for space in found[0].element.iter(name("w:spacing")) if space.get(name("w:val"))
    ]
    assert spaces == [round(EM / 2) - 5]  # half a character more before its 1.


def test_full_width_marks_are_as_wide_as_they_are() -> None:
    (name, first), (same, second) = indents(noted("附件：1．甲", "2、乙"))
    assert (name, same, first) == (round(6.5 * EM), round(6.5 * EM), 2 * EM)
    assert second == pytest.approx(5 * EM, abs=1)


@pytest.mark.parametrize("text", ["关于流程的说明", "", "附件", "附件：", "附件 ：1. 甲", "100.第一百张表"])
def test_any_note_is_printed_as_it_is(text: str) -> None:
    assert [p.text for p in noted(text, text)] == [text, text]


def test_notes_over_a_signature_stay_with_it() -> None:
    assert all(p.attribute("w:keepNext") == "1" for p in noted("附件：1.甲", "2.乙", keep_next=True))
