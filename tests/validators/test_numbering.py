"""Numbers of headings: one report per slip, none for what follows it."""

import pytest

from templates.analysis import analyse
from tests.validators.examples import small_plan
from validators.numbering import Slip, irregular


def slips(*ordinals: int) -> list[tuple[Slip, int]]:
    names = "零一二三四五六七八九十"
    document = small_plan(tuple(f"（{names[number]}）任务" for number in ordinals))
    return [(one.slip, int(one.section.block.id)) for one in irregular(analyse(document))]


@pytest.mark.parametrize(
    ("ordinals", "expected"),
    [
        ((1, 2, 3), []),
        ((1, 3, 4), [(Slip.SKIPPED, 1)]),
        ((2, 3), [(Slip.SKIPPED, 0)]),
        ((1, 2, 2, 3), [(Slip.REPEATED, 2)]),
        ((1, 2, 2, 4), [(Slip.REPEATED, 2)]),
        ((1, 3, 2, 4), [(Slip.OUT_OF_ORDER, 1)]),
        ((1, 2, 7, 4, 5), [(Slip.SKIPPED, 2)]),
        ((1, 2, 3, 2, 4), [(Slip.REPEATED, 3)]),
    ],
)
def test_each_slip_is_reported_once_and_what_follows_is_right(ordinals: tuple[int, ...], expected: list) -> None:
    assert slips(*ordinals) == expected


def test_tasks_may_be_numbered_through_all_groups() -> None:
    lines = ("一、行动", "（一）甲", "1.子", "2.丑", "（二）乙", "3.寅", "4.卯", "二、工程", "（三）丙", "5.辰")
    assert irregular(analyse(small_plan(lines))) == ()


def test_renumbering_keeps_each_form_and_leaves_right_numbers_alone() -> None:
    document = small_plan(("第一部分 甲", "第三部分 乙", "第四部分 丙"))
    found = irregular(analyse(document))[0]
    assert [(one.old_text, one.new_text) for one in found.renumbering()] == [
        ("第三部分", "第二部分"),
        ("第四部分", "第三部分"),
    ]
