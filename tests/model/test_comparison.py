"""Two versions of a plan compared: what is found, and the laws of taking it over."""

from dataclasses import replace
from random import Random

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from editor.model.comparison import Comparison, Difference, Kind, compare
from editor.model.document import Block, BlockKind, Document, Metadata
from editor.model.taking import open_differences, take
from tests.builders import plan

OLD = plan(
    "#云溪县全民科学素质行动实施方案",
    "为提高全县公民科学素质，制定本方案。",
    "一、总体要求",
    "到2030年，全县公民具备科学素质的比例达到18%。",
    "二、重点任务",
    "（一）青少年科学素质提升行动",
    "1.开展科技教师培训。每年培训200人次。牵头单位：县教育局。",
    "2.建设校园科技馆。到2028年建成20个。",
    "（二）农民科学素质提升行动",
    "组织农技专家下乡，每年举办实用技术培训班60期。",
    "三、保障措施",
    "县财政将科普经费列入年度预算。",
)
TEXTS = st.sampled_from(
    ["", "甲", "乙", "一、要求", "二、任务", "（一）工程", "到2030年达到18%。", "到2030年达到20%。",
     "每年培训200人次。", "组织专家下乡，举办培训班。", "组织专家下乡，举办培训班60期。", "县科协", "县科协", "附件"]
)  # fmt: skip
BLOCKS = st.builds(
    lambda kind, text, level, rows: Block(
        "", kind, "" if kind is BlockKind.TABLE else text, level if kind is BlockKind.HEADING else 0,
        rows=rows if kind is BlockKind.TABLE else (),
    ),
    st.sampled_from(list(BlockKind)), TEXTS, st.integers(1, 4),
    st.lists(st.tuples(TEXTS, TEXTS), max_size=3).map(tuple),
)  # fmt: skip


@st.composite
def documents(draw: st.DrawFn) -> tuple[Document, Document]:
    """Draw two documents that share blocks, ids and places in every possible way."""
    pool = draw(st.lists(BLOCKS, max_size=10))
    made = []
    for _ in range(2):
        blocks = draw(st.lists(st.sampled_from(pool), max_size=12)) if pool else []
        ids = draw(st.permutations([str(number) for number in range(16)]))
        metadata = Metadata(place=draw(st.sampled_from(["", "云溪县"])), notice_body=draw(TEXTS))
        made.append(
            Document("", metadata, tuple(replace(block, id=own) for block, own in zip(blocks, ids, strict=False)))
        )
    return made[0], made[1]


def said(document: Document) -> list[tuple[object, ...]]:
    """What a document says: its blocks without ids, and its metadata."""
    return [*((b.kind, b.level, b.text, b.rows) for b in document.blocks), (document.metadata,)]


def take_all(document: Document, comparison: Comparison, order: list[Difference]) -> Document:
    for one in order:
        transaction = take(document, comparison, [one])
        if transaction is not None:
            after = transaction.apply(document)
            assert transaction.invert().apply(after) == document
            document = after
    return document


@given(documents())
@settings(max_examples=120, deadline=None)
def test_taking_everything_at_once_gives_the_other_version(pair):
    old, new = pair
    comparison = compare(old, new)
    transaction = take(old, comparison, comparison.differences)
    taken = transaction.apply(old) if transaction else old
    assert said(taken) == said(new)
    assert open_differences(taken, comparison) == frozenset()
    assert transaction is None or transaction.invert().apply(taken) == old


@given(documents(), st.randoms(use_true_random=False))
@settings(max_examples=120, deadline=None)
def test_taking_one_piece_after_the_other_in_any_order_gives_the_other_version(pair, random: Random):
    old, new = pair
    comparison = compare(old, new)
    order = list(comparison.differences)
    random.shuffle(order)
    assert said(take_all(old, comparison, order)) == said(new)


@given(documents(), st.data())
@settings(max_examples=100, deadline=None)
def test_a_piece_that_was_taken_is_settled_and_the_others_stay_open(pair, data):
    old, new = pair
    comparison = compare(old, new)
    everything = frozenset(range(len(comparison.differences)))
    assert open_differences(old, comparison) == everything
    if everything:
        number = data.draw(st.sampled_from(sorted(everything)))
        taken = take_all(old, comparison, [comparison.differences[number]])
        assert open_differences(taken, comparison) == everything - {number}


@given(documents())
@settings(max_examples=100, deadline=None)
def test_taking_nothing_changes_nothing_and_a_version_does_not_differ_from_itself(pair):
    old, new = pair
    assert take(old, compare(old, new), []) is None
    assert compare(old, old).differences == ()
    assert compare(old, replace(old, blocks=tuple(replace(b, id=f"x{b.id}") for b in old.blocks))).differences == ()


