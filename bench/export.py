"""The export beside its floor: the same paragraphs written with lxml alone and zipped; from cold beside python-docx."""

import io
import statistics
import subprocess
import sys
import tempfile
import time
import zipfile
from collections.abc import Sequence
from pathlib import Path

from lxml import etree

from bench.core import COMPILED, ROOT, as_text
from bench.sample import long_plan
from bench.timing import measure, row
from editor.gongwen.export import Options, export
from editor.model import storage
from editor.model.document import Document

W = "{http://schemas.openxmlformats.org/wordprocessingml/2006/main}"
TIMES_FLOOR = 3
PLAIN_SCRIPT = """
import sys
import docx
document = docx.Document()
for line in open(sys.argv[1], encoding="utf-8").read().split("\\n"):
    document.add_paragraph(line)
document.save(sys.argv[2])
"""


def floor(texts: Sequence[str]) -> bytes:
    """Return the least that any docx of these paragraphs costs: a styled paragraph each, serialised and zipped."""
    root = etree.Element(f"{W}document", nsmap={"w": W[1:-1]})
    body = etree.SubElement(root, f"{W}body")
    for text in texts:
        paragraph = etree.SubElement(body, f"{W}p")
        etree.SubElement(etree.SubElement(paragraph, f"{W}pPr"), f"{W}pStyle").set(f"{W}val", "BodyText")
        etree.SubElement(etree.SubElement(paragraph, f"{W}r"), f"{W}t").text = text
    buffer = io.BytesIO()
    with zipfile.ZipFile(buffer, "w", zipfile.ZIP_DEFLATED) as package:
        package.writestr("word/document.xml", etree.tostring(root, encoding="UTF-8", xml_declaration=True))
    return buffer.getvalue()


def warm(plan: Document, folder: Path, repeat: int) -> tuple[float, float]:
    """Print floor and export of a plan, measured in turns; return both medians."""
    texts, target, table = [block.text for block in plan.blocks], folder / "plan.docx", Options(table=True)
    floors: list[float] = []
    exports: list[float] = []
    tables: list[float] = []
    for _ in range(repeat):
        floors += measure(lambda: floor(texts), 1)
        exports += measure(lambda: export(plan, target), 1)
        tables += measure(lambda: export(plan, target, table), 1)
    least, whole = statistics.median(floors), statistics.median(exports)
    characters = sum(map(len, texts))
    print(f" {characters} characters, {len(texts)} paragraphs")
    row("floor: lxml and zip of the same paragraphs", floors)
    row("export: set, written, read back, on disk", exports, TIMES_FLOOR * least)
    row("export with the table of tasks", tables)
    print(f"  export is {whole / least:.2f} × the floor, with the table {statistics.median(tables) / least:.2f} ×")
    return least, whole


def cold(*commands: Sequence[str]) -> list[list[float]]:
    """Return the milliseconds of whole processes, run in turns; the first ones compile and fill the page cache."""
    times: list[list[float]] = [[] for _ in commands]
    for _ in range(12):
        for command, found in zip(commands, times, strict=True):
            start = time.perf_counter()
            subprocess.run(command, cwd=ROOT, env=COMPILED, check=True, capture_output=True)
            found.append((time.perf_counter() - start) * 1000)
    return [found[1:] for found in times]


def main() -> None:
    print("Export to docx")
    with tempfile.TemporaryDirectory() as name:
        folder = Path(name)
        warm(long_plan(30_000), folder, 15)
        _, ten = warm(long_plan(300_000), folder, 5)
        _, hundred = warm(long_plan(3_000_000), folder, 2)
        verdict = "reached" if hundred <= 3000 else "NOT REACHED"
        print(f"  a hundred times the length: {hundred:.0f} ms, mark 3000: {verdict}; {hundred / ten:.1f} × ten times")
        print("Whole commands from cold, 30,000 characters")
        plan, text = folder / "plan.nigao", folder / "plan.txt"
        storage.save(long_plan(30_000), plan)
        text.write_text(as_text(long_plan(30_000)), "utf-8")
        script, ours = cold(
            [sys.executable, "-c", PLAIN_SCRIPT, str(text), str(folder / "plain.docx")],
            [sys.executable, "main.py", "export", str(plan), "-o", str(folder / "ours.docx")],
        )
        row("a plain script with python-docx", script)
        row("main.py export", ours, statistics.median(script))
