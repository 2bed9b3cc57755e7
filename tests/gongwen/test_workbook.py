import io
from pathlib import Path

import pytest
from openpyxl import load_workbook
from openpyxl.worksheet.worksheet import Worksheet

from editor.gongwen.tasks.division import Band, division_of
from editor.gongwen.tasks.workbook import division_workbook, export_workbook
from editor.model.document import Block, BlockKind, Document, Metadata
from editor.model.errors import UnwritableFile, UserError
from tests.gongwen.sample import sample


def plan(*headings: str) -> Document:
    blocks = [Block("t", BlockKind.TITLE, "云溪县科普工作方案")]
    blocks += [Block(text[:9], BlockKind.HEADING, text, 1 if text.startswith("一") else 3) for text in headings]
    return Document("", Metadata(), tuple(blocks))


def sheet_of(document: Document) -> Worksheet:
    return load_workbook(io.BytesIO(division_workbook(document))).worksheets[0]


def texts(sheet: Worksheet) -> list[list[str]]:
    return [[str(value) for value in row if value is not None] for row in sheet.iter_rows(values_only=True)]


def test_the_sheet_says_what_the_plan_assigns() -> None:
    sheet = sheet_of(sample())
    found = texts(sheet)
    assert found[0] == ["云溪县全民科学素质行动规划纲要实施方案（2026—2030年）任务分工表"]
    assert found[1] == ["序号", "重点任务", "牵头单位", "责任单位"]
    entries = division_of(sample())
    tasks = [row for row in found[2:] if len(row) > 1]
    assert [row[1] for row in tasks] == [entry.title for entry in entries if not isinstance(entry, Band)]
    assert [row[0] for row in found[2:] if len(row) == 1] == [e.title for e in entries if isinstance(e, Band)]
    assert [row[0] for row in tasks] == [str(at) for at in range(1, len(tasks) + 1)]


def test_tasks_of_a_group_share_merged_cells() -> None:
    sheet = sheet_of(sample())
    row = next(cell.row for cell in sheet["B"] if cell.value == "开放一批看得见的科技现场")
    merged = {str(area) for area in sheet.merged_cells.ranges}
    assert {f"C{row}:C{row + 1}", f"D{row}:D{row + 1}", f"A{row - 1}:D{row - 1}", "A1:D1"} <= merged
    assert sheet.cell(row, 3).value == "县科学技术局"
    assert sheet.cell(row + 1, 3).value is None


def test_the_header_is_bold_stays_in_sight_and_is_printed_on_every_page() -> None:
    sheet = sheet_of(sample())
    assert all(cell.font.bold for cell in sheet[2])
    assert not sheet.cell(4, 2).font.bold
    assert (sheet.freeze_panes, sheet.print_title_rows) == ("A3", "$1:$2")
    assert (sheet.page_setup.orientation, int(sheet.page_setup.paperSize)) == ("landscape", 9)
    assert (sheet.page_setup.fitToWidth, sheet.page_setup.fitToHeight) == (1, 0)
    assert all(cell.alignment.wrap_text for row in sheet for cell in row if cell.value is not None)


def test_rows_are_high_enough_for_their_texts_and_no_higher_than_excel_allows() -> None:
    long = plan("一、任务", "1." + "让科普走进村组" * 430 + "。（县科协负责）")
    sheet = sheet_of(long)
    heights = [sheet.row_dimensions[row].height for row in range(1, sheet.max_row + 1)]
    assert all(height and height <= 409 for height in heights)
    assert "".join(str(sheet.cell(row, 2).value).removeprefix("（续）") for row in range(3, sheet.max_row + 1)) == (
        "让科普走进村组" * 430
    )


@pytest.mark.parametrize("text", ["=1+1", "+8610", "-2+3", "@SUM(A1)", '=HYPERLINK("x")', "=cmd|' /C calc'!A0"])
def test_a_text_that_looks_like_a_formula_stays_a_text(text: str) -> None:
    sheet = sheet_of(plan("一、任务", f"{text}。（县科协负责）", "2.乙。（县科协负责）"))
    cell = sheet["B3"]
    assert (cell.value, cell.data_type) == (text, "s")
    assert cell.quotePrefix


def test_rare_characters_and_tabs_survive() -> None:
    text = "𠮷野村😀㐂“—…·”<与>&\t完"
    assert sheet_of(plan("一、任务", f"1.{text}。（县科协负责）"))["B3"].value == text


def test_a_hundred_tasks_are_all_there() -> None:
    sheet = sheet_of(plan("一、任务", *(f"{at}.第{at}项任务。（县科协负责）" for at in range(1, 100))))
    assert [row[1] for row in texts(sheet)[2:]] == [f"第{at}项任务" for at in range(1, 100)]


def test_a_plan_without_assignments_gets_a_sentence_and_no_file(tmp_path: Path) -> None:
    with pytest.raises(UserError, match="没有找到任务分工"):
        export_workbook(plan("一、总体要求"), tmp_path / "分工.xlsx")
    assert list(tmp_path.iterdir()) == []


def test_a_text_longer_than_a_cell_is_refused_and_the_old_file_stays(tmp_path: Path) -> None:
    path = tmp_path / "分工.xlsx"
    path.write_bytes(b"before")
    title = Block("t", BlockKind.TITLE, "云溪" * 17000)
    with pytest.raises(UnwritableFile, match="一个单元格最多"):
        export_workbook(Document("", Metadata(), (title, *plan("一、任务", "1.甲。（县科协负责）").blocks[1:])), path)
    assert path.read_bytes() == b"before"


@pytest.mark.parametrize("lock", ["~$分工.xlsx", ".~lock.分工.xlsx#"])
def test_a_workbook_open_elsewhere_is_not_touched(tmp_path: Path, lock: str) -> None:
    path = tmp_path / "分工.xlsx"
    path.write_bytes(b"before")
    (tmp_path / lock).write_text("x", "utf-8")
    with pytest.raises(UnwritableFile, match="正在其他程序中打开"):
        export_workbook(sample(), path)
    assert path.read_bytes() == b"before"


def test_the_workbook_takes_the_place_of_the_file_whole(tmp_path: Path) -> None:
    path = tmp_path / "分工.xlsx"
    path.write_bytes(b"before")
    export_workbook(sample(), path)
    assert texts(load_workbook(path).worksheets[0]) == texts(sheet_of(sample()))
    assert [file.name for file in tmp_path.iterdir()] == ["分工.xlsx"]
