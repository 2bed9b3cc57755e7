"""Saved web pages: blocks become lines, data tables rows; hostile pages are refused or harmless."""

import pytest

from editor.importing.importer import import_bytes, import_text, plan_title
from editor.importing.readers import split_text
from editor.model.document import BlockKind
from editor.model.errors import UnreadableFile
from editor.model.outline import outline, walk

PAGE = """<!DOCTYPE html><html><head><title>标题栏</title>
<script>var a = "不要";</script><style>p{}</style></head><body>
<div class="nav">当前位置：<a href="/">首页</a> &gt; 文件</div>
<table><tr><td>索引号</td><td>1133/2026-1</td><td>发文字号</td><td>云政办发〔2026〕5号</td></tr></table>
<h1>云溪县人民政府办公室关于印发云溪县全民科学素质行动方案的通知</h1>
<p>各乡镇人民政府，县政府各部门：</p><p>经县政府同意，现将《方案》印发给你们，请认真执行。</p>
<p align="right">云溪县人民政府办公室<br>2026年3月5日</p>
<p>云溪县全民科学素质行动方案</p>
<p>一、<b>总体要求</b></p><p>坚持以人民为中心，<span>推动科普</span>资源下沉基层。</p>
<p>二、重点任务</p><p>（一）加强科学教育。组织科技工作者进校园，每学期不少于一次。</p>
<p>附件</p><p>任务分工表</p>
<table><tr><th>任务</th><th>单位</th></tr><tr><td>加强科学教育</td><td>县教育局</td></tr></table>
<select><option>选择</option></select></body></html>"""


def test_a_page_becomes_a_plan() -> None:
    found = import_text(PAGE)
    document = found.document
    assert plan_title(document) == "云溪县全民科学素质行动方案"
    assert [section.title for section in walk(outline(document))] == ["总体要求", "重点任务", "加强科学教育"]
    assert document.metadata.signature_date == "2026-03-05"
    assert document.metadata.issuer == "云溪县人民政府办公室"
    assert document.metadata.doc_number == "云政办发〔2026〕5号"
    table = next(block for block in document.blocks if block.kind is BlockKind.TABLE)
    assert table.rows == (("任务", "单位"), ("加强科学教育", "县教育局"))


def test_scripts_styles_and_forms_are_left_out() -> None:
    text = "\n".join(line.text for line in split_text(PAGE))
    assert "不要" not in text
    assert "p{}" not in text
    assert "选择" not in text


def test_every_line_of_a_page_is_numbered_once() -> None:
    lines = split_text(PAGE)
    assert [line.number for line in lines] == list(range(1, len(lines) + 1))
    assert set(import_text(PAGE).roles) == {line.number for line in lines}


def test_a_page_laid_out_with_tables_is_read_as_lines() -> None:
    page = f"<html><table><tr><td>菜单</td><td><p>一、总体要求</p><p>{'坚持。' * 400}</p></td></tr></table></html>"
    assert [section.title for section in walk(outline(import_text(page).document))] == ["总体要求"]


def test_gb18030_pages_are_read() -> None:
    assert plan_title(import_bytes(PAGE.encode("gb18030"), "页.html").document) == "云溪县全民科学素质行动方案"


def test_pages_with_external_things_read_their_text_only() -> None:
    page = (
        '<!DOCTYPE html [<!ENTITY x SYSTEM "file:///etc/passwd">]><html><body><p>一、总体要求 &x;</p>'
        '<iframe src="file:///etc/passwd"></iframe><img src="http://example.invalid/a.png"></body></html>'
    )
    text = "\n".join(line.text for line in split_text(page, "页.html"))
    assert "root:" not in text
    assert "总体要求" in text


@pytest.mark.parametrize("depth", [1000, 100_000])
def test_pages_nested_too_deep_are_refused(depth: int) -> None:
    with pytest.raises(UnreadableFile, match="网页"):
        import_text("<html>" + "<div>" * depth + "内容")
