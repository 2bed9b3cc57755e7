"""docx → PDF through LibreOffice, in a child process with its own profile and a time limit."""

import os
import shutil
import signal
import subprocess
import tempfile
from pathlib import Path

from editor.model.errors import UnreadableFile, UserError
from editor.model.files import write_atomically

TIME_LIMIT = 120.0  # seconds; a plan of 30,000 characters takes two
_USUAL_PLACES = (
    "C:/Program Files/LibreOffice/program/soffice.exe",
    "C:/Program Files (x86)/LibreOffice/program/soffice.exe",
    "/Applications/LibreOffice.app/Contents/MacOS/soffice",
    "/opt/libreoffice/program/soffice",
)


def find_soffice() -> Path | None:
    """Return LibreOffice's program, None where it is not installed."""
    for name in ("soffice", "libreoffice"):
        found = shutil.which(name)
        if found:
            return Path(found)
    return next((path for place in _USUAL_PLACES if (path := Path(place)).is_file()), None)


def to_pdf(docx: Path, pdf: Path, time_limit: float = TIME_LIMIT) -> None:
    """Write the PDF of a docx, whole or not at all; raises UserError where LibreOffice is missing, fails or hangs."""
    soffice = find_soffice()
    if soffice is None:
        raise UserError(
            "没有找到 LibreOffice，不能生成 PDF。", "请安装 LibreOffice，或用 Word、WPS 打开 docx 后另存为 PDF。"
        )
    if not docx.is_file():
        raise UnreadableFile(f"找不到文件“{docx}”。", "请先导出 docx。")
    with tempfile.TemporaryDirectory(prefix="nigao-pdf-") as folder:
        copy = Path(folder) / "document.docx"  # an odd name or a lock beside the original must not matter
        shutil.copyfile(docx, copy)
        _convert(soffice, copy, time_limit)
        made = copy.with_suffix(".pdf")
        if not made.is_file():
            raise UserError("LibreOffice 没有生成 PDF。", "请用 Word、WPS 打开 docx 后另存为 PDF。")
        write_atomically(pdf, made.read_bytes())


def _convert(soffice: Path, docx: Path, time_limit: float) -> None:
    profile = (docx.parent / "profile").as_uri()
    command = [str(soffice), f"-env:UserInstallation={profile}", "--headless", "--norestore"]
    command += ["--convert-to", "pdf", "--outdir", str(docx.parent), str(docx)]
    child = subprocess.Popen(
        command, stdin=subprocess.DEVNULL, stdout=subprocess.DEVNULL, stderr=subprocess.DEVNULL, start_new_session=True
    )
    try:
        child.wait(time_limit)
    except subprocess.TimeoutExpired as error:
        raise UserError(
            f"LibreOffice 超过 {time_limit:.0f} 秒没有完成，已停止。",
            "请稍后再试，或用 Word、WPS 打开 docx 后另存为 PDF。",
        ) from error
    finally:
        _end(child)


def _end(child: subprocess.Popen[bytes]) -> None:
    """End the child and what it started; soffice is a script that starts the real program."""
    if os.name == "nt":
        child.kill()
    else:
        try:
            os.killpg(child.pid, signal.SIGKILL)
        except ProcessLookupError:  # all of them have ended by themselves
            return
    child.wait()
