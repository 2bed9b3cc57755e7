"""Pasting and moving: the text is exactly what stood there and what was pasted, and undo brings the old one back."""

import random

import pytest

from editor.clipboard.commands import move, paste
from editor.clipboard.copying import from_bytes, selected, to_bytes
from editor.clipboard.pasted import Ending, Pasted
from editor.clipboard.place import Place, length
from editor.clipboard.reading import from_html, from_text
from editor.model.document import Block, BlockKind, Document
from editor.model.edits import Transaction

TABLE = Block("t", BlockKind.TABLE, rows=(("任务", "单位"), ("科普日", "县科协")))
PLAN = Document(
    blocks=(
        Block("title", BlockKind.TITLE, "云溪县方案"),
        Block("intro", BlockKind.PARAGRAPH, "结合实际。"),
        Block("h1", BlockKind.HEADING, "一、总体要求", 1, ("tie",)),
        Block("text", BlockKind.PARAGRAPH, "坚持以人为本。"),
        TABLE,
        Block("note", BlockKind.ANNEX_NOTE, "附件：1.任务分工表"),
        Block("empty", BlockKind.PARAGRAPH),
    )
)


def done(document, start, end, pasted):
    """Return the blocks after pasting as (kind, level, text) and the caret; undo is looked at, too."""
    result = paste(document, Place(*start), Place(*end), pasted)
    after = result.transaction.apply(document)
    assert result.transaction.invert().apply(after) == document
    assert result.transaction.label == "粘贴"
    return [(one.kind.value, one.level, one.text) for one in after.blocks], (result.caret.block, result.caret.at)


def paragraph(text):
    return ("paragraph", 0, text)


def test_a_piece_of_a_line_goes_into_the_line():
    blocks, caret = done(PLAN, (2, 2), (2, 4), from_text("工作"))
    assert blocks[2] == ("heading", 1, "一、工作要求")
    assert caret == (2, 4)


def test_the_first_paragraph_joins_the_line_and_the_last_one_the_rest():
    blocks, caret = done(PLAN, (3, 2), (3, 2), from_text("甲。\n乙。\n丙"))
    assert blocks[3:6] == [paragraph("坚持甲。"), paragraph("乙。"), paragraph("丙以人为本。")]
    assert caret == (5, 1)


def test_a_copied_paragraph_mark_keeps_the_rest_apart():
    blocks, caret = done(PLAN, (3, 2), (3, 2), from_text("甲。\n乙。\n"))
    assert blocks[3:6] == [paragraph("坚持甲。"), paragraph("乙。"), paragraph("以人为本。")]
    assert caret == (5, 0)


def test_whole_paragraphs_before_a_heading_leave_it_what_it_is():
    blocks, caret = done(PLAN, (2, 0), (2, 0), from_text("二、工作目标\n到2030年。\n"))
    assert blocks[2:5] == [("heading", 1, "二、工作目标"), paragraph("到2030年。"), ("heading", 1, "一、总体要求")]
    assert caret == (4, 0)


def test_the_rest_of_a_heading_that_is_split_is_text():
    blocks, _ = done(PLAN, (2, 4), (2, 4), from_text("甲\n乙"))
    assert blocks[2:4] == [("heading", 1, "一、总体甲"), paragraph("乙要求")]


def test_a_heading_pasted_last_does_not_swallow_the_text_after_it():
    blocks, caret = done(PLAN, (1, 0), (1, 0), from_html("<p>甲</p><h2>工作目标</h2>", "甲\n\n工作目标"))
    assert blocks[1:4] == [paragraph("甲"), ("heading", 2, "工作目标"), paragraph("结合实际。")]
    assert caret == (2, 4)


def test_a_heading_pasted_into_a_line_is_text_and_on_an_empty_line_a_heading():
    heading = from_html("<h2>工作目标</h2>", "工作目标")
    assert done(PLAN, (1, 2), (1, 2), heading)[0][1] == paragraph("结合工作目标实际。")
    assert done(PLAN, (6, 0), (6, 0), heading)[0][6] == ("heading", 2, "工作目标")


def test_a_table_stands_on_a_line_of_its_own():
    table = from_text("任务\t单位\n科普日\t县科协")
    blocks, caret = done(PLAN, (3, 2), (3, 2), table)
    assert [kind for kind, _, _ in blocks[3:6]] == ["paragraph", "table", "paragraph"]
    assert [text for _, _, text in blocks[3:6]] == ["坚持", "", "以人为本。"]
    assert caret == (5, 0)


def test_a_table_can_be_replaced_whole_and_text_goes_before_or_behind_it():
    assert done(PLAN, (4, 0), (4, 1), from_text("甲"))[0][4] == paragraph("甲")
    assert [one[0] for one in done(PLAN, (4, 0), (4, 0), from_text("甲"))[0][4:6]] == ["paragraph", "table"]
    assert [one[0] for one in done(PLAN, (4, 1), (4, 1), from_text("甲"))[0][4:6]] == ["table", "paragraph"]


