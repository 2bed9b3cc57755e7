"""Who may be chosen for a task, who is suggested and why, and that the text says who was chosen."""

from collections.abc import Sequence
from dataclasses import replace

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from editor import commands
from editor.assigning.choices import Assigned, AssignmentChoices, Task, task_at
from editor.assigning.draft import Draft
from editor.model.assignment_check import why_not_listed
from editor.model.document import Document, Level, Unit
from editor.model.edits import Transaction
from editor.model.errors import NotReadBack
from templates.analysis import analyse
from templates.register import default_units
from templates.unit_matrix import Role, unit_matrix
from tests.ui.plans import block_id, plan

LINES = (
    "云溪县全民科学素质行动规划纲要实施方案（2026—2030年）",
    "# 一、提升行动",
    "## （一）青少年科学素质提升行动",
    "加强科学教育。",
    "牵头单位：县教体局。责任单位：县科协、县民政局。",
    "## （二）农民科学素质提升行动",
    "培育高素质农民。",
)
UNITS = default_units("云溪县", Level.COUNTY)


def _choices(heading: str, *lines: str, **metadata: object) -> AssignmentChoices:
    document = plan(*(lines or LINES), **metadata)
    return AssignmentChoices(analyse(document), Task(block_id(document, heading)))


def test_present_units_are_those_of_the_text_in_its_order():
    assert _choices("青少年").present() == Assigned(("县教体局",), ("县科协", "县民政局"))


def test_a_unit_takes_the_name_that_the_plan_prints_elsewhere():
    choices = _choices("农民")
    names = [choices.name(unit) for unit in choices.units]
    assert "县教体局" in names
    assert "县教育体育局" not in names


def test_a_name_with_a_list_mark_gives_way_to_one_without():
    unit = Unit("own", "县林草、园林局", "县林草、园林局", ("县林草局",), (), "government", Level.COUNTY, ())
    assert _choices("农民", units=(*UNITS, unit)).name(unit) == "县林草局"


def test_new_units_come_to_their_place_in_the_registers_order_and_the_others_stay():
    draft = Draft(_choices("青少年"))
    assert draft.add(("县财政局",), leading=False) == ("县财政局",)
    assert draft.responsible == ("县财政局", "县科协", "县民政局")
    draft.sort()
    assert draft.responsible == ("县民政局", "县财政局", "县科协")


def test_nobody_is_chosen_twice_under_whatever_name():
    draft = Draft(_choices("青少年"))
    assert draft.add(("县教育体育局", "县科学技术协会"), leading=False) == ()
    assert draft.lead == ("县教体局",)


def test_units_are_moved_turned_and_removed():
    draft = Draft(_choices("青少年"))
    assert draft.shift(False, 0, 1) == 1
    assert draft.responsible == ("县民政局", "县科协")
    assert draft.shift(False, 1, 1) == 1, "at the end it stays"
    draft.turn(False, 1)
    assert (draft.lead, draft.responsible) == (("县教体局", "县科协"), ("县民政局",))
    draft.remove(True, 0)
    assert draft.names == ("县科协", "县民政局")
    assert draft.is_changed


def test_the_suggestion_names_requirement_and_function():
    found = _choices("农民").suggestion
    assert found.lead == ("县农业农村局",)
    assert "“农民科学素质提升行动”通常由县农业农村局牵头" in found.reason
    assert "国家模板A2" in found.reason
    assert "“农业农村”职责" in found.reason


def test_a_task_the_template_does_not_know_is_advised_by_what_stands_above_it():
    lines = (*LINES, "### 1.办好稻田学堂。开班。")
    assert _choices("稻田学堂", *lines).suggestion.lead == ("县农业农村局",)


def test_a_register_without_the_office_is_told_so():
    units = tuple(unit for unit in UNITS if "agriculture" not in unit.functions)
    found = _choices("农民", units=units).suggestion
    assert found.lead == ()
    assert "单位库里还没有这样的单位" in found.reason


