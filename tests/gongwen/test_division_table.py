"""The 分工表 as WordprocessingML: merged cells, the header, rows that stay whole, turned pages, and read in again."""

from itertools import pairwise

import pytest

from editor.gongwen.export import Options, build
from editor.gongwen.layout import STANDARD
from editor.gongwen.tasks.division import division_of
from editor.gongwen.tasks.division_table import lay_out
from editor.gongwen.verify import read_texts
from editor.gongwen.word.ooxml import Element, name
from editor.gongwen.word.tables import Merge
from editor.importing.importer import import_bytes
from editor.model.document import BlockKind
from tests.gongwen.parts_of import part, xml
from tests.gongwen.sample import METADATA, sample

DIVISION = division_of(sample())


def table_rows(docx: bytes) -> list[Element]:
    tables = part(docx).iter(name("w:tbl"))
    table = next(table for table in tables if "".join(table.itertext()).startswith("序号"))
    return table.findall(name("w:tr"))


def properties(row: Element) -> set[str]:
    return {child.tag.rpartition("}")[2] for child in row.find(name("w:trPr"))}


@pytest.fixture(scope="module", params=[False, True], ids=["upright", "turned"])
def rows(request: pytest.FixtureRequest) -> list[Element]:
    return table_rows(build(sample(), Options(table=True, landscape=request.param)))


def test_every_row_stays_whole_and_the_first_repeats(rows: list[Element]) -> None:
    assert all("cantSplit" in properties(row) for row in rows)
    assert ["tblHeader" in properties(row) for row in rows] == [True] + [False] * (len(rows) - 1)


def test_cells_go_on_with_the_cell_above(rows: list[Element]) -> None:
    merges = [[cell.find(f"{name('w:tcPr')}/{name('w:vMerge')}") for cell in row.findall(name("w:tc"))] for row in rows]
    found = [["" if merge is None else merge.get(name("w:val")) for merge in row] for row in merges]
    wanted = [[str(cell.merge) for cell in row.cells] for row in lay_out(DIVISION, STANDARD).rows]
    assert found == wanted
    assert ["", "", Merge.MORE, Merge.MORE] in found


def test_merged_rows_stay_on_one_page(rows: list[Element]) -> None:
    """Word and LibreOffice keep a row with the next one where its paragraphs are kept."""
    for row, following in pairwise(rows[1:]):
        goes_on = any(merge.get(name("w:val")) == "continue" for merge in following.iter(name("w:vMerge")))
        kept = [
            paragraph.find(f"{name('w:pPr')}/{name('w:keepNext')}") is not None for paragraph in row.iter(name("w:p"))
        ]
        assert not goes_on or all(kept)


def test_the_widths_add_up_to_the_type_area() -> None:
    assert sum(lay_out(DIVISION, STANDARD).widths) == STANDARD.width_twips
    assert sum(lay_out(DIVISION, STANDARD, landscape=True).widths) == 16838 - 2098 - 1984


def test_line_breaks_keep_the_names_of_units_whole_and_are_no_text() -> None:
    docx = build(sample(), Options(table=True))
    units = "县农业农村局、县科协、各乡镇人民政府"
    cell = next(cell for row in table_rows(docx) for cell in row if "".join(cell.itertext()) == units)
    assert xml(cell).count("<w:br/>") == 1
    assert units in read_texts(docx)


def test_a_turned_table_has_its_own_section_between_upright_ones() -> None:
    sections = list(part(build(sample(), Options(table=True, landscape=True))).iter(name("w:sectPr")))
    sizes = [section.find(name("w:pgSz")) for section in sections]
    assert [size.get(name("w:orient")) for size in sizes] == [None, "landscape", None]
    assert [size.get(name("w:w")) for size in sizes] == ["11906", "16838", "11906"]
    footers = [footer.get(name("r:id")) for footer in sections[1].findall(name("w:footerReference"))]
    assert footers == ["footerSideOdd", "footerSideEven"]


def test_the_numbers_of_turned_pages_read_downwards_from_the_corner_of_the_page() -> None:
    docx = build(sample(METADATA), Options(table=True, landscape=True))
    for file, style, indents in (("odd", "FooterOdd", ("1587", "1754")), ("even", "FooterEven", ("1867", "1474"))):
        footer = part(docx, f"word/footer_side_{file}.xml")
        assert next(footer.iter(name("wps:bodyPr"))).get("vert") == "vert"
        paragraph = next(next(footer.iter(name("w:txbxContent"))).iter(name("w:p")))
        assert paragraph[0][0].get(name("w:val")) == style
        indent = next(paragraph.iter(name("w:ind")))
        assert (indent.get(name("w:left")), indent.get(name("w:right"))) == indents
        assert "".join(paragraph.itertext()) == "— PAGE1 —"


@pytest.mark.parametrize("landscape", [False, True])
def test_our_own_table_is_known_when_it_is_read_in_again(landscape: bool) -> None:
    found = import_bytes(build(sample(), Options(table=True, landscape=landscape)), "方案.docx")
    assert not any(block.kind in (BlockKind.ANNEX, BlockKind.TABLE) for block in found.document.blocks)
    rows = lay_out(DIVISION, STANDARD, landscape=landscape).rows
    dropped = [line.text for line in found.noise if "\t" in line.text]
    assert dropped == ["\t".join(cell.text for cell in row.cells) for row in rows if len(row.cells) > 1]
