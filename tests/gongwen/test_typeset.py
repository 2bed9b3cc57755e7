"""Pages set without an office program: where lines, paragraphs, tables and sections break. No font is needed."""

import pytest

from editor.gongwen.export import Options, build
from editor.gongwen.layout import STANDARD
from editor.gongwen.typesetting.characters import plain_measure
from editor.gongwen.typesetting.pages import Page
from editor.gongwen.typesetting.paging import docx_pages, page_count, set_pages, verify_pages
from editor.gongwen.typesetting.typeset import typeset
from editor.gongwen.word.ooxml import Element, Shape, add, add_paragraph, add_text, root
from editor.gongwen.word.sections import Section, add_section, close_section
from editor.gongwen.word.tables import Cell, add_table
from editor.model.document import Block, BlockKind, Document, Metadata
from editor.model.errors import UnwritableFile
from tests.gongwen.examples import EXAMPLES
from tests.gongwen.sample import sample

LINE = 579 / 1440 * 25.4  # millimetres
CELLS = [3000, 5844]


def empty_body() -> Element:
    return add(root("w:document"), "w:body")


def paragraphs(*texts: str, style: str = "BodyText", shape: Shape | None = None) -> tuple[Page, ...]:
    body = empty_body()
    for text in texts:
        add_text(body, style, text, shape or Shape())
    return typeset(body, STANDARD)


def lines(page: Page) -> list[str]:
    return [line for line in page.lines if not line.startswith("— ")]


@pytest.mark.parametrize("name", EXAMPLES)
def test_every_example_is_set_and_shows_its_text_once(name: str) -> None:
    document, options = EXAMPLES[name]
    docx = build(document, options)
    pages = docx_pages(docx, options.layout)
    verify_pages(pages, docx)
    assert [page.number for page in pages] == sorted({page.number for page in pages})


def test_a_page_has_22_lines_of_28_characters() -> None:
    first, second = paragraphs("云" * 26 + "溪" * 28 * 22)
    assert len(lines(first)) == 22
    assert lines(first)[0] == "云" * 26
    assert set(lines(first)[1:]) == {"溪" * 28}
    assert lines(second) == ["溪" * 28]


@pytest.mark.parametrize("mark", "，。、；：？！》）”〕")
def test_no_mark_starts_a_line(mark: str) -> None:
    (page,) = paragraphs("云" * 26 + mark + "溪溪")
    assert lines(page) == ["云" * 25, f"云{mark}溪溪"]


@pytest.mark.parametrize("mark", "《（“〔")
def test_no_opening_mark_ends_a_line(mark: str) -> None:
    (page,) = paragraphs("云" * 25 + mark + "溪溪")
    assert lines(page) == ["云" * 25, f"{mark}溪溪"]


@pytest.mark.parametrize("whole", ["2026", "PM2.5", "95.5％", "（2026", "——"])
def test_a_number_a_word_and_a_dash_stay_whole(whole: str) -> None:
    (page,) = paragraphs("云" * 25 + whole + "溪溪")
    assert lines(page) == ["云" * 25, f"{whole}溪溪"]


def test_a_word_wider_than_the_line_is_cut_at_its_end() -> None:
    (page,) = paragraphs("a" * 150)
    assert "".join(lines(page)) == "a" * 150
    assert all(len(line) > 40 for line in lines(page)[:-1])


def test_a_paragraph_of_a_thousand_pages_is_set() -> None:
    assert len(paragraphs("云\n" * (22 * 1001 - 1) + "云")) == 1001


def test_all_lines_but_the_last_fill_the_type_area() -> None:
    (page,) = paragraphs("云溪县在2026年以前建成12处科普站。" * 8)
    ends = [text.x + sum(text.advances) / 72 * 25.4 for text in page.texts if text.text[-1] in page.lines[0][-1]]
    assert max(ends) == pytest.approx(28 + STANDARD.width_twips / 1440 * 25.4, abs=0.1)


def test_a_heading_goes_with_the_paragraph_below() -> None:
    body = empty_body()
    for at in range(21):
        add_text(body, "BodyText", f"第{at}段")
    add_text(body, "Heading1", "一、总体要求")
    add_text(body, "BodyText", "末段")
    first, second = typeset(body, STANDARD)
    assert len(lines(first)) == 21
    assert lines(second) == ["一、总体要求", "末段"]


