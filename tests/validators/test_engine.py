"""The engine: order, reuse, metadata, tables, and a rule that fails."""

import logging
from collections.abc import Iterator
from dataclasses import replace
from itertools import pairwise

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from editor.model.document import Block, BlockKind, Document, Level, new_id
from templates.analysis import Analysis, analyse
from templates.register import default_units
from tests.validators.examples import small_plan
from validators.diagnostic import Severity
from validators.engine import Validator
from validators.rule import Bad, Finding, Good, Rule, Scope, all_rules, find_rule

PLAN = small_plan(
    (
        "# 云溪县全民科学素质行动规划纲要实施方案（2026-2030年）",
        "为落实部署，依据《全民科学素质行动规划纲要（2021—2035年）》（国发〔2021〕9号），制定本方案。",
        "一、总体要求",
        "（一）工作目标。到2030年，全县公民具备科学素质的比例达到20%。",
        "二、提升行动",
        "实施2项提升行动。",
        "（一）青少年科学素质提升行动。",
        "1.弘扬科学精神。开展“三下乡活动。（县教育局、县科协、县教育局按职责分工负责）",
        "2．教师培训。到二○三五年见成效。（县教育局负责）",
        "（三）农民科学素质提升行动。",
        "1.培育农民。每年培训【数量】人。（县农业农村局、县科协按职责分工负责）",
    ),
    notice_title="云溪县人民政府关于印发云溪县方案的通知",
    signature_date="2026-03-02",
)


def from_scratch(document: Document) -> object:
    return Validator().run(analyse(document))


def a_rule(check, scope: Scope = Scope.BLOCK, code: str = "TST001") -> Rule:
    examples = (Bad("坏"), Good("好"))
    return Rule(code, "test", Severity.HINT, scope, "试。", "因。", "实务", examples, check)


def test_findings_stand_in_document_order_with_the_graver_first_at_one_place() -> None:
    found = Validator().run(analyse(PLAN))
    position = {block.id: at for at, block in enumerate(PLAN.blocks)}
    places = [(position.get(one.range.block_id, -1), one.range.start) for one in found if one.range]
    assert places == sorted(places)
    ranks = list(Severity)
    same_place = [
        (ranks.index(first.severity), ranks.index(second.severity))
        for first, second in pairwise(found)
        if first.range
        and second.range
        and first.range.block_id == second.range.block_id
        and first.range.start == second.range.start
    ]
    assert same_place
    assert all(first <= second for first, second in same_place)


def test_what_is_missing_as_a_whole_leads() -> None:
    found = Validator().run(analyse(PLAN))
    without_range = [one.range is None for one in found]
    assert any(without_range)
    assert without_range == sorted(without_range, reverse=True)


def test_every_range_lies_inside_its_text() -> None:
    texts = {block.id: block.text for block in PLAN.blocks}
    texts |= {f"meta:{name}": str(getattr(PLAN.metadata, name)) for name in PLAN.metadata.__dataclass_fields__}
    for one in Validator().run(analyse(PLAN)):
        if one.range:
            assert 0 <= one.range.start <= one.range.end <= len(texts[one.range.block_id])
        for edit in one.fix.edits if one.fix else ():
            assert texts[edit.range.block_id][edit.range.start : edit.range.end] == edit.old_text


def test_an_untouched_block_is_not_checked_again() -> None:
    looked_at: list[str] = []

    def check(block: Block) -> Iterator[Finding]:
        looked_at.append(block.id)
        yield Finding(0, 1, "有字。")

    validator = Validator([a_rule(check)])
    validator.run(analyse(PLAN))
    looked_at.clear()
    changed = replace(PLAN.blocks[1], text="改过的文字。")
    validator.run(analyse(replace(PLAN, blocks=(PLAN.blocks[0], changed, *PLAN.blocks[2:]))))
    assert looked_at == [changed.id]


def test_findings_of_a_removed_block_go_with_it() -> None:
    validator = Validator()
    before = {one.range.block_id for one in validator.run(analyse(PLAN)) if one.range}
    gone = PLAN.blocks[-1].id
    after = validator.run(analyse(replace(PLAN, blocks=PLAN.blocks[:-1])))
    assert gone in before
    assert gone not in {one.range.block_id for one in after if one.range}


def test_metadata_texts_are_checked_like_paragraphs() -> None:
    document = small_plan((), doc_number="云政发（2026）3号")
    found = [one for one in Validator().run(analyse(document)) if one.code == "NUM001"]
    assert [one.range.block_id for one in found if one.range] == ["meta:doc_number"]


def test_table_cells_are_checked_without_a_fix() -> None:
    table = Block("t", BlockKind.TABLE, rows=(("任务", "时间"), ("科普", "2026-2030年")))
    found = Validator().run(analyse(replace(PLAN, blocks=(table,))))
    (one,) = [one for one in found if one.code == "NUM010"]
    assert one.message.startswith("表格第2行第2列：")
    assert one.fix is None


