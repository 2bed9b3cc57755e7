from editor.gongwen.layout import mm
from editor.gongwen.typesetting.pages import Page, PlacedText
from editor.ui.page_places import Places, from_dense, to_dense

EM = 16.0


def text(words: str, x: float, y: float, paragraph: int, angle: int = 0) -> PlacedText:
    return PlacedText(x, y, words, "仿宋_GB2312", EM, (EM,) * len(words), angle=angle, paragraph=paragraph)


PAGES = (
    Page(1, 210, 297, (text("推进科普", 40, 50, 0), text("工作，", 28, 60, 0), text("办好夜校。", 28, 70, 1)), ()),
    Page(2, 210, 297, (text("乡镇", 28, 50, 1), text("— 2 —", 28, 270, -1), text("表", 100, 100, 2, 90)), ()),
)
PLACES = Places(PAGES, ("a", "b", "c"))


def test_a_block_has_its_lines_on_all_pages_in_order() -> None:
    assert [(line.page, line.first) for line in PLACES.lines("b")] == [(0, 0), (1, 5)]
    assert [line.first for line in PLACES.lines("a")] == [0, 4]
    assert PLACES.lines("gone") == ()


def test_a_character_is_on_the_line_that_shows_it() -> None:
    found = [PLACES.line("b", at) for at in (0, 4, 5, 99)]
    assert [line.page if line else None for line in found] == [0, 0, 1, 1]
    assert PLACES.line("gone", 0) is None


def test_a_point_means_the_character_under_it() -> None:
    line = PLACES.at(0, 28 + mm(EM) * 1.5, 69)
    assert line is not None
    assert (line.source, line.character(28 + mm(EM) * 1.5, 69)) == ("b", 1)
    assert line.character(200, 69) == 5
    second = PLACES.at(0, 28 + mm(EM) / 2, 59)
    assert second is not None
    assert second.character(28 + mm(EM) / 2, 59) == 4


def test_a_point_beside_the_text_means_the_nearest_line() -> None:
    line = PLACES.at(0, 150, 200)
    assert line is not None
    assert (line.source, line.first) == ("b", 0)


def test_a_page_that_says_nothing_of_the_plan_has_no_lines() -> None:
    numbered = Page(1, 210, 297, (text("— 1 —", 28, 270, -1), text("任务分工表", 28, 40, 0)), ())
    assert Places((numbered,), ("",)).at(0, 30, 270) is None


def test_turned_text_is_found_where_it_stands() -> None:
    line = PLACES.at(1, 100 + mm(EM) / 2, 100 + mm(EM) / 2)
    assert line is not None
    assert line.source == "c"


def test_blanks_do_not_count_on_a_page_and_do_in_the_text() -> None:
    words = "一、 总体\u3000要求"
    for index, char in enumerate(words):
        if not char.isspace():
            assert from_dense(words, to_dense(words, index)) == index
    assert from_dense(words, 99) == len(words)
