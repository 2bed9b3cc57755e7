from hypothesis import given
from hypothesis import strategies as st

from editor.ui.positions import to_index, to_units

TEXTS = st.text(alphabet=st.one_of(st.sampled_from("国县a1𠮷😀👨‍👩‍👧"), st.characters(exclude_categories=["Cs"])))


@given(TEXTS, st.data())
def test_a_place_goes_to_qt_and_back_unchanged(text, data):
    index = data.draw(st.integers(0, len(text)))
    assert to_index(text, to_units(text, index)) == index


@given(TEXTS)
def test_the_end_of_a_text_lies_at_the_length_that_qt_counts(text):
    assert to_units(text, len(text)) == len(text.encode("utf-16-le")) // 2


def test_a_place_inside_a_rare_character_counts_as_its_start():
    assert to_index("a𠮷b", 2) == 1


def test_a_place_outside_the_text_is_its_end_or_start():
    assert to_index("国𠮷", 99) == 2
    assert to_index("国𠮷", -1) == 0
