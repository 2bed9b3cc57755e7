"""Word files: read once and in full where they are legal, refused with a sentence where they are not."""

import io
import struct
import zipfile
from collections.abc import Callable

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from editor.importing import docx_package
from editor.importing.importer import import_bytes, plan_title
from editor.importing.readers import read_lines
from editor.model.document import BlockKind
from editor.model.errors import UnreadableFile
from editor.model.outline import outline, walk

W = "http://schemas.openxmlformats.org/wordprocessingml/2006/main"
STRICT = "http://purl.oclc.org/ooxml/wordprocessingml/main"
MC = "http://schemas.openxmlformats.org/markup-compatibility/2006"
TYPE = "application/vnd.openxmlformats-officedocument.wordprocessingml.document.main+xml"
TYPES = (
    '<?xml version="1.0"?><Types xmlns="http://schemas.openxmlformats.org/package/2006/content-types">'
    f'<Override PartName="/word/document.xml" ContentType="{TYPE}"/></Types>'
)
RELS = (
    '<?xml version="1.0"?><Relationships xmlns="http://schemas.openxmlformats.org/package/2006/relationships">'
    '<Relationship Id="r1" Type="http://schemas.openxmlformats.org/officeDocument/2006/relationships/officeDocument" '
    'Target="word/document.xml"/></Relationships>'
)


def p(text: str, properties: str = "") -> str:
    return f"<w:p><w:pPr>{properties}</w:pPr><w:r><w:t>{text}</w:t></w:r></w:p>"


def document(body: str, namespace: str = W, head: str = '<?xml version="1.0" encoding="UTF-8"?>') -> str:
    return f'{head}<w:document xmlns:w="{namespace}" xmlns:mc="{MC}"><w:body>{body}</w:body></w:document>'


def package(parts: dict[str, bytes | str], compression: int = zipfile.ZIP_DEFLATED) -> bytes:
    target = io.BytesIO()
    with zipfile.ZipFile(target, "w", compression) as archive:
        for name, content in parts.items():
            archive.writestr(name, content)
    return target.getvalue()


def docx(body: str | bytes, **more: bytes | str) -> bytes:
    content = document(body) if isinstance(body, str) and not body.startswith("<?xml") else body
    extra = {name.replace("__", "/") + ".xml": part for name, part in more.items()}
    return package({"[Content_Types].xml": TYPES, "_rels/.rels": RELS, "word/document.xml": content, **extra})


def texts(data: bytes) -> list[str]:
    return [line.text for line in read_lines(data)[0]]


def notes(data: bytes) -> str:
    return "".join(read_lines(data)[1])


PLAN = (
    p("云溪县全民科学素质行动方案")
    + p("")
    + p("为落实国家部署，制定本方案。")
    + p("一、总体要求")
    + p("坚持以人民为中心，推动科普资源下沉基层。")
    + p("二、重点任务")
    + p("（一）加强科学教育。组织科技工作者进校园，每学期不少于一次。")
)


def test_a_word_file_becomes_a_plan() -> None:
    found = import_bytes(docx(PLAN), "方案.docx")
    assert plan_title(found.document) == "云溪县全民科学素质行动方案"
    assert [s.title for s in walk(outline(found.document))] == ["总体要求", "重点任务", "加强科学教育"]
    assert sorted(found.roles) == [1, 3, 4, 5, 6, 7]


def test_strict_files_utf_16_and_byte_order_marks_are_read() -> None:
    expected = texts(docx(PLAN))
    assert texts(docx(document(PLAN, STRICT))) == expected
    assert texts(docx(document(PLAN, head='<?xml version="1.0" encoding="UTF-16"?>').encode("utf-16"))) == expected
    assert texts(docx(document(PLAN).encode("utf-8-sig"))) == expected


def test_content_controls_links_and_insertions_are_read_once() -> None:
    body = (
        f"<w:sdt><w:sdtContent>{p('控件内的段落')}</w:sdtContent></w:sdt>"
        "<w:p><w:hyperlink><w:r><w:t>链接</w:t></w:r></w:hyperlink><w:sdt><w:sdtContent><w:r><w:t>行内</w:t></w:r>"
        "</w:sdtContent></w:sdt><w:ins><w:r><w:t>新增</w:t></w:r></w:ins></w:p>"
    )
    assert texts(docx(body)) == ["控件内的段落", "链接行内新增"]
    assert "新增" in notes(docx(body))


def test_text_boxes_are_read_once() -> None:
    box = f"<w:txbxContent>{p('框内文字')}</w:txbxContent>"
    body = (
        "<w:p><w:r><w:t>正文</w:t></w:r><w:r><mc:AlternateContent><mc:Choice>"
        f"{box}</mc:Choice><mc:Fallback>{box}</mc:Fallback></mc:AlternateContent></w:r></w:p>"
    )
    assert texts(docx(body)) == ["正文", "框内文字"]


def test_deleted_text_is_left_out_and_reported() -> None:
    body = (
        "<w:p><w:r><w:t>保留</w:t></w:r><w:del><w:r><w:delText>删去</w:delText></w:r></w:del>"
        "<w:moveFrom><w:r><w:t>移走</w:t></w:r></w:moveFrom></w:p>"
    )
    assert texts(docx(body)) == ["保留"]
    assert "修订" in notes(docx(body))


