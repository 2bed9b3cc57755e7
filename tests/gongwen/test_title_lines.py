import re
import sys
from itertools import accumulate, pairwise

import pytest
from hypothesis import given
from hypothesis import strategies as st

from editor.gongwen.layout import ems
from editor.gongwen.parts.title_lines import balanced, break_title, tokens
from resources import path as resource
from tests.gongwen.title_patterns import AGENCIES, TITLES

NAMES = ("云溪县人民政府", "云溪县")

# A title, and the lines an experienced clerk would accept.
BROKEN = {
    "云溪县人民政府办公室关于印发云溪县全民科学素质行动规划纲要实施方案（2026—2030年）的通知": (
        "云溪县人民政府办公室",
        "关于印发云溪县全民科学素质行动规划纲要",
        "实施方案（2026—2030年）的通知",
    ),
    "云溪县全民科学素质行动规划纲要实施方案（2026—2030年）": (
        "云溪县全民科学素质行动规划纲要",
        "实施方案（2026—2030年）",
    ),
    "云溪县人民政府办公室关于印发《云溪县全民科学素质提升行动实施方案（2026—2030年）》的通知": (
        "云溪县人民政府办公室",
        "关于印发《云溪县全民科学素质提升行动",
        "实施方案（2026—2030年）》的通知",
    ),
    "江东省人民政府关于贯彻落实全民科学素质行动规划纲要的实施意见": (
        "江东省人民政府关于贯彻落实",
        "全民科学素质行动规划纲要的实施意见",
    ),
    "云溪县国民经济和社会发展第十五个五年规划和二〇三五年远景目标纲要": (
        "云溪县国民经济和社会发展",
        "第十五个五年规划和二〇三五年远景目标纲要",
    ),
}

LONG = [
    "云溪县人民政府关于印发云溪县“十五五”全民科学素质行动规划纲要实施方案的通知",
    "云溪县“十五五”全民科学素质行动规划纲要实施方案",
    "中共云溪县委办公室 云溪县人民政府办公室印发《关于进一步加强科学技术普及工作的实施意见》的通知",
    "云溪县人民政府办公室关于转发县科协等部门云溪县科普示范县创建工作方案的通知",
    "云溪县人民政府关于表彰2025年度全民科学素质工作先进单位的决定",
    "云溪县全民科学素质工作领导小组办公室关于做好2026年全民科学素质重点工作的通知",
    "云溪县关于加强新时代科学教育工作的若干措施责任分工方案",
    "云溪区贯彻《全民科学素质行动规划纲要（2021—2035年）》任务分工方案",
    "云溪县人民政府办公室关于调整云溪县全民科学素质工作领导小组组成人员的通知",
    "云溪土家族苗族自治县人民政府办公室关于印发云溪土家族苗族自治县全民科学素质行动规划纲要实施方案（2026—2030年）的通知",
    *BROKEN,
]


@pytest.mark.parametrize("title", BROKEN)
def test_a_usual_title_breaks_where_a_clerk_would_break_it(title: str) -> None:
    assert break_title(title, NAMES) == BROKEN[title]


@pytest.mark.parametrize("title", LONG)
def test_lines_hold_twenty_characters_and_join_to_the_title(title: str) -> None:
    lines = break_title(title, NAMES)
    assert "".join(lines) == title
    assert all(4 <= ems(line) <= 20 for line in lines)


@pytest.mark.parametrize("title", LONG)
def test_no_line_starts_or_ends_with_a_mark_that_may_not_stand_there(title: str) -> None:
    lines = break_title(title, NAMES)
    assert not any(line[0] in "的、，》”）" for line in lines)
    assert not any(line[-1] in "《“（" for line in lines)


@pytest.mark.parametrize("title", LONG)
def test_the_kind_of_document_never_stands_alone(title: str) -> None:
    assert break_title(title, NAMES)[-1] not in {"通知", "的通知", "方案", "实施方案", "决定", "实施意见"}


@pytest.mark.parametrize("title", LONG)
def test_what_belongs_together_is_not_torn_apart(title: str) -> None:
    lines = break_title(title, NAMES)
    for whole in (
        "云溪县人民政府",
        "人民政府办公室",
        "“十五五”",
        "（2026—2030年）",
        "科学素质",
        "第十五个",
        "2025年度",
        "关于",
        "印发",
    ):
        assert title.count(whole) == sum(line.count(whole) for line in lines), whole


