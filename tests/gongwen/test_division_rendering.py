"""The 分工表 on rendered pages, upright and turned (clause 8), in millimetres; needs LibreOffice."""

from functools import cache
from pathlib import Path

import pytest

from editor.gongwen.export import Options
from editor.gongwen.layout import STANDARD
from editor.gongwen.tasks.division import division_of
from editor.gongwen.tasks.division_table import DivisionTable, lay_out
from editor.gongwen.word.tables import Merge
from editor.model.document import Block, BlockKind, Document, Metadata
from editor.model.storage import load
from resources import path as resource
from tests.gongwen.rendered import FOOT, LEFT, RIGHT, TOP, Page, needs_office, pdfplumber, render_all
from tests.gongwen.sample import METADATA

pytestmark = needs_office

SAMPLE = load(resource("samples/yunxi.nigao")).document
UPRIGHT, TURNED = Options(table=True), Options(table=True, landscape=True)


def plan(*texts: str, metadata: Metadata | None = None) -> Document:
    """A plan whose lines are headings by their numbers, or paragraphs."""
    levels = {"一": 1, "（": 2, "牵": 0}
    blocks = [Block("t", BlockKind.TITLE, "云溪县科普工作方案")]
    for at, text in enumerate(texts):
        level = levels.get(text[0], 3)
        blocks.append(Block(f"b{at}", BlockKind.HEADING if level else BlockKind.PARAGRAPH, text, level))
    return Document("", metadata or Metadata(), tuple(blocks))


def many_tasks() -> Document:
    """Two hundred tasks in groups of 1 to 40, most with units of the group."""
    texts, number = ["一、重点任务"], 0
    for at, size in enumerate((1, 2, 3, 5, 8, 13, 40, 21, 30, 34, 23, 20)):
        texts.append(f"（{'一二三四五六七八九十'[at % 10]}）第{at + 1}组行动")
        for task in range(size):
            number += 1
            texts.append(f"{task + 1}.办好第{number}件事。每年办一次，让群众看得见、用得上。")
        units = "、".join(f"县第{unit}工作办公室" for unit in range(3 * (at % 5) + 2))
        texts.append(f"牵头单位：县科协、县教育局。责任单位：{units}。")
    return plan(*texts, metadata=METADATA)


UNITS = "、".join(f"县第{unit}科学技术工作办公室" for unit in range(1, 81))
LONG = "让科普走进每一个村组，" * 270
DOCUMENTS = {
    "sample": SAMPLE,
    "tasks": many_tasks(),
    "units": plan("一、任务", f"1.办好夜校。（牵头单位：县科协；责任单位：{UNITS}）", "2.其他。（县科协负责）"),
    "long": plan("一、任务", f"1.{LONG}。（县科协负责）", "2.其他。（县科协负责）"),
}
CASES = [(name, options) for name in DOCUMENTS for options in (UPRIGHT, TURNED)]
IDS = [f"{name}-{'turned' if options.landscape else 'upright'}" for name, options in CASES]


@pytest.fixture(scope="module")
def folder(tmp_path_factory: pytest.TempPathFactory) -> Path:
    return tmp_path_factory.mktemp("division")


@pytest.fixture(scope="module")
def rendered(folder: Path) -> dict[str, list[Page]]:
    return render_all(
        {ident: (DOCUMENTS[name], options) for ident, (name, options) in zip(IDS, CASES, strict=True)}, folder
    )


def expected(ident: str) -> DivisionTable:
    name, way = ident.split("-")
    return lay_out(division_of(DOCUMENTS[name]), STANDARD, landscape=way == "turned")


@cache
def drawn(made: Path) -> list[list[list[str | None]]]:
    """The rows of the 分工表 as drawn, page by page, the header first; None goes on with the cell above or before."""
    with pdfplumber.open(made) as pdf:
        tables = [table for page in pdf.pages if "序号" in page.extract_text() for table in page.extract_tables()]
    return [table for table in tables if table[0][0] == "序号"]


def table_pages(pages: list[Page]) -> list[Page]:
    return [page for page in pages if any(line.text.startswith("序号重点任务") for line in page.lines)]


@pytest.mark.parametrize("ident", IDS)
def test_every_row_is_drawn_once_and_whole(rendered: dict[str, list[Page]], folder: Path, ident: str) -> None:
    found = [row for page in drawn(folder / f"{ident}.pdf") for row in page[1:]]
    cells = [["".join(cell.split()) for cell in row if cell is not None] for row in found]
    wanted = [[cell.text for cell in row.cells if cell.merge is not Merge.MORE] for row in expected(ident).rows[1:]]
    assert cells == wanted


