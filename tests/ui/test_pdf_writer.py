"""The PDF that needs no office program: its text is the document's, its pages are what was set."""

import sys
from collections import Counter
from dataclasses import replace
from pathlib import Path

import pytest
from PySide6.QtGui import QFontDatabase, QImage, QPainter

from editor.gongwen.export import Options, build
from editor.gongwen.typesetting.pages import Page, PlacedRule, PlacedText
from editor.gongwen.typesetting.paging import docx_pages
from editor.model.document import Block, BlockKind, Document, Metadata
from editor.model.errors import UnwritableFile, UserError
from editor.model.storage import load
from editor.ui import page_fonts, pdf_writer
from editor.ui.page_fonts import measure
from editor.ui.page_painter import paint_page
from editor.ui.pdf_text import set_text
from editor.ui.pdf_writer import draw_pages, write_pdf
from resources import path as resource
from tests.gongwen.examples import EXAMPLES
from tests.gongwen.sample import sample

pypdfium2 = pytest.importorskip("pypdfium2", reason="pypdfium2 is not installed: PDFs cannot be read")


@pytest.fixture(autouse=True)
def chinese_fonts(qapp: object) -> None:
    if not QFontDatabase.families(QFontDatabase.WritingSystem.SimplifiedChinese):
        pytest.skip("no Chinese font is installed: pages cannot be drawn")


def plan(text: str) -> Document:
    blocks = (Block("t", BlockKind.TITLE, "实施方案"), Block("a", BlockKind.PARAGRAPH, text))
    return Document("", Metadata(), blocks)


def characters(pdf: bytes) -> list[str]:
    """The characters of each page as a reader copies them, without blanks."""
    opened = pypdfium2.PdfDocument(pdf)
    texts = [page.get_textpage().get_text_range() for page in opened]
    opened.close()
    return ["".join(text.split()) for text in texts]


def drawn(pages: tuple[Page, ...]) -> list[str]:
    return ["".join("".join(text.text for text in page.texts).split()) for page in pages]


@pytest.mark.parametrize("name", EXAMPLES)
def test_every_example_becomes_a_pdf_whose_text_is_copied_right(name: str, tmp_path: Path) -> None:
    document, options = EXAMPLES[name]
    report = write_pdf(document, tmp_path / "公文.pdf", options)
    pages = docx_pages(build(document, options), options.layout, measure)
    copied = characters((tmp_path / "公文.pdf").read_bytes())
    assert report.pages == len(copied) == len(pages)
    if any("这些字符" in sentence for sentence in report.said):
        assert name in {"表情符号", "少数民族文字", "生僻字"}
    else:
        # The reader orders lines of neighbouring cells by its own lights: the characters count.
        assert [Counter(page) for page in copied] == [Counter(page) for page in drawn(pages)]


def test_qts_own_text_layer_is_put_right() -> None:
    document = load(resource("samples/yunxi.nigao")).document
    options = Options(table=True)
    docx = build(document, options)
    pages = docx_pages(docx, options.layout, measure)
    raw, drawn_glyphs = draw_pages(pages, {})
    mended, wrong = set_text(raw, drawn_glyphs, "云政发〔2026〕18号")
    wanted = Counter("".join(drawn(pages)))
    before, after = ((Counter("".join(characters(pdf))) - wanted).total() for pdf in (raw, mended))
    sys.stdout.write(f"text layer of {wanted.total()} characters: {before} wrong by Qt, {after} after repair\n")
    assert (after, wrong) == (0, ())


def test_title_author_and_number_are_the_documents(tmp_path: Path) -> None:
    write_pdf(sample(), tmp_path / "公文.pdf")
    found = pypdfium2.PdfDocument(tmp_path / "公文.pdf").get_metadata_dict()
    assert found["Title"].startswith("云溪县人民政府关于印发")
    assert (found["Author"], found["Subject"]) == ("云溪县人民政府", "云政发〔2026〕3号")


def test_turned_pages_are_turned_sheets_of_a4(tmp_path: Path) -> None:
    write_pdf(sample(), tmp_path / "公文.pdf", Options(table=True, landscape=True))
    opened = pypdfium2.PdfDocument(tmp_path / "公文.pdf")
    sizes = {tuple(map(round, page.get_size())) for page in opened}
    opened.close()
    assert sizes == {(595, 842), (842, 595)}


