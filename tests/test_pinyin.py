"""Finding words by pinyin."""

import pytest

from editor import pinyin


@pytest.mark.parametrize(
    ("letters", "place"),
    [
        ("dcgw", 0),
        ("daochugongwen", 0),
        ("dao", 0),
        ("daocgw", 0),
        ("DC GW", 0),
        ("gongw", 2),
        ("gw", 2),
        ("wd", None),
        ("dcx", None),
        ("", None),
    ],
)
def test_initials_whole_pinyin_and_mixtures(letters: str, place: int | None) -> None:
    assert pinyin.place_of(letters, "导出公文…") == place


@pytest.mark.parametrize("letters", ["cpbt", "zpbt", "chongpai", "zhongpai"])
def test_a_character_is_found_by_each_of_its_readings(letters: str) -> None:
    assert pinyin.place_of(letters, "重排标题序号") == 0


def test_letters_and_figures_stand_for_themselves() -> None:
    assert pinyin.place_of("dcpdf", "导出 PDF…") == 0
    assert pinyin.place_of("pdf", "导出 PDF…") == 2


def test_a_long_query_that_fits_nowhere_is_answered() -> None:
    assert pinyin.place_of("a" * 200, "安" * 100 + "导") is None


def test_characters_without_a_reading_are_named() -> None:
    assert pinyin.unread("导出龘 PDF") == "龘"
