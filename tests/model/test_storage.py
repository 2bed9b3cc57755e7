"""Plans on disk: round trip, unknown keys, versions, damage, safe writing."""

import json
import os
import stat
from dataclasses import replace
from pathlib import Path

import pytest

from editor.model import files, storage
from editor.model.document import Block, BlockKind, Document, Form, Level, Metadata, Seal, Superior, Unit
from editor.model.errors import UnreadableFile, UnwritableFile

UNIT = Unit(
    "education",
    "云溪县教育和体育局",
    "县教育体育局",
    ("县教体局",),
    (("县教育局", 2019),),
    "government",
    Level.COUNTY,
    ("education",),
)
PLAN = Document(
    "kexue-suzhi",
    Metadata(
        place="云溪县", layers=("shandong",), period_start=2026, period_end=2030, issuer="云溪县人民政府",
        notice_body="第一段。\n第二段。", units=(UNIT,), fields=(("baseline", "12.1"),), not_applicable=("P5",),
    ),
    (
        Block("t", BlockKind.TITLE, "云溪县方案𠮷"),
        Block("h", BlockKind.HEADING, "（一）指导思想。以……", 2, ("G1",)),
        Block("x", BlockKind.TABLE, rows=(("甲", "乙"), ("丙", "丁"))),
    ),
)  # fmt: skip


def write(path: Path, **changes: object) -> Path:
    data = storage.to_json(PLAN) | changes
    path.write_text(json.dumps(data, ensure_ascii=False), "utf-8")
    return path


def test_save_and_load_give_the_same_document(tmp_path):
    storage.save(PLAN, tmp_path / "方案.nigao")
    assert storage.load(tmp_path / "方案.nigao") == storage.Loaded(PLAN)


ELEMENTS = {
    "copy_number": "000001",
    "secrecy": "机密★1年",
    "urgency": "特急",
    "joint_issuers": "云溪县科学技术协会、云溪县教育局",
    "signers": "周明、吴芳",
    "signatory_post": "县长",
    "signatory": "周明",
    "attendees": "周明、吴芳",
    "absentees": "郑文",
    "observers": "王敏",
}


@pytest.mark.parametrize("form", Form)
@pytest.mark.parametrize("seal", Seal)
def test_format_seal_and_elements_round_trip(tmp_path, form, seal):
    document = Document("t", Metadata(form=form, seal=seal, **ELEMENTS))
    storage.save(document, tmp_path / "a.nigao")
    assert storage.load(tmp_path / "a.nigao").document == document


def test_a_file_without_the_elements_loads_with_their_defaults(tmp_path):
    data = storage.to_json(PLAN)
    metadata = {key: value for key, value in data["metadata"].items() if key not in ("form", "seal", *ELEMENTS)}
    loaded = storage.load(write(tmp_path / "a.nigao", metadata=metadata)).document.metadata
    assert loaded == PLAN.metadata
    assert (loaded.form, loaded.seal) == (Form.FILE, Seal.NONE)


@pytest.mark.parametrize(("key", "value"), [("form", "电报"), ("seal", "red"), ("form", 1), ("seal", None)])
def test_an_unknown_format_or_seal_is_refused_with_a_sentence(tmp_path, key, value):
    metadata = storage.to_json(PLAN)["metadata"] | {key: value}
    with pytest.raises(UnreadableFile, match=f"“metadata/{key}”处取值不认识") as caught:
        storage.load(write(tmp_path / "坏.nigao", metadata=metadata))
    assert caught.value.next_step


@pytest.mark.parametrize("key", ELEMENTS)
def test_an_element_that_is_no_text_is_refused(tmp_path, key):
    metadata = storage.to_json(PLAN)["metadata"] | {key: ["甲"]}
    with pytest.raises(UnreadableFile, match=f"“metadata/{key}”处类型不对"):
        storage.load(write(tmp_path / "坏.nigao", metadata=metadata))


