"""Dates in all printed forms become ISO; what is no date stays text."""

import pytest

from editor.importing.dates import is_date, parse_date


@pytest.mark.parametrize(
    ("printed", "iso"),
    [
        ("2026年3月5日", "2026-03-05"),
        ("2026年03月05日", "2026-03-05"),
        ("2026 年 3 月 5 日", "2026-03-05"),
        ("２０２６年３月５日", "2026-03-05"),
        ("2026-03-05", "2026-03-05"),
        ("2026-3-5 08:30:00", "2026-03-05"),
        ("2026.3.5", "2026-03-05"),
        ("2026/03/05 10:26", "2026-03-05"),
        ("（2026年3月5日）", "2026-03-05"),
        ("二〇二六年三月五日", "2026-03-05"),
        ("二○二六年十二月三十一日", "2026-12-31"),
        ("二O二六年十月十日", "2026-10-10"),
        ("二二六年六月八日", "2026-06-08"),
        ("二六年一月十二日", "2026-01-12"),
    ],
)
def test_printed_dates_become_iso(printed: str, iso: str) -> None:
    assert parse_date(printed) == iso
    assert is_date(printed)


@pytest.mark.parametrize("printed", ["2026年13月5日", "2026年2月30日", "2026-00-10"])
def test_impossible_dates_have_the_form_and_no_value(printed: str) -> None:
    assert is_date(printed)
    assert parse_date(printed) is None


@pytest.mark.parametrize("printed", ["2022-00006", "2026年3月", "到2026年3月5日前", "0571-87880000", "", "日" * 100])
def test_other_numbers_are_no_dates(printed: str) -> None:
    assert not is_date(printed)
    assert parse_date(printed) is None