def test_selected_paragraphs_are_replaced():
    blocks, caret = done(PLAN, (1, 2), (3, 4), from_text("甲"))
    assert blocks[1] == paragraph("结合甲为本。")
    assert len(blocks) == len(PLAN.blocks) - 2
    assert caret == (1, 3)


def test_an_empty_document_takes_what_is_pasted():
    blocks, _ = done(Document(), (0, 0), (0, 0), from_text("一、总体要求\n坚持。"))
    assert blocks == [("heading", 1, "一、总体要求"), paragraph("坚持。")]


def test_a_tie_to_the_template_moves_with_a_heading_and_is_not_doubled_by_a_copy():
    whole = Place(2, 0), Place(3, 0)
    copied = from_bytes(to_bytes(selected(PLAN, *whole)))
    again = paste(PLAN, Place(6, 0), Place(6, 0), copied).transaction.apply(PLAN)
    assert [one.requirements for one in again.blocks if one.kind is BlockKind.HEADING] == [("tie",), ()]
    cut = paste(PLAN, *whole, Pasted(())).transaction.apply(PLAN)
    moved = paste(cut, Place(1, 0), Place(1, 0), copied).transaction.apply(cut)
    assert [one.requirements for one in moved.blocks if one.kind is BlockKind.HEADING] == [("tie",)]


# laws


def flat(blocks):
    """Return a text in which a table is one character and a paragraph mark another."""
    return "¶".join("▦" if one.kind is BlockKind.TABLE else one.text for one in blocks)


def places(chance, document):
    def place():
        number = chance.randrange(len(document.blocks))
        return Place(number, chance.randint(0, length(document.blocks[number])))

    return sorted((place(), place()))


@pytest.mark.parametrize("seed", range(300))
def test_what_is_pasted_stands_between_what_stood_before_and_after(seed):
    chance = random.Random(seed)
    start, end = places(chance, PLAN)
    lines = chance.choices(["甲", "二、乙", "", "丙。丁", "😀"], k=chance.randint(1, 4))
    pasted = Pasted(
        tuple(Block(str(at), BlockKind.PARAGRAPH, line) for at, line in enumerate(lines)), chance.choice(list(Ending))
    )
    result = paste(PLAN, start, end, pasted)
    after = result.transaction.apply(PLAN)
    before, behind = flat(selected(PLAN, Place(0, 0), start).blocks), flat(selected(PLAN, end, Place(6, 0)).blocks)
    wanted = before + "".join(lines) + behind
    assert flat(after.blocks).replace("¶", "") == wanted.replace("¶", "")
    assert len({one.id for one in after.blocks}) == len(after.blocks)
    assert result.transaction.invert().apply(after) == PLAN
    assert 0 <= result.caret.at <= length(after.blocks[result.caret.block])
    upto = flat(after.blocks[: result.caret.block]) + flat((after.blocks[result.caret.block],))[: result.caret.at]
    assert upto.replace("¶", "") == (before + "".join(lines)).replace("¶", "")


@pytest.mark.parametrize("seed", range(300))
def test_what_is_cut_and_pasted_again_is_as_before(seed):
    chance = random.Random(seed)
    start, end = places(chance, PLAN)
    left, right = PLAN.blocks[start.block], PLAN.blocks[end.block]
    if start == end or (left.kind is BlockKind.TABLE and start.at) or (right.kind is BlockKind.TABLE and not end.at):
        return  # a paragraph mark beside a table cannot be cut
    copied = from_bytes(to_bytes(selected(PLAN, start, end)))
    cut = paste(PLAN, start, end, Pasted(()))
    gone = cut.transaction.apply(PLAN)
    after = paste(gone, cut.caret, cut.caret, copied).transaction.apply(gone)
    assert flat(after.blocks) == flat(PLAN.blocks)
    assert [one.rows for one in after.blocks] == [one.rows for one in PLAN.blocks]


@pytest.mark.parametrize("seed", range(300))
def test_moving_loses_no_character_and_comes_back_with_one_undo(seed):
    chance = random.Random(seed)
    start, end = places(chance, PLAN)
    target = chance.choice(places(chance, PLAN))
    result = move(PLAN, start, end, target)
    if result is None:
        assert start <= target <= end
        return
    after = result.transaction.apply(PLAN)
    assert sorted(flat(after.blocks).replace("¶", "")) == sorted(flat(PLAN.blocks).replace("¶", ""))
    assert len({one.id for one in after.blocks}) == len(after.blocks)
    assert isinstance(result.transaction, Transaction)
    assert result.transaction.invert().apply(after) == PLAN
    assert 0 <= result.caret.at <= length(after.blocks[result.caret.block])
