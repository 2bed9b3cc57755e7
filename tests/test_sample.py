import io
import re
import zipfile
from functools import cache
from pathlib import Path

import pytest

from editor.gongwen.export import Options, build, export
from editor.model import storage
from editor.model.document import BlockKind, Document
from resources import path
from templates.analysis import Analysis, analyse
from templates.coverage import Status
from templates.register import default_units
from templates.requirement import Need, Requirement, Template
from validators.diagnostic import Diagnostic, Severity
from validators.engine import Validator
from validators.fixes import fix_all, safe_fixes
from validators.goals import main_targets

SAMPLE = path("samples/yunxi.nigao")
# What the sample shows the checks with: rule → the words it must point at.
SLIPS = {
    "NUM001": "[2026]",
    "NUM010": "2026-2028",
    "UNI005": "县民政局",
    "TXT001": "【县政府分管领导职务】",
    "STR015": "（二）机制保障。",
}


@cache
def sample() -> Document:
    return storage.load(SAMPLE).document


@pytest.fixture
def analysis() -> Analysis:
    return analyse(sample())


@pytest.fixture
def template(analysis: Analysis) -> Template:
    assert analysis.template is not None
    return analysis.template


def graver(document: Document) -> tuple[Diagnostic, ...]:
    """Return errors and warnings; a hint may change with a rule without the sample being wrong."""
    found = Validator().run(analyse(document))
    return tuple(one for one in found if one.severity is not Severity.HINT)


def words_at(document: Document, one: Diagnostic) -> str:
    assert one.range is not None
    text = document.blocks[document.index(one.range.block_id)].text
    return text[one.range.start : one.range.end]


def declared(template: Template, requirement: Requirement, ids: tuple[str, ...]) -> bool:
    """Return whether the requirement or one above it is declared 不涉及."""
    if requirement.id in ids:
        return True
    return requirement.parent is not None and declared(template, template.requirement(requirement.parent), ids)


def test_the_file_is_what_storage_writes() -> None:
    loaded = storage.load(SAMPLE)
    assert not loaded.read_only
    assert not loaded.warning
    assert storage.to_bytes(loaded.document) == SAMPLE.read_bytes()


def test_block_ids_count_up() -> None:
    assert [block.id for block in sample().blocks] == [f"b{at:03d}" for at in range(1, len(sample().blocks) + 1)]


def test_it_is_a_whole_plan_of_ten_to_twelve_thousand_characters() -> None:
    assert 10_000 <= sum(len(block.text) for block in sample().blocks) <= 12_000
    assert [block.text for block in sample().blocks if block.kind is BlockKind.TITLE] == [
        "云溪县全民科学素质行动规划纲要实施方案（2026—2030年）"
    ]


def test_every_required_requirement_is_written(analysis: Analysis) -> None:
    required = [row for row in analysis.coverage.rows if row.requirement.need is Need.REQUIRED]
    assert required
    assert [row.requirement.id for row in required if not row.block_ids] == []


def test_every_other_requirement_is_written_or_declared_not_to_apply(analysis: Analysis, template: Template) -> None:
    ids = sample().metadata.not_applicable
    assert set(ids) == {"G2.4", "A2.4", "P2.2", "P5"}
    for row in analysis.coverage.rows:
        assert bool(row.block_ids) != declared(template, row.requirement, ids), row.requirement.id
        assert row.status is not Status.MISSING
    assert analysis.coverage.extras == ()


def test_declared_counts_are_the_five_actions_and_four_projects(analysis: Analysis) -> None:
    counts = [(one.number, one.what) for one in analysis.declared_counts]
    assert counts == [(5, "提升行动"), (4, "重点工程")]
    by_name = {section.title: len(section.children) for section in analysis.sections}
    assert (by_name["提升行动"], by_name["重点工程"]) == (5, 4)


def test_every_action_and_project_has_lead_and_responsible_units(analysis: Analysis) -> None:
    groups = [child for part in analysis.sections if part.title in ("提升行动", "重点工程") for child in part.children]
    for group in groups:
        (assignment,) = analysis.by_heading[group.block.id]
        assert assignment.lead, group.title
        assert assignment.responsible, group.title


def test_the_register_is_the_countys_default_and_knows_every_unit(analysis: Analysis) -> None:
    metadata = sample().metadata
    assert metadata.units == default_units(metadata.place, metadata.level)
    named = {mention.text for one in analysis.assignments for mention in (*one.lead, *one.responsible)}
    assert len(named) > 30
    assert [name for name in named if analysis.register.find(name) is None] == []


def test_the_templates_fields_are_filled_and_agree_with_the_text(analysis: Analysis, template: Template) -> None:
    metadata = sample().metadata
    assert [field.id for field in template.fields if not metadata.field(field.id)] == []
    targets = {(one.value, one.year) for one in main_targets(analysis)}
    assert targets == {(float(metadata.field("target-value")), int(metadata.field("target-year")))}
    assert float(metadata.field("target-value")) >= float(metadata.field("superior-value"))
    baselines = {(one.value, one.year) for one in analysis.targets if "科学素质的比例" in one.indicator} - targets
    assert baselines == {(float(metadata.field("baseline-value")), int(metadata.field("baseline-year")))}


def test_exactly_the_five_planted_slips_are_found() -> None:
    found = graver(sample())
    assert sorted(one.code for one in found) == sorted(SLIPS)
    assert {one.code: words_at(sample(), one) for one in found} == SLIPS


def test_fixing_all_safe_slips_leaves_only_the_placeholder() -> None:
    repair = fix_all(sample(), Validator())
    assert repair is not None
    fixed = repair.apply(sample())
    assert safe_fixes(Validator().run(analyse(fixed))) == ()
    assert [one.code for one in graver(fixed)] == ["TXT001"]
    assert repair.invert().apply(fixed) == sample()


def test_safe_fixes_change_the_four_places_and_nothing_else() -> None:
    repair = fix_all(sample(), Validator())
    assert repair is not None
    changed = [
        (old.text, new.text)
        for old, new in zip(sample().blocks, repair.apply(sample()).blocks, strict=True)
        if old != new
    ]
    citation, years, units, heading = changed
    assert citation[1] == citation[0].replace("云政发[2026]5号", "云政发〔2026〕5号")
    assert years[1] == years[0].replace("2026-2028年", "2026—2028年")
    assert units[0].count("县民政局") == 2
    assert units[1].count("县民政局") == 1
    assert heading == ("（二）机制保障。", "（二）机制保障")


def test_the_docx_carries_every_block_and_the_division_table() -> None:
    data = build(sample(), Options(table=True))
    with zipfile.ZipFile(io.BytesIO(data)) as package:
        printed = re.sub(r"<[^>]+>", "", package.read("word/document.xml").decode("utf-8"))
    assert [block.id for block in sample().blocks if block.text not in printed] == []
    assert "任务分工表" in printed


def test_the_export_leaves_no_element_out(tmp_path: Path) -> None:
    report = export(sample(), tmp_path / "云溪县.docx", Options(table=True))
    assert report.left_out == ()
    assert report.path.stat().st_size > 0
