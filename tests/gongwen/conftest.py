"""The examples are rendered once for all tests that look at them."""

import pytest

from editor.gongwen.export import export
from editor.gongwen.verify import read_texts
from editor.model.errors import UserError
from tests.gongwen.examples import EXAMPLES
from tests.gongwen.rendered import Example, convert, read_pages


@pytest.fixture(scope="session")
def examples(tmp_path_factory: pytest.TempPathFactory) -> dict[str, Example | UserError]:
    """Return every example as LibreOffice renders it, or the sentence that refuses it."""
    folder = tmp_path_factory.mktemp("examples")
    found: dict[str, Example | UserError] = {}
    reports = {}
    for name, (document, options) in EXAMPLES.items():
        try:
            reports[name] = export(document, folder / f"{name}.docx", options)
        except UserError as error:
            found[name] = error
    for (name, report), pdf in zip(
        reports.items(), convert([report.path for report in reports.values()], folder), strict=True
    ):
        found[name] = Example(read_pages(pdf), read_texts(report.path.read_bytes()), report.left_out, pdf)
    return found
