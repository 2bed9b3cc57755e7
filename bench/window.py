"""The window: one key from event to paint, beside the bare widget; start; memory."""

import os
import subprocess
import sys
import time
from pathlib import Path

from bench.core import COMPILED
from bench.sample import long_plan
from bench.timing import measure, peak_mib, row
from editor.model import storage
from editor.session import Session

ROOT = Path(__file__).resolve().parents[1]
os.environ.setdefault("QT_QPA_PLATFORM", "offscreen")
os.environ["QT_QPA_UPDATE_IDLE_TIME"] = "0"  # processing time only, without Qt's 5 ms wait before a repaint

from PySide6.QtCore import QEvent, QObject, Qt
from PySide6.QtGui import QFont, QKeyEvent, QTextCursor
from PySide6.QtWidgets import QApplication, QTextEdit, QWidget


class PaintCounter(QObject):
    """Counts the finished paints of a viewport."""

    count = 0

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:  # noqa: N802
        if event.type() == QEvent.Type.Paint:
            self.count += 1
        return False


def settle(milliseconds: int = 300) -> None:
    end = time.perf_counter() + milliseconds / 1000
    while time.perf_counter() < end:
        QApplication.processEvents()


def type_keys(editor: QTextEdit, session: Session | None = None, keys: int = 150) -> list[float]:
    """Return the milliseconds from each key to the end of the paint it causes, typed in the middle of the text.

    With a `session` the check that otherwise waits for a pause is completed within each key.
    """
    cursor = editor.textCursor()
    block = editor.document().findBlockByNumber(editor.document().blockCount() // 2)
    cursor.setPosition(block.position() + block.length() // 2, QTextCursor.MoveMode.MoveAnchor)
    editor.setTextCursor(cursor)
    editor.ensureCursorVisible()
    counter = PaintCounter()
    editor.viewport().installEventFilter(counter)
    settle()
    times = []
    for number in range(keys + 5):
        before = counter.count
        start = time.perf_counter()
        event = QKeyEvent(QEvent.Type.KeyPress, 0, Qt.KeyboardModifier.NoModifier, "国家县"[number % 3])
        QApplication.sendEvent(editor, event)
        found = session.diagnostics if session is not None else ()
        assert found or session is None
        while counter.count == before:
            QApplication.processEvents()
        times.append((time.perf_counter() - start) * 1000)
        if number % 10 == 9:
            settle(20)
    editor.viewport().removeEventFilter(counter)
    return times[5:]


def show(widget: QWidget) -> None:
    widget.resize(1440, 900)
    widget.show()
    settle()


START = """
import os, sys, time
start = time.perf_counter()
from pathlib import Path
from PySide6.QtCore import QTimer
from editor.ui import app
application, window = app.build([sys.argv[1]])
window.show()
def ready():
    print((time.perf_counter() - start) * 1000)
    os._exit(0)
QTimer.singleShot(0, ready)
application.exec()
"""


def start_up(plan: Path) -> list[float]:
    command = [sys.executable, "-c", START, str(plan)]
    runs = [
        subprocess.run(command, cwd=ROOT, env=COMPILED, check=True, capture_output=True, text=True) for _ in range(6)
    ]
    return [float(run.stdout) for run in runs[1:]]  # the first one compiles and fills the page cache


def main() -> None:
    import tempfile

    from bench.factory import make_window

    application = QApplication.instance() or QApplication(sys.argv[:1])
    plan = long_plan()
    text = "\n".join(block.text for block in plan.blocks)
    print(f"Window, {len(text)} characters, {len(plan.blocks)} blocks: one key from event to paint")
    bare = QTextEdit()
    bare.setFont(QFont("Noto Serif CJK SC", 16))
    bare.setPlainText(text)
    show(bare)
    row("QTextEdit alone", type_keys(bare))
    bare.close()
    window, view = make_window(plan, checks=False)
    show(window)
    row("the editor without checks", type_keys(view))
    window.close()
    window, view = make_window(plan)
    show(window)
    row("the editor: change, block rules, repaint", type_keys(view), 9)
    row("the editor: the same with all rules within the key", type_keys(view, view.session), 16)
    print(f"  peak memory of this process {peak_mib():.0f} MiB")
    row("show a plan in the open window", measure(lambda: view.show_session(view.session), 5))
    with tempfile.TemporaryDirectory() as folder:
        file = Path(folder) / "plan.nigao"
        storage.save(plan, file)
        row("start to first paint with the plan, new process", start_up(file), 700)
    window.close()
    application.processEvents()
