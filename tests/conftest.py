"""What tests print are figures to be read: the summary repeats them."""

import pytest
from _pytest.terminal import TerminalReporter


def pytest_terminal_summary(terminalreporter: TerminalReporter) -> None:
    """Show the output of tests that passed; pytest itself shows that of the others."""
    printed = [report for report in terminalreporter.stats.get("passed", ()) if report.capstdout.strip()]
    if printed:
        terminalreporter.section("figures")
    for report in printed:
        terminalreporter.write_line(report.capstdout.strip())


@pytest.fixture(autouse=True)
def own_settings(tmp_path, monkeypatch):
    """Keep every test out of the user's own folder."""
    monkeypatch.setenv("NIGAO_HOME", str(tmp_path / "home"))