@given(documents(), st.integers(0, 11))
@settings(max_examples=100, deadline=None)
def test_pieces_can_be_taken_after_the_document_was_edited(pair, at):
    old, new = pair
    comparison = compare(old, new)
    blocks = list(old.blocks)
    blocks[at : at + 1] = [Block("typed", BlockKind.PARAGRAPH, "用户自己写的一段。")]
    edited = replace(old, blocks=tuple(blocks))
    transaction = take(edited, comparison, comparison.differences)
    taken = transaction.apply(edited) if transaction else edited
    assert [block for block in taken.blocks if block.id == "typed"] == [
        Block("typed", BlockKind.PARAGRAPH, "用户自己写的一段。")
    ]
    assert open_differences(taken, comparison) == frozenset()


def kinds(comparison: Comparison) -> list[tuple[Kind, str, str]]:
    return [
        (one.kind, one.old.text[:8] if one.old else "", one.new.text[:8] if one.new else "")
        for one in comparison.differences
    ]


def changed(document: Document, *, ids: bool, **texts: str) -> Document:
    """The document with some texts replaced (by block number), as another version of it or as a file that came back."""
    blocks = [
        replace(b, text=texts.get(f"b{n}", b.text), id=b.id if ids else f"i{n}") for n, b in enumerate(document.blocks)
    ]
    return replace(document, blocks=tuple(blocks))


@pytest.mark.parametrize("ids", [True, False])
def test_a_changed_sentence_is_one_changed_block(ids):
    new = changed(OLD, ids=ids, b3="到2030年，全县公民具备科学素质的比例达到20%以上。")
    assert kinds(compare(OLD, new)) == [(Kind.CHANGED, "到2030年，全", "到2030年，全")]


@pytest.mark.parametrize("ids", [True, False])
def test_a_section_that_went_elsewhere_has_moved(ids):
    new = changed(OLD, ids=ids)
    blocks = list(new.blocks)
    blocks[5:10] = blocks[8:10] + blocks[5:8]
    comparison = compare(OLD, replace(new, blocks=tuple(blocks)))
    assert {kind for kind, _, _ in kinds(comparison)} == {Kind.MOVED}
    assert [one.old.text[:4] for one in comparison.differences if one.old] == ["（二）农", "组织农技"]
    assert comparison.differences[0].new_place == ("二、重点任务", "（二）农民科学素质提升行动")


def test_a_moved_paragraph_with_other_words_is_still_the_same_one():
    new = changed(OLD, ids=False, b9="组织农技专家下乡，每年举办实用技术培训班80期以上。")
    blocks = list(new.blocks)
    blocks.append(blocks.pop(9))
    assert kinds(compare(OLD, replace(new, blocks=tuple(blocks)))) == [
        (Kind.MOVED, "组织农技专家下乡", "组织农技专家下乡")
    ]


def test_a_heading_with_another_number_is_changed_and_not_another_one():
    new = changed(OLD, ids=False, b8="（三）农民科学素质提升行动")
    added = Block("n", BlockKind.HEADING, "（二）老年人科学素质提升行动", 2)
    comparison = compare(OLD, replace(new, blocks=(*new.blocks[:8], added, *new.blocks[8:])))
    assert [kind for kind, _, _ in kinds(comparison)] == [Kind.ADDED, Kind.CHANGED]
    assert comparison.differences[0].place == ("二、重点任务", "（二）老年人科学素质提升行动")


def test_what_one_version_lacks_is_removed_and_what_it_has_alone_is_added():
    new = changed(OLD, ids=False)
    added = Block("n", BlockKind.PARAGRAPH, "各乡镇、街道每季度报送一次进展。")
    comparison = compare(OLD, replace(new, blocks=(*new.blocks[:1], *new.blocks[2:], added)))
    assert kinds(comparison) == [(Kind.REMOVED, "为提高全县公民科", ""), (Kind.ADDED, "", "各乡镇、街道每季")]


def test_of_an_imported_file_only_what_it_prints_is_compared():
    metadata = Metadata(place="云溪县", addressees="各乡镇人民政府", doc_number="云政发〔2026〕3号", seal="none")
    old = replace(OLD, metadata=metadata)
    new = replace(OLD, metadata=Metadata(addressees="各乡镇人民政府，县政府各部门", issuer_mark="云溪县人民政府文件"))
    found = {one.key: one.new_value for one in compare(old, new, printed_only=True).differences}
    assert found == {"addressees": "各乡镇人民政府，县政府各部门"}
    assert "doc_number" in {one.key for one in compare(old, new).differences}


def test_the_tie_of_a_heading_survives_a_text_taken_from_an_imported_file():
    tied = replace(OLD, blocks=tuple(replace(b, requirements=("goals",)) if b.id == "2" else b for b in OLD.blocks))
    new = changed(OLD, ids=False, b2="一、总体目标")
    comparison = compare(tied, new)
    transaction = take(tied, comparison, comparison.differences)
    assert transaction is not None
    heading = transaction.apply(tied).blocks[2]
    assert (heading.id, heading.text, heading.requirements) == ("2", "一、总体目标", ("goals",))


def test_a_long_comparison_can_be_given_up():
    calls = []

    def stop() -> None:
        calls.append(1)
        raise InterruptedError

    with pytest.raises(InterruptedError):
        compare(OLD, plan(*(f"第{number}段别的内容。" for number in range(30))), pause=stop)
    assert calls == [1]
