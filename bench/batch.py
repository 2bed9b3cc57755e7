"""A folder of plans as a province has them, checked as `main.py check FOLDER` does; and one plan in detail."""

import os
import resource
import subprocess
import sys
import tempfile
import time
from pathlib import Path

from bench.core import COMPILED, ROOT
from bench.county import write_plans
from bench.timing import measure, row
from editor.batch.checking import check_file, cores
from editor.importing.importer import import_path
from editor.reports.checked import CheckedFile
from editor.reports.file_report import report_of

MEASURED, IN_ONE_CITY, WANTED, MINUTES = 200, 50, 3_200, 3


def main() -> None:
    with tempfile.TemporaryDirectory() as name:
        folder = Path(name)
        write_plans(folder / "plans", MEASURED)
        sources = sorted((folder / "plans").rglob("*.*"))
        print(f"Batch, {MEASURED} plans like the sample with 30 slips each, one in four a .docx; {cores()} cores")
        one_plan("docx", next(source for source in sources if source.suffix == ".docx"))
        one_plan("txt", next(source for source in sources if source.suffix == ".txt"))
        whole_folder(folder)


def one_plan(kind: str, source: Path) -> None:
    imported = import_path(source)
    checked = CheckedFile.check(source.name, imported.document, imported)
    row(f"one {kind}: import", measure(lambda: import_path(source)))
    row(f"one {kind}: check", measure(lambda: CheckedFile.check(source.name, imported.document, imported)))
    row(f"one {kind}: report", measure(lambda: report_of(checked)))
    row(f"one {kind}: all of it", measure(lambda: check_file(str(source), ())))


def whole_folder(folder: Path) -> None:
    """Check a small folder and a large one with all reports; what a plan more costs is extrapolated.

    The time of the processors is that of a machine with nothing else to do.
    """
    small, busy_small = checked(folder, "plans/云州1市")
    large, busy_large = checked(folder, "plans")
    more = MEASURED - IN_ONE_CITY
    seconds = large + (large - small) / more * (WANTED - MEASURED)
    busy = (busy_large + (busy_large - busy_small) / more * (WANTED - MEASURED)) / min(cores(), 2)
    load = os.getloadavg()[0]
    print(f"  {MEASURED} plans, JSON and xlsx: {large:.1f} s, {busy_large:.1f} s of processors, load {load:.1f}")
    for what, time_needed in (("by the clock", seconds), ("by the processors", busy)):
        verdict = "reached" if time_needed <= 60 * MINUTES else "NOT REACHED"
        figure = f"{time_needed / 60:.1f} min  mark {MINUTES}: {verdict}"
        print(f"  extrapolated {what} to {WANTED} plans on 2 cores: {figure}", flush=True)


def checked(folder: Path, part: str) -> tuple[float, float]:
    """Return the seconds that a check of one part of the folder takes, by the clock and of the processors."""
    command = [sys.executable, "main.py", "check", str(folder / part), "--format", "json"]
    command += ["-o", str(folder / "out.json"), "--xlsx", str(folder / "out.xlsx")]
    before, start = resource.getrusage(resource.RUSAGE_CHILDREN), time.perf_counter()
    subprocess.run(command, cwd=ROOT, env=COMPILED, check=False, capture_output=True)
    seconds = time.perf_counter() - start
    after = resource.getrusage(resource.RUSAGE_CHILDREN)
    return seconds, after.ru_utime + after.ru_stime - before.ru_utime - before.ru_stime
