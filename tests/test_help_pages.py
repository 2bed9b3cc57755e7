"""The pages of the help as files: complete, small, and true to their form."""

import pytest

from editor.help_pages import PAGES, SHORTCUTS, filled, found, page, pages
from resources import path


def test_every_file_is_a_page_and_every_page_a_file() -> None:
    files = {file.stem for file in path("help").iterdir()}
    assert files == set(PAGES) - {SHORTCUTS}


@pytest.mark.parametrize("page_id", [one for one in PAGES if one != SHORTCUTS])
def test_a_page_says_what_it_is_for_which_keys_work_and_what_to_do(page_id: str) -> None:
    shown = page(page_id)
    lines = shown.text.splitlines()
    assert lines[0] == f"# {shown.title}"
    assert lines[2], "what it is for, in a sentence"
    if page_id != "start":
        assert [line for line in lines if line.startswith("## ")] == ["## 按键", "## 怎么办"]
    assert len(shown.text) < 1500


def test_titles_differ() -> None:
    assert len({one.title for one in pages()}) == len(PAGES)


def test_a_page_that_does_not_exist_is_no_file_to_be_read() -> None:
    with pytest.raises(KeyError):
        page("../../README")


def test_an_action_that_does_not_exist_is_an_error_and_not_a_blank() -> None:
    assert filled("按{save}。", {"save": "“保存”（Ctrl+S）"}) == "按“保存”（Ctrl+S）。"
    with pytest.raises(KeyError):
        filled("按{gone}。", {"save": "“保存”"})


@pytest.mark.parametrize(
    ("typed", "first"),
    [("矩阵", "matrix"), ("fgjz", "matrix"), ("忽略", "problems"), ("DCGW", "export"), ("", "start")],
)
def test_pages_are_found_by_title_pinyin_and_text(typed: str, first: str) -> None:
    assert found(typed, pages())[0].id == first


def test_titles_come_before_text_and_nothing_fits_nothing() -> None:
    ids = [one.id for one in found("单位", pages())]
    assert ids[:2] == ["assignment", "units"]
    assert len(ids) > 2
    assert found("没有这样的词", pages()) == []
