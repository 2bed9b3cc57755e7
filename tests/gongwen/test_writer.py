from dataclasses import replace

from editor.gongwen.export import Options, build
from editor.gongwen.layout import STANDARD
from editor.gongwen.word.ooxml import RUN, name
from editor.model.document import Block, BlockKind, Document, Metadata
from tests.gongwen.parts_of import Paragraph, paragraphs, part, text_of, xml
from tests.gongwen.sample import METADATA, plan_blocks, sample


def written(document: Document, *, table: bool = False) -> list[Paragraph]:
    return paragraphs(part(build(document, Options(table=table))))


def plan(*blocks: Block) -> Document:
    return Document("", Metadata(), blocks)


def find(found: list[Paragraph], text: str) -> Paragraph:
    return next(p for p in found if p.text.startswith(text))


def test_the_pages_come_in_order() -> None:
    styles = [p.style for p in written(sample(), table=True) if p.text]
    order = ["IssuerMark", "DocumentNumber", "OfficialTitle", "Addressees", "BodyText", "Signature", "SignatureDate"]
    assert styles[:7] == order
    assert styles[7:10] == ["Note", "Note", "OfficialTitle"]
    after = [styles.index(style) for style in ("Heading1", "AnnexNote", "AnnexMark", "TableHead", "CopyTo", "Printing")]
    assert after == sorted(after)


def test_the_plan_starts_on_a_new_page_under_its_own_title() -> None:
    titles = [p for p in written(sample()) if p.style == "OfficialTitle"]
    assert [p.element.find(f".//{name('w:pageBreakBefore')}") is not None for p in titles] == [False, True]
    assert titles[1].text == "云溪县全民科学素质行动规划纲要\n实施方案（2026—2030年）"


def test_a_run_in_heading_is_one_paragraph_with_its_text_in_body_type() -> None:
    text = "（一）指导思想。坚持“普及、实用、可信”。"
    paragraph = written(plan(Block("a", BlockKind.HEADING, text, 2)))[0]
    assert xml(paragraph.element) == (
        '<w:p><w:pPr><w:pStyle w:val="Heading2"/><w:keepNext w:val="0"/></w:pPr>'
        "<w:r><w:t>（一）指导思想。</w:t></w:r>"
        '<w:r><w:rPr><w:rStyle w:val="RunIn"/></w:rPr><w:t>坚持“普及、实用、可信”。</w:t></w:r></w:p>'
    )


def test_headings_carry_the_style_of_their_level() -> None:
    levels = [Block(str(level), BlockKind.HEADING, f"标题{level}", level) for level in (1, 2, 3, 4)]
    assert [p.style for p in written(plan(*levels))] == ["Heading1", "Heading2", "Heading3", "Heading4"]


def test_a_heading_of_an_impossible_level_is_still_written() -> None:
    odd = [Block("a", BlockKind.HEADING, "甲", 0), Block("b", BlockKind.HEADING, "乙", 9)]
    assert [p.style for p in written(plan(*odd))] == ["Heading1", "Heading4"]


def test_a_bare_plan_is_only_the_plan() -> None:
    found = written(Document("", Metadata(issuer="云溪县人民政府"), plan_blocks()))
    assert {p.style for p in found} == {"OfficialTitle", "BodyText", "Heading1", "Heading2", "Heading3", "Heading4"}
    assert "pageBreakBefore" not in xml(found[0].element)


def test_a_plan_without_a_notice_stands_under_the_red_rule_and_is_signed_at_its_end() -> None:
    direct = replace(METADATA, notice_title="", notice_body="", copy_to="")
    styles = [p.style for p in written(sample(direct))]
    assert styles[:5] == ["IssuerMark", "DocumentNumber", "RedRule", "OfficialTitle", "Addressees"]
    assert styles[styles.index("Signature") :][:4] == ["Signature", "SignatureDate", "Note", "Note"]
    assert "pageBreakBefore" not in xml(find(written(sample(direct)), "云溪县全民").element)


def test_a_signature_at_the_end_of_the_plan_takes_the_last_paragraph_along() -> None:
    direct = replace(METADATA, notice_title="", notice_body="")
    assert find(written(sample(direct)), "2028年开展").attribute("w:keepNext") == "1"
    assert find(written(sample()), "2028年开展").attribute("w:keepNext") is None