@pytest.mark.parametrize("ident", IDS)
def test_every_page_has_the_header_and_no_merged_cell_without_its_text(
    rendered: dict[str, list[Page]], folder: Path, ident: str
) -> None:
    pages = drawn(folder / f"{ident}.pdf")
    head = [cell.text for cell in expected(ident).rows[0].cells]
    assert len(pages) == len(table_pages(rendered[ident])) > 1
    for page in pages:
        assert page[0] == head
        first = next(row for row in page[1:] if row[1] is not None)
        assert None not in first  # it does not go on with a cell of the page before
        assert page[-1][1] is not None  # a heading across the table never ends a page


@pytest.mark.parametrize("ident", IDS)
def test_the_table_fills_the_width_of_the_type_area(rendered: dict[str, list[Page]], ident: str) -> None:
    left, right = (35, 260) if ident.endswith("turned") else (LEFT, RIGHT)
    foot = 210 - 26 if ident.endswith("turned") else FOOT
    for page in table_pages(rendered[ident]):
        rules = [rule for rule in page.rules if rule.length > 140 and abs(rule.x0 - left) < 2]
        assert {(round(rule.x0), round(rule.x1)) for rule in rules} == {(left, right)}
        assert max(x for x, _, _ in page.columns) <= right + 0.5
        assert max(bottom for _, _, bottom in page.columns) <= foot + 0.5


@pytest.mark.parametrize("ident", ["sample-upright", "sample-turned"])
def test_names_of_units_are_not_broken(rendered: dict[str, list[Page]], folder: Path, ident: str) -> None:
    for page in drawn(folder / f"{ident}.pdf"):
        for units in (row[3] for row in page[1:] if len(row) == 4 and row[3]):
            assert all(line.endswith("、") for line in units.split("\n")[:-1])


@pytest.mark.parametrize("ident", [ident for ident in IDS if ident.endswith("turned")])
def test_the_number_of_a_turned_page_stands_where_upright_pages_have_it(
    rendered: dict[str, list[Page]], ident: str
) -> None:
    turned = [(number, page) for number, page in enumerate(rendered[ident], 1) if page.landscape]
    assert turned
    for number, page in turned:
        assert (page.width, page.height) == pytest.approx((297, 210), abs=0.2)
        line = next(line for line in page.lines if line.turned)
        assert line.text == f"—{number}—"
        assert (line.x0 + line.x1) / 2 == pytest.approx(28.0, abs=1.5)  # of the em box: the ink is measured below
        if number % 2:
            assert line.foot == pytest.approx(179.1, abs=1)
        else:
            assert line.top == pytest.approx(32.9, abs=1)


def test_the_dash_beside_a_turned_page_is_28_mm_from_its_edge(rendered: dict[str, list[Page]], folder: Path) -> None:
    import pypdfium2

    pages = rendered["sample-turned"]
    at = next(at for at, page in enumerate(pages) if page.landscape and at % 2)  # an even page: the dash starts at 32.9
    scale = 300 / 72
    document = pypdfium2.PdfDocument(folder / "sample-turned.pdf")
    image = document[at].render(scale=scale).to_pil().convert("L")
    document.close()
    mm = 300 / 25.4
    dash = image.crop((int(20 * mm), int(33.5 * mm), int(34 * mm), int(37 * mm)))
    box = dash.point(lambda value: 255 if value < 128 else 0).getbbox()
    assert box is not None
    assert 20 + (box[0] + box[2]) / 2 / mm == pytest.approx(28.0, abs=1)


def test_upright_pages_go_on_before_and_after_the_turned_ones(rendered: dict[str, list[Page]]) -> None:
    pages = rendered["sample-turned"]
    turned = [at for at, page in enumerate(pages) if page.landscape]
    assert turned == list(range(turned[0], len(pages) - 1))
    assert pages[turned[0]].lines[0].text == "附件"
    assert pages[-1].line("抄送").foot < FOOT  # the 版记 stands on an upright page
    assert [page.lines[-1].text for page in pages if not page.landscape][-1] == f"—{len(pages)}—"
    assert all(line.top > 27 for page in (pages[at] for at in turned) for line in page.lines)


def test_a_plan_alone_ends_with_its_turned_pages(rendered: dict[str, list[Page]]) -> None:
    pages = rendered["units-turned"]
    assert pages[-1].landscape
    assert pages[0].lines[0].top == pytest.approx(TOP, abs=3)