def test_hidden_text_is_read_and_reported() -> None:
    body = "<w:p><w:r><w:rPr><w:vanish/></w:rPr><w:t>隐藏</w:t></w:r></w:p>"
    assert texts(docx(body)) == ["隐藏"]
    assert "隐藏" in notes(docx(body))


def test_tables_become_rows_and_every_cell_paragraph_has_a_role() -> None:
    cell = "<w:tc>{}</w:tc>".format
    rows = [("任务", "单位"), ("加强科学教育", "县教育局")]
    table = "".join("<w:tr>" + "".join(cell(p(text)) for text in row) + "</w:tr>" for row in rows)
    found = import_bytes(docx(PLAN + p("附件") + p("分工表") + f"<w:tbl>{table}</w:tbl>"), "方案.docx")
    block = next(block for block in found.document.blocks if block.kind is BlockKind.TABLE)
    assert block.rows == tuple(rows)
    assert [found.roles[number] for number in range(8, 14)] == ["attachment-title"] * 2 + ["attachment-table"] * 4


def test_nested_tables_lose_no_text() -> None:
    inner = f"<w:tbl><w:tr><w:tc>{p('内一')}</w:tc><w:tc>{p('内二')}</w:tc></w:tr></w:tbl>"
    outer = f"<w:tbl><w:tr><w:tc>{p('外')}{inner}{p('')}</w:tc></w:tr></w:tbl>"
    assert texts(docx(outer)) == ["外 内一 内二"]


def test_soft_breaks_part_lines_and_tabs_stay() -> None:
    assert texts(docx("<w:p><w:r><w:t>甲</w:t><w:br/><w:t>乙</w:t><w:tab/><w:t>丙</w:t></w:r></w:p>")) == ["甲\v乙\t丙"]


def test_numbers_that_word_prints_are_part_of_the_text() -> None:
    level = '<w:lvl w:ilvl="{}"><w:start w:val="1"/><w:numFmt w:val="{}"/><w:lvlText w:val="{}"/></w:lvl>'.format
    numbering = (
        f'<w:numbering xmlns:w="{W}"><w:abstractNum w:abstractNumId="0">'
        + level(0, "chineseCounting", "%1、")
        + level(1, "chineseCounting", "（%2）")
        + level(2, "decimal", "%3.")
        + '</w:abstractNum><w:num w:numId="1"><w:abstractNumId w:val="0"/></w:num></w:numbering>'
    )
    item = '<w:numPr><w:ilvl w:val="{}"/><w:numId w:val="1"/></w:numPr>'.format
    body = (
        p("总体要求", item(0)) + p("目标", item(1)) + p("原则", item(1)) + p("重点任务", item(0)) + p("教育", item(1))
    )
    body += p("课程", item(2))
    expected = ["一、总体要求", "（一）目标", "（二）原则", "二、重点任务", "（一）教育", "1.课程"]
    assert texts(docx(body, word__numbering=numbering)) == expected


def test_heading_styles_mark_headings_without_numbers() -> None:
    styles = (
        f'<w:styles xmlns:w="{W}"><w:style w:styleId="a1"><w:pPr><w:outlineLvl w:val="0"/></w:pPr></w:style>'
        '<w:style w:styleId="b1"><w:basedOn w:val="a1"/></w:style></w:styles>'
    )
    style = '<w:pStyle w:val="b1"/>'
    body = (
        p("科普方案") + p("基本情况", style) + p("全县科普事业稳步发展。") + p("工作打算", style) + p("继续抓好落实。")
    )
    found = import_bytes(docx(body, word__styles=styles), "方案.docx")
    assert [(s.level, s.title) for s in walk(outline(found.document))] == [(1, "基本情况"), (1, "工作打算")]


def test_active_content_is_ignored_and_reported() -> None:
    body = (
        PLAN + "<w:altChunk/><w:p><w:r><w:object/></w:r><w:r><w:instrText>DDEAUTO cmd</w:instrText></w:r></w:p>"
        "<w:p><w:r><w:footnoteReference/></w:r></w:p>"
    )
    data = docx(body)
    said = notes(package({**parts_of(data), "word/vbaProject.bin": b"x"}))
    assert all(word in said for word in ("嵌入的外部内容", "嵌入对象", "外部程序", "脚注", "宏"))


def parts_of(data: bytes) -> dict[str, bytes | str]:
    with zipfile.ZipFile(io.BytesIO(data)) as archive:
        return {name: archive.read(name) for name in archive.namelist()}


def with_doctype() -> bytes:
    declared = '<?xml version="1.0"?><!DOCTYPE d [<!ENTITY x SYSTEM "file:///etc/passwd">]>'
    return docx(document(p("&x;"), head=declared))


def with_entity_bomb() -> bytes:
    entities = "".join(f'<!ENTITY e{n} "{f"&e{n - 1};" * 10}">' for n in range(1, 10))
    return docx(document(p("&e9;"), head=f'<?xml version="1.0"?><!DOCTYPE d [<!ENTITY e0 "x">{entities}]>'))


