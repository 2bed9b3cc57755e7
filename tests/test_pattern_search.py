"""Expressions that never end are stopped, nothing waits for them, and the next search works."""

from time import monotonic, sleep

import pytest

from editor.model.finding import BadPattern, Passage, Query
from editor.pattern_search import PatternSearch

TEXT = "甲" * 40 + "乙"
PASSAGES = (Passage("a", TEXT, 0, len(TEXT)),)
ENDLESS = Query("(甲+)+丙", is_pattern=True)


@pytest.fixture
def search():
    one = PatternSearch(limit=1.0)
    yield one
    one.close()


def answer(search):
    until = monotonic() + 60
    while (found := search.poll()) is None:
        assert monotonic() < until
        sleep(0.005)
    return found


def test_an_endless_expression_is_stopped_and_the_next_one_answers(search):
    search.ask(ENDLESS, PASSAGES)
    with pytest.raises(BadPattern, match="太久"):
        answer(search)
    assert search.poll() is None
    search.ask(Query("乙$", is_pattern=True), PASSAGES)
    assert [hit.start for hit in answer(search)] == [40]
    search.ask(Query("(乙)", is_pattern=True), PASSAGES, r"〈\1〉")
    assert [hit.new for hit in answer(search)] == ["〈乙〉"]


def test_a_new_question_takes_the_place_of_an_endless_one(search):
    search.ask(Query("甲", is_pattern=True), PASSAGES)  # not begun yet: the process is starting
    search.ask(Query("乙", is_pattern=True), PASSAGES)
    assert len(answer(search)) == 1
    search.ask(ENDLESS, PASSAGES)
    while search.poll() is None and search._question is not None:
        sleep(0.005)
    search.ask(Query("甲", is_pattern=True), PASSAGES)
    assert len(answer(search)) == 40


def test_a_bad_expression_is_told_and_the_process_goes_on(search):
    search.ask(Query("(", is_pattern=True), ())
    with pytest.raises(BadPattern, match="写得不对"):
        answer(search)
    search.ask(Query("乙", is_pattern=True), PASSAGES)
    assert len(answer(search)) == 1


def test_a_process_that_has_died_is_told_and_replaced(search):
    search.ask(Query("甲", is_pattern=True), PASSAGES)
    search._process.kill()
    with pytest.raises(BadPattern, match="没能"):
        answer(search)
    search.ask(Query("乙", is_pattern=True), PASSAGES)
    assert len(answer(search)) == 1