def test_a_layers_own_requirement_is_cited_as_the_provinces():
    document = plan(*LINES[:2], "## （一）农民科学素质提升行动", "做。", layers=("henan",))
    analysis = analyse(document)
    template = analysis.template
    assert template is not None
    own = next(one for one in template.requirements if one.layer == "henan" and one.leads)
    tied = tuple(replace(b, requirements=(own.id,)) if b.text.startswith("（一）") else b for b in document.blocks)
    document = replace(document, blocks=tied)
    reason = AssignmentChoices(analyse(document), Task(block_id(document, "农民"))).suggestion.reason
    assert f"河南省方案{own.id}" in reason


def test_without_a_requirement_nobody_is_suggested():
    found = _choices("特色", "云溪县实施方案", "# 一、特色品牌", "打造品牌。").suggestion
    assert not found.is_any
    assert "没有推荐单位" in found.reason


def test_adopting_adds_and_leaves_the_chosen_alone():
    draft = Draft(_choices("青少年"))
    draft.adopt()
    assert draft.lead == ("县教体局",)
    assert set(draft.responsible) >= {"县科协", "县民政局"}
    assert draft.is_adopted
    assert "建议的单位都选上了" in draft.advice


def test_a_pasted_list_is_several_units_and_a_registered_name_is_one():
    odd = Unit("own", "县教育局、体育局", "县教育局、体育局", (), (), "government", Level.COUNTY, ())
    draft = Draft(_choices("农民", units=(*UNITS, odd)))
    assert draft.typed(" 县科协、县财政局 ") == ("县科协", "县财政局")
    assert draft.typed("县教育局、体育局") == ("县教育局、体育局",)
    assert draft.typed("县渔民互助会办公室") == ("县渔民互助会办公室",)


def test_the_sentence_is_shown_as_it_will_stand():
    choices = _choices("农民")
    written = choices.written(("县农业农村局",), ("县财政局",))
    assert written.transaction is not None
    assert written.sentence == "牵头单位：县农业农村局。责任单位：县财政局。"
    assert written.sentence in [block.text for block in written.transaction.apply(choices.analysis.document).blocks]
    present = _choices("青少年").present()
    assert _choices("青少年").written(present.lead, present.responsible).transaction is None


def test_the_task_of_a_place_is_that_of_the_assignment_there_or_of_the_nearest_heading_with_units():
    document = plan(
        "方案",
        "# 一、提升行动",
        "## （一）青少年科学素质提升行动",
        "### 1.科学教育。开齐课程。",
        "牵头单位：县教体局。责任单位：县科协、县民政局。",
        "## （二）农民科学素质提升行动",
        "### 1.科技培训。办好培训。",
    )
    analysis = analyse(document)
    group = Task(block_id(document, "青少年"))
    assert task_at(analysis, block_id(document, "牵头单位")) == group
    assert task_at(analysis, block_id(document, "开齐课程")) == group
    assert task_at(analysis, block_id(document, "办好培训")) == Task(block_id(document, "办好培训"))
    assert task_at(analysis, document.blocks[0].id) is None


def test_of_two_assignments_in_one_task_that_of_the_caret_is_changed():
    text = "### 1.培训。办好培训。（县科协负责）办好大赛。（县财政局负责）"
    document = plan("方案", "# 一、提升行动", "## （一）农民行动", text)
    analysis, block = analyse(document), document.blocks[-1]
    task = task_at(analysis, block.id, block.text.index("财政局"))
    assert task is not None
    choices = AssignmentChoices(analysis, task)
    assert choices.present() == Assigned((), ("县财政局",))
    transaction = choices.written((), ("县财政局", "县审计局")).transaction
    assert transaction is not None
    after = transaction.apply(document).blocks[-1].text
    assert after == text[4:].replace("（县财政局负责）", "（县财政局、县审计局负责）")


# names that are no plain names

ODD = (
    "县教育局、体育局",
    "县委宣传部（县政府新闻办公室、县文明办）",
    "县委 办公室",
    "县长：办公室",
    "县。局",
    "县" + "长" * 198 + "局",
    "（县）办公室",
    "县科协）",
    "，县科协",
    "县级等部门",
    "和县科协",
)


@pytest.mark.parametrize("name", ODD)
def test_an_odd_name_is_written_as_one_unit_or_refused_with_a_sentence(name: str):
    choices = _choices("农民")
    transaction, refusal = _attempt(choices, (), (name, "县财政局"))
    if transaction is None:
        assert refusal.endswith("。")
        return
    after = analyse(transaction.apply(choices.analysis.document))
    assert _present(after, "农民") == ([], sorted((name, "县财政局")))


