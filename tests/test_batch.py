"""A folder of plans: all of them checked, whatever stands among them; again only those that changed."""

import json
import os
import subprocess
import sys
import time
from pathlib import Path

import pytest
from openpyxl import load_workbook

from editor import cli
from editor.batch import checking, command
from editor.batch.checking import Way, check_file
from editor.batch.crew import Lost, results
from editor.batch.folders import find_plans
from editor.batch.ledger import Ledger, Stamp
from editor.model.errors import UnwritableFile
from resources import path as resource
from tests import crew_work
from tests.test_reports import TEXT

ROOT = Path(__file__).resolve().parents[1]
SAMPLE = resource("samples/yunxi.nigao")


def run(capsys: pytest.CaptureFixture[str], *arguments: object) -> tuple[int, str, str]:
    code = cli.main([str(argument) for argument in ("check", *arguments)])
    printed = capsys.readouterr()
    return code, printed.out, printed.err


def county(folder: Path, number: int = 3) -> Path:
    """Return a folder of plans in folders."""
    for at in range(number):
        place = folder / f"{at % 2}市"
        place.mkdir(parents=True, exist_ok=True)
        (place / f"{at}县.txt").write_text(TEXT.replace("其它", "其它" if at else "其他"), "utf-8")
    return folder


def hostile(folder: Path) -> Path:
    """Return a folder with two good plans among things that are none."""
    county(folder, 1)
    (folder / "样本.nigao").write_bytes(SAMPLE.read_bytes())
    (folder / "文件夹.docx").mkdir()
    (folder / "文件夹.docx" / "~$锁.docx").write_text("")
    (folder / "空.docx").write_bytes(b"")
    (folder / "乱.docx").write_bytes(bytes(range(256)))
    (folder / "旧.doc").write_bytes(b"\xd0\xcf\x11\xe0")
    (folder / ".隐藏.txt").write_text(TEXT, "utf-8")
    (folder / ".git").mkdir()
    (folder / ".git" / "a.txt").write_text(TEXT, "utf-8")
    (folder / ".~lock.样本.docx#").write_text("")
    with (folder / "大.txt").open("wb") as file:
        file.truncate(200 * 1024 * 1024)
    if hasattr(os, "symlink") and os.name != "nt":
        (folder / "圈").symlink_to(folder, target_is_directory=True)
        (folder / "断.txt").symlink_to(folder / "没有.txt")
        (folder / "又是样本.nigao").symlink_to(folder / "样本.nigao")
        os.mkfifo(folder / "管道.txt")
        (folder / os.fsdecode(b"\xff\n.txt")).write_bytes(b"")
    return folder


def test_plans_are_found_once_and_in_order(tmp_path: Path) -> None:
    folder = hostile(tmp_path)
    plans = find_plans([str(folder / "样本.nigao"), str(folder)])
    names = [os.path.relpath(name, folder) for name in plans.files]
    assert names[0] == "样本.nigao"
    assert {"0市/0县.txt", "空.docx", "乱.docx", "大.txt", "断.txt", "管道.txt"} <= set(names)
    assert not [
        name for name in names if "隐藏" in name or "git" in name or "~" in name or "圈" in name or "又是" in name
    ]
    assert plans.others == {".doc": 1}
    assert plans.named == {str(folder / "样本.nigao"), str(folder)}


