"""Every set paragraph is traced to what says it: the block under it, a text of the metadata, or nothing."""

import pytest

from editor.gongwen.export import Options
from editor.gongwen.typesetting.pages import Page
from editor.gongwen.typesetting.paging import set_pages, trace_pages
from editor.model.document import BlockKind, Document, clean
from tests.gongwen.examples import EXAMPLES
from tests.gongwen.long_plan import SAMPLE


def dense(text: str) -> str:
    return "".join(text.split())


def shown(pages: tuple[Page, ...], sources: tuple[str, ...]) -> dict[str, str]:
    """Return the text that the pages show for each source, blanks left out."""
    found: dict[str, str] = {}
    for text in (text for page in pages for text in page.texts if text.paragraph >= 0):
        source = sources[text.paragraph]
        found[source] = found.get(source, "") + dense(text.text)
    return found


def sayings(document: Document) -> dict[str, str]:
    """Return what each block says, tables sorted by character: their cells stand beside each other."""
    return {
        block.id: dense("".join("".join(clean(cell)) for row in block.rows for cell in row) or block.text)
        for block in document.blocks
    }


@pytest.mark.parametrize("name", [*EXAMPLES, "云溪"])
def test_every_block_is_shown_by_paragraphs_that_name_it(name: str) -> None:
    document, options = (SAMPLE, Options(table=True)) if name == "云溪" else EXAMPLES[name]
    pages, sources = trace_pages(document, options)
    found = shown(pages, sources)
    renamed = {BlockKind.ANNEX, BlockKind.ANNEX_NOTE}  # numbers are put right where a table is added
    for block in document.blocks:
        text = sayings(document)[block.id]
        if block.kind is BlockKind.TABLE:
            assert sorted(found.get(block.id, "")) == sorted(text)
        elif block.kind not in renamed:
            assert found.get(block.id, "") == text
        else:
            assert found[block.id][-2:] == text[-2:] or options.table
    assert pages == set_pages(document, options)
    assert max(text.paragraph for page in pages for text in page.texts) == len(sources) - 1


def test_the_elements_name_the_field_that_says_them() -> None:
    document, options = EXAMPLES["下行文"]
    found = shown(*trace_pages(document, options))
    metadata = document.metadata
    assert found["meta:notice_title"] == dense(metadata.notice_title)
    assert found["meta:notice_body"] == dense(metadata.notice_body)
    assert found["meta:addressees"].startswith(dense(metadata.addressees))
    assert dense(metadata.copy_to) in found["meta:copy_to"]


def test_a_generated_table_names_nothing() -> None:
    with_table = shown(*trace_pages(SAMPLE, Options(table=True)))
    without = shown(*trace_pages(SAMPLE, Options()))
    assert len(with_table[""]) > len(without[""]) + 500
    assert with_table.keys() == without.keys()
