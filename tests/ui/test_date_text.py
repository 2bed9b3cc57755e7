import pytest

from editor.ui.date_text import print_date, store_date


@pytest.mark.parametrize(
    "typed",
    ["2026年3月5日", "2026-03-05", "2026.3.5", "2026/3/5", "20260305", " ２０２６年３月５日 ", "2026年 3月 5日"],
)
def test_usual_forms_of_a_date_are_stored_as_iso(typed: str) -> None:
    assert store_date(typed) == "2026-03-05"


@pytest.mark.parametrize("typed", ["2026年2月30日", "2026年3月", "三月五日", "2026年13月1日", ""])
def test_what_is_no_date_stays_as_it_is_written(typed: str) -> None:
    assert store_date(typed) == typed


def test_stored_date_is_printed_without_leading_zeros() -> None:
    assert print_date("2026-03-05") == "2026年3月5日"


def test_printed_words_that_are_no_date_are_printed_again() -> None:
    assert print_date("二〇二六年三月") == "二〇二六年三月"
