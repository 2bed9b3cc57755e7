"""Where the heads of all formats stand on paper, in millimetres, ±1; needs LibreOffice."""

from dataclasses import replace
from pathlib import Path

import pytest

from editor.gongwen.export import Options
from editor.model.document import Document
from tests.gongwen.examples import JOINT, JOINT_UPWARD, LETTER, MINUTES, NOTICE, ORDER, UPWARD
from tests.gongwen.rendered import EM, FOOT, LEFT, RED, RIGHT, Page, ink, needs_office, render_all
from tests.gongwen.sample import sample

pytestmark = needs_office

LINE = 10.21  # of the grid
SECRET = {"copy_number": "000021", "secrecy": "机密★1年", "urgency": "特急"}
TWELVE = "、".join(f"云溪县{name}局" for name in ("科学技术", "卫生健康", *"教财民水林审统农气"))
METADATA = {
    "版头": replace(NOTICE, **SECRET),
    "无份号": replace(NOTICE, secrecy="机密★1年"),
    "上行文": UPWARD,
    "联合": JOINT,
    "联合十二家": replace(JOINT, joint_issuers=TWELVE),
    "联合上行文": JOINT_UPWARD,
    "信函": replace(LETTER, **SECRET),
    "命令": ORDER,
    "纪要": MINUTES,
}


@pytest.fixture(scope="module")
def folder(tmp_path_factory: pytest.TempPathFactory) -> Path:
    return tmp_path_factory.mktemp("heads")


@pytest.fixture(scope="module")
def rendered(folder: Path) -> dict[str, list[Page]]:
    documents = {key: (Document("", metadata), Options()) for key, metadata in METADATA.items()}
    for key in ("信函", "命令"):
        documents[f"{key}和方案"] = (replace(sample(), metadata=METADATA[key]), Options(table=True))
    return render_all(documents, folder)


def near(value: float) -> object:
    return pytest.approx(value, abs=1)


@pytest.mark.parametrize(
    ("key", "top"),
    [
        ("上行文", 72),
        ("联合", 72),
        ("联合十二家", 72),
        ("联合上行文", 72),
        ("纪要", 72),
        ("版头", 72),
        ("命令", 57),
        ("信函", 30),
    ],
)
def test_the_ink_of_the_mark_begins_where_the_format_says(
    rendered: dict[str, list[Page]], folder: Path, key: str, top: float
) -> None:
    drawn = ink(folder / f"{key}.pdf", 1, red=True)
    assert drawn is not None
    assert drawn[1] == near(top)
    assert rendered[key][0].lines[0].text


def test_copy_number_secrecy_and_urgency_stand_flush_left_from_the_first_line_on(
    rendered: dict[str, list[Page]],
) -> None:
    lines = [rendered["版头"][0].line(text) for text in SECRET.values()]
    assert [line.x0 for line in lines] == [near(LEFT)] * 3
    assert [line.top - lines[0].top for line in lines] == [near(0), near(LINE), near(2 * LINE)]
    assert rendered["无份号"][0].line("机密").top == near(lines[1].top)


@pytest.mark.parametrize("key", ["版头", "上行文", "联合", "联合上行文", "纪要"])
def test_the_red_rule_is_4_mm_under_the_number_and_as_wide_as_the_type_area(
    rendered: dict[str, list[Page]], key: str
) -> None:
    page = rendered[key][0]
    (rule,) = page.wide_rules(RED)
    assert rule.y - page.holding("〔2026〕")[0].foot == near(4)
    assert (rule.x0, rule.x1) == (near(LEFT), near(RIGHT))


def test_number_and_signer_stand_one_character_in_from_either_side(rendered: dict[str, list[Page]]) -> None:
    line = rendered["上行文"][0].line("云科协〔2026〕12号签发人：沈远山")
    assert (line.x0, line.x1) == (near(LEFT + EM), near(RIGHT - EM))


def test_the_second_line_of_signers_begins_under_the_first_name(rendered: dict[str, list[Page]]) -> None:
    page = rendered["联合上行文"][0]
    first, second = page.line("签发人：沈远山林秋"), page.line("云科协〔2026〕12号欧阳明月")
    assert second.top - first.top == near(LINE)
    assert second.x1 - 4 * EM == near(first.x0 + 4 * EM)
    assert (first.x1, second.x0) == (near(RIGHT - EM), near(LEFT + EM))


