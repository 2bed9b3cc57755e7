from editor.blanks import blank_at, blank_places, blanks
from editor.model.document import Block, BlockKind


def test_every_placeholder_of_a_text_is_found():
    assert list(blanks("到【年份】年达到【数值】%。")) == [(1, 5), (8, 12)]


def test_brackets_that_do_not_pair_are_no_placeholder():
    assert list(blanks("】【甲【乙】丙【")) == [(3, 6)]


def test_a_character_in_a_placeholder_leads_to_the_whole_of_it():
    assert blank_at("到【年份】年", 1) == blank_at("到【年份】年", 4) == (1, 5)
    assert blank_at("到【年份】年", 0) is None
    assert blank_at("到【年份】年", 5) is None


def test_placeholders_come_in_the_order_of_the_text_and_not_from_tables():
    blocks = (
        Block("a", BlockKind.PARAGRAPH, "【一】和【二】"),
        Block("t", BlockKind.TABLE, rows=(("【格】",),)),
        Block("b", BlockKind.PARAGRAPH, "又【三】"),
    )
    assert blank_places(blocks) == [(0, 0, 3), (0, 4, 7), (2, 1, 4)]
