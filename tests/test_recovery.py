"""Unsaved work survives a program that ended without saving."""

import os
import subprocess
import sys
from pathlib import Path

import pytest

from editor import recovery
from editor.model.document import Block, BlockKind, Document
from editor.recovery import Journal

ROOT = Path(__file__).resolve().parents[1]
PLAN = Document("t", blocks=(Block("b", BlockKind.PARAGRAPH, "没有保存的一段。"),))

DYING_PROGRAM = """
import os, sys
from pathlib import Path
from editor.model.document import Block, BlockKind, Document
from editor.recovery import Journal
plan = Document("t", blocks=(Block("b", BlockKind.PARAGRAPH, "没有保存的一段。"),))
Journal(Path(sys.argv[1])).write(plan, Path("方案.nigao"))
os.kill(os.getpid(), 9)
"""


@pytest.fixture
def crashed(tmp_path):
    done = subprocess.run([sys.executable, "-c", DYING_PROGRAM, str(tmp_path)], cwd=ROOT, check=False)
    assert done.returncode != 0
    return tmp_path


def test_work_of_a_killed_program_is_found_with_its_file(crashed):
    (found,) = recovery.find(crashed)
    assert found.document == PLAN
    assert found.path == Path("方案.nigao")
    found.discard()
    assert recovery.find(crashed) == []


def test_work_of_a_running_program_is_not_touched(tmp_path):
    journal = Journal(tmp_path)
    journal.write(PLAN, None)
    assert recovery.find(tmp_path) == []
    assert len(list(tmp_path.iterdir())) == 1
    journal.discard()
    assert list(tmp_path.iterdir()) == []


def test_discarding_twice_is_harmless(tmp_path):
    journal = Journal(tmp_path)
    journal.discard()
    journal.write(PLAN, None)
    journal.discard()
    journal.discard()


@pytest.mark.parametrize("damage", [b"", b"{}", b"[]", b'{"path": 5, "plan": {}}', bytes(100)])
def test_a_damaged_recovery_file_is_set_aside(crashed, damage):
    (file,) = crashed.iterdir()
    file.write_bytes(damage)
    assert recovery.find(crashed) == []
    assert [path.suffix for path in crashed.iterdir()] == [".bad"]


def test_no_folder_means_nothing_to_recover(tmp_path):
    assert recovery.find(tmp_path / "none") == []


def test_pids_of_other_users_count_as_running():
    assert recovery._alive("1") is True
    assert recovery._alive(str(os.getpid())) is True
    assert recovery._alive("99999999999") is False
