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


@pytest.mark.parametrize(
    ("letters", "text"),
    [
        ("tuojiang", "沱江镇"),
        ("sheyao", "畲瑶乡"),
        ("wutongya", "梧桐垭村"),
        ("xs", "浏阳溆水"),
        ("zhangjiaw", "张家湾"),
    ],
)
def test_the_characters_of_places_are_read(letters: str, text: str) -> None:
    assert pinyin.place_of(letters, text) is not None


@pytest.mark.parametrize(
    ("letters", "whole"), [("kx", True), ("kexie", True), ("k", False), ("kxh", False), ("", False)]
)
def test_a_word_is_spelled_out_or_not(letters: str, whole: bool) -> None:
    assert pinyin.spells(letters, "科协") is whole
