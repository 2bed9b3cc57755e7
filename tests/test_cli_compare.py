"""`compare OLD NEW`: what it prints, writes and returns."""

import json
from dataclasses import replace
from pathlib import Path

import pytest

from editor import cli
from editor.gongwen.revision_marks import read_revised
from editor.gongwen.verify import read_texts
from editor.model import storage
from editor.model.document import Block, BlockKind
from editor.model.spans import Op
from resources import path as resource

SAMPLE = resource("samples/yunxi.nigao")


def run(capsys: pytest.CaptureFixture[str], *arguments: object) -> tuple[int, str, str]:
    code = cli.main([str(argument) for argument in arguments])
    printed = capsys.readouterr()
    return code, printed.out, printed.err


@pytest.fixture
def newer(tmp_path: Path) -> Path:
    document = storage.load(SAMPLE).document
    blocks = list(document.blocks)
    blocks[1] = replace(blocks[1], text=blocks[1].text.replace("制定", "研究制定"))
    blocks.insert(2, Block("added", BlockKind.PARAGRAPH, "各乡镇每季度报送一次进展。"))
    del blocks[10]
    metadata = replace(document.metadata, doc_number="云政发〔2026〕99号")
    path = tmp_path / "返回稿.nigao"
    storage.save(replace(document, metadata=metadata, blocks=tuple(blocks)), path)
    return path


def test_differences_are_printed_by_section_with_a_sign_and_a_word(capsys, newer):
    code, out, _ = run(capsys, "compare", SAMPLE, newer)
    assert code == cli.FINDINGS
    lines = out.splitlines()
    assert lines[0] == "公文要素"
    assert lines[1].startswith("  ~ 要素（发文字号）：")
    assert "标题和引言" in lines
    assert "  + 新增（正文）：{+各乡镇每季度报送一次进展。+}" in lines
    assert any(line.startswith("  ~ 改动（正文）：") and "{+研究+}" in line for line in lines)
    assert lines[-1] == "共4处不同：改动1处、新增1处、删去1处、要素1处。"


def test_a_plan_does_not_differ_from_itself(capsys):
    assert run(capsys, "compare", SAMPLE, SAMPLE)[:2] == (0, "两份文稿没有不同。\n")


def test_what_cannot_be_read_is_two(capsys, tmp_path):
    code, _, said = run(capsys, "compare", SAMPLE, tmp_path / "没有.docx")
    assert code == cli.UNUSABLE
    assert said


def test_json_holds_both_texts_and_the_pieces(capsys, newer):
    code, out, _ = run(capsys, "compare", SAMPLE, newer, "--format", "json")
    entries = json.loads(out)
    assert code == cli.FINDINGS
    assert [one["kind"] for one in entries] == ["field", "changed", "added", "removed"]
    assert (entries[2]["old"], entries[2]["new"]) == (None, "各乡镇每季度报送一次进展。")
    assert "".join(text for op, text in entries[1]["pieces"] if op != "inserted") == entries[1]["old"]


def test_the_revised_docx_holds_both_versions(capsys, newer, tmp_path):
    target = tmp_path / "修订稿.docx"
    run(capsys, "compare", SAMPLE, newer, "-o", target)
    for plan, without in ((newer, Op.DELETED), (SAMPLE, Op.INSERTED)):
        plain = tmp_path / "公文.docx"
        run(capsys, "export", plan, "-o", plain)
        body = [text for text in read_texts(plain.read_bytes()) if "99号" not in text and "18号" not in text]
        found = [text for text in read_revised(target.read_bytes(), without) if "99号" not in text]
        assert found == body


def test_an_exported_docx_that_comes_back_untouched_has_no_differences(capsys, tmp_path):
    run(capsys, "export", SAMPLE, "-o", tmp_path / "公文.docx")
    code, out, _ = run(capsys, "compare", SAMPLE, tmp_path / "公文.docx")
    assert (code, out) == (0, "两份文稿没有不同。\n")


def test_a_docx_with_tracked_changes_of_others_is_compared_as_accepted(capsys, newer, tmp_path):
    target = tmp_path / "修订稿.docx"
    run(capsys, "compare", SAMPLE, newer, "-o", target)
    code, out, _ = run(capsys, "compare", SAMPLE, target)
    assert code == cli.FINDINGS
    assert out.splitlines()[-1] == "共4处不同：改动1处、新增1处、删去1处、要素1处。"
