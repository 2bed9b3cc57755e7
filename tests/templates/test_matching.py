"""How alike two names are."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from templates.matching import Weights, alike, bigrams, closeness, core


@pytest.mark.parametrize(
    ("one", "other"),
    [
        ("实施青少年科学素质提升行动", "青少年科学素质提升行动"),
        ("大力推进科普教育基地建设", "加强科普基地建设"),
        ("加强科技创新后备人才培养", "科技创新后备人才培育"),
        ("城镇劳动者科学素质提升行动", "产业工人科学素质提升行动"),
        ("树立相信科学、和谐理性的思想观念", "树立相信科学和谐理性的思想观念"),
    ],
)
def test_leading_verbs_and_equal_words_make_no_difference(one: str, other: str) -> None:
    assert core(one) == core(other)
    assert closeness(one, (other,)) == 1.0


def test_verbs_stay_when_nothing_else_would_be_left() -> None:
    assert core("创新") == "创新"
    assert core("加强保障") == "加强保障"


def test_words_that_all_names_share_tell_little() -> None:
    names = ["农民科学素质提升行动", "老年人科学素质提升行动", "青少年科学素质提升行动"]
    weights = Weights([[name] for name in names])
    title = bigrams(core("残疾人科学素质提升行动"))
    assert weights.dice(title, bigrams(core(names[0]))) < alike("残疾人科学素质提升行动", names[0]) - 0.1


@given(st.text(max_size=30), st.text(max_size=30))
def test_likeness_is_symmetric_between_nought_and_one(one: str, other: str) -> None:
    assert 0 <= alike(one, other) <= 1
    assert alike(one, other) == alike(other, one)
    assert alike(one, one) == 1
