"""`export --pdf`: by the program's own writer, which main.py hands in, or by LibreOffice."""

import os
import subprocess
import sys
from pathlib import Path

import pytest

from editor import cli
from editor.gongwen.export import Options
from editor.model.document import Document

ROOT = Path(__file__).resolve().parents[1]
PLAN = ROOT / "resources" / "samples" / "yunxi.nigao"


def no_libreoffice(docx: Path, pdf: Path) -> None:
    raise AssertionError("LibreOffice was asked")


def test_the_writer_handed_in_gets_the_plan_and_what_was_chosen(tmp_path, capsys, monkeypatch):
    asked: list[tuple[Document, Path, Options]] = []

    def draw(document: Document, path: Path, options: Options) -> tuple[str, ...]:
        asked.append((document, path, options))
        return ("缺少一种字体。",)

    monkeypatch.setattr("editor.gongwen.pdf.to_pdf", no_libreoffice)
    pdf = tmp_path / "方案.pdf"
    docx = tmp_path / "方案.docx"
    assert cli.main(["export", str(PLAN), "-o", str(docx), "--table", "--pdf", str(pdf)], draw) == 0
    ((document, path, options),) = asked
    assert (document.metadata.issuer, path, options.table) == ("云溪县人民政府", pdf, True)
    assert capsys.readouterr().out.endswith(f"已生成“{pdf}”。\n  缺少一种字体。\n")


def test_libreoffice_makes_it_where_it_is_asked_for_or_nothing_else_is_there(tmp_path, capsys, monkeypatch):
    made: list[tuple[Path, Path]] = []
    monkeypatch.setattr("editor.gongwen.pdf.to_pdf", lambda docx, pdf: made.append((docx, pdf)))
    docx, pdf = tmp_path / "方案.docx", tmp_path / "方案.pdf"
    command = ["export", str(PLAN), "-o", str(docx), "--pdf", str(pdf)]

    def never(*_: object) -> tuple[str, ...]:
        raise AssertionError("the program's own writer was asked")

    assert cli.main([*command, "--pdf-with", "libreoffice"], never) == 0
    assert cli.main(command) == 0
    assert made == [(docx, pdf)] * 2
    assert capsys.readouterr().out.count(f"已生成“{pdf}”。") == 2


def test_one_file_cannot_be_both(tmp_path, capsys):
    docx = tmp_path / "方案.docx"
    assert cli.main(["export", str(PLAN), "-o", str(docx), "--pdf", str(docx)]) == cli.UNUSABLE
    assert "PDF 与公文不能是同一个文件" in capsys.readouterr().err
    assert not docx.exists()


@pytest.mark.skipif(not sys.platform.startswith("linux"), reason="only there a process can be without any display")
def test_no_display_is_needed(tmp_path):
    environment = {key: value for key, value in os.environ.items() if "DISPLAY" not in key and key != "QT_QPA_PLATFORM"}
    docx, pdf = tmp_path / "方案.docx", tmp_path / "方案.pdf"
    command = [sys.executable, str(ROOT / "main.py"), "export", str(PLAN), "-o", str(docx), "--pdf", str(pdf)]
    done = subprocess.run(command, env=environment, capture_output=True, text=True, timeout=120, check=False)
    if done.returncode == 0:
        assert pdf.read_bytes().startswith(b"%PDF")
        assert f"已生成“{pdf}”。" in done.stdout
    else:
        assert (done.returncode, "也没有其他中文字体" in done.stderr) == (cli.UNUSABLE, True)
    assert "Traceback" not in done.stderr