@pytest.mark.parametrize("title", LONG)
def test_the_lines_are_no_rectangle_and_hardly_an_hourglass(title: str) -> None:
    widths = [ems(line) for line in break_title(title, NAMES)]
    assert len(set(widths)) > 1
    steps = [after - before for before, after in pairwise(widths)]
    assert not any(before < -4 and after > 4 for before, after in pairwise(steps))


def test_a_short_title_stays_on_one_line() -> None:
    assert break_title("任务分工表") == ("任务分工表",)
    assert break_title("") == ()


def test_a_break_the_author_chose_is_kept() -> None:
    assert break_title("云溪县\n实施方案") == ("云溪县", "实施方案")


def test_a_title_without_a_known_word_still_breaks_within_the_measure() -> None:
    title = "甲乙丙丁戊己庚辛壬癸" * 20
    lines = break_title(title)
    assert "".join(lines) == title
    assert max(map(ems, lines)) <= 20


def test_tokens_keep_places_and_numbers_whole() -> None:
    assert tokens("云溪县2026年全国科普日活动方案") == ["云溪县", "2026年", "全国", "科普日", "活动", "方案"]


@given(st.text(alphabet="云溪县科学素质行动方案的通知关于印发《》“”（）、2026—年𠮷 a", max_size=120))
def test_any_title_is_kept_character_by_character(title: str) -> None:
    lines = break_title(title)
    assert "".join(lines) == title
    assert all(ems(line) <= 20 for line in lines)


@pytest.mark.parametrize("bait", ["《", "1", "县", "（2026—2030年）", "1 ", " "])
def test_a_title_of_absurd_length_is_filled_line_by_line(bait: str) -> None:
    title = bait * 20_000
    lines = break_title(title)
    assert "".join(lines) == title
    assert max(map(ems, lines)) <= 20


# The patterns of the field


def lexicon() -> set[str]:
    """The words of the title lexicon, longer phrases that may be cut at a · left out."""
    lines = resource("word/title_words.txt").read_text("utf-8").splitlines()
    entries = {entry for line in lines if not line.startswith("#") for entry in line.split()}
    return {word for entry in entries for word in entry.split("·") if len(word) > 1}


def torn(title: str, wholes: set[str]) -> set[str]:
    """Which of the words are cut by the lines of a title."""
    cuts = list(accumulate(map(len, break_title(title, NAMES))))[:-1]
    found = ((word, match) for word in wholes for match in re.finditer(re.escape(word), title))
    return {word for word, match in found if any(match.start() < cut < match.end() for cut in cuts)}


@pytest.mark.parametrize("title", TITLES)
def test_a_title_of_the_field_breaks_into_balanced_lines(title: str) -> None:
    lines = break_title(title, NAMES)
    assert "".join(lines) == title
    assert balanced(lines)
    assert not any(line[0] in "的、，》〉”） " or line[-1] in "《〈“（" for line in lines)
    assert min(map(ems, lines)) >= 7
    assert lines[-1] not in {"通知", "的通知", "方案", "实施方案", "决定", "实施意见"}


@pytest.mark.parametrize("title", TITLES)
def test_no_agency_and_no_quoted_name_of_the_field_is_torn(title: str) -> None:
    short = set(re.findall("《[^《》〈〉]{1,12}》|〈[^《》〈〉]{1,12}〉|“[^“”]+”|（[^（）]+）", title))
    assert torn(title, AGENCIES | short) == set()


def test_hardly_any_title_of_the_field_is_cut_inside_a_word() -> None:
    words = lexicon()
    cut = {title: found for title in TITLES if (found := torn(title, words))}
    sys.stdout.write(f"{len(TITLES) - len(cut)} of {len(TITLES)} titles without a cut inside a word\n")
    assert cut == {}


def test_long_titles_get_even_lines_and_are_known_to_be_unbalanced() -> None:
    lines = break_title("关于" + "进一步把科普工作做细做实做到群众心坎里" * 10 + "的通知", NAMES)
    assert len(lines) == 11
    assert not balanced(lines)
    assert not balanced(("云溪县人民政府办公室", "关于", "全民科学素质行动的通知"))
    assert balanced(("云溪县人民政府", "关于开放中小学科学实验室的通知"))
