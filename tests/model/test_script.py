"""Traditional characters are read as simplified ones."""

from hypothesis import given
from hypothesis import strategies as st

from editor.model.assignments import assignments, is_assignment_line
from editor.model.outline import outline
from editor.model.script import simplified
from tests.builders import plan


def test_words_of_plans_are_simplified_and_simplified_ones_stay() -> None:
    assert simplified("牽頭單位：縣農業農村局、縣衛生健康委") == "牵头单位：县农业农村局、县卫生健康委"
    assert simplified("牵头单位：县科协") == "牵头单位：县科协"


@given(st.text(alphabet="縣鄉質學县科協與云，。aＡ𠀀", max_size=40))
def test_offsets_stay_and_a_second_pass_changes_nothing(text: str) -> None:
    once = simplified(text)
    assert len(once) == len(text)
    assert simplified(once) == once


def test_assignments_in_traditional_script_keep_the_names_as_written() -> None:
    line = "牽頭單位：縣農業農村局；責任單位：縣科協、縣婦聯、各鄉鎮人民政府。"
    assert is_assignment_line(line)
    document = plan("一、提升行動", line)
    (found,) = assignments(document, outline(document))
    assert [unit.text for unit in found.lead] == ["縣農業農村局"]
    assert [unit.text for unit in found.responsible] == ["縣科協", "縣婦聯", "各鄉鎮人民政府"]
