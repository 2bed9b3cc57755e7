"""Where things stand on the rendered page, in millimetres; needs LibreOffice."""

import json
import re
import subprocess
import sys
from dataclasses import dataclass, replace
from pathlib import Path
from typing import Any

import pytest

from editor.gongwen.division_table import division, table_rows
from editor.gongwen.export import Options, export
from editor.gongwen.pdf import find_soffice, to_pdf
from editor.gongwen.verify import read_texts
from editor.model.document import Block, BlockKind, Document, Metadata
from editor.model.storage import load
from resources import path as resource
from templates.analysis import analyse
from tests.gongwen.sample import METADATA, sample

pytestmark = pytest.mark.skipif(find_soffice() is None, reason="LibreOffice is not installed: pages cannot be rendered")
pdfplumber = pytest.importorskip("pdfplumber", reason="pdfplumber is not installed: rendered pages cannot be read")

SHARED = Path(__file__).resolve().parents[2].parent / "shared"
MM = 25.4 / 72
LEFT, RIGHT, TOP, FOOT = 28.0, 184.0, 37.0, 262.0
SAMPLE = load(resource("samples/yunxi.nigao")).document


@dataclass(frozen=True)
class Line:
    text: str
    x0: float
    x1: float
    top: float  # of the em box of a Chinese character
    foot: float
    size: float  # points


@dataclass(frozen=True)
class Page:
    lines: list[Line]
    rules: list[tuple[float, float, float]]  # x0, x1, y of long horizontal lines

    def line(self, start: str) -> Line:
        return next(line for line in self.lines if line.text.startswith(start))


def read_page(page: Any) -> Page:
    rows: dict[int, list[dict[str, Any]]] = {}
    for char in page.chars:
        if char["text"].strip():
            rows.setdefault(round((page.height - char["matrix"][5]) / 3), []).append(char)
    lines = []
    for _, chars in sorted(rows.items()):
        chars.sort(key=lambda char: char["x0"])
        size = max(char["size"] for char in chars)
        base = page.height - chars[0]["matrix"][5]
        text = "".join(char["text"] for char in chars)
        x0, x1 = chars[0]["x0"] * MM, chars[-1]["x1"] * MM
        lines.append(Line(text, x0, x1, (base - 0.88 * size) * MM, (base + 0.12 * size) * MM, size))
    shapes = [*page.lines, *page.rects, *page.curves]
    wide = [s for s in shapes if s["x1"] - s["x0"] > 400 and abs(s["bottom"] - s["top"]) < 3]
    return Page(lines, sorted({(s["x0"] * MM, s["x1"] * MM, (s["top"] + s["bottom"]) / 2 * MM) for s in wide}))


def render(document: Document, folder: Path, *, table: bool = False) -> list[Page]:
    docx, made = folder / "方案.docx", folder / "方案.pdf"
    export(document, docx, Options(table=table))
    to_pdf(docx, made)
    with pdfplumber.open(made) as pdf:
        return [read_page(page) for page in pdf.pages]


@pytest.fixture(scope="module")
def pages(tmp_path_factory: pytest.TempPathFactory) -> list[Page]:
    return render(sample(), tmp_path_factory.mktemp("sample"), table=True)


def test_the_mark_stands_35_mm_under_the_type_area(pages: list[Page]) -> None:
    mark = pages[0].line("云溪县人民政府文件")
    assert mark.top == pytest.approx(72, abs=1.5)
    assert (mark.x0 + mark.x1) / 2 == pytest.approx(106, abs=1)


def test_the_red_rule_is_4_mm_under_the_number_and_as_wide_as_the_type_area(pages: list[Page]) -> None:
    x0, x1, y = pages[0].rules[0]
    assert y - pages[0].line("云政发").foot == pytest.approx(4, abs=0.5)
    assert (x0, x1) == pytest.approx((LEFT, RIGHT), abs=0.5)


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