def with_doctype_in_utf_16() -> bytes:
    head = '<?xml version="1.0" encoding="UTF-16"?><!DOCTYPE d [<!ENTITY x "y">]>'
    return docx(document(p("&x;"), head=head).encode("utf-16"))


def with_duplicate_parts() -> bytes:
    data = docx(PLAN)
    return data.replace(b"_rels/.rels", b"word/a.xml_")[:0] + _two_equal_names()


def _two_equal_names() -> bytes:
    target = io.BytesIO()
    with zipfile.ZipFile(target, "w") as archive:
        for name, content in (("[Content_Types].xml", TYPES), ("word/document.xml", "a"), ("word/documenX.xml", "b")):
            archive.writestr(name, content)
    return target.getvalue().replace(b"documenX", b"document")


def encrypted() -> bytes:
    data = bytearray(docx(PLAN))
    at = data.find(b"PK\x01\x02")
    while at >= 0:
        data[at + 8 : at + 10] = struct.pack("<H", 1)
        at = data.find(b"PK\x01\x02", at + 4)
    return bytes(data)


def too_many_entries() -> bytes:
    return package({**parts_of(docx(PLAN)), **{f"word/m{n}": b"" for n in range(docx_package.MAX_ENTRIES)}})


def workbook() -> bytes:
    return package({"[Content_Types].xml": TYPES.replace("/word/document", "/xl/workbook"), "xl/workbook.xml": "<a/>"})


REFUSED: dict[str, Callable[[], bytes]] = {
    "cut in half": lambda: docx(PLAN)[: len(docx(PLAN)) // 2],
    "zip without a directory": lambda: b"PK\x03\x04" + bytes(200),
    "no content types": lambda: package({"word/document.xml": document(PLAN)}),
    "no main part": lambda: package({"[Content_Types].xml": TYPES, "_rels/.rels": RELS}),
    "another zip": lambda: package({"a.txt": "甲"}),
    "workbook": workbook,
    "malformed": lambda: docx(b"<?xml version='1.0'?><w:document"),
    "wrong root": lambda: docx(b"<?xml version='1.0'?><html><body/></html>"),
    "not UTF-8": lambda: docx(document(PLAN).encode("gbk")),
    "DTD": with_doctype,
    "entity bomb": with_entity_bomb,
    "DTD in UTF-16": with_doctype_in_utf_16,
    "duplicate parts": with_duplicate_parts,
    "encrypted": encrypted,
    "too many entries": too_many_entries,
    "nested too deep": lambda: docx("<w:sdt>" * 20000 + "</w:sdt>" * 20000),
    "one enormous paragraph": lambda: docx(p("科" * 11_000_000)),
    "bomb": lambda: docx(document(p(" " * (docx_package.MAX_PART + 10)))),
    "no text": lambda: docx(p("")),
}


@pytest.mark.parametrize("make", REFUSED.values(), ids=REFUSED.keys())
def test_bad_files_are_refused_with_one_sentence(make: Callable[[], bytes]) -> None:
    with pytest.raises(UnreadableFile) as refused:
        import_bytes(make(), "坏.docx")
    assert refused.value.message.endswith("。")
    assert refused.value.next_step.endswith("。")
    assert "root:" not in str(refused.value)


def test_a_part_that_lies_about_its_size_is_refused() -> None:
    data = docx(p("科普" * 50_000))
    real = len(document(p("科普" * 50_000)).encode())
    with pytest.raises(UnreadableFile):
        import_bytes(data.replace(struct.pack("<I", real), struct.pack("<I", 100)), "谎.docx")


def test_many_runs_are_read() -> None:
    body = "<w:p>" + "<w:r><w:t>科</w:t></w:r>" * 100_000 + "</w:p>"
    assert texts(docx(body)) == ["科" * 100_000]


def test_style_cycles_end() -> None:
    styles = (
        f'<w:styles xmlns:w="{W}"><w:style w:styleId="a"><w:basedOn w:val="b"/><w:pPr/></w:style>'
        '<w:style w:styleId="b"><w:basedOn w:val="a"/><w:pPr/></w:style></w:styles>'
    )
    assert texts(docx(p("正文", '<w:pStyle w:val="a"/>'), word__styles=styles)) == ["正文"]


def test_invisible_characters_are_taken_out_and_listed() -> None:
    found = import_bytes(docx(PLAN + p("三、\u200b保障\u202e措施")), "方案.docx")
    assert [s.title for s in outline(found.document)] == ["总体要求", "重点任务", "保障措施"]
    assert any(entry.line == 8 and "看不见" in entry.why for entry in found.noise)


@settings(max_examples=60, deadline=None)
@given(st.data())
def test_damaged_bytes_never_raise_anything_else(data: st.DataObject) -> None:
    whole = bytearray(docx(PLAN))
    for _ in range(data.draw(st.integers(1, 6))):
        whole[data.draw(st.integers(0, len(whole) - 1))] = data.draw(st.integers(0, 255))
    try:
        found = import_bytes(bytes(whole), "方案.docx")
    except UnreadableFile:
        return
    assert found.roles
