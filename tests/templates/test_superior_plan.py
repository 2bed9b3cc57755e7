"""The superior's plan kept in a plan: what it says to each requirement, and what becomes of the template."""

from dataclasses import replace

import pytest

from editor.model.document import Document, Level
from editor.model.errors import UserError
from templates.analysis import analyse
from templates.passages import passages
from templates.superior_plan import SuperiorPlan, superior_of, superior_plan
from templates.template import DEFAULT_TEMPLATE, load
from tests.templates.test_superior import PLAN, superior
from tests.validators.examples import small_plan
from validators.engine import Validator


def held(document: Document, above: Document | None = None) -> Document:
    kept = superior_of(above or superior(), "云州市.docx")
    return replace(document, metadata=replace(document.metadata, superior=kept))


def county(*left_out: str) -> Document:
    lines = tuple(line.replace("云州市", "云溪县").replace("全市", "全县") for line in PLAN)
    kept = tuple(line for line in lines if not any(word in line for word in left_out))
    return small_plan(kept, period_start=2026, period_end=2030)


def kept_plan() -> SuperiorPlan:
    return superior_plan(load(DEFAULT_TEMPLATE), superior_of(superior(), "云州市.docx"))


def test_it_makes_the_nearest_layer_of_the_template() -> None:
    template = analyse(held(county())).template
    assert template is not None
    assert template.layer_names == ("云州市",)
    assert "办好云州少年科学院" in [one.name for one in template.requirements]


def test_rules_hold_the_plan_against_it() -> None:
    found = Validator().run(analyse(held(county("少年科学院"))))
    assert any("没有找到云州市列出的“办好云州少年科学院”任务" in one.message for one in found)


def test_without_it_the_plan_is_held_against_the_nation_alone() -> None:
    assert analyse(county()).superior is None
    template = analyse(county()).template
    assert template is not None
    assert template.layers == ()


def test_a_task_has_its_passage_with_the_way_to_it() -> None:
    (passage,) = kept_plan().passages("A1.2")
    assert passage.path == ("二、提升行动", "（一）青少年科学素质提升行动", "1.提升基础教育阶段科学教育水平")
    assert passage.texts == ("开好科学课。",)
    assert passage.below == ()


def test_a_task_of_the_superiors_own_has_its_passage_too() -> None:
    template = kept_plan().template
    own = next(one for one in template.requirements if "少年科学院" in one.name)
    assert kept_plan().passages(own.id)[0].texts == ("每年招收学员。",)


def test_a_group_names_what_is_below_it_and_does_not_repeat_it() -> None:
    (passage,) = kept_plan().passages("A1")
    assert passage.texts == ()
    assert passage.below == ("1.提升基础教育阶段科学教育水平", "2.办好云州少年科学院")


def test_headings_that_answer_to_nothing_are_text_of_the_section_they_stand_in() -> None:
    lines = (
        "一、提升行动",
        "（一）青少年科学素质提升行动",
        "1.提升基础教育阶段科学教育水平",
        "（1）办好云雾茶课。采茶。",
    )
    document = analyse(small_plan(lines))
    (passage,) = passages(document.document, document.sections, document.coverage, "A1.2")
    assert passage.texts == ("（1）办好云雾茶课。采茶。",)


def test_what_the_superior_leaves_out_has_none() -> None:
    assert kept_plan().passages("P1") == ()


def test_a_document_that_is_no_such_plan_is_refused_and_left_alone_where_it_is_kept() -> None:
    other = small_plan(("# 云州市防汛预案", "一、总则", "（一）目的。加强防汛。"))
    with pytest.raises(UserError, match="不能作为上级方案"):
        superior_plan(load(DEFAULT_TEMPLATE), superior_of(other, "预案.txt"))
    kept = analyse(held(county(), other))
    assert kept.superior is None
    assert kept.template is load(DEFAULT_TEMPLATE, ())


def test_braces_in_the_superiors_headings_are_no_tokens_of_the_library() -> None:
    lines = (*PLAN[:8], "3.办好{place}学院。招生。", *PLAN[8:])
    above = small_plan(lines, place="云州市", level=Level.CITY)
    template = analyse(held(county(), above)).template
    assert template is not None
    assert not [one.name for one in template.requirements if "{" in one.name and one.layer.startswith("superior")]


def test_it_is_analysed_once_as_long_as_it_stays() -> None:
    document = held(county())
    typed = replace(document, blocks=document.blocks[:-1])
    assert analyse(document).superior is analyse(typed).superior


def test_a_part_keeps_the_heading_of_its_very_name_where_the_superior_leaves_much_out() -> None:
    ours = (
        *("一、提升行动", "（一）青少年科学素质提升行动", "1.提升基础教育阶段科学教育水平。开好课。"),
        *("（二）领导干部和公务员科学素质提升行动", "1.加强科学素质教育培训。办好班。"),
        *("二、组织实施", "（一）机制保障", "1.完善表彰奖励机制。表扬。"),
    )
    analysis = analyse(held(small_plan(ours)))
    by_text = {block.text: analysis.coverage.requirements_of(block.id) for block in analysis.document.blocks}
    assert by_text["一、提升行动"] == ("A",)
    assert by_text["二、组织实施"] == ("O",)
    assert by_text["1.加强科学素质教育培训。办好班。"] == ()
