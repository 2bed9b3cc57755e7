"""One open document without a window: changes, listeners, saving, read-only plans, export."""

import json
from dataclasses import replace

import pytest

from editor.gongwen.export import Options
from editor.model import storage
from editor.model.document import BlockKind
from editor.model.edits import ReplaceBlocks, Transaction
from editor.model.errors import UnreadableFile, UnwritableFile
from editor.session import Change, Origin, Session
from tests.builders import plan

PLAN = plan("#云溪县方案", "一、总体要求", "2021-2025年的工作。")


def retyped(session: Session, index: int, text: str) -> Transaction:
    block = session.document.blocks[index]
    return Transaction("修改", (ReplaceBlocks(index, (block,), (replace(block, text=text),)),))


@pytest.fixture
def session():
    return Session(PLAN)


def test_a_change_reaches_document_findings_and_listeners(session):
    heard: list[Change] = []
    session.subscribe(heard.append)
    assert "NUM010" in {found.code for found in session.diagnostics}
    transaction = retyped(session, 2, "2021—2025年的工作。")
    assert session.apply(transaction, Origin.VIEW)
    assert session.document.blocks[2].text == "2021—2025年的工作。"
    assert "NUM010" not in {found.code for found in session.diagnostics}
    (change,) = heard
    assert (change.document, change.transaction, change.origin) == (session.document, transaction, Origin.VIEW)
    assert session.analysis.document == session.document


def test_typing_tells_what_block_rules_find_where_it_was_and_asking_completes_the_check():
    session = Session(plan("#云溪县方案", "一、总体要求", "2021-2025年的工作。", "三、保障措施", "加强领导。"))
    heard: list[Change] = []
    session.subscribe(heard.append)
    assert "STR010" in {found.code for found in session.diagnostics}
    session.apply(retyped(session, 4, "加强领导，，"), Origin.VIEW)
    here = session.document.blocks[4].id
    assert {key: [one.code for one in found] for key, found in heard[-1].found.items()} == {here: ["PUN003"]}
    session.apply(retyped(session, 3, "二、保障措施"), Origin.VIEW)
    assert heard[-1].found == {session.document.blocks[3].id: ()}
    assert session.diagnostics == Session(session.document).diagnostics
    assert "STR010" not in {found.code for found in session.diagnostics}


def test_a_command_is_checked_as_typing_is_and_asking_completes_it(session):
    heard: list[Change] = []
    session.subscribe(heard.append)
    assert session.diagnostics
    session.apply(retyped(session, 2, "加强领导，，"))
    assert [one.code for one in heard[-1].found[session.document.blocks[2].id]] == ["PUN003"]
    assert not session.is_checked
    assert session.diagnostics == Session(session.document).diagnostics
    session.undo()
    assert not session.is_checked
    assert session.diagnostics == Session(PLAN).diagnostics


def test_a_change_undo_or_question_amid_the_steps_of_a_check_leaves_the_findings_of_a_fresh_one(session):
    for meanwhile in (
        lambda: session.apply(retyped(session, 2, "加强领导，，"), Origin.VIEW),
        lambda: session.apply(retyped(session, 1, "二、总体要求")),
        session.undo,
        session.redo,
        lambda: session.diagnostics,
    ):
        steps = session.check()
        for _ in range(5):
            next(steps, None)
        meanwhile()
        for _ in steps:  # begun for a document that may be gone
            pass
        assert session.diagnostics == Session(session.document).diagnostics


def test_of_a_command_that_changes_very_many_blocks_the_rest_is_checked_in_steps():
    many = plan("#云溪县方案", *("2021-2025年的工作。" for _ in range(200)))
    session = Session(many)
    assert len([found for found in session.diagnostics if found.code == "NUM010"]) == 200
    new = tuple(replace(block, text=block.text + "加强领导，，") for block in many.blocks)
    session.apply(Transaction("改写", (ReplaceBlocks(0, many.blocks, new),)))
    assert session.diagnostics == Session(session.document).diagnostics


def test_undo_and_redo_restore_and_tell(session):
    origins = []
    session.subscribe(lambda change: origins.append(change.origin))
    session.apply(retyped(session, 2, "甲"))
    assert session.undo()
    assert session.document == PLAN
    assert session.redo()
    assert session.document.blocks[2].text == "甲"
    assert not session.redo()
    assert origins == [Origin.COMMAND, Origin.UNDO, Origin.REDO]


