"""The judge itself, and another reader beside it; tests/conftest.py sends it every docx that any test builds."""

import io
import zipfile

import docx
import pytest
from lxml import etree

from editor.gongwen.export import Options, build
from editor.gongwen.word.ooxml import name
from tests.gongwen.examples import EXAMPLES
from tests.gongwen.parts_of import part
from tests.gongwen.sample import sample
from tests.gongwen.schema_order import SEQUENCES, violations


@pytest.fixture(scope="module")
def written() -> bytes:
    return build(sample(), Options(table=True))


def with_document(docx: bytes, root: etree._Element) -> bytes:
    """Return the package with another document part."""
    buffer = io.BytesIO()
    with zipfile.ZipFile(io.BytesIO(docx)) as old, zipfile.ZipFile(buffer, "w") as new:
        for path in old.namelist():
            new.writestr(path, etree.tostring(root) if path == "word/document.xml" else old.read(path))
    return buffer.getvalue()


@pytest.mark.parametrize("parent", ["w:body", "w:tbl", "w:tblPr", "w:tc", "w:sectPr", "wp:anchor", "wps:wsp", "a:xfrm"])
def test_two_children_that_changed_places_are_found(written: bytes, parent: str) -> None:
    root = part(written)
    node = next(root.iter(name(parent)))
    node.insert(0, node[-1])
    assert any(
        f"{parent} holds" in said or "end with a paragraph" in said for said in violations(with_document(written, root))
    )


def test_a_child_in_the_wrong_place_a_second_one_and_a_missing_one_are_found(written: bytes) -> None:
    root = part(written)
    properties = next(root.iter(name("w:pPr")))
    etree.SubElement(properties, name("w:tblInd"))
    next(root.iter(name("w:tr"))).insert(0, etree.Element(name("w:trPr")))
    cell = next(root.iter(name("w:tc")))
    cell.remove(next(cell.iterchildren(name("w:p"))))
    said = "\n".join(violations(with_document(written, root)))
    assert "w:pPr may not hold ['w:tblInd']" in said
    assert "w:tr holds ['w:trPr', 'w:trPr'" in said
    assert "w:tc has no w:p" in said


def test_an_element_the_judge_has_not_read_about_is_named(written: bytes) -> None:
    root = part(written)
    unknown = etree.SubElement(next(root.iter(name("w:body"))), name("w:p"))
    etree.SubElement(etree.SubElement(unknown, name("w:ruby")), name("w:rt"))
    assert any(
        "w:ruby has children that the judge does not know" in said for said in violations(with_document(written, root))
    )


def test_every_sequence_names_a_child_once() -> None:
    for parent, sequence in SEQUENCES.items():
        names = sequence.replace("(", " ").replace(")", " ").replace("*", " ").split()
        assert len(names) == len(set(names)), parent


@pytest.mark.parametrize("example", EXAMPLES)
def test_every_example_is_in_order_and_another_reader_opens_it(example: str) -> None:
    document, options = EXAMPLES[example]
    written = build(document, options)
    assert violations(written) == []
    opened = docx.Document(io.BytesIO(written))
    assert all(paragraph.style.name for paragraph in opened.paragraphs)
    assert opened.sections[0].page_width.mm == pytest.approx(210, abs=0.1)
