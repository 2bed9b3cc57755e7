"""The program's own window for measuring: a real plan, live checks, all panels."""

import tempfile
from pathlib import Path

from PySide6.QtGui import QCloseEvent
from PySide6.QtWidgets import QApplication

from bench.sample import long_plan
from editor.model.document import Document
from editor.session import Session
from editor.settings import Settings
from editor.ui.app import prepare
from editor.ui.document_view import DocumentView
from editor.ui.main_window import MainWindow
from validators.engine import Validator

_KEPT: list["BenchWindow"] = []  # a window must end by being closed, never by Python's garbage collector


class BenchWindow(MainWindow):
    """Closes without asking."""

    def closeEvent(self, event: QCloseEvent) -> None:  # noqa: N802
        self.journal.forget()
        event.accept()


def make_window(plan: Document, checks: bool = True) -> tuple[BenchWindow, DocumentView]:
    """Return a window with `plan` open, its settings in a folder of its own, and its text widget."""
    application = QApplication.instance()
    if isinstance(application, QApplication):
        prepare(application)
    window = BenchWindow(
        Settings(),
        Session(plan, validator=None if checks else Validator([])),
        Path(tempfile.mkdtemp(prefix="nigao-bench-")),
    )
    _KEPT.append(window)
    return window, window.view


def make_editor() -> tuple[BenchWindow, DocumentView]:
    """Return a window with a plan of 30,000 characters and its text widget, for probes from outside."""
    return make_window(long_plan())
