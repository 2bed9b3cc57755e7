"""User actions: what each makes of a document, that undo restores it, and when it is not possible."""

import pytest

from editor import commands
from editor.commands import Selection
from editor.model.document import BlockKind, Document, Level, Metadata
from editor.model.edits import Transaction
from templates.analysis import analyse
from templates.coverage import Status
from templates.register import default_units
from templates.template import DEFAULT_TEMPLATE, load, new_document
from tests.builders import block_of, plan

UNITS = default_units("云溪县", Level.COUNTY)
METADATA = Metadata(place="云溪县", period_start=2026, period_end=2030, units=UNITS)


def done(document: Document, transaction: Transaction | None) -> Document:
    """Apply, and check the law that the inverse restores the original."""
    assert transaction is not None
    result = transaction.apply(document)
    assert transaction.invert().apply(result) == document
    return result


def texts(document: Document) -> list[str]:
    return [block.text for block in document.blocks]


def test_a_paragraph_made_a_heading_gets_the_number_of_its_place():
    document = plan("一、总体要求", "正文。", "重点任务", "二、保障措施")
    result = done(document, commands.set_kind(document, Selection(2, 2), BlockKind.HEADING, 1))
    assert texts(result) == ["一、总体要求", "正文。", "二、重点任务", "三、保障措施"]


def test_a_heading_of_another_level_changes_its_number():
    document = plan("一、总体要求", "（一）指导思想", "二、提升行动")
    result = done(document, commands.set_kind(document, Selection(2, 2), BlockKind.HEADING, 2))
    assert texts(result) == ["一、总体要求", "（一）指导思想", "（二）提升行动"]


def test_the_kind_it_already_has_is_no_change():
    document = plan("一、总体要求")
    assert commands.set_kind(document, Selection(0, 0), BlockKind.HEADING, 1) is None


def test_renumbering_mends_gaps_doubles_and_forms_and_leaves_unnumbered_headings():
    document = plan("一、甲", "（二）乙", "（二）丙", "——丁。正文", "三、戊", "1.己", "3.庚")
    result = done(document, commands.renumber(document))
    assert texts(result) == ["一、甲", "（一）乙", "（二）丙", "——丁。正文", "二、戊", "1.己", "2.庚"]
    assert commands.renumber(result) is None


def test_a_tie_survives_renaming_and_can_be_taken_back():
    document = plan("一、提升行动", "（一）小朋友爱科学行动")
    tied = done(document, commands.tie(document, "1", ("A1",)))
    assert analyse(tied).coverage.row("A1").block_ids == ("1",)
    assert commands.tie(tied, "1", ("A1",)) is None
    assert done(tied, commands.tie(tied, "1", ())) == document


def test_declaring_not_applicable_is_taken_back_the_same_way():
    document = plan("一、提升行动")
    declared = done(document, commands.declare_not_applicable(document, "A2.4"))
    assert analyse(declared).coverage.row("A2.4").status is Status.NOT_REQUIRED
    assert commands.declare_not_applicable(declared, "A2.4") is None
    assert done(declared, commands.declare_not_applicable(declared, "A2.4", False)) == document


def test_fields_of_the_form_and_of_the_template():
    document = plan("一、提升行动")
    named = done(document, commands.set_field(document, "issuer", "云溪县人民政府"))
    assert named.metadata.issuer == "云溪县人民政府"
    assert commands.set_field(named, "issuer", "云溪县人民政府") is None
    filled = done(document, commands.set_template_field(document, "baseline-value", "12.1"))
    assert filled.metadata.field("baseline-value") == "12.1"
    assert commands.set_template_field(filled, "baseline-value", "12.1") is None


GROUP = (
    "一、提升行动",
    "（一）青少年科学素质提升行动",
    "1.将弘扬科学精神贯穿于育人全链条。开展活动。",
    "2.实施教师科学素质提升工程。开展培训。",
    "牵头单位：县教体局。责任单位：县科协、团县委。",
    "（二）农民科学素质提升行动",
    "1.实施高素质农民培育计划。开展培训。",
)


def test_units_are_changed_where_they_stand():
    document = plan(*GROUP, metadata=METADATA)
    result = done(document, commands.assign_units(analyse(document), "1", ["县科协"], ["县教体局", "团县委"]))
    assert result.blocks[4].text == "牵头单位：县科协。责任单位：县教体局、团县委。"
    assert commands.assign_units(analyse(result), "1", ["县科协"], ["县教体局", "团县委"]) is None


