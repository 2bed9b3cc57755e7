"""Open questions: an answer is believed where the section speaks of the subject and holds what is asked for."""

from dataclasses import replace

import pytest

from templates.questions import Answer, Sought, answers, asked, subjects
from templates.requirement import Requirement
from templates.template import DEFAULT_TEMPLATE, load


def answer(question: str, *texts: str, level: int = 3) -> Answer:
    base: Requirement = load(DEFAULT_TEMPLATE).requirement("A1.2")
    (found,) = answers(replace(base, level=level, questions=(question,)), texts)
    return found


@pytest.mark.parametrize(
    ("question", "kinds"),
    [
        ("科技特派员、科技小院、农技协各有多少？", (Sought.NUMBER,)),
        ("中期评估、总结评估安排在哪一年？", (Sought.DATE,)),
        ("家庭科学教育由谁指导？", (Sought.UNIT,)),
        ("协调机构叫什么，办公室设在哪里？", (Sought.PLACE,)),
        ("每年培训多少人次，由谁承担？", (Sought.NUMBER, Sought.UNIT)),
        ("怎样向乡村学校倾斜？", ()),
    ],
)
def test_a_question_tells_what_it_wants_to_hear(question: str, kinds: tuple[Sought, ...]) -> None:
    assert asked(question) == kinds


def test_the_words_of_a_question_are_its_subject() -> None:
    assert subjects("科技特派员、科技小院、农技协各有多少？") == ("科技特派员", "科技小院", "农技协")


def test_a_number_beside_the_subject_is_an_answer_and_is_quoted() -> None:
    found = answer("科技特派员、科技小院、农技协各有多少？", "选派科技特派员60名。其他。")
    assert not found.is_open
    assert found.evidence == "选派科技特派员60名"


@pytest.mark.parametrize(
    "text",
    [
        "选派科技特派员下乡。",  # no number
        "举办培训60场。",  # of something else
        "选派科技特派员【数量】名。",  # not filled in yet
        "建设一批科技小院。",  # 一批 counts nothing
        "",
    ],
)
def test_what_is_not_told_stays_open(text: str) -> None:
    found = answer("科技特派员、科技小院、农技协各有多少？", text)
    assert found.is_open
    assert found.lacking == (Sought.NUMBER,)


def test_half_an_answer_says_what_is_lacking() -> None:
    found = answer("老年健康讲座每年多少场，由谁组织？", "每年举办老年健康讲座40场。")
    assert (found.evidence, found.lacking) == ("每年举办老年健康讲座40场", (Sought.UNIT,))
    assert found.is_open


def test_the_unit_of_a_task_answers_for_all_of_it_that_of_a_group_does_not() -> None:
    texts = ("开展家庭科学教育。", "牵头单位：县妇联。")
    assert not answer("家庭科学教育由谁指导？", *texts).is_open
    assert answer("家庭科学教育由谁指导？", *texts, level=2).is_open


def test_words_alone_must_hold_most_of_the_question() -> None:
    question = "家庭农场、合作社怎样带动农户？"
    assert not answer(question, "支持家庭农场、农民合作社带动小农户增收。").is_open
    assert answer(question, "支持家庭农场发展。").is_open


def test_a_long_sentence_is_quoted_in_part() -> None:
    found = answer(
        "科技小院有多少？",
        "在全县各乡镇因地制宜围绕茶叶、蔬菜、水产等主导产业统筹布局科技小院12个，并配套建设实验示范田。",
    )
    assert found.evidence.startswith("…")
    assert "12个" in found.evidence
    assert len(found.evidence) < 40


def test_every_question_of_the_library_is_listed_and_open_in_an_empty_section() -> None:
    for requirement in load(DEFAULT_TEMPLATE).requirements:
        found = answers(requirement, ())
        assert [one.question for one in found] == list(requirement.questions)
        assert all(one.is_open for one in found)
