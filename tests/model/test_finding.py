"""Finding and replacing: places, whole words, scopes, metadata, one undo."""

from dataclasses import replace

import pytest

from editor.model.document import Block, BlockKind, Metadata
from editor.model.finding import BadPattern, Query, Scope, find, passages, replace_all
from tests.builders import plan


def found(document, query, **more):
    return [(hit.id, hit.start, hit.end) for hit in find(query, passages(document), **more)]


def test_words_are_found_in_order_in_blocks_cells_and_metadata():
    document = plan("一、科普", "科普科普。", metadata=Metadata(notice_title="科普通知"))
    table = Block("t", BlockKind.TABLE, rows=(("科普",),))
    document = replace(document, blocks=(*document.blocks, table))
    wanted = [("0", 2, 4), ("1", 0, 2), ("1", 2, 4), ("t", 0, 2), ("meta:notice_title", 0, 2)]
    assert found(document, Query("科普")) == wanted


def test_case_counts_only_when_asked():
    document = plan("App和APP")
    assert len(found(document, Query("app"))) == 2
    assert found(document, Query("APP", match_case=True)) == [("0", 4, 7)]


def test_a_whole_word_does_not_go_on_in_digits_letters_or_a_known_name():
    document = plan("到2025年培训12025人，GDP和GDPX，县科协和科协，科协会员")
    assert found(document, Query("2025", whole=True)) == [("0", 1, 5)]
    assert found(document, Query("GDP", whole=True)) == [("0", 15, 18)]
    assert len(found(document, Query("科协"))) == 3
    known = found(document, Query("科协", whole=True), words=("县科协", "科协", "县科学技术协会"))
    assert known == [("0", 28, 30), ("0", 31, 33)]


def test_a_scope_limits_the_search_to_blocks_and_characters():
    document = plan("甲甲甲", "甲甲", "甲甲甲")
    scoped = passages(document, Scope(0, 2, 1, 2))
    assert [(hit.id, hit.start) for hit in find(Query("甲"), scoped)] == [
        ("0", 1), ("0", 2), ("1", 0), ("1", 1), ("2", 0), ("2", 1),
    ]  # fmt: skip


def test_all_is_replaced_by_one_transaction_that_can_be_taken_back():
    document = plan("#科普方案", "科普和科普。", metadata=Metadata(notice_title="关于科普"))
    hits = find(Query("科普"), passages(document), "科学普及")
    transaction = replace_all(document, hits)
    result = transaction.apply(document)
    assert [block.text for block in result.blocks] == ["科学普及方案", "科学普及和科学普及。"]
    assert result.metadata.notice_title == "关于科学普及"
    assert transaction.invert().apply(result) == document


def test_cells_are_found_by_row_and_column_and_replaced_in_the_same_step():
    table = Block("t", BlockKind.TABLE, rows=(("序号", "科普"), ("一\n科普科普",)))
    document = replace(plan("科普"), blocks=(*plan("科普").blocks, table))
    hits = find(Query("科普"), passages(document), "科技")
    assert [(hit.cell, hit.start, hit.where) for hit in hits[1:]] == [
        ((0, 1), 0, "表格第1行第2列"),
        ((1, 0), 2, "表格第2行第1列"),
        ((1, 0), 4, "表格第2行第1列"),
    ]
    transaction = replace_all(document, hits)
    result = transaction.apply(document)
    assert result.blocks[0].text == "科技"
    assert result.blocks[1].rows == (("序号", "科技"), ("一\n科技科技",))
    assert transaction.invert().apply(result) == document


def test_a_table_in_a_scope_is_searched_whole():
    table = Block("t", BlockKind.TABLE, rows=(("科普", "科普"),))
    document = replace(plan("科普"), blocks=(*plan("科普").blocks, table))
    assert len(find(Query("科普"), passages(document, Scope(1, 1, 3, 5)))) == 2


def test_a_place_beside_the_paragraphs_has_a_name():
    document = plan("甲", metadata=Metadata(notice_title="科普"))
    (hit,) = find(Query("科普"), passages(document))
    assert (hit.key, hit.where) == ("notice_title", "公文要素“标题”")
    assert find(Query("甲"), passages(document))[0].where == ""


def test_an_expression_replaces_with_its_groups():
    document = plan("2026-2030年，2021-2025年")
    hits = find(Query(r"(\d{4})-(\d{4})", is_pattern=True), passages(document), r"\1—\2")
    assert replace_all(document, hits).apply(document).blocks[0].text == "2026—2030年，2021—2025年"


@pytest.mark.parametrize(("pattern", "new"), [("(", ""), ("a**", ""), ("甲", r"\1"), (r"(?P<n>甲)", r"\g<x>")])
def test_a_bad_expression_or_replacement_says_so_in_a_sentence(pattern, new):
    with pytest.raises(BadPattern, match="请检查"):
        find(Query(pattern, is_pattern=True), passages(plan("甲")), new)


def test_empty_places_are_no_hits_and_a_line_break_cannot_come_in():
    document = plan("甲乙")
    assert found(document, Query("丙*", is_pattern=True)) == []
    hits = find(Query("甲", is_pattern=True), passages(document), r"子\n丑")
    assert replace_all(document, hits).apply(document).blocks[0].text == "子丑乙"


def test_a_text_that_has_changed_since_is_left_alone():
    document = plan("甲", "甲")
    hits = find(Query("甲"), passages(document), "乙")
    assert [one.text for one in replace_all(plan("丙", "甲"), hits).apply(plan("丙", "甲")).blocks] == ["丙", "乙"]
    assert replace_all(plan("丙", "丁"), hits) is None
    assert replace_all(document, find(Query("甲"), passages(document), "甲")) is None