@pytest.mark.skipif(os.name == "nt" or os.geteuid() == 0, reason="everything is readable here")
def test_a_folder_that_cannot_be_read_is_named(tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    folder = county(tmp_path, 2)
    (folder / "0市").chmod(0)
    code, out, _ = run(capsys, folder)
    (folder / "0市").chmod(0o755)
    assert code == cli.FINDINGS
    assert "0市：文件夹读不出来" in out


def test_an_unreadable_folder_becomes_an_unusable_entry(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    def walk(folder, onerror):
        onerror(PermissionError(13, "Permission denied", f"{folder}/关"))
        return iter(())

    monkeypatch.setattr(os, "walk", walk)
    ((name, error),) = find_plans([str(tmp_path)]).refused
    assert name == f"{tmp_path}/关"
    assert "Permission denied" in error.message


def test_what_is_no_plan_never_stops_the_rest(tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    folder = hostile(tmp_path)
    code, out, err = run(capsys, folder, "--format", "json", "--xlsx", tmp_path / "报告.xlsx")
    assert code == cli.FINDINGS
    data = json.loads(out)
    assert {Path(file["file"]).name for file in data["files"]} == {"0县.txt", "又是样本.nigao"}
    reasons = {Path(one["file"]).name: one["reason"] for one in data["unusable"]}
    assert {"空.docx", "乱.docx", "大.txt"} <= reasons.keys()
    assert "超过 50 MB" in reasons["大.txt"]
    assert f"文件夹中有 {len(reasons)} 份文件不能用" in err
    assert "1 个其他类型的文件没有检查（.doc 1）" in err
    sheet = load_workbook(tmp_path / "报告.xlsx")["汇总"]
    assert sheet.max_row == 1 + len(reasons) + 2 + 1
    alone = {found["code"] for found in check_file(str(folder / "样本.nigao"), ())["diagnostics"]}
    batch = next(file for file in data["files"] if file["file"].endswith(".nigao"))
    assert {found["code"] for found in batch["diagnostics"]} == alone


def test_a_named_file_that_is_of_no_use_is_exit_2_also_beside_a_folder(
    tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    county(tmp_path / "甲", 1)
    code, out, err = run(capsys, tmp_path / "甲", tmp_path / "没有.txt")
    assert code == cli.UNUSABLE
    assert "没有.txt：找不到文件" in err
    assert "共检查 1 份文件" in out


def test_a_folder_without_plans_is_one_sentence(tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    (tmp_path / "a.pdf").write_bytes(b"%PDF")
    code, out, err = run(capsys, tmp_path)
    assert (code, out, err.count("\n")) == (cli.UNUSABLE, "", 1)
    assert "里没有" in err


def test_a_run_goes_on_where_it_stopped_and_looks_again_at_what_changed(
    tmp_path: Path, capsys: pytest.CaptureFixture[str], monkeypatch: pytest.MonkeyPatch
) -> None:
    folder, state = county(tmp_path / "甲", 4), tmp_path / "进度.jsonl"
    first = run(capsys, folder, "--resume", state, "--format", "json", "--jobs", "2")
    lines = state.read_bytes().splitlines(keepends=True)
    assert len(lines) == 5
    state.write_bytes(b"".join(lines[:3]) + lines[3][: len(lines[3]) // 2])  # as a killed run leaves it
    (folder / "1市" / "1县.txt").write_text(TEXT.replace("，，", "，"), "utf-8")
    asked = []

    def watched(tasks, *arguments):
        asked.extend(tasks)
        return results(tasks, *arguments)

    monkeypatch.setattr("editor.batch.crew.results", watched)
    second = run(capsys, folder, "--resume", state, "--format", "json")
    kept = {json.loads(line)["report"]["file"] for line in lines[1:3]}
    changed = {str(folder / "1市" / "1县.txt")}
    assert set(asked) == ({str(file) for file in folder.rglob("*.txt")} - kept) | changed
    before, after = (json.loads(done[1])["files"] for done in (first, second))
    assert [file["file"] for file in after] == [file["file"] for file in before]
    for old, new in zip(before, after, strict=True):
        assert (old == new) is (old["file"] not in changed)


def test_a_ledger_of_another_run_is_dropped_and_another_file_left_alone(tmp_path: Path) -> None:
    state, plan = tmp_path / "进度.jsonl", county(tmp_path / "甲", 1) / "0市" / "0县.txt"
    stamp, report = Stamp.of(str(plan)), check_file(str(plan), ())
    ledger = Ledger.open(state, "one")
    ledger.add("a", stamp, report)
    ledger.close()
    for way, known in (("one", True), ("two", False)):
        ledger = Ledger.open(state, way)
        assert ledger.reuse("b", stamp) is known
        assert list(ledger.reports(["a", "b"])) == ([report] if known else [])
        ledger.close()
    other = tmp_path / "方案.docx"
    other.write_bytes(b"PK something")
    with pytest.raises(UnwritableFile, match="不是检查进度文件"):
        Ledger.open(other, "one")
    assert other.read_bytes() == b"PK something"


def test_another_layer_or_another_set_of_rules_is_another_run(monkeypatch: pytest.MonkeyPatch) -> None:
    ways = {Way().fingerprint(), Way(("henan",)).fingerprint()}
    monkeypatch.setattr(checking, "all_rules", lambda: ())
    ways.add(Way().fingerprint())
    assert len(ways) == 3


def test_an_interruption_is_a_sentence_and_keeps_what_is_done(
    tmp_path: Path, capsys: pytest.CaptureFixture[str], monkeypatch: pytest.MonkeyPatch
) -> None:
    folder, state = county(tmp_path / "甲", 2), tmp_path / "进度.jsonl"
    done = check_file(str(folder / "0市" / "0县.txt"), ())

    def interrupted(tasks, *_):
        yield tasks[0], done
        raise KeyboardInterrupt

    monkeypatch.setattr("editor.batch.crew.results", interrupted)
    code, out, err = run(capsys, folder, "--resume", state)
    assert (code, out) == (cli.UNUSABLE, "")
    assert "再次运行同一命令就接着检查" in err
    assert len(state.read_bytes().splitlines()) == 2


def test_a_file_that_vanishes_or_breaks_the_program_is_listed(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    plan = county(tmp_path, 1) / "0市" / "0县.txt"
    ledger = Ledger.open(None, "")
    outcome = {"a": Lost.DIED, "b": Lost.HUNG}
    monkeypatch.setattr("editor.batch.crew.results", lambda tasks, *_: ((task, outcome[task]) for task in tasks))
    reports = list(checking.check_all(["a", "b"], Way(), ledger, 2))
    ledger.close()
    assert ["内存" in report["unusable"] for report in reports if report] == [True, False]
    monkeypatch.setattr(checking, "open_plan", lambda *_: 1 / 0)
    assert "ZeroDivisionError" in check_file(str(plan), ())["unusable"]
    monkeypatch.undo()
    plan.unlink()
    assert "找不到文件" in check_file(str(plan), ())["unusable"]


def test_a_process_that_dies_or_hangs_costs_one_task() -> None:
    tasks = ["a", "die 1", "b", "hang", "c", "die 2", "d", "e"]
    done = dict(results(tasks, crew_work.prepare, ("hello",), 2, 8.0))
    assert done.keys() == set(tasks)
    assert {task: result for task, result in done.items() if isinstance(result, Lost)} == {
        "die 1": Lost.DIED, "hang": Lost.HUNG, "die 2": Lost.DIED,
    }  # fmt: skip
    answers = [str(result).split() for result in done.values() if not isinstance(result, Lost)]
    assert all(answer[0] == "hello" for answer in answers)
    assert str(os.getpid()) not in {answer[-1] for answer in answers}


def test_processes_end_when_nobody_listens_any_more() -> None:
    running = results(["a", "hang"], crew_work.prepare, ("hello",), 2)
    _, answer = next(running)
    running.close()
    if Path("/proc").is_dir():
        gone = Path("/proc") / str(answer).split()[-1]
        for _ in range(50):
            if not gone.exists():
                break
            time.sleep(0.1)
        assert not gone.exists()


def test_the_report_goes_into_a_file_whole(tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    plan, target = county(tmp_path, 1) / "0市" / "0县.txt", tmp_path / "报告.json"
    code, out, _ = run(capsys, plan, "--format", "json", "-o", target)
    assert (code, out) == (cli.FINDINGS, "")
    assert len(json.loads(target.read_text("utf-8"))["files"]) == 1
    code, _, err = run(capsys, plan, "-o", tmp_path / "没有" / "报告.txt")
    assert code == cli.UNUSABLE
    assert "不能写入" in err
    assert sorted(file.name for file in tmp_path.iterdir()) == ["0市", "报告.json"]


def test_progress_is_told_where_it_is_asked_for_and_the_command_works_by_itself(tmp_path: Path) -> None:
    folder = county(tmp_path, 3)
    for options, told in (("--progress",), True), ((), False):
        done = subprocess.run(
            [sys.executable, "main.py", "check", str(folder), *options], cwd=ROOT, capture_output=True, check=False
        )
        assert done.returncode == cli.FINDINGS, done.stderr.decode()
        assert ("已检查 3/3 份" in done.stderr.decode()) is told
        assert "共检查 3 份文件" in done.stdout.decode()


def test_many_named_files_are_checked_like_a_folder(
    tmp_path: Path, capsys: pytest.CaptureFixture[str], monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(command, "_FEW", 2)
    names = [str(file) for file in sorted(county(tmp_path, 3).rglob("*.txt"), reverse=True)]
    code, out, _ = run(capsys, *names, "--format", "json")
    assert code == cli.FINDINGS
    assert [file["file"] for file in json.loads(out)["files"]] == names
