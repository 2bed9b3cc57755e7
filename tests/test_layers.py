"""A superior's plan given as a file: `check FILE --layer superior.txt`."""

import json
from dataclasses import replace
from pathlib import Path

import pytest

from editor import cli
from editor.importing.importer import import_path
from editor.layers import read_superior
from editor.model import storage
from editor.model.document import Block, BlockKind
from editor.model.errors import UserError
from templates.template import DEFAULT_TEMPLATE
from tests.templates.test_superior import PLAN


@pytest.fixture
def superior(tmp_path: Path) -> Path:
    file = tmp_path / "上级.txt"
    file.write_text("\n".join(line.removeprefix("# ") for line in PLAN), "utf-8")
    return file


@pytest.fixture
def plan(tmp_path: Path) -> Path:
    file = tmp_path / "本县.txt"
    lines = (line.removeprefix("# ").replace("云州市", "云溪县").replace("全市", "全县") for line in PLAN)
    file.write_text("\n".join(line.replace("22%", "19%") for line in lines if "少年科学院" not in line), "utf-8")
    return file


def test_a_plan_is_checked_against_the_superiors_file(capsys, superior, plan):
    assert cli.main(["check", str(plan), "--layer", str(superior), "--format", "json"]) == cli.FINDINGS
    found = json.loads(capsys.readouterr().out)
    text = json.dumps(found, ensure_ascii=False)
    assert "2030年的目标值19%低于云州市的22%。" in text
    assert "没有找到云州市列出的“办好云州少年科学院”任务" in text


def test_what_is_saved_does_not_name_a_layer_that_no_other_run_knows(capsys, superior, plan, tmp_path):
    fixed = tmp_path / "修正.nigao"
    cli.main(["check", str(plan), "--layer", "shandong", "--layer", str(superior), "--fix", "-o", str(fixed)])
    assert storage.load(fixed).document.metadata.layers == ("shandong",)


def test_a_file_that_is_no_plan_or_not_there_is_named_and_nothing_checked(capsys, plan, tmp_path):
    other = tmp_path / "便条.txt"
    other.write_text("今天下午三点开会，请准时参加。", "utf-8")
    assert cli.main(["check", str(plan), "--layer", str(other)]) == cli.UNUSABLE
    assert "不能作为上级方案" in capsys.readouterr().err
    assert cli.main(["check", str(plan), "--layer", str(tmp_path / "没有.docx")]) == cli.UNUSABLE
    assert capsys.readouterr().out == ""


def test_a_superiors_plan_kept_in_the_file_is_what_the_plan_is_checked_against(capsys, superior, plan, tmp_path):
    document = import_path(plan).document
    kept = read_superior(superior, DEFAULT_TEMPLATE, document.metadata.layers)
    file = tmp_path / "本县.nigao"
    storage.save(replace(document, metadata=replace(document.metadata, superior=kept)), file)
    superior.unlink()
    assert cli.main(["check", str(file), "--format", "json"]) == cli.FINDINGS
    text = json.dumps(json.loads(capsys.readouterr().out), ensure_ascii=False)
    assert "2030年的目标值19%低于云州市的22%。" in text
    assert "没有找到云州市列出的“办好云州少年科学院”任务" in text


def test_what_is_no_such_plan_is_not_read_as_one(tmp_path):
    other = tmp_path / "便条.txt"
    other.write_text("今天下午三点开会，请准时参加。", "utf-8")
    with pytest.raises(UserError, match="不能作为上级方案"):
        read_superior(other, DEFAULT_TEMPLATE, ())


def test_annexes_and_a_superior_of_the_superior_are_not_kept(superior, tmp_path):
    document = import_path(superior).document
    above = read_superior(superior, DEFAULT_TEMPLATE, ())
    annex = Block("annex", BlockKind.ANNEX, "附件")
    file = tmp_path / "上级.nigao"
    metadata = replace(document.metadata, superior=above)
    storage.save(replace(document, metadata=metadata, blocks=(*document.blocks, annex)), file)
    kept = read_superior(file, DEFAULT_TEMPLATE, ())
    assert kept.blocks == document.blocks
    assert (kept.name, kept.place, kept.period_end) == ("上级.nigao", above.place, above.period_end)


def test_a_file_far_longer_than_a_plan_is_refused(superior, tmp_path):
    document = import_path(superior).document
    long = Block("long", BlockKind.PARAGRAPH, "长" * 300_001)
    file = tmp_path / "上级.nigao"
    storage.save(replace(document, blocks=(*document.blocks, long)), file)
    with pytest.raises(UserError, match="太长"):
        read_superior(file, DEFAULT_TEMPLATE, ())
