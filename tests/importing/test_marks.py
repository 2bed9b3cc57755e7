"""Half-width marks: which become full-width, which stay."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from editor.importing.marks import restore_marks


@pytest.mark.parametrize(
    ("crawled", "restored"),
    [
        ("加强领导,落实责任;确保实效:", "加强领导，落实责任；确保实效："),
        ("(一)总体要求", "（一）总体要求"),
        ("(1)开好科学课", "（1）开好科学课"),
        ("到2030年,比例超过18%,位居前列", "到2030年，比例超过18%，位居前列"),
        ("人工智能(AI)技术", "人工智能（AI）技术"),
        ("新时代文明实践中心(所、站)", "新时代文明实践中心（所、站）"),
        ("要求如下: 一是抓宣传", "要求如下： 一是抓宣传"),
        ("联系电话:0571-87880000", "联系电话：0571-87880000"),
        ("占比达到18%;", "占比达到18%；"),
        ("《方案（试行)》", "《方案（试行）》"),
        ("科学吗?是的!", "科学吗？是的！"),
    ],
)
def test_marks_beside_chinese_characters_are_restored(crawled: str, restored: str) -> None:
    assert restore_marks(crawled) == restored


@pytest.mark.parametrize(
    "text",
    [
        "投入1,000,000元",
        "上午8:30开会",
        "比例为1:500",
        "详见http://www.example.gov.cn/a,b:c?d=(1)",
        "发送到kepu:office@example.cn",
        "2026-03-05",
        "GB/T 9704-2012 (E)",
        "Science, Technology (S&T): an outline; done!",
        "f(x)",
        "1)",
        "2021?2025年",
    ],
)
def test_numbers_addresses_and_western_words_keep_theirs(text: str) -> None:
    assert restore_marks(text) == text


def test_brackets_change_only_in_pairs() -> None:
    assert restore_marks("区委党校)负责") == "区委党校)负责"
    assert restore_marks("区委党校(负责") == "区委党校(负责"


@given(st.text(alphabet="科普,:;?!()（）08a %“”、。", max_size=60))
def test_length_is_kept_and_a_second_pass_changes_nothing(text: str) -> None:
    once = restore_marks(text)
    assert len(once) == len(text)
    assert restore_marks(once) == once