def stress_plan() -> Document:
    """Every mark that may end a line, at every place of a line."""
    marks = "，。、；：！？”》）〕"
    texts = ["云" * at + f"甲{mark}乙" * 20 for at in range(3) for mark in marks]
    texts += ["溪" * at + "“甲、乙”和《丙》（丁）〔2026〕3号，95.5％。" * 4 for at in range(28)]
    blocks = (Block(f"b{at}", BlockKind.PARAGRAPH, text) for at, text in enumerate(texts))
    return Document("", Metadata(), (Block("t", BlockKind.TITLE, "实施方案"), *blocks))


@pytest.mark.parametrize("document", [SAMPLE, stress_plan()], ids=["sample", "stress"])
def test_every_character_of_the_docx_is_on_the_page(tmp_path: Path, document: Document) -> None:
    pages = render(document, tmp_path)
    drawn = [line.text for page in pages for line in page.lines if not re.fullmatch(r"—\d+—", line.text)]
    written = read_texts((tmp_path / "方案.docx").read_bytes())
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
    imprint = [rule for rule in pages[-1].rules if rule[2] > pages[-1].line("抄送").top - 5]
    assert len(imprint) == 3
    assert max(rule[2] for rule in imprint) == pytest.approx(FOOT, abs=0.5)
    assert all((x0, x1) == pytest.approx((LEFT, RIGHT), abs=0.5) for x0, x1, _ in imprint)


def test_page_numbers_stand_outside_and_7_mm_under_the_type_area(pages: list[Page]) -> None:
    for number, page in enumerate(pages, 1):
        line = page.lines[-1]
        assert line.text == f"—{number}—"
        inset = RIGHT - line.x1 if number % 2 else line.x0 - LEFT
        assert inset == pytest.approx(4.94, abs=0.5)
        assert (line.top + line.foot) / 2 == pytest.approx(269, abs=1.5)


@pytest.mark.parametrize(
    ("addressees", "sentences"), [(1, 3), (2, 0), (2, 1), (2, 3), (3, 0), (3, 1), (3, 3), (5, 0), (5, 6)]
)
def test_the_signature_never_stands_alone(tmp_path: Path, addressees: int, sentences: int) -> None:
    """`addressees` in lines; the body is two lines and as many sentences more."""
    metadata = replace(
        METADATA,
        addressees="各乡镇人民政府，" + "县政府各有关部门、单位，" * (2 * addressees - 1) + "各直属机构",
        notice_body=METADATA.notice_body + "请认真遵照执行并抓好落实，及时报告有关情况。" * sentences,
    )
    pages = render(replace(sample(metadata), blocks=sample().blocks[:2]), tmp_path)
    signed = next(at for at, page in enumerate(pages) if any(line.text == "2026年3月5日" for line in page.lines))
    body = [[line for line in page.lines if line.text in metadata.notice_body] for page in pages[: signed + 1]]
    assert len(body[0]) >= 1  # 7.3.3
    assert len(body[signed]) >= min(2, sum(map(len, body)) - 1)  # two, or all but the one that stays
    assert pages[signed].line("（此件公开发布）").foot < FOOT


def table_pages(made: Path) -> list[list[list[str]]]:
    """The rows of the 分工表 as drawn, page by page, header and spaces left out."""
    with pdfplumber.open(made) as pdf:
        tables = [table for page in pdf.pages for table in page.extract_tables()]
    tables = [[["".join((cell or "").split()) for cell in row] for row in table] for table in tables]
    return [table[1:] for table in tables if table[0][0] == "序号"]


def test_no_row_of_the_division_is_torn_and_none_stands_without_its_units(tmp_path: Path) -> None:
    render(SAMPLE, tmp_path, table=True)
    drawn = table_pages(tmp_path / "方案.pdf")
    analysis = analyse(SAMPLE)
    entries = table_rows(division(analysis.sections, analysis.by_heading))[1:]
    rows = [[cell.text.replace("\n", "") for cell in row] for row in entries]
    assert [[cell for cell in row if cell] for page in drawn for row in page] == rows
    assert len(drawn) > 1
    assert all(page[-1][1] for page in drawn)  # a heading across the table never ends a page