def test_a_character_outside_the_fonts_is_named_and_breaks_nothing(tmp_path: Path) -> None:
    report = write_pdf(plan("以\U0010fffd和ᠮᠣᠩᠭᠣᠯ为例，其余照旧。"), tmp_path / "公文.pdf")
    assert any("\U0010fffd" in sentence or "ᠮ" in sentence for sentence in report.said)
    assert "其余照旧。" in "".join(characters((tmp_path / "公文.pdf").read_bytes()))


def test_a_rare_character_that_a_font_has_is_copied(tmp_path: Path) -> None:
    if not page_fonts.face_of("仿宋_GB2312").holds("𠮷"):
        pytest.skip("no installed font has 𠮷")
    write_pdf(plan("𠮷野村的科普站。"), tmp_path / "公文.pdf")
    assert "𠮷野村的科普站。" in "".join(characters((tmp_path / "公文.pdf").read_bytes()))


def test_two_characters_with_one_glyph_are_refused_by_name(tmp_path: Path) -> None:
    face = page_fonts.face_of("仿宋_GB2312").raw
    if face.glyphIndexesForString("一") != face.glyphIndexesForString("⼀"):
        pytest.skip("the installed font tells 一 from ⼀")
    with pytest.raises(UnwritableFile, match="同一个字形"):
        write_pdf(plan("一个⼀"), tmp_path / "公文.pdf")
    assert not (tmp_path / "公文.pdf").exists()


def test_without_any_chinese_font_the_sentence_says_which(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(page_fonts, "_own", page_fonts._OwnFaces())
    monkeypatch.setattr(page_fonts, "is_installed", lambda face: False)
    monkeypatch.setattr(QFontDatabase, "families", lambda *_: [])
    with pytest.raises(UserError, match="本机没有“方正小标宋简体”，也没有其他中文字体"):
        write_pdf(sample(), tmp_path / "公文.pdf")
    assert list(tmp_path.iterdir()) == []


def test_what_stood_there_stays_when_the_pdf_cannot_be_made(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    target = tmp_path / "公文.pdf"
    target.write_bytes(b"%PDF old")
    monkeypatch.setattr(pdf_writer, "docx_pages", lambda *_: ())
    with pytest.raises(UnwritableFile, match="排出的页面与公文不一致"):
        write_pdf(sample(), target)
    assert target.read_bytes() == b"%PDF old"


def test_fonts_that_stand_in_are_named(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    other = QFontDatabase.families(QFontDatabase.WritingSystem.SimplifiedChinese)[0]
    monkeypatch.setattr(page_fonts, "_own", page_fonts._OwnFaces())
    monkeypatch.setattr(page_fonts, "is_installed", lambda face: False)
    report = write_pdf(plan("科普。"), tmp_path / "公文.pdf")
    assert any(f"“方正小标宋简体”（以“{other}”代替）" in sentence for sentence in report.said)


def test_a_page_is_painted_where_its_texts_and_rules_stand(qapp: object) -> None:
    text = PlacedText(20, 40, "公", "仿宋_GB2312", 40.0, (40.0,), "FF0000")
    page = Page(1, 210, 297, (text, replace(text, x=100, angle=90)), (PlacedRule(28, 100, 184, 100, 1.0),))
    image = QImage(840, 1188, QImage.Format.Format_RGB32)
    image.fill(0xFFFFFFFF)
    painter = QPainter(image)
    painter.scale(4, 4)
    paint_page(painter, page)
    painter.end()

    def inked(left: float, top: float, right: float, foot: float) -> bool:
        columns, rows = range(round(left * 4), round(right * 4)), range(round(top * 4), round(foot * 4))
        return any(image.pixelColor(x, y).green() < 200 for x in columns for y in rows)

    assert inked(20, 26, 34, 42)
    assert not inked(36, 20, 80, 50)
    assert inked(98, 40, 112, 55)  # turned: its top to the right, it reads downwards
    assert not inked(80, 20, 97, 60)
    assert image.pixelColor(4 * 100, 4 * 100).lightness() == 0
    assert image.pixelColor(4 * 27, 4 * 100).lightness() == 255
