"""From the process's start to the first painted text of the sample, beside a minimal window; peak memory of both."""

import os
import statistics
import subprocess
import sys
import tempfile
import time
from pathlib import Path

from bench.core import COMPILED, ROOT
from bench.timing import row
from editor.model import storage
from resources import path as resource

TIMES_FLOOR, MEMORY_MARK = 2, 130

_END = """
def told(word):
    peak = [line for line in open("/proc/self/status") if line.startswith("VmHWM")][0].split()[1]
    print(word, peak, flush=True)
"""
FLOOR = f"""
import os, sys
from PySide6.QtCore import QTimer
from PySide6.QtWidgets import QApplication, QMainWindow, QTextEdit
{_END}
class Editor(QTextEdit):
    painted = False
    def paintEvent(self, event):
        super().paintEvent(event)
        if not self.painted:
            self.painted = True
            QTimer.singleShot(0, done)
def done():
    told("painted")
    told("complete")
    os._exit(0)
application = QApplication(sys.argv[:1])
window = QMainWindow()
editor = Editor(window)
editor.setPlainText(open(sys.argv[1], encoding="utf-8").read())
window.setCentralWidget(editor)
window.resize(1440, 900)
window.show()
application.exec()
"""
OURS = f"""
import os, sys
from PySide6.QtCore import QTimer
from editor.ui import app
from editor.ui.idle_steps import FirstPaint
{_END}
def painted():
    told("painted")
    watch.start(5)
def complete():
    if window.is_complete:
        told("complete")
        os._exit(0)
application, window = app.build([sys.argv[1]])
watch = QTimer(window)
watch.timeout.connect(complete)
first = FirstPaint(window.view.viewport(), window)
first.painted.connect(painted)
window.show()
application.exec()
"""


def once(script: str, file: Path, folder: str) -> tuple[float, float, float]:
    """Return the milliseconds to the first paint and to all panels, and the peak memory in MiB."""
    environment = {**COMPILED, "NIGAO_HOME": folder, "QT_QPA_PLATFORM": os.environ.get("QT_QPA_PLATFORM", "offscreen")}
    times: list[float] = []
    peak = 0.0
    start = time.perf_counter()
    with subprocess.Popen(
        [sys.executable, "-c", script, str(file)], cwd=ROOT, env=environment, stdout=subprocess.PIPE, text=True,
        stderr=subprocess.DEVNULL,
    ) as process:  # fmt: skip
        assert process.stdout is not None
        for line in process.stdout:
            times.append((time.perf_counter() - start) * 1000)
            peak = int(line.split()[1]) / 1024
    return times[0], times[1], peak


def main() -> None:
    sample = resource("samples/yunxi.nigao")
    with tempfile.TemporaryDirectory() as folder:
        text = Path(folder) / "plan.txt"
        text.write_text("\n".join(block.text for block in storage.load(sample).document.blocks), "utf-8")
        floors, ours = [], []
        for _ in range(10):  # in turns; the first of each compiles and fills the page cache
            floors.append(once(FLOOR, text, folder))
            ours.append(once(OURS, sample, folder))
    least = statistics.median(one[0] for one in floors[1:])
    print("Start with the sample, from the process's start, in turns with a minimal window")
    row("QMainWindow with a QTextEdit: painted", [one[0] for one in floors[1:]])
    row("the editor: text painted", [one[0] for one in ours[1:]], TIMES_FLOOR * least)
    row("the editor: checked, all panels filled", [one[1] for one in ours[1:]])
    print(f"  {statistics.median(one[0] for one in ours[1:]) / least:.2f} × the minimal window")
    peak = statistics.median(one[2] for one in ours[1:])
    verdict = "reached" if peak <= MEMORY_MARK else "NOT REACHED"
    print(f"  peak memory {peak:.0f} MiB, minimal window {floors[-1][2]:.0f} MiB  mark {MEMORY_MARK}: {verdict}")
