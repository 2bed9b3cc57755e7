"""Commands in the open window: how long each holds it, and how soon all parts show what the check then finds."""

import sys
import time
from collections.abc import Callable
from dataclasses import replace
from functools import partial

from PySide6.QtWidgets import QApplication

from bench.factory import BenchWindow, make_window
from bench.sample import long_plan
from bench.timing import row
from bench.window import settle, show
from editor.model.edits import ReplaceBlocks, Transaction
from editor.session import Session

_TIMES = 7
_LONGEST = 50  # milliseconds that the window may not answer


def until_told(window: BenchWindow, act: Callable[[], object]) -> tuple[float, float]:
    """Do something; return the milliseconds until all parts of the window know of it, and its longest block in them.

    A block is counted in the time of the processor, so that other programs do not make it longer.
    """
    start, began = time.perf_counter(), time.thread_time()
    act()
    longest = time.thread_time() - began
    while (window.updates.is_waiting or not window.is_complete) and time.perf_counter() - start < 60:
        began = time.thread_time()
        QApplication.processEvents()
        longest = max(longest, time.thread_time() - began)
    told = time.perf_counter() - start
    settle(50)
    return told * 1000, longest * 1000


def retype(session: Session, most: int) -> None:
    """Change up to `most` blocks in the middle of the plan by one command."""
    first = len(session.document.blocks) // 2
    old = session.document.blocks[first : first + most]
    new = tuple(replace(block, text=block.text + "国") for block in old)
    session.apply(Transaction("改写", (ReplaceBlocks(first, old, new),)))


def main() -> None:
    application = QApplication.instance() or QApplication(sys.argv[:1])
    for characters in (30_000, 300_000):
        print(f"Commands, {characters} characters: until all parts show the findings; the longest block meanwhile")
        session = Session(long_plan(characters))
        window, _ = make_window(session.document)
        show(window)
        window.complete()
        settle()
        session = window.view.session or session
        for name, act in (
            ("a command in one paragraph", partial(retype, session, 1)),
            ("the undo of it", session.undo),
            ("a command in 100 paragraphs", partial(retype, session, 100)),
            ("the undo of them", session.undo),
        ):
            figures = [until_told(window, act) for _ in range(_TIMES)]
            report(name, figures)
        report("a second plan in the open window", [until_told(window, opening(window, characters)) for _ in range(3)])
        window.files.session = None
        window.close()
        application.processEvents()


def opening(window: BenchWindow, characters: int) -> Callable[[], None]:
    """Return what opens another plan of this length."""
    session = Session(long_plan(characters))

    def act() -> None:
        window.files.session = session
        window.show_session(session)

    return act


def report(name: str, figures: list[tuple[float, float]]) -> None:
    row(name, [told for told, _ in figures])
    row("  longest block", [longest for _, longest in figures], _LONGEST)
