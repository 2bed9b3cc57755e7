"""A habit is one report with all its places: texts, elements, cells; and each rule looks where it should."""

import pytest

from editor.model.document import Block, BlockKind, Document, Metadata
from templates.analysis import analyse
from validators.diagnostic import Diagnostic
from validators.engine import Validator
from validators.fixes import fix_transaction

PARAGRAPH, HEADING, TITLE, TABLE = BlockKind.PARAGRAPH, BlockKind.HEADING, BlockKind.TITLE, BlockKind.TABLE


def found(code: str, *blocks: Block, metadata: Metadata | None = None) -> list[Diagnostic]:
    document = Document("", metadata or Metadata(), blocks)
    return [one for one in Validator().run(analyse(document)) if one.code == code]


def test_a_habit_of_texts_elements_and_cells_is_one_report() -> None:
    blocks = (
        Block("a", PARAGRAPH, "开展「科普日」活动。"),
        Block("b", TABLE, rows=(("序号", "任务"), ("1", "办好「科技周」"))),
    )
    metadata = Metadata(notice_body="现印发给你们。\n办好「科普日」。")
    (one,) = found("TXT017", *blocks, metadata=metadata)
    assert one.range is not None
    assert one.range.block_id == "meta:notice_body"
    assert one.message.endswith("全文共6处。")
    assert {related.block_id for related in one.related} == {"meta:notice_body", "a", "b"}


def test_the_fix_of_a_habit_mends_every_place_but_those_in_cells() -> None:
    blocks = (
        Block("a", PARAGRAPH, "各\u200b单位"),
        Block("b", PARAGRAPH, "县\u200b科协\u00a0牵头"),
        Block("c", TABLE, rows=(("各\u200b镇",),)),
    )
    document = Document("", Metadata(), blocks)
    (one,) = found("TXT003", *blocks)
    assert one.fix is not None
    transaction = fix_transaction(document, [one.fix], "修复")
    assert transaction is not None
    fixed = transaction.apply(document)
    assert [block.text for block in fixed.blocks] == ["各单位", "县科协 牵头", ""]
    (left,) = found("TXT003", *fixed.blocks)
    assert left.message == "表格第1行第1列：“各镇”中间夹着看不见的字符。"
    assert left.fix is None


def test_phrases_in_cells_are_told_of_their_full_stop_once_and_sentences_are_not() -> None:
    rows = (("任务", "要求"), ("开展培训。", "每年两期，覆盖全县。"), ("办好展览。", "做好总结"))
    (one,) = found("PUN024", Block("t", TABLE, rows=rows))
    assert one.message == "表格第2行第1列的短语“开展培训。”末尾用了句号，全文共2处。"


@pytest.mark.parametrize(
    ("code", "block"),
    [
        ("PUN011", Block("a", TITLE, "云溪县方案。草案")),
        ("PUN011", Block("a", HEADING, "一、总体要求", 1)),
        ("PUN011", Block("a", TABLE, rows=(("开展培训。每年两期",),))),
        ("TXT011", Block("a", TITLE, "云溪县 实施方案，草案")),
        ("TXT011", Block("a", TABLE, rows=(("开展 培训，每年两期。",),))),
        ("TXT016", Block("a", TABLE, rows=(("索引号：1", "发布日期：2026年"),))),
        ("STR025", Block("a", TITLE, "（一）加强领导 各单位要落实。")),
        ("STR028", Block("a", TABLE, rows=(("1，开展培训",),))),
        ("ELM031", Block("a", TITLE, "              云溪县人民政府")),
        ("STR027", Block("a", PARAGRAPH, "（一）" + "科普" * 30)),
    ],
)
def test_a_rule_for_one_kind_of_block_leaves_the_others_alone(code: str, block: Block) -> None:
    assert found(code, block) == []


@pytest.mark.parametrize(
    ("code", "block"),
    [
        ("PUN011", Block("a", HEADING, "（一）加强领导。落实责任", 2)),
        ("PUN013", Block("a", HEADING, "（一）推进“一件“事”改革”", 2)),
        ("PUN016", Block("a", HEADING, "--坚持协同推进。形成合力。", 3)),
        ("TXT014", Block("a", TITLE, "雲溪縣实施方案")),
        ("TXT011", Block("a", HEADING, "（一）加强领导。各 单位要落实。", 2)),
        ("STR025", Block("a", HEADING, "（一）加强领导 各单位要落实。", 2)),
        ("STR026", Block("a", HEADING, "一、一、总体要求", 1)),
        ("STR027", Block("a", HEADING, "（一）" + "科普" * 30, 2)),
        ("WRD003", Block("a", TABLE, rows=(("布署工作",),))),
        ("TXT010", Block("a", HEADING, "　　一、总体要求", 1)),
    ],
)
def test_a_rule_looks_into_every_kind_of_block_that_can_have_the_slip(code: str, block: Block) -> None:
    assert len(found(code, block)) == 1


def test_the_end_of_an_element_of_the_notice_is_not_held_against_it() -> None:
    metadata = Metadata(
        notice_body="现印发给你们。请认真落实", contact="县科协。电话87880000", copy_to="县委办。县人大办"
    )
    assert found("PUN011", metadata=metadata) == []


def test_a_list_of_ordinals_may_go_on_in_the_next_paragraph() -> None:
    announced = Block("a", PARAGRAPH, "做好三方面工作：一是加强领导；二是落实经费。")
    assert found("STR030", announced, Block("b", PARAGRAPH, "三是强化督查。")) == []
    (one,) = found("STR030", announced, Block("b", PARAGRAPH, "各单位要落实。"))
    assert one.message == "前面说有3个方面，这里只列出2项。"
