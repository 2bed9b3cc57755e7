"""Expressions that never end are stopped, and the next search works."""

import pytest

from editor.model.finding import BadPattern, Passage, Query
from editor.pattern_search import PatternSearch

TEXT = "甲" * 40 + "乙"


@pytest.fixture
def search():
    one = PatternSearch(limit=1.0)
    yield one
    one.close()


def test_an_endless_expression_is_stopped_and_the_next_one_answers(search):
    passages = (Passage("a", TEXT, 0, len(TEXT)),)
    with pytest.raises(BadPattern, match="太久"):
        search.find(Query("(甲+)+丙", is_pattern=True), passages)
    assert [hit.start for hit in search.find(Query("乙$", is_pattern=True), passages)] == [40]
    assert [hit.new for hit in search.find(Query("(乙)", is_pattern=True), passages, r"〈\1〉")] == ["〈乙〉"]


def test_a_bad_expression_is_told_and_words_need_no_process(search):
    with pytest.raises(BadPattern, match="写得不对"):
        search.find(Query("(", is_pattern=True), ())
    assert len(search.find(Query("甲"), (Passage("a", TEXT, 0, 41),))) == 40
