"""Fixes become one transaction; what no longer fits is left out, and all together reach a fixed point."""

from dataclasses import replace

import pytest
from hypothesis import given
from hypothesis import strategies as st

from editor.model.document import Block, BlockKind, Document
from templates.analysis import analyse
from tests.validators.examples import document_of, small_plan
from tests.validators.test_engine import PLAN
from validators.diagnostic import Applicability, Fix, TextEdit, TextRange
from validators.engine import Validator
from validators.fixes import fix_all, fix_transaction, safe_fixes
from validators.rule import Bad, Scope, all_rules


def a_fix(block_id: str, start: int, end: int, old: str, new: str) -> Fix:
    return Fix("修", (TextEdit(TextRange(block_id, start, end), old, new),), Applicability.SAFE)


def a_plan(*texts: str) -> Document:
    blocks = tuple(Block(str(at), BlockKind.PARAGRAPH, text) for at, text in enumerate(texts))
    return replace(small_plan(()), blocks=blocks)


def texts_after(document: Document, *fixes: Fix) -> list[str] | None:
    transaction = fix_transaction(document, fixes, "修复")
    return [block.text for block in transaction.apply(document).blocks] if transaction else None


def test_fixes_of_one_block_are_merged_and_undone_together() -> None:
    document = a_plan("一二三四")
    transaction = fix_transaction(document, [a_fix("0", 0, 1, "一", "甲甲"), a_fix("0", 2, 3, "三", "")], "修复")
    assert transaction is not None
    fixed = transaction.apply(document)
    assert fixed.blocks[0].text == "甲甲二四"
    assert len(transaction.edits) == 1
    assert transaction.invert().apply(fixed) == document


def test_very_many_changed_blocks_are_one_edit() -> None:
    document = a_plan(*(f"第{at}段" for at in range(1000)))
    fixes = [a_fix(str(at), 0, 1, "第", "从") for at in range(10, 990, 2)]
    transaction = fix_transaction(document, fixes, "修复")
    assert transaction is not None
    fixed = transaction.apply(document)
    assert [block.text[0] for block in fixed.blocks].count("从") == 490
    assert len(transaction.edits) == 1
    assert transaction.invert().apply(fixed) == document


def test_thousands_of_fixes_in_one_paragraph_are_all_made() -> None:
    document = a_plan("做好其它工作，" * 10_000)
    transaction = fix_all(document, Validator([rule for rule in all_rules() if rule.code == "WRD001"]))
    assert transaction is not None
    assert transaction.apply(document).blocks[0].text == "做好其他工作，" * 10_000


@given(st.lists(st.tuples(st.integers(0, 12), st.integers(0, 4)), max_size=12))
def test_of_any_fixes_those_that_touch_none_before_them_are_taken(places: list[tuple[int, int]]) -> None:
    text = "零一二三四五六七八九十甲乙丙丁戊"
    fixes = [a_fix("0", start, start + size, text[start : start + size], "Ａ") for start, size in places]
    taken: list[tuple[int, int]] = []
    for start, size in places:
        end = start + size
        if not any(start == first or (start < last and first < end) for first, last in taken):
            taken.append((start, end))
    expected = text
    for start, end in sorted(taken, reverse=True):
        expected = expected[:start] + "Ａ" + expected[end:]
    assert texts_after(a_plan(text), *fixes) == ([expected] if taken else None)


def test_a_fix_whose_old_text_is_gone_is_left_out_whole() -> None:
    document = a_plan("一二三", "四五六")
    stale = Fix("修", (*a_fix("0", 0, 1, "一", "甲").edits, *a_fix("1", 0, 1, "旧", "乙").edits), Applicability.SAFE)
    assert texts_after(document, stale) is None
    assert texts_after(document, stale, a_fix("1", 2, 3, "六", "丙")) == ["一二三", "四五丙"]


@pytest.mark.parametrize(
    "second", [a_fix("0", 1, 3, "二三", "乙"), a_fix("0", 0, 2, "一二", "甲乙"), a_fix("0", 0, 4, "一二三四", "")]
)
def test_of_two_overlapping_fixes_the_first_is_taken(second: Fix) -> None:
    assert texts_after(a_plan("一二三四"), a_fix("0", 0, 2, "一二", "甲"), second) == ["甲三四"]


def test_two_insertions_at_one_place_do_not_both_happen() -> None:
    assert texts_after(a_plan("一二"), a_fix("0", 1, 1, "", "甲"), a_fix("0", 1, 1, "", "乙")) == ["一甲二"]


@pytest.mark.parametrize("block_id", ["9", "meta:nothing", "meta:units"])
def test_a_fix_for_a_place_that_is_not_there_does_nothing(block_id: str) -> None:
    assert texts_after(a_plan("一二"), a_fix(block_id, 0, 1, "一", "甲")) is None


def test_a_fix_in_metadata_sets_the_field_and_keeps_its_paragraphs() -> None:
    document = small_plan((), notice_body="现印发给你们。\n请遵照执行，，落实到位。")
    transaction = fix_all(document, Validator())
    assert transaction is not None
    assert transaction.apply(document).metadata.notice_body == "现印发给你们。\n请遵照执行，落实到位。"


def test_no_fix_makes_no_transaction() -> None:
    assert fix_transaction(a_plan("一二"), [], "修复") is None
    assert fix_all(a_plan("加强领导，落实责任。"), Validator()) is None


def slips() -> list[Document]:
    documents = [PLAN]
    for rule in all_rules():
        for example in rule.examples:
            if isinstance(example, Bad) and rule.scope is Scope.DOCUMENT:
                documents.append(document_of(example))
            elif isinstance(example, Bad):
                documents.append(a_plan(str(example.text)))
    texts = [str(one.text) for rule in all_rules() for one in rule.examples if rule.scope is Scope.BLOCK]
    return [*documents, a_plan("".join(texts)), a_plan(*texts)]


@pytest.mark.parametrize("document", slips())
def test_applying_all_safe_fixes_twice_changes_nothing_more(document: Document) -> None:
    transaction = fix_all(document, Validator())
    if transaction is not None:
        document = transaction.apply(document)
    assert fix_all(document, Validator()) is None
    assert fix_transaction(document, safe_fixes(Validator().run(analyse(document))), "修复") is None
