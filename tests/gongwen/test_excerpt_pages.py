"""The pages of an excerpt for 征求意见: letter, tasks and reply form each begin one; needs LibreOffice."""

from dataclasses import replace
from pathlib import Path

import pytest

from editor.gongwen.tasks.excerpts import Wishes, export_excerpts
from editor.model.document import Level
from templates.analysis import analyse
from templates.register import default_units
from tests.gongwen.rendered import Page, convert, needs_office, read_pages
from tests.gongwen.sample import METADATA, sample

pytestmark = needs_office


@pytest.fixture(scope="module")
def rendered(tmp_path_factory: pytest.TempPathFactory) -> dict[str, list[Page]]:
    """Return the pages of every unit's excerpt of the sample plan by the unit's short name."""
    folder: Path = tmp_path_factory.mktemp("excerpts") / "单位"
    document = sample(replace(METADATA, units=default_units("云溪县", Level.COUNTY)))
    export_excerpts(analyse(document), folder, Wishes(sent_on="2026-11-26", reply_by="2026-12-10"))
    made = convert(sorted(folder.glob("*.docx")), folder)
    return {pdf.stem[3:]: read_pages(pdf) for pdf in made}


def test_the_letter_takes_one_page_without_a_number(rendered: dict[str, list[Page]]) -> None:
    for pages in rendered.values():
        assert "2026年11月26日" in pages[0].text
        assert "（联系电话：县科协，00000000）" in pages[0].text
        assert "—1—" not in pages[0].text
        assert pages[1].lines[0].text == "附件1"


def test_the_reply_form_stands_alone_on_the_last_page(rendered: dict[str, list[Page]]) -> None:
    for pages in rendered.values():
        assert pages[-1].lines[0].text == "附件2"
        assert "征求意见回执" in pages[-1].text
        assert pages[-1].holding("盖章、日期")
        assert not any(line.text == "附件2" for page in pages[:-1] for line in page.lines)
    assert len(rendered["县科协"]) > len(rendered["县财政局"]) >= 3
