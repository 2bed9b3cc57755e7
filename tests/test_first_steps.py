"""The checklist of a fresh plan counts what is left in the plan as it stands."""

from dataclasses import replace

from editor.first_steps import Step, first_steps, is_blank
from editor.model.document import Block, BlockKind, Document, Level
from templates.analysis import analyse
from templates.register import default_units
from templates.superior_plan import superior_of
from tests.templates.test_superior import superior
from tests.ui.plans import new_plan, plan
from validators.engine import Validator


def steps(document: Document) -> dict[str, Step]:
    analysis = analyse(document)
    return {step.action: step for step in first_steps(analysis, Validator().run(analysis))}


def test_a_blank_plan_without_a_template_is_to_begin_from_one() -> None:
    assert list(steps(plan("云溪县方案", template=""))) == ["new"]


def test_a_blank_plan_with_a_template_is_to_take_what_the_template_holds() -> None:
    found = steps(plan("云溪县全民科学素质行动实施方案"))
    assert not found["insert"].is_done
    assert "next_blank" not in found


def test_a_plan_without_a_template_is_offered_no_superior_and_no_requirements() -> None:
    found = steps(plan("云溪县方案", "正文。", template=""))
    assert "superior" not in found
    assert "insert" not in found
    assert "next_blank" in found


def test_a_new_plan_counts_its_blanks_and_findings() -> None:
    document = new_plan()
    found = steps(document)
    blanks = sum(block.text.count("【") for block in document.blocks)
    assert found["next_blank"].state == f"还有{blanks}处"
    assert found["insert"].is_done
    assert found["metadata"].is_done
    assert not found["problems"].is_done
    assert list(found) == ["metadata", "units", "superior", "insert", "next_blank", "matrix", "problems", "export"]


def test_what_is_lacking_of_the_basics_is_named() -> None:
    found = steps(plan("云溪县方案", "正文。", place="", period_end=None))
    assert found["metadata"].state == "还缺地名、结束年份、发文机关"


def test_units_are_looked_through_once_they_are_other_than_the_usual_ones() -> None:
    usual = default_units("云溪县", Level.COUNTY)
    assert not steps(plan("云溪县方案", "正文。", units=usual))["units"].is_done
    assert steps(plan("云溪县方案", "正文。", units=usual[1:]))["units"].is_done
    assert not steps(plan("云溪县方案", "正文。", units=()))["units"].is_done


def test_a_chosen_superiors_plan_is_named_and_an_unfit_one_is_to_be_replaced() -> None:
    kept = superior_of(superior(), "云州市.docx")
    assert "云州市全民科学素质行动" in steps(plan("云溪县方案", "正文。", superior=kept))["superior"].state
    unfit = replace(kept, blocks=kept.blocks[:2])
    found = steps(plan("云溪县方案", "正文。", superior=unfit))["superior"]
    assert not found.is_done
    assert "对不上" in found.state


def test_tasks_without_units_are_counted() -> None:
    lines = (
        "# 一、提升行动",
        "## （一）青少年行动。（县科协负责）",
        "## （二）农民行动。下乡。",
        "## （三）老年人行动。（县民政局负责）",
    )
    assert steps(plan("云溪县方案", *lines))["matrix"].state == "还有1项任务没有单位"


def test_findings_that_are_not_known_yet_are_not_told() -> None:
    assert "problems" not in [step.action for step in first_steps(analyse(new_plan()), None)]


def test_a_table_or_a_text_makes_a_plan_no_blank_one() -> None:
    title = Block("t", BlockKind.TITLE, "云溪县方案")
    assert is_blank(analyse(Document(blocks=(title, Block("p", BlockKind.PARAGRAPH, " ")))))
    assert not is_blank(analyse(Document(blocks=(title, Block("x", BlockKind.TABLE, rows=(("甲",),))))))
