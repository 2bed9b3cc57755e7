from dataclasses import replace

import pytest

from editor.session import Session
from editor.ui.requirement_state import (
    UNFINISHED,
    Mark,
    RequirementState,
    findings_under,
    progress,
    progress_text,
    requirement_states,
)
from templates.requirement import Need
from tests.ui.plans import block_id, new_plan, plan
from validators.rule import all_rules

WHOLE = (
    "云溪县全民科学素质行动规划纲要实施方案（2026—2030年）",
    "# 一、提升行动",
    "## （一）青少年科学素质提升行动",
    "加强科学教育。",
    "牵头单位：县教育体育局。责任单位：县科协。",
    "## （二）农民科学素质提升行动",
    "培育【数量】名高素质农民。",
    "牵头单位：县农业农村局。责任单位：县科协。",
)


def _states(document) -> dict[str, RequirementState]:
    session = Session(document)
    return {state.requirement.id: state for state in requirement_states(session.analysis, session.diagnostics)}


def test_rules_that_mean_unfinished_exist() -> None:
    assert {rule.name for rule in all_rules()} >= UNFINISHED


def test_a_section_with_text_and_units_is_fulfilled() -> None:
    assert _states(plan(*WHOLE))["A1"].mark is Mark.FULFILLED


def test_a_placeholder_leaves_a_section_incomplete() -> None:
    assert _states(plan(*WHOLE))["A2"].mark is Mark.INCOMPLETE


def test_a_section_without_units_is_incomplete_where_the_plan_assigns() -> None:
    lines = [line for line in WHOLE if "县农业农村局" not in line]
    assert _states(plan(*[line.replace("【数量】", "200") for line in lines]))["A2"].mark is Mark.INCOMPLETE


def test_a_required_section_that_is_not_there_is_missing() -> None:
    assert _states(plan(*WHOLE))["A3"].mark is Mark.MISSING


def test_a_recommended_section_that_is_not_there_is_only_suggested() -> None:
    assert _states(plan(*WHOLE))["A1.3"].mark is Mark.SUGGESTED


def test_an_optional_section_that_is_not_there_is_merely_absent() -> None:
    states = _states(plan(*WHOLE))
    optional = [state for state in states.values() if state.requirement.need is Need.OPTIONAL]
    assert optional
    assert {state.mark for state in optional} == {Mark.ABSENT}


def test_what_is_declared_not_applicable_says_so() -> None:
    assert _states(plan(*WHOLE, not_applicable=("A3",)))["A3"].mark is Mark.NOT_APPLICABLE


def test_a_part_is_not_done_before_all_that_is_required_in_it() -> None:
    whole = [line.replace("【数量】", "200") for line in WHOLE]
    assert _states(plan(*whole))["A"].mark is Mark.INCOMPLETE, "A3 to A5 are missing"


def test_states_follow_the_templates_order_and_hold_every_requirement() -> None:
    session = Session(new_plan())
    states = requirement_states(session.analysis, session.diagnostics)
    assert session.analysis.template is not None
    assert [state.requirement for state in states] == list(session.analysis.template.requirements)


def test_a_new_plan_misses_nothing() -> None:
    assert Mark.MISSING not in {state.mark for state in _states(new_plan()).values()}


def test_findings_are_counted_with_all_that_stands_below() -> None:
    document = plan(*WHOLE)
    session = Session(document)
    placeholders = [one for one in session.diagnostics if one.name == "placeholder-left"]
    counts = findings_under(session.analysis, placeholders)
    assert counts[block_id(document, "一、")] == 1
    assert counts[block_id(document, "（一）")] == 0
    assert counts[block_id(document, "（二）")] == 1


def test_a_plan_without_template_has_no_states() -> None:
    assert _states(plan(*WHOLE, template="")) == {}


def test_progress_counts_required_ones_that_are_fulfilled() -> None:
    states = list(_states(plan(*WHOLE)).values())
    done, total = progress(states)
    assert (done, total) == (1, sum(state.requirement.need is Need.REQUIRED for state in states))


def test_progress_leaves_out_what_does_not_concern_the_place() -> None:
    states = list(_states(plan(*WHOLE)).values())
    declared = [replace(one, mark=Mark.NOT_APPLICABLE) if one.requirement.id == "A3" else one for one in states]
    assert progress(declared)[1] == progress(states)[1] - 1


@pytest.mark.parametrize(
    ("done", "total", "text"),
    [(31, 33, "必备 31/33 · 待补 2"), (33, 33, "必备 33/33 · 已齐"), (0, 0, "没有模板要求")],
)
def test_progress_line(done: int, total: int, text: str) -> None:
    assert progress_text(done, total) == text