@pytest.mark.parametrize("count", [15, 16, 21])
def test_the_imprint_never_covers_text_however_full_the_last_page_is(tmp_path: Path, count: int) -> None:
    blocks = tuple(Block(f"b{at}", BlockKind.PARAGRAPH, f"第{at}段。") for at in range(count))
    pages = render(Document("", METADATA, (Block("t", BlockKind.TITLE, "实施方案"), *blocks)), tmp_path)
    last = pages[-1]
    imprint = last.line("抄送").top
    assert all(line.foot < imprint for line in last.lines if line.text.endswith("段。"))
    assert sum(line.text.endswith("段。") for page in pages for line in page.lines) == count


def test_a_bare_plan_starts_at_the_top_of_the_first_page(tmp_path: Path) -> None:
    pages = render(Document("", Metadata(), sample().blocks), tmp_path)
    assert pages[0].lines[0].text == "云溪县全民科学素质行动规划纲要"
    assert pages[0].lines[0].top == pytest.approx(TOP, abs=3)


# The measuring script beside the project


def measure(docx: Path, *arguments: str) -> dict[str, dict[str, str]]:
    script = SHARED / "tools" / "measure_docx.py"
    if not script.is_file():
        pytest.skip("../shared/tools/measure_docx.py is not beside the project")
    run = subprocess.run(
        [sys.executable, str(script), str(docx), "--json", *arguments], capture_output=True, text=True, check=False
    )
    return {item["id"]: item for item in json.loads(run.stdout)["items"]}


def failed(items: dict[str, dict[str, str]]) -> dict[str, str]:
    return {ident: item["measured"] for ident, item in items.items() if item["result"] == "fail"}


def test_the_sample_passes_every_item_of_the_measuring_script(tmp_path: Path) -> None:
    export(sample(), tmp_path / "方案.docx", Options(table=True))
    assert failed(measure(tmp_path / "方案.docx")) == {}


def test_a_bare_plan_passes_every_item_of_its_profile(tmp_path: Path) -> None:
    export(Document("", Metadata(), sample().blocks), tmp_path / "方案.docx")
    # The script takes the first title for a notice's and then finds none of a plan.
    assert failed(measure(tmp_path / "方案.docx", "--profile", "plan", "--skip", "plan_title_font")) == {}


def corpus_plan(folder: Path) -> Document:
    """The second corpus plan as its ground truth describes it."""
    truth = json.loads((folder / "002.json").read_text("utf-8"))
    lines = (folder / truth["file"]).read_text("utf-8").split("\n")
    blocks = [Block("title", BlockKind.TITLE, truth["plan_title"])]
    for number, role in truth["line_roles"].items():
        text = lines[int(number) - 1].strip()
        for noise in truth["noise"]:
            text = text.replace(noise["string"], "")
        if role.startswith("heading"):
            blocks.append(Block(number, BlockKind.HEADING, text, int(role[8])))
        elif role in {"preamble", "paragraph"}:
            blocks.append(Block(number, BlockKind.PARAGRAPH, text))
    body = next(int(number) for number, role in truth["line_roles"].items() if role == "notice-body")
    metadata = Metadata(
        issuer=truth["issuer"],
        doc_number=truth["doc_number"],
        notice_title=truth["notice_title"],
        addressees=truth["addressees_printed"],
        notice_body=lines[body - 1].strip(),
        signature_date=truth["dates"][0]["iso"],
        contact=truth["contact"],
        availability=truth["availability_note"],
    )
    return Document("", metadata, tuple(blocks))


def test_a_real_plan_fails_only_where_its_source_carries_a_remnant(tmp_path: Path) -> None:
    corpus = SHARED / "corpus"
    if not corpus.is_dir():
        pytest.skip("../shared/corpus is not beside the project")
    export(corpus_plan(corpus), tmp_path / "方案.docx", Options(table=True))
    source = next(corpus.glob("002_*.txt"))
    items = measure(tmp_path / "方案.docx", "--source", str(source))
    sys.stdout.write("\n".join(f"{item['result']} {ident} {item['measured']}\n" for ident, item in items.items()))
    assert set(failed(items)) <= {"text_kept"}  # a bookmark of Word stands in the source's first paragraph
    assert sum(item["result"] == "pass" for item in items.values()) >= 36
