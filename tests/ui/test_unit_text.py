import pytest

from editor.model.document import Level, Unit
from editor.ui.unit_text import join_former, parse_units, register_problems, split_former, split_names

EDUCATION = Unit("edu", "云溪县教育和体育局", "县教育体育局", ("县教体局",), (), "government", functions=("education",))


def _parse(text: str) -> tuple[Unit, ...]:
    return parse_units(text, [EDUCATION], "云溪县", Level.COUNTY)


def test_one_line_is_one_unit_and_the_short_name_comes_from_the_place() -> None:
    units = _parse("云溪县民政局\n云溪县水务局\n")
    assert [(unit.name, unit.short) for unit in units] == [("云溪县民政局", "县民政局"), ("云溪县水务局", "县水务局")]


@pytest.mark.parametrize("gap", ["\t", "  ", "|", "｜"])
def test_columns_are_full_short_and_usual_names(gap: str) -> None:
    (unit,) = _parse(gap.join(("云溪县水务局", "县水务局", "县水利局、县水局")))
    assert (unit.name, unit.short, unit.aliases) == ("云溪县水务局", "县水务局", ("县水利局", "县水局"))


def test_one_line_separated_by_commas_is_a_list() -> None:
    assert [unit.name for unit in _parse("县民政局、县财政局，县科协。")] == ["县民政局", "县财政局", "县科协"]


def test_list_numbers_and_bullets_are_not_part_of_the_name() -> None:
    names = [unit.name for unit in _parse("1. 云溪县民政局\n2、云溪县财政局\n（3）云溪县水务局\n• 云溪县科协")]
    assert names == ["云溪县民政局", "云溪县财政局", "云溪县水务局", "云溪县科协"]


def test_what_is_known_of_a_unit_is_taken_over() -> None:
    (unit,) = _parse("县教体局")
    assert unit == EDUCATION


def test_a_new_full_name_with_a_known_short_name_keeps_the_functions() -> None:
    (unit,) = _parse("云溪县教育体育和科技局\t县教育体育局")
    assert (unit.name, unit.functions, unit.id) == ("云溪县教育体育和科技局", ("education",), "edu")


def test_a_pasted_article_does_not_become_thousands_of_units() -> None:
    assert len(_parse("\n".join(f"单位{number}" for number in range(5000)))) == 500


def test_control_characters_never_reach_a_name() -> None:
    (unit,) = _parse("云溪县\x00民政局\ud800")
    assert unit.name == "云溪县民政局\ufffd"


def test_names_in_a_cell_come_once_and_in_order() -> None:
    assert split_names("县教体局、县教育局,县教体局；") == ("县教体局", "县教育局")


def test_former_names_go_through_a_cell_and_back() -> None:
    former = (("县教育局", 2019), ("县体育局", 2019))
    assert split_former(join_former(former)) == former


def test_former_name_without_a_year_is_refused() -> None:
    assert split_former("县教育局") is None


def test_register_with_a_nameless_unit_or_a_name_twice_has_problems() -> None:
    units = (EDUCATION, Unit("x", "", "县民政局"), Unit("y", "云溪县科协", "县教体局"))
    assert register_problems(units) == ("第2行没有全称。", "“县教体局”在第1行和第3行都有。")


def test_usual_register_has_no_problems() -> None:
    assert register_problems((EDUCATION, Unit("m", "云溪县民政局", "县民政局"))) == ()
