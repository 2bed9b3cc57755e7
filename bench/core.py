"""The core without Qt: analysis, checks, storage, export, import, and the whole road from cold."""

import os
import subprocess
import sys
import tempfile
from dataclasses import replace
from pathlib import Path

from bench.sample import long_plan
from bench.timing import measure, row
from editor.gongwen.export import Options, build
from editor.importing.importer import import_text
from editor.model import storage
from editor.model.document import Document
from templates.analysis import analyse
from validators.engine import Validator

ROOT = Path(__file__).resolve().parents[1]
# As installed: Python may keep what it has compiled.
COMPILED = {key: value for key, value in os.environ.items() if key != "PYTHONDONTWRITEBYTECODE"}

ROAD = """
import sys, time
from pathlib import Path
start = time.perf_counter()
from editor.importing.importer import import_path
from editor.gongwen.export import Options, export
from templates.analysis import analyse
from validators.engine import Validator
document = import_path(Path(sys.argv[1])).document
Validator().run(analyse(document))
export(document, Path(sys.argv[2]), Options(table=True))
print((time.perf_counter() - start) * 1000)
"""


def as_text(plan: Document) -> str:
    return "\n".join(block.text for block in plan.blocks)


def road(source: Path) -> list[float]:
    """Return the milliseconds of import, check and export from a cold process, beyond the interpreter's start."""
    with tempfile.TemporaryDirectory() as folder:
        command = [sys.executable, "-c", ROAD, str(source), str(Path(folder) / "out.docx")]
        runs = [
            subprocess.run(command, cwd=ROOT, env=COMPILED, check=True, capture_output=True, text=True)
            for _ in range(6)
        ]
    return [float(run.stdout) for run in runs[1:]]  # the first one compiles and fills the page cache


def edited(plan: Document, number: int) -> Document:
    """Return the plan with one key typed in the middle."""
    at = len(plan.blocks) // 2
    block = replace(plan.blocks[at], text=plan.blocks[at].text + "国" * (number % 50 + 1))
    return replace(plan, blocks=(*plan.blocks[:at], block, *plan.blocks[at + 1 :]))


def main() -> None:
    plan = long_plan()
    size = sum(len(block.text) for block in plan.blocks)
    print(f"Core, {size} characters, {len(plan.blocks)} blocks")
    row("check from scratch (warm process)", measure(lambda: Validator().run(analyse(plan))), 150)
    validator = Validator()
    versions = iter([edited(plan, number) for number in range(200)])
    row("analysis and check after one key", measure(lambda: validator.run(analyse(next(versions))), 60), 8)
    row("save (bytes only, schema checked)", measure(lambda: storage.to_bytes(plan)))
    data = storage.to_bytes(plan)
    row("load (bytes only, schema checked)", measure(lambda: storage.from_json(storage.parse(data))))
    row("docx with the table of tasks (bytes only)", measure(lambda: build(plan, Options(table=True))), 60)
    big = long_plan(300_000)
    row("docx, ten times the length", measure(lambda: build(big, Options(table=True)), 3), 720)
    text = as_text(plan)
    row("import of the same text", measure(lambda: import_text(text)))
    print("Import, check and export in one cold process, beyond the interpreter's start")
    with tempfile.TemporaryDirectory() as folder:
        source = Path(folder) / "plan.txt"
        source.write_text(as_text(long_plan(10_000)), "utf-8")
        row("a plan of 10,000 characters", road(source), 1000)
    for corpus in sorted((ROOT.parent / "shared" / "corpus").glob("*.txt")):
        row(f"corpus plan {corpus.stem[:3]}", road(corpus), 1000)
