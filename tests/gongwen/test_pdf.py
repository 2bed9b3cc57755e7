import os
import time
from pathlib import Path

import pytest

from editor.gongwen import pdf
from editor.gongwen.pdf import find_soffice, to_pdf
from editor.model.errors import UnreadableFile, UserError

posix = pytest.mark.skipif(os.name == "nt", reason="the stand-in for LibreOffice is a shell script")


def stand_in(folder: Path, script: str, monkeypatch: pytest.MonkeyPatch) -> Path:
    """Put a shell script in LibreOffice's place and return a docx to convert."""
    program = folder / "soffice"
    program.write_text(f"#!/bin/sh\n{script}\n", "utf-8")
    program.chmod(0o755)
    monkeypatch.setattr(pdf, "find_soffice", lambda: program)
    docx = folder / "方案.docx"
    docx.write_bytes(b"PK")
    return docx


def alive(process: int) -> bool:
    try:
        os.kill(process, 0)
    except ProcessLookupError:
        return False
    status = Path(f"/proc/{process}/stat")
    return not (status.exists() and ") Z " in status.read_text("utf-8"))


def test_without_libreoffice_the_sentence_says_what_to_do(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(pdf, "find_soffice", lambda: None)
    with pytest.raises(UserError) as caught:
        to_pdf(tmp_path / "方案.docx", tmp_path / "方案.pdf")
    assert caught.value.message == "没有找到 LibreOffice，不能生成 PDF。"
    assert "另存为 PDF" in caught.value.next_step


def test_libreoffice_is_looked_for_on_the_path(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(pdf, "_USUAL_PLACES", ())
    monkeypatch.setenv("PATH", str(tmp_path))
    assert find_soffice() is None
    monkeypatch.setattr(pdf, "_USUAL_PLACES", (str(tmp_path / "office"),))
    (tmp_path / "office").write_bytes(b"")
    assert find_soffice() == tmp_path / "office"


@posix
def test_a_missing_docx_is_named(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    stand_in(tmp_path, "exit 0", monkeypatch)
    with pytest.raises(UnreadableFile, match=r"没有\.docx"):
        to_pdf(tmp_path / "没有.docx", tmp_path / "方案.pdf")


@posix
def test_the_pdf_is_put_in_its_place(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    docx = stand_in(tmp_path, 'for last; do :; done; printf "%%PDF" > "${last%.docx}.pdf"', monkeypatch)
    to_pdf(docx, tmp_path / "方案.pdf")
    assert (tmp_path / "方案.pdf").read_bytes() == b"%PDF"


@posix
def test_a_program_that_makes_nothing_is_reported_and_the_old_pdf_stays(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    docx = stand_in(tmp_path, "exit 1", monkeypatch)
    (tmp_path / "方案.pdf").write_bytes(b"before")
    with pytest.raises(UserError, match="没有生成 PDF"):
        to_pdf(docx, tmp_path / "方案.pdf")
    assert (tmp_path / "方案.pdf").read_bytes() == b"before"


@posix
def test_a_program_that_hangs_is_ended_with_its_children(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    marks = tmp_path / "processes"
    docx = stand_in(tmp_path, f'sleep 60 &\necho $$ $! > "{marks}"\nwait', monkeypatch)
    with pytest.raises(UserError, match="已停止"):
        to_pdf(docx, tmp_path / "方案.pdf", time_limit=1.0)
    processes = [int(number) for number in marks.read_text("utf-8").split()]
    for _ in range(50):
        if not any(map(alive, processes)):
            break
        time.sleep(0.02)
    assert not any(map(alive, processes))