def test_unknown_keys_survive_everywhere(tmp_path):
    data = json.loads(storage.to_bytes(PLAN))
    data["review"] = {"by": "甲"}
    data["metadata"]["stamp"] = [1, 2]
    data["metadata"]["units"][0]["phone"] = "87880000"
    data["blocks"][1]["comment"] = {"text": "请核"}
    (tmp_path / "a.nigao").write_text(json.dumps(data), "utf-8")
    document = storage.load(tmp_path / "a.nigao").document
    assert json.loads(storage.to_bytes(document)) == data


def test_a_newer_version_opens_read_only_with_a_sentence(tmp_path):
    loaded = storage.load(write(tmp_path / "a.nigao", version=7))
    assert loaded.read_only
    assert "只读" in loaded.warning
    assert loaded.document.blocks == PLAN.blocks


def test_a_newer_version_of_another_shape_says_so(tmp_path):
    with pytest.raises(UnreadableFile, match="升级"):
        storage.load(write(tmp_path / "a.nigao", version=7, blocks={"tree": []}))


WHOLE = storage.to_bytes(PLAN)
DAMAGED = {
    "empty": b"",
    "cut in half": WHOLE[: len(WHOLE) // 2],
    "zeros": bytes(2000),
    "binary": bytes(range(256)) * 20,
    "GB18030": WHOLE.decode().encode("gb18030"),
    "a list": b"[]",
    "another format": b'{"format": "other"}',
    "NaN": WHOLE.replace(b"2026", b"NaN"),
    "doubled key": WHOLE.replace(b'"version": 1', b'"version": 1, "version": 1'),
    "too deep": b'{"format": "nigao", "x": ' + b"[" * 100_000 + b"]" * 100_000 + b"}",
    "huge number": WHOLE.replace(b"2026", b"9" * 10_000),
    "text for a number": WHOLE.replace(b"2026", b'"2026"'),
    "number for a text": WHOLE.replace('"云溪县"'.encode(), b"5"),
    "unknown kind": WHOLE.replace(b'"heading"', b'"banner"'),
    "same id twice": WHOLE.replace(b'"id": "h"', b'"id": "t"'),
}


@pytest.mark.parametrize("name", DAMAGED)
def test_a_damaged_file_is_refused_with_a_sentence_and_stays_as_it_was(tmp_path, name):
    path = tmp_path / "坏.nigao"
    path.write_bytes(DAMAGED[name])
    with pytest.raises(UnreadableFile) as caught:
        storage.load(path)
    assert "坏.nigao" in caught.value.message
    assert caught.value.next_step
    assert path.read_bytes() == DAMAGED[name]


def test_brackets_inside_text_are_not_depth(tmp_path):
    document = Document("t", blocks=(Block("b", BlockKind.PARAGRAPH, "[{" * 500),))
    storage.save(document, tmp_path / "a.nigao")
    assert storage.load(tmp_path / "a.nigao").document == document


def test_half_characters_and_control_characters_are_cleaned_on_load(tmp_path):
    data = json.loads(WHOLE)
    data["blocks"][0]["text"] = "云\ud800溪\x00县"
    data["odd"] = "\ud800"
    (tmp_path / "a.nigao").write_text(json.dumps(data), "utf-8")
    document = storage.load(tmp_path / "a.nigao").document
    assert document.blocks[0].text == "云\ufffd溪县"
    storage.save(document, tmp_path / "b.nigao")
    assert storage.load(tmp_path / "b.nigao").document.blocks == document.blocks


def test_missing_folder_and_pipe_are_refused_at_once(tmp_path):
    with pytest.raises(UnreadableFile, match="找不到"):
        storage.load(tmp_path / "无.nigao")
    with pytest.raises(UnreadableFile):
        storage.load(tmp_path)
    os.mkfifo(tmp_path / "pipe.nigao")
    with pytest.raises(UnreadableFile, match="不是一个文件"):
        storage.load(tmp_path / "pipe.nigao")


def test_a_file_over_the_limit_is_refused(tmp_path):
    (tmp_path / "a").write_bytes(b"x" * 100)
    with pytest.raises(UnreadableFile, match="上限"):
        files.read_bytes(tmp_path / "a", 50)


def test_a_failed_write_leaves_the_old_file_and_no_litter(tmp_path, monkeypatch):
    target = tmp_path / "方案.nigao"
    target.write_bytes(b"old")

    def fail(*_: object) -> None:
        raise OSError(28, "No space left on device")

    for name in ("fsync", "replace"):
        with monkeypatch.context() as patch:
            patch.setattr(files.os, "fsync", fail) if name == "fsync" else patch.setattr(Path, "replace", fail)
            with pytest.raises(UnwritableFile, match="磁盘空间不足"):
                files.write_atomically(target, b"new")
        assert target.read_bytes() == b"old"
        assert list(tmp_path.iterdir()) == [target]


def test_writing_syncs_the_file_before_it_takes_the_place_and_the_folder_after(tmp_path, monkeypatch):
    calls = []
    sync, replace = os.fsync, Path.replace
    monkeypatch.setattr(files.os, "fsync", lambda handle: (calls.append("sync"), sync(handle))[1])
    monkeypatch.setattr(Path, "replace", lambda self, to: (calls.append("replace"), replace(self, to))[1])
    files.write_atomically(tmp_path / "a", b"x")
    assert calls == ["sync", "replace", "sync"]


@pytest.mark.parametrize("target", ["folder", "missing/a.nigao", "x" * 300, "null\0name"])
def test_an_impossible_target_is_refused_with_a_sentence(tmp_path, target):
    (tmp_path / "folder").mkdir()
    with pytest.raises(UnwritableFile) as caught:
        storage.save(PLAN, tmp_path / target)
    assert caught.value.next_step


def test_a_link_stays_a_link_and_the_mode_is_kept(tmp_path):
    real = tmp_path / "real.nigao"
    real.write_bytes(b"old")
    real.chmod(0o640)
    link = tmp_path / "link.nigao"
    link.symlink_to(real)
    files.write_atomically(link, b"new")
    assert link.is_symlink()
    assert real.read_bytes() == b"new"
    assert stat.S_IMODE(real.stat().st_mode) == 0o640


def test_a_read_only_file_is_not_replaced(tmp_path, monkeypatch):
    target = tmp_path / "a"
    target.write_bytes(b"old")
    monkeypatch.setattr(files.os, "access", lambda *_: False)  # root may write anything: stand in for the answer
    with pytest.raises(UnwritableFile, match="不能写入"):
        files.write_atomically(target, b"new")
    assert target.read_bytes() == b"old"


SUPERIOR = Superior(
    "云州市方案.docx",
    (Block("s", BlockKind.TITLE, "云州市方案"), Block("p", BlockKind.HEADING, "一、总体要求", 1)),
    "云州市",
    Level.CITY,
    "云州政发〔2026〕4号",
    "2026-03-01",
    2026,
    2030,
    '{"later": 1}',
)


def test_the_superiors_plan_is_kept_in_the_file(tmp_path: Path) -> None:
    plan = replace(PLAN, metadata=replace(PLAN.metadata, superior=SUPERIOR))
    storage.save(plan, tmp_path / "a.nigao")
    assert storage.load(tmp_path / "a.nigao").document == plan


def test_a_plan_without_a_superiors_says_nothing_of_one() -> None:
    assert "superior" not in storage.to_json(PLAN)["metadata"]


@pytest.mark.parametrize("superior", [{}, {"name": "甲"}, {"name": "甲", "blocks": [{"id": "1"}]}, [], "甲", 1])
def test_a_superiors_plan_that_breaks_the_format_is_refused(tmp_path: Path, superior: object) -> None:
    file = write(tmp_path / "a.nigao", metadata={"superior": superior})
    with pytest.raises(UnreadableFile, match="不符合拟稿文件格式"):
        storage.load(file)


def test_a_superiors_plan_of_control_characters_is_cleaned(tmp_path: Path) -> None:
    superior = {"name": "甲\x00.docx", "blocks": [{"id": "1", "kind": "paragraph", "text": "甲\u2028乙"}]}
    kept = storage.load(write(tmp_path / "a.nigao", metadata={"superior": superior})).document.metadata.superior
    assert kept is not None
    assert (kept.name, kept.blocks[0].text) == ("甲.docx", "甲乙")