@pytest.mark.parametrize("scope", list(Scope))
def test_a_failing_rule_is_switched_off_visibly_and_the_others_go_on(
    scope: Scope, caplog: pytest.LogCaptureFixture
) -> None:
    calls = []

    def broken(_: Block | Analysis) -> Iterator[Finding]:
        calls.append(1)
        raise RuntimeError("unexpected")
        yield

    sound = find_rule("NUM010")
    assert sound is not None
    validator = Validator([a_rule(broken, scope), sound])
    with caplog.at_level(logging.ERROR):
        first = validator.run(analyse(PLAN))
    second = validator.run(analyse(PLAN))
    for found in (first, second):
        assert [one.code for one in found] == ["SYS001", "NUM010"]
        assert "TST001" in found[0].message
    assert len(calls) == 1
    assert "TST001" in caplog.text


def test_contested_rules_run_only_where_they_are_asked_for() -> None:
    contested = [one for one in all_rules() if not one.enabled]
    document = small_plan((), notice_title="云溪县人民政府关于印发《云溪县科普实施方案》的通知")
    assert contested
    assert not {one.code for one in contested} & {one.code for one in Validator().run(analyse(document))}
    assert [one.code for one in Validator(contested).run(analyse(document))] == ["ELM017"]


TEXTS = st.sampled_from(
    [block.text for block in PLAN.blocks] + ["", "，，", "（", "牵头单位：县科协。责任单位：县科协。", "附件1"]
)
EDIT = st.tuples(st.sampled_from(["text", "insert", "remove", "kind", "move", "metadata"]), st.integers(0, 40), TEXTS)
# What checks read besides the blocks: each value in turn.
METADATA = (
    {"place": "云溪市"},
    {"place": ""},
    {"doc_number": "云政发（2026）3号"},
    {"doc_number": ""},
    {"signature_date": "2021-05-06"},
    {"signature_date": "二〇二六年三月"},
    {"period_start": 2021, "period_end": 2025},
    {"period_start": 2026, "period_end": 2030},
    {"issuer": "云溪县人民政府"},
    {"notice_body": "现将《云溪县方案》印发给你们，"},
    {"addressees": "各镇政府，县科协"},
    {"units": default_units("云溪县", Level.COUNTY)[:5]},
    {"units": ()},
    {"layers": ("shandong",)},
    {"not_applicable": ("A3", "P")},
    {"rules_off": ("UNI005",)},
    {"rules_off": ()},
)


def changed(document: Document, edit: tuple[str, int, str]) -> Document:
    what, number, text = edit
    blocks = list(document.blocks)
    at = number % (len(blocks) or 1)
    if what == "metadata" or not blocks:
        return replace(document, metadata=replace(document.metadata, **METADATA[number % len(METADATA)]))
    if what == "move":
        blocks.insert((at + len(text)) % len(blocks), blocks.pop(at))
    elif what == "text":
        blocks[at] = replace(blocks[at], text=text)
    elif what == "kind":
        kind = [BlockKind.PARAGRAPH, BlockKind.HEADING, BlockKind.ANNEX][number % 3]
        blocks[at] = replace(blocks[at], kind=kind, level=1 + number % 4 if kind is BlockKind.HEADING else 0)
    elif what == "insert":
        blocks.insert(at, Block(new_id(), BlockKind.PARAGRAPH, text))
    else:
        del blocks[at]
    return replace(document, blocks=tuple(blocks))


@settings(max_examples=60, deadline=None)
@given(st.lists(EDIT, max_size=8), st.lists(st.booleans(), min_size=8, max_size=8))
def test_incremental_result_equals_the_one_from_scratch_after_any_edits(
    edits: list[tuple[str, int, str]], pauses: list[bool]
) -> None:
    """Typing with and without a pause between the keys, and then all of it undone."""
    validator = Validator()
    documents = [PLAN]
    for edit, pause in zip(edits, pauses, strict=False):
        if pause:
            validator.run(analyse(documents[-1]))
        documents.append(changed(documents[-1], edit))
        new = [block for block in documents[-1].blocks if block not in documents[-2].blocks]
        found = validator.check_blocks(analyse(documents[-1]), new)
        alone = Validator([one for one in all_rules() if one.scope is Scope.BLOCK and one.enabled])
        assert found == {block.id: alone.run(analyse(Document(blocks=(block,)))) for block in new}
    assert validator.run(analyse(documents[-1])) == from_scratch(documents[-1])
    for document in reversed(documents):
        validator.check_blocks(analyse(document), document.blocks)
    assert validator.run(analyse(PLAN)) == from_scratch(PLAN)
