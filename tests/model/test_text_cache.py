"""Results kept by text: computed once while they are asked for, forgotten when they are not."""

from editor.model import text_cache
from editor.model.text_cache import keep_by_arguments, keep_by_text


def test_a_result_is_computed_once_as_long_as_somebody_asks_between_renewals():
    asked = []
    length = keep_by_text(lambda text: asked.append(text) or len(text))
    for _ in range(3):
        assert (length("甲乙"), length("丙")) == (2, 1)
        length.renew()
    assert asked == ["甲乙", "丙"]


def test_what_nobody_asks_for_between_two_renewals_is_forgotten():
    asked = []
    length = keep_by_text(lambda text: asked.append(text) or len(text))
    length("甲乙")
    length.renew()
    length.renew()
    assert length("甲乙") == 2
    assert asked == ["甲乙", "甲乙"]


def test_no_function_remembers_without_end(monkeypatch):
    monkeypatch.setattr(text_cache, "_MOST", 10)
    length = keep_by_text(len)
    for number in range(100):
        assert length("甲" * number) == number
    assert len(length) <= 10


def test_functions_of_several_arguments_remember_by_all_of_them():
    asked = []
    join = keep_by_arguments(lambda one, other: asked.append(one) or one + other)
    assert (join("甲", "乙"), join("甲", "乙"), join("甲", "丙")) == ("甲乙", "甲乙", "甲丙")
    assert asked == ["甲", "甲"]