def test_the_agencies_of_a_joint_mark_share_both_edges_and_the_word_is_halfway_down(
    rendered: dict[str, list[Page]],
) -> None:
    lines = [line for line in rendered["联合"][0].lines if line.color == RED]
    # 文件 stands beside the middle one of three agencies.
    assert [line.text for line in lines] == ["云溪县农业农村局", "云溪县教育局文件", "云溪县科学技术协会"]
    assert lines[0].x0 == near(lines[2].x0)
    assert lines[0].x1 == near(lines[2].x1)
    assert (lines[0].x0 + lines[1].x1) / 2 == near((LEFT + RIGHT) / 2)


@pytest.mark.parametrize("key", ["联合", "联合十二家", "联合上行文"])
def test_the_first_page_of_a_joint_document_shows_body_text(rendered: dict[str, list[Page]], key: str) -> None:
    start = METADATA[key].notice_body[:12]
    assert rendered[key][0].line(start).foot < FOOT


# 信函 (10.1)


def test_the_double_rules_of_a_letter(rendered: dict[str, list[Page]]) -> None:
    page = rendered["信函"][0]
    rules = page.wide_rules(RED)
    assert [(rule.x0, rule.x1) for rule in rules] == [(near(20), near(190))] * 4
    assert [rule.thickness > 0.5 for rule in rules] == [True, False, False, True]
    assert rules[0].y - page.line("云溪县人民政府办公室").foot == near(4)
    assert rules[3].y == near(297 - 20)


def test_the_lines_of_a_letter_begin_seven_eighths_of_a_character_under_the_rule(
    rendered: dict[str, list[Page]],
) -> None:
    page = rendered["信函"][0]
    first = page.line("000021云政办函〔2026〕4号")
    assert first.ink_top - page.wide_rules(RED)[1].y == near(4.84)
    assert (first.x0, first.x1) == (near(LEFT), near(RIGHT))
    assert page.line("特急").top - first.top == near(2 * LINE)


def test_the_title_of_a_letter_is_two_lines_under_what_stands_above(rendered: dict[str, list[Page]]) -> None:
    page = rendered["信函"][0]
    title = next(line for line in page.lines if line.size == pytest.approx(22, abs=0.5))
    assert title.ink_top - page.line("特急").foot == near(20.78)


def test_a_letter_shows_no_page_number_on_the_first_page_and_goes_on_with_2(rendered: dict[str, list[Page]]) -> None:
    pages = rendered["信函和方案"]
    assert not [line for line in pages[0].lines if "—1—" in line.text]
    assert [page.lines[-1].text for page in pages[1:]] == [f"—{number}—" for number in range(2, len(pages) + 1)]
    assert len(pages[0].wide_rules(RED)) == 4
    assert not any(page.wide_rules(RED) for page in pages[1:])


def test_the_imprint_of_a_letter_ends_the_type_area_without_a_rule(rendered: dict[str, list[Page]]) -> None:
    page = rendered["信函"][-1]
    assert page.line("抄送").foot == near(FOOT - 1)  # the foot of its line is on that of the type area
    assert page.wide_rules("000000") == []


# 命令 (10.2), 纪要 (10.3)


def test_number_and_text_of_an_order_each_stand_two_blank_lines_below(rendered: dict[str, list[Page]]) -> None:
    page = rendered["命令"][0]
    number, text = page.line("第5号"), page.line("《云溪县科普场馆开放办法》")
    assert number.middle == near((LEFT + RIGHT) / 2)
    assert text.top - number.top == near(3 * LINE)
    assert page.wide_rules(RED) == []


def test_a_plan_under_an_order_begins_on_the_next_page(rendered: dict[str, list[Page]]) -> None:
    pages = rendered["命令和方案"]
    assert pages[1].lines[0].text == "云溪县全民科学素质行动规划纲要"
    assert [page.lines[-1].text for page in pages] == [f"—{number}—" for number in range(1, len(pages) + 1)]


def test_attendance_hangs_under_its_first_name(rendered: dict[str, list[Page]]) -> None:
    page = rendered["纪要"][0]
    at = next(at for at, line in enumerate(page.lines) if line.text.startswith("出席："))
    assert page.lines[at].x0 == near(LEFT + 2 * EM)
    assert page.lines[at + 1].x0 == near(LEFT + 5 * EM)
    assert page.lines[at].top - page.lines[at - 1].top == near(2 * LINE)


def test_number_and_date_of_minutes_stand_one_character_in_from_either_side(rendered: dict[str, list[Page]]) -> None:
    line = rendered["纪要"][0].line("〔2026〕2号2026年5月14日")
    # The ink of 〔 is in the right half of its square.
    assert (line.x0, line.x1) == (near(LEFT + EM), near(RIGHT - EM))