def test_widow_control_leaves_two_lines_on_either_page() -> None:
    body = empty_body()
    for at in range(19):
        add_text(body, "BodyText", f"第{at}段")
    add_text(body, "BodyText", "云" * (26 + 28 * 2 + 10), Shape(widows=True))
    first, second = typeset(body, STANDARD)
    assert (len(lines(first)), len(lines(second))) == (21, 2)


def test_the_space_above_a_paragraph_stays_only_where_the_break_was_asked_for() -> None:
    body = empty_body()
    for at in range(22):
        add_text(body, "BodyText", f"第{at}段")
    add_text(body, "BodyText", "自动换页", Shape(before=600))
    add_text(body, "BodyText", "另起一页", Shape(before=600, page_break=True))
    _, second, third = typeset(body, STANDARD)
    assert third.texts[0].y - second.texts[0].y == pytest.approx(600 / 1440 * 25.4, abs=0.01)


def test_rows_stay_whole_and_the_header_repeats_without_counting_twice() -> None:
    body = empty_body()
    rows = [[Cell("序号"), Cell("事项")], *([Cell(str(at)), Cell("山路远。" * 30)] for at in range(20))]
    add_table(body, CELLS, rows, margin=1.5)
    add_paragraph(body, "Hairline")
    pages = typeset(body, STANDARD)
    assert len(pages) > 1
    assert all(page.lines[0] == "序号事项" for page in pages)
    assert sum(text.text == "序号" and text.paragraph >= 0 for page in pages for text in page.texts) == 1
    for page in pages:
        shown = [text.text for text in page.texts if text.x < 50 and text.text.isdigit()]
        assert sum("山路远" in line for line in page.lines) % len(shown) == 0


def test_a_section_turns_the_page_and_the_numbers_run_on() -> None:
    body = empty_body()
    add_text(body, "BodyText", "正文")
    close_section(body, Section(), STANDARD)
    add_text(body, "BodyText", "横页")
    close_section(body, Section(landscape=True), STANDARD)
    add_text(body, "BodyText", "版记页")
    add_section(body, Section(numbers=False, starts="evenPage"), STANDARD)
    first, turned, last = typeset(body, STANDARD)
    assert [page.number for page in (first, turned, last)] == [1, 2, 4]
    assert (first.width, turned.width, turned.height) == pytest.approx((210, 297, 210), abs=0.1)
    assert first.lines[-1] == "— 1 —"
    assert {text.angle for text in turned.texts if "2" in text.text} == {90}
    assert last.lines == ("版记页",)


def test_a_text_or_property_that_is_not_known_is_an_error() -> None:
    for tag in ("w:sym", "w:drawing"):
        body = empty_body()
        add(add(add_paragraph(body, "BodyText"), "w:r"), tag)
        with pytest.raises(ValueError, match="does not know"):
            typeset(body, STANDARD)
    body = empty_body()
    add(add_paragraph(body, "BodyText")[0], "w:framePr")
    with pytest.raises(ValueError, match="does not know"):
        typeset(body, STANDARD)


def test_the_last_page_and_the_room_on_it_are_counted() -> None:
    blocks = (Block("t", BlockKind.TITLE, "实施方案"), Block("a", BlockKind.PARAGRAPH, "云" * 20))
    one, room = page_count(Document("", Metadata(), blocks), Options())
    assert one == 1
    longer = Block("b", BlockKind.PARAGRAPH, "云" * 20)
    assert page_count(Document("", Metadata(), (*blocks, longer)), Options())[1] == pytest.approx(room - LINE, abs=0.05)
    pages = set_pages(sample(), Options(table=True), plain_measure)
    assert page_count(sample(), Options(table=True)) == (pages[-1].number, pages[-1].left)


def test_pages_that_lack_a_text_are_refused() -> None:
    docx = build(sample(), Options())
    pages = docx_pages(docx, STANDARD)
    with pytest.raises(UnwritableFile, match="排出的页面与公文不一致"):
        verify_pages(pages[:-1], docx)
