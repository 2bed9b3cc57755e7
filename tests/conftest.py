"""What tests print are figures to be read: the summary repeats them."""

import os

import pytest
from _pytest.terminal import TerminalReporter
from hypothesis import settings

# Where a red light stops everybody the random cases are the same ones every time; at home they go on searching.
settings.register_profile("ci", derandomize=True)
if os.environ.get("CI"):
    settings.load_profile("ci")


def pytest_terminal_summary(terminalreporter: TerminalReporter) -> None:
    """Show the output of tests that passed; pytest itself shows that of the others."""
    printed = [report for report in terminalreporter.stats.get("passed", ()) if report.capstdout.strip()]
    if printed:
        terminalreporter.section("figures")
    for report in printed:
        terminalreporter.write_line(report.capstdout.strip())


@pytest.fixture(autouse=True, scope="session")
def judged_packages():
    """Judge the order of elements in every docx that any test builds: Word refuses what stands out of order."""
    from editor.gongwen import export
    from tests.gongwen.schema_order import violations

    pack = export.pack

    def judged(*parts, **options):
        docx = pack(*parts, **options)
        assert violations(docx) == []
        return docx

    with pytest.MonkeyPatch.context() as patch:
        patch.setattr(export, "pack", judged)
        yield


@pytest.fixture(autouse=True)
def own_settings(tmp_path, monkeypatch):
    """Keep every test out of the user's own folder."""
    monkeypatch.setenv("NIGAO_HOME", str(tmp_path / "home"))
