"""Edits and transactions: apply, invert, JSON; and how a widget's lines become blocks."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from editor.model import storage
from editor.model.document import Block, BlockKind, Document, Level, Metadata, clean, metadata_block
from editor.model.edits import ReplaceBlocks, SetMetadata, Transaction, reconcile, set_metadata
from editor.model.errors import EditMismatch


def block(name: str, text: str, kind: BlockKind = BlockKind.PARAGRAPH, level: int = 0) -> Block:
    return Block(name, kind, text, level)


ONE, TWO, THREE = block("b1", "第一段。"), block("b2", "第二段。"), block("b3", "第三段。")
PLAN = Document("t", Metadata(place="云溪县"), (ONE, TWO, THREE))

texts = st.text(st.characters(codec="utf-8"), max_size=12)
kinds = st.sampled_from([BlockKind.PARAGRAPH, BlockKind.TITLE, BlockKind.ANNEX_NOTE])


@st.composite
def transactions(draw: st.DrawFn) -> tuple[Document, Transaction]:
    document, edits = PLAN, []
    for number in range(draw(st.integers(1, 5))):
        if draw(st.booleans()):
            start = draw(st.integers(0, len(document.blocks)))
            end = draw(st.integers(start, len(document.blocks)))
            new = tuple(
                Block(f"n{number}-{i}", draw(kinds), clean(text)[0])
                for i, text in enumerate(draw(st.lists(texts, max_size=3)))
            )
            edit: ReplaceBlocks | SetMetadata = ReplaceBlocks(start, document.blocks[start:end], new)
        else:
            edit = set_metadata(document, draw(st.sampled_from(["place", "issuer", "notice_title"])), draw(texts))
        document = edit.apply(document)
        edits.append(edit)
    return document, Transaction("随机修改", tuple(edits))


@given(transactions())
def test_every_transaction_gives_its_result_and_its_inverse_restores_the_original(case):
    expected, transaction = case
    result = transaction.apply(PLAN)
    assert result == expected
    assert transaction.invert().apply(result) == PLAN
    assert transaction.invert().invert() == transaction


@given(transactions())
def test_json_out_and_in_gives_the_same_document(case):
    document, _ = case
    metadata = document.metadata
    single = {key: "".join(clean(getattr(metadata, key))) for key in ("place", "issuer", "notice_title")}
    if any(getattr(metadata, key) != value for key, value in single.items()):
        return  # a form field hands over clean text; the file format promises no other
    assert storage.from_json(storage.parse(storage.to_bytes(document))) == document


def test_an_edit_for_another_state_is_refused_and_changes_nothing():
    with pytest.raises(EditMismatch):
        ReplaceBlocks(0, (TWO,), ()).apply(PLAN)
    with pytest.raises(EditMismatch):
        SetMetadata("place", "别处", "云溪县").apply(PLAN)
    with pytest.raises(EditMismatch):
        SetMetadata("no_such_key", None, 1).apply(PLAN)


def test_metadata_keeps_its_types():
    edit = set_metadata(PLAN, "level", Level.CITY)
    assert edit.apply(PLAN).metadata.level is Level.CITY


@pytest.mark.parametrize(
    ("lines", "ids"),
    [
        (["第一段。", "第二段。", "第三段。"], ["b1", "b2", "b3"]),
        (["第一段。", "改了。", "第三段。"], ["b1", "b2", "b3"]),
        (["第一段。", "第三段。"], ["b1", "b3"]),
        ([], []),
    ],
)
def test_reconcile_keeps_the_identity_of_what_stayed(lines, ids):
    result = reconcile(PLAN.blocks, lines)
    assert [b.text for b in result] == lines
    assert [b.id for b in result] == ids


def test_reconcile_of_equal_lines_is_equal():
    assert reconcile(PLAN.blocks, [b.text for b in PLAN.blocks]) == PLAN.blocks


def test_a_heading_split_in_two_leaves_a_heading_and_a_paragraph():
    heading = block("h", "一、总体要求和目标", BlockKind.HEADING, 1)
    first, second = reconcile((heading,), ["一、总体要求", "和目标"])
    assert (first.kind, first.level, first.id) == (BlockKind.HEADING, 1, "h")
    assert (second.kind, second.level) == (BlockKind.PARAGRAPH, 0)


def test_enter_before_a_heading_leaves_the_heading_a_heading():
    heading = block("h", "一、总体要求", BlockKind.HEADING, 1)
    first, second = reconcile((heading,), ["", "一、总体要求"])
    assert (second.id, second.kind) == ("h", BlockKind.HEADING)
    assert first.kind is BlockKind.PARAGRAPH


def test_lines_from_outside_are_cleaned_on_their_way_in():
    result = reconcile((ONE,), ["甲\u2028乙\x00丙", "丁\x0b戊"])
    assert [b.text for b in result] == ["甲", "乙丙", "丁", "戊"]


@given(st.lists(texts, max_size=6), st.lists(texts, max_size=6))
def test_reconcile_gives_the_lines_with_unique_ids(before, after):
    old = tuple(Block(f"o{i}", BlockKind.PARAGRAPH, clean(text)[0]) for i, text in enumerate(before))
    new = reconcile(old, after)
    assert [b.text for b in new] == [line for text in after for line in clean(text)]
    assert len({b.id for b in new}) == len(new)


@given(st.text())
def test_clean_lines_are_accepted_by_a_block(text):
    for line in clean(text):
        Block("x", BlockKind.PARAGRAPH, line)


def test_a_block_refuses_unclean_text():
    with pytest.raises(ValueError, match="unclean"):
        Block("x", BlockKind.PARAGRAPH, "两\n行")


def test_a_metadata_text_keeps_its_offsets_as_a_block():
    metadata = Metadata(notice_body="第一段。\n第二段。")
    assert metadata_block(metadata, "notice_body") == Block(
        "meta:notice_body", BlockKind.PARAGRAPH, "第一段。 第二段。"
    )
