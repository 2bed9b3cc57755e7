"""The analysis: everything derived from one document, computed when asked for."""

from dataclasses import replace
from unittest.mock import patch

import pytest

import editor.model.outline
from editor.model.document import Document, Level, Metadata
from editor.model.outline import outline
from templates.analysis import analyse
from templates.coverage import Coverage
from templates.register import Name, default_units
from templates.template import DEFAULT_TEMPLATE, load, new_document
from tests.builders import block_of, plan

PLAN = plan(
    "# 云溪县全民科学素质行动规划纲要实施方案（2026—2030年）",
    "为落实《全民科学素质行动规划纲要（2021—2035年）》（国发〔2021〕9号，以下简称《科学素质纲要》），制定本实施方案。",
    "一、总体要求",
    "（一）工作目标。到2030年，全县公民具备科学素质的比例达到20%。",
    "二、提升行动",
    "实施2项提升行动。",
    "（一）青少年科学素质提升行动。",
    "1.提升教师科学素质。每年开展教师培训。（县教体局、县科协按职责分工负责）",
    "（二）农民科学素质提升行动。",
    "1.培育高素质农民。办好田间学校。（县农业农村局、县科协按职责分工负责）",
    metadata=Metadata(place="云溪县", layers=("shandong",), units=default_units("云溪县", Level.COUNTY)),
)


def test_everything_derived_is_there() -> None:
    analysis = analyse(PLAN)
    assert analysis.document is PLAN
    assert analysis.template is load(DEFAULT_TEMPLATE, ("shandong",))
    assert [section.title for section in analysis.sections] == ["总体要求", "提升行动"]
    assert analysis.coverage.requirements_of(block_of(PLAN, "提升教师").id) == ("A1.6",)
    assert [len(assignment.responsible) for assignment in analysis.assignments] == [2, 2]
    assert [target.value for target in analysis.targets if target.year == 2030] == [20]
    assert [citation.doc_number for citation in analysis.basis] == ["国发〔2021〕9号"]
    assert analysis.basis == analysis.citations
    assert ["科学素质纲要" in form.short for form in analysis.short_forms] == [True]
    assert [(count.number, count.what) for count in analysis.declared_counts] == [(2, "提升行动")]
    found = analysis.register.find("县教体局")
    assert found is not None
    assert found.how is Name.ALIAS


def test_assignments_are_found_by_the_heading_they_govern() -> None:
    analysis = analyse(PLAN)
    assert set(analysis.by_heading) == {block_of(PLAN, "提升教师").id, block_of(PLAN, "高素质农民").id}
    (assignment,) = analysis.by_heading[block_of(PLAN, "高素质农民").id]
    assert [unit.text for unit in assignment.responsible] == ["县农业农村局", "县科协"]


def test_section_path_leads_from_the_part_to_the_task() -> None:
    analysis = analyse(PLAN)
    path = analysis.section_path(block_of(PLAN, "提升教师").id)
    assert [section.title for section in path] == ["提升行动", "青少年科学素质提升行动", "提升教师科学素质"]
    assert analysis.section_path(PLAN.blocks[0].id) == ()
    assert analysis.section_path("meta:notice_title") == ()


@pytest.mark.parametrize(
    "document",
    [replace(PLAN, template=""), replace(PLAN, template="no-such-template"), Document()],
    ids=["without", "unknown", "empty"],
)
def test_a_document_without_a_known_template_has_no_coverage(document: Document) -> None:
    analysis = analyse(document)
    assert analysis.template is None
    assert analysis.coverage == Coverage((), (), {})
    assert analysis.sections == outline(document)


def test_an_unknown_layer_leaves_the_plan_readable() -> None:
    document = replace(PLAN, metadata=replace(PLAN.metadata, layers=("no-such-layer",)))
    assert analyse(document).template is None


def test_nothing_is_computed_before_it_is_asked_for_nor_twice() -> None:
    with patch.object(editor.model.outline, "outline", wraps=outline) as computed:
        analysis = analyse(PLAN)
        assert computed.call_count == 0
        assert analysis.sections is analysis.sections
        assert analysis.coverage is analysis.coverage
        assert computed.call_count == 1


def test_every_group_of_a_new_plan_has_its_assignment() -> None:
    template = load(DEFAULT_TEMPLATE)
    units = default_units("云溪县", Level.COUNTY)
    document = new_document(template, place="云溪县", level=Level.COUNTY, period=(2026, 2030), units=units)
    analysis = analyse(document)
    groups = [analysis.coverage.row(f"{part}{n}").block_ids[0] for part in "AP" for n in range(1, 6)]
    assert [len(analysis.by_heading.get(block_id, ())) for block_id in groups] == [1] * 10
    names = {unit.text for found in analysis.assignments for unit in (*found.lead, *found.responsible)}
    assert names
    assert all(analysis.register.find(name) for name in names)
