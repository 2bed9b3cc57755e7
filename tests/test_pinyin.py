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


def test_a_common_character_without_a_reading_is_known_by_its_initial() -> None:
    assert pinyin.unread("峡谷茶园") == "峡谷茶园"
    assert pinyin.place_of("xgcy", "峡谷茶园") == 0
    assert pinyin.place_of("cy", "峡谷茶园") == 2


def test_initials_by_the_order_of_gb2312_agree_with_the_table() -> None:
    table = pinyin._readings()
    assert [one for one, spoken in table.items() if pinyin._initial(one) not in {word[0] for word in spoken}] == [
        "校",  # jiao in 校对, xiao in the order
        "调",
    ]


@pytest.mark.parametrize("character", ["𠮷", "A", "α", "々", "龘"])
def test_what_is_not_common_stands_for_itself(character: str) -> None:
    assert pinyin.syllables(f"云{character}") in ((("yun",), (character.lower(),)), (("yun",),))
