"""The command `check` over files and folders: find, check, report, and the exit code."""

import os
from collections.abc import Iterable, Iterator, Sequence
from contextlib import closing, contextmanager
from dataclasses import dataclass, field
from pathlib import Path
from typing import TextIO

from editor.batch.checking import Way, be_quiet, check_all, check_file, cores
from editor.batch.folders import SUFFIXES, Plans, find_plans
from editor.batch.ledger import Ledger
from editor.batch.progress import Progress
from editor.layers import layer_ids
from editor.model.errors import UnreadableFile, UnwritableFile, UserError
from editor.reports.as_json import write_json
from editor.reports.as_sarif import write_sarif
from editor.reports.as_text import write_text
from editor.reports.file_report import FileReport, printable, unusable_report

FINDINGS, UNUSABLE = 1, 2
_FEW = 16  # named files that are checked in this process, without the start of others


@dataclass(frozen=True, slots=True)
class Request:
    """What the command line asks for."""

    names: Sequence[str]
    way: Way = field(default_factory=Way)
    format: str = "text"
    output: Path | None = None
    xlsx: Path | None = None
    resume: Path | None = None
    jobs: int = 0  # 0: as many as there are cores
    progress: bool = False


@dataclass(frozen=True, slots=True)
class Outcome:
    """What the exit code depends on."""

    findings: bool
    usable: bool
    named_unusable: bool

    @property
    def code(self) -> int:
        """Return 2 where a named file, or every file, is of no use; else 1 with findings, 0 without."""
        if self.named_unusable or not self.usable:
            return UNUSABLE
        return FINDINGS if self.findings else 0


def check(request: Request, out: TextIO, errors: TextIO) -> int:
    """Check all files and write the report; raises UserError where nothing can be checked or written."""
    be_quiet()
    layers = layer_ids(request.way.layers)  # a wrong layer is said once, before anything starts
    plans = find_plans(request.names)
    in_folders = any(name not in plans.named for name in plans.files) or bool(plans.refused)
    if not plans.files and not plans.refused:
        raise UnreadableFile(f"“{'、'.join(request.names)}”里没有 {'、'.join(SUFFIXES)} 文件。", "请换一个文件夹。")
    if not in_folders and not request.resume and len(plans.files) <= _FEW:
        reports: Iterable[FileReport] = [check_file(name, layers, request.way.switches) for name in plans.files]
        return _report(request, plans, reports, folder=False, out=out, errors=errors)
    with _ledger(request) as ledger:
        _fill(ledger, plans, request, errors)
        return _report(request, plans, _Kept(ledger, plans), folder=in_folders, out=out, errors=errors)


@dataclass(frozen=True, slots=True)
class _Kept:
    """The reports of a run in order, read from the ledger every time anew."""

    ledger: Ledger
    plans: Plans

    def __iter__(self) -> Iterator[FileReport]:
        yield from self.ledger.reports(self.plans.files)
        yield from (unusable_report(name, error) for name, error in self.plans.refused)


@contextmanager
def _ledger(request: Request) -> Iterator[Ledger]:
    ledger = Ledger.open(request.resume, request.way.fingerprint())
    try:
        yield ledger
    finally:
        ledger.close()


def _fill(ledger: Ledger, plans: Plans, request: Request, errors: TextIO) -> None:
    progress = Progress(len(plans.files), errors, shown=request.progress or errors.isatty())
    try:
        with closing(check_all(plans.files, request.way, ledger, request.jobs or cores())) as finished:
            for report in finished:
                progress.count(checked=report is not None)
    except KeyboardInterrupt as stop:
        advice = "再次运行同一命令就接着检查。" if request.resume else "加上 --resume 进度文件，中断后可以接着检查。"
        raise UserError("检查已中断，没有写出报告。", advice) from stop
    finally:
        progress.end()


def _report(
    request: Request, plans: Plans, reports: Iterable[FileReport], *, folder: bool, out: TextIO, errors: TextIO
) -> int:
    if request.xlsx is not None:
        from editor.reports.workbook import export_report

        export_report(reports, request.xlsx)
        errors.write(f"已写出“{request.xlsx}”。\n")
    with _target(request.output, out) as target:
        write_report(request.format, reports, target, folder=folder)
    return _conclude(plans, reports, errors).code


def write_report(form: str, reports: Iterable[FileReport], out: TextIO, *, folder: bool = False) -> None:
    """Write the report in one of the formats of `--format`."""
    if form == "text":
        write_text(reports, out, folder=folder)
    else:
        {"json": write_json, "sarif": write_sarif}[form](reports, out)


@contextmanager
def _target(path: Path | None, out: TextIO) -> Iterator[TextIO]:
    """Give where the report goes; a file is there whole or not at all."""
    if path is None:
        yield out
        return
    temporary = path.with_name(f".{path.name[:60]}.{os.getpid()}.tmp")
    try:
        with temporary.open("w", encoding="utf-8") as file:
            yield file
        temporary.replace(path)
    except OSError as error:
        raise UnwritableFile(f"“{path}”不能写入：{error.strerror}。", "请换一个位置。") from error
    finally:
        temporary.unlink(missing_ok=True)


def _conclude(plans: Plans, reports: Iterable[FileReport], errors: TextIO) -> Outcome:
    """Say which files are of no use, and what was passed over; return what the exit code depends on."""
    named = {printable(name) for name in plans.named}
    unusable, usable, findings, named_unusable = 0, False, False, False
    for report in reports:
        if not report["unusable"]:
            usable, findings = True, findings or bool(report["diagnostics"])
        elif report["file"] in named:
            named_unusable = True
            errors.write(f"{report['file']}：{report['unusable']}\n")
        else:
            unusable += 1
    notes = [f"文件夹中有 {unusable} 份文件不能用，报告中写明了原因"] if unusable else []
    if plans.others:
        kinds = "、".join(f"{suffix or '无扩展名'} {number}" for suffix, number in plans.others.most_common(5))
        notes.append(f"有 {plans.others.total()} 个其他类型的文件没有检查（{kinds}）")
    if notes:
        errors.write("；".join(notes) + "。\n")
    return Outcome(findings, usable, named_unusable)