def test_a_list_mark_in_a_name_is_the_reason_given():
    with pytest.raises(NotReadBack, match="顿号") as caught:
        _choices("农民").written((), ("县教育局、体育局",))
    assert "单位库" in caught.value.next_step


def test_brackets_keep_a_list_mark_together():
    assert why_not_listed("县委宣传部（县政府新闻办公室、县文明办）") == ""


def test_the_matrix_refuses_such_a_name_too():
    odd = Unit("own", "县教育局、体育局", "县教育局、体育局", (), (), "government", Level.COUNTY, ())
    document = plan(*LINES, units=(*UNITS, odd))
    analysis = analyse(document)
    matrix = unit_matrix(analysis)
    unit = next(one for one in matrix.units if one.key == "own")
    with pytest.raises(NotReadBack):
        commands.set_role(analysis, matrix.tasks[0].id, unit, Role.RESPONSIBLE)


def _attempt(
    choices: AssignmentChoices, lead: Sequence[str], responsible: Sequence[str]
) -> tuple[Transaction | None, str]:
    """Return the change, or the sentences that refuse it."""
    try:
        return choices.written(lead, responsible).transaction, ""
    except NotReadBack as error:
        return None, error.message + error.next_step


def _present(analysis, heading: str) -> tuple[list[str], list[str]]:
    one = AssignmentChoices(analysis, Task(block_id(analysis.document, heading))).present()
    return sorted(one.lead), sorted(one.responsible)


_names = st.one_of(
    st.sampled_from([unit.short for unit in UNITS if unit.short]),
    st.sampled_from(ODD),
    st.text("县局委办科协和及与、（）() ，。：一教育等部门由", min_size=1, max_size=14),
)
_forms = st.sampled_from(
    [
        (),
        ("牵头单位：县教体局。责任单位：县科协、县民政局。",),
        ("牵头单位：县教体局", "责任单位：县科协"),
        ("做好。（县教体局牵头，县科协、县民政局按职责分工负责）",),
        ("（牵头单位：县教体局；责任单位：县科协）",),
    ]
)


@settings(max_examples=150, deadline=None)
@given(st.lists(_names, max_size=3, unique=True), st.lists(_names, max_size=4, unique=True), _forms)
def test_what_is_chosen_is_read_again_or_refused(lead: list[str], responsible: list[str], form: tuple[str, ...]):
    named = {name for name in lead + responsible if len(name) < 30}
    own = tuple(
        Unit(f"own-{at}", name, name, (), (), "government", Level.COUNTY, ()) for at, name in enumerate(sorted(named))
    )
    lines = (*LINES[:3], *(form or ("做好。",)), *LINES[5:])
    document: Document = plan(*lines, units=(*UNITS, *own))
    analysis = analyse(document)
    choices = AssignmentChoices(analysis, Task(block_id(document, "青少年")))
    transaction, refusal = _attempt(choices, lead, responsible)
    if refusal:
        assert refusal.endswith("。")
        return
    after = analyse(transaction.apply(document)) if transaction is not None else analysis
    assert _present(after, "青少年") == (sorted(lead), sorted(responsible))
    assert _present(after, "农民") == ([], [])


@settings(max_examples=150, deadline=None)
@given(st.lists(st.sampled_from(UNITS), max_size=8, unique_by=lambda unit: unit.id), st.integers(0, 8), _forms)
def test_units_of_the_usual_register_are_never_refused(units: list[Unit], leading: int, form: tuple[str, ...]):
    document = plan(*LINES[:3], *(form or ("做好。",)), *LINES[5:])
    choices = AssignmentChoices(analyse(document), Task(block_id(document, "青少年")))
    names = [choices.name(unit) for unit in units]
    lead, responsible = names[:leading], names[leading:]
    transaction = choices.written(lead, responsible).transaction
    after = analyse(transaction.apply(document)) if transaction is not None else choices.analysis
    assert _present(after, "青少年") == (sorted(lead), sorted(responsible))
