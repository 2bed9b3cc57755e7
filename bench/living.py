"""A day of typing: long plans, pinyin, how soon a finding shows, how long the window is ever blocked, memory."""

import statistics
import sys
import time
from dataclasses import fields, is_dataclass, replace
from enum import Enum
from pathlib import Path

from PySide6.QtGui import QFont, QInputMethodEvent
from PySide6.QtWidgets import QApplication, QTextEdit

from bench.factory import BenchWindow, make_window
from bench.sample import long_plan
from bench.timing import row
from bench.window import PaintCounter, settle, show, type_keys
from editor.model.edits import ReplaceBlocks, Transaction
from editor.session import Origin, Session

EDITS = 10_000


def compose(editor: QTextEdit, steps: int = 60) -> list[float]:
    """Return the milliseconds from each step of a pinyin composition to the end of its paint."""
    counter = PaintCounter()
    editor.viewport().installEventFilter(counter)
    times = []
    for number in range(steps):
        before, start = counter.count, time.perf_counter()
        QApplication.sendEvent(editor, QInputMethodEvent("shi'shi"[: 1 + number % 7], []))
        while counter.count == before:
            QApplication.processEvents()
        times.append((time.perf_counter() - start) * 1000)
    QApplication.sendEvent(editor, QInputMethodEvent("", []))
    editor.viewport().removeEventFilter(counter)
    return times[5:]


def after_keys(window: BenchWindow) -> tuple[float, float]:
    """Type a key; return the milliseconds until all parts of the window know of it, and its longest block in them."""
    type_keys(window.view, keys=1)
    start, longest = time.perf_counter(), 0.0
    while window.updates.is_waiting and time.perf_counter() - start < 10:
        turn = time.perf_counter()
        QApplication.processEvents()
        longest = max(longest, time.perf_counter() - turn)
    return (time.perf_counter() - start) * 1000, longest * 1000


def resident() -> float:
    """Return the present memory of this process in MiB (Linux)."""
    for line in Path("/proc/self/status").read_text().splitlines():
        if line.startswith("VmRSS:"):
            return int(line.split()[1]) / 1024
    return 0.0


def main() -> None:
    application = QApplication.instance() or QApplication(sys.argv[:1])
    for characters, mark in ((30_000, 16), (300_000, 33)):
        plan = long_plan(characters)
        print(f"A day of typing, {characters} characters")
        bare = QTextEdit()
        bare.setFont(QFont("Noto Serif CJK SC", 16))
        bare.setPlainText("\n".join(block.text for block in plan.blocks))
        show(bare)
        floor = type_keys(bare)
        row("QTextEdit alone, a key", floor)
        row("QTextEdit alone, a step of pinyin", compose(bare))
        bare.close()
        window, view = make_window(plan)
        show(window)
        window.complete()
        settle()
        ours = type_keys(view)
        row("the editor, a key", ours, 5)
        high = sorted(ours)[int((len(ours) - 1) * 0.95)]
        verdict = "reached" if high <= mark else "NOT REACHED"
        times = statistics.median(ours) / statistics.median(floor)
        print(f"  {times:.2f} × the bare widget; 95 % {high:.1f} ms, mark {mark}: {verdict}")
        row("the editor, a step of pinyin", compose(view), 8)
        session = view.session
        assert session is not None
        tries = [after_keys(window) for _ in range(9)]
        row("last key to all findings shown", [one[0] for one in tries], 150)
        row("longest block of the window meanwhile", [one[1] for one in tries], 50)
        if characters == 30_000:
            remember(session)
        session.close_typing()
        window.close()
        application.processEvents()


def remember(session: Session) -> None:
    """Print what 10,000 edits with undo leave behind."""
    figures = []
    for _ in session.check():
        pass
    start = resident()
    for _ in range(2):
        for number in range(EDITS // 2):
            at = number % len(session.document.blocks)
            old = session.document.blocks[at]
            new = replace(old, text=old.text + "国")
            session.apply(Transaction("改写", (ReplaceBlocks(at, (old,), (new,)),)), Origin.VIEW)
            if number % 2:
                session.undo()
        figures.append(resident())
    after = f"after {EDITS // 2} edits with undo {figures[0]:.0f} MiB, after {EDITS} {figures[1]:.0f} MiB"
    print(f"  memory before {start:.0f} MiB, {after}; the history of them weighs {weight_of_history(session):.1f} MiB")


def weight_of_history(session: Session) -> float:
    """Return the MiB of what the history alone holds: its entries and the blocks and texts that the plan has not."""
    held = {id(block) for block in session.document.blocks} | {id(block.text) for block in session.document.blocks}
    waiting: list[object] = [*session.kept_transactions]
    total = 0
    while waiting:
        one = waiting.pop()
        if id(one) in held or isinstance(one, Enum | type):
            continue
        held.add(id(one))
        total += sys.getsizeof(one)
        if is_dataclass(one):
            waiting += [getattr(one, field.name) for field in fields(one)]
        elif isinstance(one, tuple):
            waiting += one
    return total / 2**20
