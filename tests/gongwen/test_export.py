from dataclasses import fields, replace
from pathlib import Path

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from editor.gongwen import export as gongwen
from editor.gongwen.elements import resolve
from editor.gongwen.export import Options, build, export
from editor.gongwen.verify import read_texts, verify
from editor.model.document import Block, BlockKind, Document, Form, Metadata, Seal, clean_line
from editor.model.errors import UnwritableFile
from tests.gongwen.sample import METADATA, sample

LINES = st.text(max_size=40).map(clean_line)
KINDS = st.sampled_from(list(BlockKind))


@st.composite
def blocks(draw: st.DrawFn) -> tuple[Block, ...]:
    found = []
    for at, kind in enumerate(draw(st.lists(KINDS, max_size=12))):
        rows: tuple[tuple[str, ...], ...] = ()
        if kind is BlockKind.TABLE:
            rows = tuple(map(tuple, draw(st.lists(st.lists(st.text(max_size=8), max_size=3), max_size=3))))
        text = "" if rows else draw(LINES)
        level = draw(st.integers(0, 5)) if kind is BlockKind.HEADING else 0
        found.append(Block(f"b{at}", kind, text, level, rows=rows))
    return tuple(found)


METADATA_TEXTS = st.fixed_dictionaries(
    {},
    optional={
        key: st.text(max_size=30) for key in (f.name for f in fields(Metadata) if f.type is str and f.name != "extra")
    }
    | {"form": st.sampled_from(Form), "seal": st.sampled_from(Seal)},
)


@settings(max_examples=150, suppress_health_check=[HealthCheck.too_slow], deadline=None)
@given(blocks(), METADATA_TEXTS, st.booleans())
def test_the_text_of_any_document_is_kept(
    tmp_path_factory: pytest.TempPathFactory, content: tuple[Block, ...], texts: dict[str, str], table: bool
) -> None:
    """The law: every block's text stands in the written file, whole and in order; export() proves the rest itself."""
    document = Document("", Metadata(**texts), content)
    path = tmp_path_factory.mktemp("law") / "方案.docx"
    export(document, path, Options(table=table))
    found = iter(read_texts(path.read_bytes()))
    kept = (BlockKind.HEADING, BlockKind.PARAGRAPH)
    for text in (block.text for block in content if block.kind in kept and block.text):
        assert text in found


def test_an_annex_note_before_the_title_is_no_reason_to_refuse(tmp_path: Path) -> None:
    content = (Block("a", BlockKind.ANNEX_NOTE, "附件：分工表"), Block("b", BlockKind.TITLE, "方案"))
    export(Document("", Metadata(addressees="各乡镇"), content), tmp_path / "方案.docx")
    assert read_texts((tmp_path / "方案.docx").read_bytes())[:3] == ["方案", "各乡镇：", "附件：分工表"]


@settings(max_examples=60, deadline=None)
@given(METADATA_TEXTS)
def test_every_metadata_text_that_is_set_is_printed(texts: dict[str, str]) -> None:
    document = Document("", Metadata(**texts), (Block("a", BlockKind.PARAGRAPH, "正文。"),))
    elements = resolve(document)
    printed = "".join(read_texts(build(document)))
    shown = [elements.doc_number, elements.addressees, *elements.body, *elements.notes, elements.copy_to]
    assert all(text in printed for text in [*shown, elements.title.replace("\n", "")])


def test_the_report_names_the_file_and_what_was_assumed(tmp_path: Path) -> None:
    report = export(sample(), tmp_path / "方案.docx")
    assert report.path == tmp_path / "方案.docx"
    assert report.left_out == ("印发机关按惯例取“云溪县人民政府办公室”，印发日期取成文日期，请核对。",)


def test_a_table_without_assignments_is_not_made_and_the_report_says_so(tmp_path: Path) -> None:
    plan = Document("", Metadata(), (Block("a", BlockKind.HEADING, "一、总体要求", 1),))
    report = export(plan, tmp_path / "方案.docx", Options(table=True))
    assert "方案中没有找到任务分工，未生成任务分工表。" in report.left_out
    assert read_texts((tmp_path / "方案.docx").read_bytes()) == ["一、总体要求"]