def test_a_transaction_that_changes_nothing_is_not_remembered(session):
    assert not session.apply(retyped(session, 2, PLAN.blocks[2].text))
    assert session.undo_label is None


def test_who_has_unsubscribed_hears_nothing(session):
    heard = []
    stop = session.subscribe(heard.append)
    stop()
    session.apply(retyped(session, 2, "甲"))
    assert heard == []


def test_saving_gives_a_file_and_marks_the_state(session, tmp_path):
    session.apply(retyped(session, 2, "甲"))
    assert not session.is_saved
    assert session.save(tmp_path / "a.nigao") == tmp_path / "a.nigao"
    assert session.is_saved
    assert storage.load(tmp_path / "a.nigao").document == session.document
    session.undo()
    assert not session.is_saved
    session.save()
    assert storage.load(tmp_path / "a.nigao").document == PLAN


def test_a_failed_save_leaves_everything_as_it_was(session, tmp_path):
    session.save(tmp_path / "a.nigao")
    session.apply(retyped(session, 2, "甲"))
    with pytest.raises(UnwritableFile):
        session.save(tmp_path / "missing" / "b.nigao")
    assert session.path == tmp_path / "a.nigao"
    assert not session.is_saved
    assert session.document.blocks[2].text == "甲"


def test_what_another_program_wrote_meanwhile_is_not_overwritten(tmp_path):
    path = tmp_path / "a.nigao"
    storage.save(PLAN, path)
    session, _ = Session.open(path)
    session.apply(retyped(session, 2, "甲"))
    storage.save(plan("#别人的修改", "一、总体要求", "乙"), path)
    theirs = path.read_bytes()
    with pytest.raises(UnwritableFile, match="其他程序改动过"):
        session.save()
    assert path.read_bytes() == theirs
    assert not session.is_saved
    session.save(path)  # chosen and confirmed by the user
    session.apply(retyped(session, 2, "丙"))
    session.save()  # its own file again, which nobody else has touched
    assert storage.load(path).document == session.document


def test_a_file_that_was_removed_meanwhile_is_written_again(tmp_path):
    path = tmp_path / "a.nigao"
    storage.save(PLAN, path)
    session, _ = Session.open(path)
    path.unlink()
    session.apply(retyped(session, 2, "甲"))
    assert session.save() == path
    assert storage.load(path).document == session.document


def test_a_plan_without_a_file_asks_for_one(session):
    with pytest.raises(UnwritableFile, match="没有文件名"):
        session.save()


def newer(folder):
    path = folder / "新版.nigao"
    path.write_text(json.dumps(storage.to_json(PLAN) | {"version": 9}), "utf-8")
    return path


def test_a_plan_of_a_newer_program_cannot_be_changed_or_overwritten(tmp_path):
    path = newer(tmp_path)
    before = path.read_bytes()
    session, warning = Session.open(path)
    assert "只读" in warning
    assert not session.apply(retyped(session, 2, "甲"))
    with pytest.raises(UnwritableFile, match="只读"):
        session.save()
    assert path.read_bytes() == before
    session.save(tmp_path / "副本.nigao")
    assert session.apply(retyped(session, 2, "甲"))


def test_a_plan_with_an_unknown_template_opens_with_a_sentence(tmp_path):
    storage.save(replace(PLAN, template="no-such-template"), tmp_path / "a.nigao")
    session, warning = Session.open(tmp_path / "a.nigao")
    assert "模板" in warning
    assert session.document.blocks == PLAN.blocks


def test_what_is_no_plan_does_not_open(tmp_path):
    (tmp_path / "a.nigao").write_text("{}")
    with pytest.raises(UnreadableFile):
        Session.open(tmp_path / "a.nigao")


def test_export_writes_a_docx_and_reports(session, tmp_path):
    report = session.export(tmp_path / "a.docx", Options(table=True))
    assert (tmp_path / "a.docx").read_bytes().startswith(b"PK")
    assert any("分工" in sentence for sentence in report.left_out)


def test_findings_follow_the_kind_of_a_block(session):
    block = session.document.blocks[2]
    heading = replace(block, kind=BlockKind.HEADING, level=2, text="（二）工作")
    session.apply(Transaction("设置", (ReplaceBlocks(2, (block,), (heading,)),)))
    assert "STR010" in {found.code for found in session.diagnostics}
