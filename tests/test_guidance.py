"""What is said about one requirement: beside the superior's words, what of their essence ours lacks."""

from dataclasses import replace

import pytest

from editor.guidance import Guidance, guidance_for
from editor.model.document import Document, Level
from templates.analysis import analyse
from templates.register import default_units
from templates.superior_plan import superior_of
from tests.validators.examples import small_plan

ABOVE = (
    "# 云州市全民科学素质行动实施方案（2026—2030年）",
    "一、总体要求",
    "（一）目标。到2030年，全市公民具备科学素质的比例达到22%，居民健康素养水平达到35%。",
    "二、提升行动",
    "（一）青少年科学素质提升行动",
    "1.提升基础教育阶段科学教育水平。到2028年，建设科学实验室500间。（市教育局牵头，市科协、市气象局负责，2028年底前完成）",
    "（二）农民科学素质提升行动",
    "1.实施高素质农民培育计划。办好田间课堂。",
    "（三）产业工人科学素质提升行动",
    "1.实施职业技能提升行动。开展培训。",
)


def plan_of(*lines: str) -> Document:
    title = "# 云溪县全民科学素质行动实施方案（2026—2030年）"
    units = default_units("云溪县", Level.COUNTY)
    return small_plan((title, *lines), period_start=2026, period_end=2030, units=units)


def held(document: Document) -> Document:
    above = small_plan(ABOVE, place="云州市", level=Level.CITY, period_start=2026, period_end=2030)
    return replace(document, metadata=replace(document.metadata, superior=superior_of(above, "云州市.docx")))


def guidance(requirement_id: str, *lines: str) -> Guidance:
    return guidance_for(analyse(held(plan_of(*lines))), requirement_id)


def task(text: str) -> tuple[str, ...]:
    return ("一、提升行动", "（一）青少年科学素质提升行动", f"1.提升基础教育阶段科学教育水平。{text}")


def test_figures_deadline_and_units_that_ours_lacks_are_named() -> None:
    found = guidance("A1.2", *task("开好课。（县教育体育局牵头）"))
    assert found.superior == "云州市"
    figure, deadline, units = found.gaps
    assert "500间" in figure
    assert "本方案没有写" in figure
    assert deadline == "上级写了时限“2028年底前”，这里没有写时限。"
    assert units == "上级写了相应的单位，这里没有写县科协、县气象局。"


def test_what_ours_has_in_its_own_measure_is_no_gap() -> None:
    own = "到2028年，建设科学实验室30间。（县教育体育局牵头，县科协、县气象局负责，2028年6月底前完成）"
    assert guidance("A1.2", *task(own)).gaps == ()


def test_a_task_without_units_is_told_so_once() -> None:
    assert "上级写了牵头单位和责任单位，这里还没有写。" in guidance("A1.2", *task("开好课。")).gaps


def test_a_lower_share_is_named_with_both_values() -> None:
    found = guidance("G3", "一、总体要求", "（一）目标。到2030年，全县公民具备科学素质的比例达到19%。")
    assert any("22%" in gap and "19%" in gap for gap in found.gaps)
    assert any("居民健康素养水平" in gap and "没有写" in gap for gap in found.gaps)


def test_what_is_missing_here_has_the_superiors_passage_and_no_gaps() -> None:
    found = guidance("A2.2", *task("开好课。"))
    assert found.missing == (found.requirement,)
    assert found.passages[0].texts == ("办好田间课堂。",)
    assert found.gaps == ()


def test_without_a_superiors_plan_there_is_neither() -> None:
    found = guidance_for(analyse(plan_of(*task("开好课。"))), "A1.2")
    assert (found.superior, found.passages, found.gaps) == ("", (), ())


def test_an_unknown_requirement_raises() -> None:
    with pytest.raises(KeyError):
        guidance("X9", *task("开好课。"))
    with pytest.raises(KeyError):
        guidance_for(analyse(replace(plan_of(), template="")), "A1.2")