def test_tasks_without_units_are_named_in_the_report(tmp_path: Path) -> None:
    blocks = (*sample().blocks, Block("x", BlockKind.HEADING, "（四）数字科普工程", 2))
    blocks += (
        Block("y", BlockKind.HEADING, "1.建平台。建好平台。（县科协负责）", 3),
        Block("z", BlockKind.HEADING, "2.用平台。用好平台。", 3),
    )
    report = export(replace(sample(), blocks=blocks), tmp_path / "方案.docx", Options(table=True))
    assert "有 1 项任务没有写明单位（如“用平台”），分工表中单位栏留空。" in report.left_out


def test_rare_characters_survive(tmp_path: Path) -> None:
    text = "𠮷野村、😀、㐂、ཀ、“—…·”与<&>"
    export(Document("", METADATA, (Block("a", BlockKind.PARAGRAPH, text),)), tmp_path / "方案.docx")
    assert text in read_texts((tmp_path / "方案.docx").read_bytes())


def test_a_loss_of_text_is_noticed_and_the_old_file_stays(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    path = tmp_path / "方案.docx"
    path.write_bytes(b"before")
    shorter = replace(sample(), blocks=sample().blocks[:-1])
    less = build(shorter)
    monkeypatch.setattr(gongwen, "_bytes", lambda draft, layout: less)
    with pytest.raises(UnwritableFile, match="从“2028年开展中期评估"):
        export(sample(), path)
    assert path.read_bytes() == b"before"
    assert [file.name for file in tmp_path.iterdir()] == ["方案.docx"]


@pytest.mark.parametrize(("expected", "said"), [(["甲", "丙"], "从“丙”起"), (["甲"], "多出文字“乙”")])
def test_verify_names_the_first_difference(expected: list[str], said: str) -> None:
    written = build(Document("", Metadata(), tuple(Block(text, BlockKind.PARAGRAPH, text) for text in "甲乙")))
    verify(written, ["甲", "乙"])
    with pytest.raises(UnwritableFile, match=said):
        verify(written, expected)


@pytest.mark.parametrize("lock", ["~$方案.docx", ".~lock.方案.docx#"])
def test_a_file_open_elsewhere_is_not_touched(tmp_path: Path, lock: str) -> None:
    path = tmp_path / "方案.docx"
    path.write_bytes(b"before")
    (tmp_path / lock).write_text("x", "utf-8")
    with pytest.raises(UnwritableFile, match="正在其他程序中打开") as caught:
        export(sample(), path)
    assert caught.value.next_step == "请先关闭它，或另存为其他名称。"
    assert path.read_bytes() == b"before"


def test_word_leaves_two_letters_out_of_the_lock_of_a_long_name(tmp_path: Path) -> None:
    (tmp_path / "~$县实施方案全文稿.docx").write_text("x", "utf-8")
    with pytest.raises(UnwritableFile):
        export(sample(), tmp_path / "云溪县实施方案全文稿.docx")


def test_a_missing_folder_is_said_in_a_sentence(tmp_path: Path) -> None:
    with pytest.raises(UnwritableFile, match="不存在"):
        export(sample(), tmp_path / "没有" / "方案.docx")


def test_a_folder_in_the_place_of_the_file_stays(tmp_path: Path) -> None:
    (tmp_path / "方案.docx").mkdir()
    with pytest.raises(UnwritableFile, match="文件夹"):
        export(sample(), tmp_path / "方案.docx")
    assert (tmp_path / "方案.docx").is_dir()


def test_an_existing_file_is_replaced_and_nothing_else_is_left(tmp_path: Path) -> None:
    path = tmp_path / "方案.docx"
    path.write_bytes(b"before")
    export(sample(), path)
    assert path.read_bytes() == build(sample())
    assert [file.name for file in tmp_path.iterdir()] == ["方案.docx"]
