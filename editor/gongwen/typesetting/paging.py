"""The pages of a document as its export would have them."""

import io
import zipfile
from collections.abc import Sequence

from lxml import etree

from editor.gongwen.export import Options, build, build_traced
from editor.gongwen.layout import Layout
from editor.gongwen.typesetting.characters import Measure, plain_measure
from editor.gongwen.typesetting.pages import Page
from editor.gongwen.typesetting.typeset import typeset
from editor.gongwen.verify import read_texts
from editor.model.document import Document
from editor.model.errors import UnwritableFile


def docx_pages(docx: bytes, layout: Layout, measure: Measure = plain_measure) -> tuple[Page, ...]:
    """Return the pages of a docx that was built with `layout`."""
    with zipfile.ZipFile(io.BytesIO(docx)) as package:
        body = etree.fromstring(package.read("word/document.xml"))[0]
    return typeset(body, layout, measure)


def docx_properties(docx: bytes) -> dict[str, str]:
    """Return the document information of a docx: title, subject, creator."""
    with zipfile.ZipFile(io.BytesIO(docx)) as package:
        core = etree.fromstring(package.read("docProps/core.xml"))
    return {etree.QName(element).localname: element.text or "" for element in core}


def set_pages(document: Document, options: Options, measure: Measure = plain_measure) -> tuple[Page, ...]:
    """Return the pages of a document."""
    return docx_pages(build(document, options), options.layout, measure)


def trace_pages(
    document: Document, options: Options, measure: Measure = plain_measure
) -> tuple[tuple[Page, ...], tuple[str, ...]]:
    """Return the pages of a document, and for each number that `PlacedText.paragraph` can have what says its text.

    That is a block's id, "meta:<key>", or "". Raises UnwritableFile where the export would.
    """
    docx, said_by = build_traced(document, options)
    return docx_pages(docx, options.layout, measure), said_by


def page_count(document: Document, options: Options) -> tuple[int, float]:
    """Return the number of the last page and the empty millimetres over the foot of its type area."""
    pages = set_pages(document, options)
    return pages[-1].number, pages[-1].left


def verify_pages(pages: Sequence[Page], docx: bytes) -> None:
    """Raise UnwritableFile, naming the first place, if the pages do not show exactly the text of the docx."""
    shown: dict[int, list[str]] = {}
    for page in pages:
        for text in page.texts:
            if text.paragraph >= 0:  # neither a footer nor a repeated header
                shown.setdefault(text.paragraph, []).append(text.text)
    found = _dense("".join(piece for number in sorted(shown) for piece in shown[number]))
    wanted = _dense("".join(read_texts(docx)))
    if found == wanted:
        return
    at = next((at for at, (one, other) in enumerate(zip(found, wanted, strict=False)) if one != other), len(wanted))
    raise UnwritableFile(
        f"排出的页面与公文不一致（从“{(wanted[at:] or found[at:])[:20]}”起），没有写入文件。",
        "请改用 LibreOffice、Word 或 WPS 由 docx 生成 PDF，并把这处文字反馈给开发者。",
    )


def _dense(text: str) -> str:
    """Return a text without blanks: those at the end of a line are not drawn."""
    return "".join(text.split())
