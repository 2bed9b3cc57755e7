"""Where things stand on the rendered page, in millimetres; needs LibreOffice."""

import re
from dataclasses import replace
from pathlib import Path

import pytest

from editor.gongwen.export import Options
from editor.gongwen.verify import read_texts
from editor.model.document import Block, BlockKind, Document, Metadata
from editor.model.storage import load
from resources import path as resource
from tests.gongwen.rendered import FOOT, LEFT, RED, RIGHT, TOP, Page, needs_office, render_all
from tests.gongwen.sample import METADATA, sample

pytestmark = needs_office

SAMPLE = load(resource("samples/yunxi.nigao")).document
SIGNED = [(1, 3), (2, 0), (2, 1), (2, 3), (3, 0), (3, 1), (3, 3), (5, 0), (5, 6)]
LAST_LINES = [15, 16, 21]


def notice(addressees: int, sentences: int) -> Document:
    """Return a notice with so many lines of `addressees` and a body of two lines and as many sentences more."""
    metadata = replace(
        METADATA,
        addressees="各乡镇人民政府，" + "县政府各有关部门、单位，" * (2 * addressees - 1) + "各直属机构",
        notice_body=METADATA.notice_body + "请认真遵照执行并抓好落实，及时报告有关情况。" * sentences,
    )
    return replace(sample(metadata), blocks=sample().blocks[:2])


def short_lines(count: int) -> Document:
    """Return a plan of so many lines."""
    blocks = tuple(Block(f"b{at}", BlockKind.PARAGRAPH, f"第{at}段。") for at in range(count))
    return Document("", METADATA, (Block("t", BlockKind.TITLE, "实施方案"), *blocks))


def stress_plan() -> Document:
    """Return every mark that may end a line, at every place of a line."""
    marks = "，。、；：！？”》）〕"
    texts = ["云" * at + f"甲{mark}乙" * 20 for at in range(3) for mark in marks]
    texts += ["溪" * at + "“甲、乙”和《丙》（丁）〔2026〕3号，95.5％。" * 4 for at in range(28)]
    blocks = (Block(f"b{at}", BlockKind.PARAGRAPH, text) for at, text in enumerate(texts))
    return Document("", Metadata(), (Block("t", BlockKind.TITLE, "实施方案"), *blocks))


DOCUMENTS = {
    "sample": (sample(), Options(table=True)),
    "yunxi": (SAMPLE, Options()),
    "stress": (stress_plan(), Options()),
    "bare": (Document("", Metadata(), sample().blocks), Options()),
    **{f"signed-{a}-{n}": (notice(a, n), Options()) for a, n in SIGNED},
    **{f"last-{count}": (short_lines(count), Options()) for count in LAST_LINES},
}


@pytest.fixture(scope="module")
def folder(tmp_path_factory: pytest.TempPathFactory) -> Path:
    return tmp_path_factory.mktemp("rendered")


@pytest.fixture(scope="module")
def rendered(folder: Path) -> dict[str, list[Page]]:
    return render_all(DOCUMENTS, folder)


@pytest.fixture(scope="module")
def pages(rendered: dict[str, list[Page]]) -> list[Page]:
    return rendered["sample"]


def test_the_mark_stands_35_mm_under_the_type_area(pages: list[Page]) -> None:
    mark = pages[0].line("云溪县人民政府文件")
    assert mark.top == pytest.approx(72, abs=1.5)
    assert (mark.x0 + mark.x1) / 2 == pytest.approx(106, abs=1)


def test_the_red_rule_is_4_mm_under_the_number_and_as_wide_as_the_type_area(pages: list[Page]) -> None:
    (rule,) = pages[0].wide_rules(RED)
    assert rule.y - pages[0].line("云政发").foot == pytest.approx(4, abs=0.5)
    assert (rule.x0, rule.x1) == pytest.approx((LEFT, RIGHT), abs=0.5)


def test_the_whole_notice_stands_on_the_first_page(pages: list[Page]) -> None:
    assert pages[0].line("（此件公开发布）").foot < FOOT
    assert pages[1].lines[0].text == "云溪县全民科学素质行动规划纲要"


def test_the_date_starts_two_characters_right_of_the_issuer(pages: list[Page]) -> None:
    issuer = next(line for line in pages[0].lines if line.text == "云溪县人民政府" and line.size < 20)
    date = pages[0].line("2026年3月5日")
    assert RIGHT - date.x1 == pytest.approx(2 * 5.556, abs=1)
    assert RIGHT - issuer.x1 == pytest.approx(3 * 5.556, abs=1)