def test_a_plan_without_a_title_still_starts_on_a_new_page() -> None:
    document = replace(sample(), blocks=plan_blocks()[1:])
    assert "pageBreakBefore" in xml(find(written(document), "为把科学普及").element)


def test_an_annex_starts_a_page_with_its_mark_and_has_its_title_on_the_third_line() -> None:
    blocks = (
        Block("a", BlockKind.PARAGRAPH, "正文。"),
        Block("b", BlockKind.ANNEX_NOTE, "附件：流程图"),
        Block("c", BlockKind.ANNEX, "附件"),
        Block("d", BlockKind.TITLE, "流程图"),
        Block("e", BlockKind.PARAGRAPH, "第一步。"),
    )
    found = written(plan(*blocks))
    assert [p.style for p in found] == ["BodyText", "AnnexNote", "AnnexMark", "OfficialTitle", "BodyText"]
    assert found[3].attribute("w:spacing", "w:before") == "579"


def test_a_table_of_the_document_keeps_cells_and_repeats_its_header() -> None:
    rows = (("指标", "2030年"), ("比例", "19％"), ("只有一格",))
    found = part(build(plan(Block("a", BlockKind.TABLE, rows=rows))))
    table = next(found.iter(name("w:tbl")))
    lines = list(table.iter(name("w:tr")))
    assert [[p.text for p in paragraphs(line)] for line in lines] == [
        ["指标", "2030年"],
        ["比例", "19％"],
        ["只有一格", ""],
    ]
    assert [line.find(f".//{name('w:tblHeader')}") is not None for line in lines] == [True, False, False]
    assert all(line.find(f".//{name('w:cantSplit')}") is not None for line in lines)
    widths = [int(column.get(name("w:w"))) for column in table.iter(name("w:gridCol"))]
    assert sum(widths) == STANDARD.width_twips
    assert paragraphs(found)[-1].style == "Hairline"


def test_only_a_row_higher_than_two_thirds_of_a_page_may_break_across_pages() -> None:
    rows = (("序号", "内容"), ("1", "一行。"), ("2", "很长的内容。" * 200))
    found = part(build(plan(Block("a", BlockKind.TABLE, rows=rows))))
    whole = [line.find(f".//{name('w:cantSplit')}") is not None for line in found.iter(name("w:tr"))]
    assert whole == [True, True, False]


def test_short_columns_of_a_table_are_centred_and_long_ones_are_not() -> None:
    rows = (("序号", "指标"), ("1", "公民具备科学素质的比例"))
    found = written(plan(Block("a", BlockKind.TABLE, rows=rows)))
    assert [p.style for p in found[:4]] == ["TableHead", "TableHead", "TableCentre", "TableText"]


def test_a_table_without_cells_is_not_written() -> None:
    assert written(plan(Block("a", BlockKind.TABLE), Block("b", BlockKind.TABLE, rows=((), ())))) == []


def test_tabs_and_outer_spaces_survive() -> None:
    text = "\u3000\u3000缩进\t制表 两  格 "
    assert written(plan(Block("a", BlockKind.PARAGRAPH, text)))[0].text == text


def test_the_page_is_the_standards() -> None:
    section = next(part(build(sample())).iter(name("w:sectPr")))
    assert xml(section) == (
        '<w:sectPr><w:footerReference w:type="default" r:id="footerOdd"/>'
        '<w:footerReference w:type="even" r:id="footerEven"/><w:pgSz w:w="11906" w:h="16838"/>'
        '<w:pgMar w:top="2098" w:right="1474" w:bottom="1984" w:left="1587" '
        'w:header="851" w:footer="1457" w:gutter="0"/>'
        '<w:docGrid w:type="lines" w:linePitch="579"/></w:sectPr>'
    )


def test_every_run_of_the_plan_takes_its_look_from_a_style() -> None:
    document = Document("", Metadata(), plan_blocks())
    runs = [run for run in part(build(document)).iter(RUN) if text_of(run)]
    direct = {child.tag for run in runs for properties in run.iterchildren(name("w:rPr")) for child in properties}
    assert direct == {name("w:rStyle")}
