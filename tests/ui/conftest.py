"""The window's tests run without a screen and never touch the user's own files."""

import os

os.environ.setdefault("QT_QPA_PLATFORM", "offscreen")

from pathlib import Path

import pytest
from PySide6.QtWidgets import QApplication

from editor.ui import theme


@pytest.fixture(autouse=True)
def own_home(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    """Keep settings and recovery files in a folder of the test."""
    home = tmp_path / "home"
    monkeypatch.setenv("NIGAO_HOME", str(home))
    return home


@pytest.fixture
def themed(qapp: QApplication) -> QApplication:
    """Return the application with the program's own look."""
    theme.apply(qapp)
    return qapp