def test_a_full_page_has_22_lines_and_a_full_line_28_characters(pages: list[Page]) -> None:
    body = [line for line in pages[2].lines if line.foot < FOOT]
    assert len(body) == 22
    whole = [line for line in body if line.x0 < LEFT + 1 and all(ord(char) > 0x2000 for char in line.text)]
    assert max(len(line.text) for line in whole) in {28, 29}
    assert min(line.x0 for line in body) > LEFT - 0.5
    # A last mark may hang outside (overflowPunct), nothing else.
    assert all(line.x1 <= RIGHT + 1 or line.text[-1] in "，。、；：" for line in body)


@pytest.mark.parametrize("name", ["yunxi", "stress"])
def test_every_character_of_the_docx_is_on_the_page(rendered: dict[str, list[Page]], folder: Path, name: str) -> None:
    lines = [line.text for page in rendered[name] for line in page.lines]
    drawn = [line for line in lines if not re.fullmatch(r"—\d+—", line)]
    written = read_texts((folder / f"{name}.docx").read_bytes())
    assert "".join(drawn) == re.sub(r"\s", "", "".join(written))


def test_the_annex_mark_is_the_first_line_and_its_title_the_third(pages: list[Page]) -> None:
    page = next(page for page in pages if page.lines[0].text == "附件")
    assert page.lines[0].x0 == pytest.approx(LEFT, abs=0.5)
    assert page.lines[1].text == "任务分工表"
    assert 1.6 < (page.lines[1].top - page.lines[0].top) / 10.21 < 2.4


def test_the_header_of_the_table_repeats(pages: list[Page]) -> None:
    headed = [page for page in pages if any(line.text.startswith("序号重点任务") for line in page.lines)]
    assert len(headed) == 2


def test_the_imprint_ends_on_the_foot_of_the_type_area(pages: list[Page]) -> None:
    imprint = [rule for rule in pages[-1].wide_rules() if rule.y > pages[-1].line("抄送").top - 5]
    assert [rule.thickness for rule in imprint] == pytest.approx([0.35, 0.25, 0.35], abs=0.05)
    assert imprint[-1].y == pytest.approx(FOOT, abs=0.5)
    assert all((rule.x0, rule.x1) == pytest.approx((LEFT, RIGHT), abs=0.5) for rule in imprint)


def test_page_numbers_stand_outside_and_7_mm_under_the_type_area(pages: list[Page]) -> None:
    for number, page in enumerate(pages, 1):
        line = page.lines[-1]
        assert line.text == f"—{number}—"
        inset = RIGHT - line.x1 if number % 2 else line.x0 - LEFT
        assert inset == pytest.approx(4.94, abs=0.5)
        assert (line.top + line.foot) / 2 == pytest.approx(269, abs=1.5)


@pytest.mark.parametrize(("addressees", "sentences"), SIGNED)
def test_the_signature_never_stands_alone(rendered: dict[str, list[Page]], addressees: int, sentences: int) -> None:
    pages = rendered[f"signed-{addressees}-{sentences}"]
    text = notice(addressees, sentences).metadata.notice_body
    signed = next(at for at, page in enumerate(pages) if any(line.text == "2026年3月5日" for line in page.lines))
    body = [[line for line in page.lines if line.text in text] for page in pages[: signed + 1]]
    assert len(body[0]) >= 1  # 7.3.3
    assert len(body[signed]) >= min(2, sum(map(len, body)) - 1)  # two, or all but the one that stays
    assert pages[signed].line("（此件公开发布）").foot < FOOT


@pytest.mark.parametrize("count", LAST_LINES)
def test_the_imprint_never_covers_text_however_full_the_last_page_is(
    rendered: dict[str, list[Page]], count: int
) -> None:
    pages = rendered[f"last-{count}"]
    imprint = pages[-1].line("抄送").top
    assert all(line.foot < imprint for line in pages[-1].lines if line.text.endswith("段。"))
    assert sum(line.text.endswith("段。") for page in pages for line in page.lines) == count


def test_a_bare_plan_starts_at_the_top_of_the_first_page(rendered: dict[str, list[Page]]) -> None:
    first = rendered["bare"][0].lines[0]
    assert first.text == "云溪县全民科学素质行动规划纲要"
    assert first.top == pytest.approx(TOP, abs=3)