def test_units_are_added_in_the_style_of_the_plan_where_there_were_none():
    document = plan(*GROUP, metadata=METADATA)
    result = done(document, commands.assign_units(analyse(document), "5", ["县农业农村局"], ["县科协"]))
    (assignment,) = analyse(result).by_heading["5"]
    assert [unit.text for unit in assignment.lead] == ["县农业农村局"]
    assert [unit.text for unit in assignment.responsible] == ["县科协"]
    assert texts(result)[-1] == "牵头单位：县农业农村局。责任单位：县科协。"


def test_units_for_what_is_no_heading_are_not_possible():
    assert commands.assign_units(analyse(plan(*GROUP)), "4", ["县科协"], []) is None


def test_a_missing_task_is_inserted_in_template_order_before_the_closing_assignment():
    document = plan(*GROUP, metadata=METADATA)
    result = done(document, commands.insert_requirement(analyse(document), "A1.2"))
    inserted = block_of(result, "提升基础教育阶段科学教育水平")
    assert result.index(inserted.id) == 3
    assert inserted.text.startswith("2.提升基础教育阶段科学教育水平。")
    assert result.blocks[4].text.startswith("3.实施教师")
    assert analyse(result).coverage.row("A1.2").status is Status.SAME
    last = done(document, commands.insert_requirement(analyse(document), "A2.3"))
    assert block_of(last, "乡村振兴科技支撑").text.startswith("2.")


def test_a_task_after_the_last_one_stays_before_the_groups_assignment():
    document = plan(*GROUP[:3], GROUP[4], metadata=METADATA)
    result = done(document, commands.insert_requirement(analyse(document), "A1.6"))
    assert texts(result)[-1] == GROUP[4]
    assert texts(result)[3].startswith("2.实施教师科学素质提升工程。")


def test_a_missing_group_comes_with_its_tasks():
    document = plan(*GROUP, metadata=METADATA)
    result = done(document, commands.insert_requirement(analyse(document), "A4"))
    coverage = analyse(result).coverage
    assert all(coverage.row(name).status is Status.SAME for name in ("A4", "A4.1", "A4.2", "A4.3"))
    assert block_of(result, "老年人科学素质提升行动").text.startswith("（三）")
    assert "{" not in "".join(texts(result))


def test_a_task_whose_group_is_missing_cannot_be_inserted():
    assert commands.insert_requirement(analyse(plan(*GROUP)), "P1.1") is None


def test_a_plan_without_a_template_takes_no_requirement():
    assert commands.insert_requirement(analyse(plan(*GROUP, template="")), "A1.2") is None


@pytest.mark.parametrize("gone", ["A1.3", "A4", "P2", "G1", "O", "F"])
def test_what_was_taken_out_of_a_full_plan_comes_back_at_its_place(gone):
    full = new_document(load(DEFAULT_TEMPLATE), place="云溪县", level=Level.COUNTY, period=(2026, 2030), units=UNITS)
    analysis = analyse(full)
    section = next(s for s in commands.walk(analysis.sections) if s.block.id in analysis.coverage.row(gone).block_ids)
    blocks = full.blocks[: section.start] + full.blocks[section.end :]
    less = Document(full.template, full.metadata, blocks)
    assert analyse(less).coverage.row(gone).block_ids == ()
    result = done(less, commands.insert_requirement(analyse(less), gone))
    assert analyse(result).coverage.row(gone).status is Status.SAME
    assert commands.renumber(result) is None


def test_paragraphs_are_inserted_below_the_place_and_leave_out_blank_ones():
    document = plan("一、总体要求", "正文。")
    result = done(document, commands.insert_paragraphs(document, 0, ("甲。", " ", "乙。"), "插入"))
    assert texts(result) == ["一、总体要求", "甲。", "乙。", "正文。"]
    assert [block.kind for block in result.blocks[1:3]] == [BlockKind.PARAGRAPH] * 2


def test_an_empty_paragraph_gives_its_place_to_what_is_inserted():
    document = plan("一、总体要求", "")
    result = done(document, commands.insert_paragraphs(document, 1, ("甲。",), "插入"))
    assert texts(result) == ["一、总体要求", "甲。"]


def test_nothing_is_inserted_where_there_is_nothing_to_insert():
    document = plan("一、总体要求")
    assert commands.insert_paragraphs(document, 0, ("",), "插入") is None
    assert commands.insert_paragraphs(document, 1, ("甲。",), "插入") is None
