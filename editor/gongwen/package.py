"""The docx package: our own base parts from resources/word, what the document adds, and the zip around them."""

import io
import zipfile
from functools import cache

from lxml import etree

from editor.gongwen.layout import Layout
from editor.gongwen.ooxml import add, root, serialise
from editor.gongwen.styles import styles_part
from resources import path as resource

_CORE = "http://schemas.openxmlformats.org/package/2006/metadata/core-properties"
_DC = "http://purl.org/dc/elements/1.1/"
# Name in the package ← file in resources/word; the content types come first, as Office expects.
_BASE = {
    "[Content_Types].xml": "content_types.xml",
    "_rels/.rels": "package_rels.xml",
    "docProps/app.xml": "app.xml",
    "word/_rels/document.xml.rels": "document_rels.xml",
    "word/settings.xml": "settings.xml",
    "word/footer_odd.xml": "footer_odd.xml",
    "word/footer_even.xml": "footer_even.xml",
}
_WHEN = (2000, 1, 1, 0, 0, 0)  # equal documents give equal bytes


@cache
def _base_parts() -> tuple[tuple[str, bytes], ...]:
    return tuple((name, resource(f"word/{file}").read_bytes()) for name, file in _BASE.items())


@cache
def _font_table(layout: Layout) -> bytes:
    fonts = root("w:fonts")
    for face, substitute in layout.faces.substitutes:
        font = add(fonts, "w:font", name=face)
        add(font, "w:altName", val=substitute)
        add(font, "w:charset", val="86")  # GB 2312
        add(font, "w:pitch", val="variable")
    return serialise(fonts)


def properties_part(title: str, author: str, subject: str) -> bytes:
    """Return docProps/core.xml: title, author (the agency) and subject (the document number)."""
    core = etree.Element(f"{{{_CORE}}}coreProperties", nsmap={"cp": _CORE, "dc": _DC})
    for tag, text in (("title", title), ("subject", subject), ("creator", author), ("language", "zh-CN")):
        if text:
            etree.SubElement(core, f"{{{_DC}}}{tag}").text = text
    return serialise(core)


def pack(document: bytes, properties: bytes, layout: Layout) -> bytes:
    """Return the bytes of the docx."""
    parts = [
        *_base_parts(),
        ("docProps/core.xml", properties),
        ("word/styles.xml", styles_part(layout)),
        ("word/fontTable.xml", _font_table(layout)),
        ("word/document.xml", document),
    ]
    buffer = io.BytesIO()
    with zipfile.ZipFile(buffer, "w", zipfile.ZIP_DEFLATED) as package:
        for name, data in parts:
            entry = zipfile.ZipInfo(name, _WHEN)
            entry.compress_type = zipfile.ZIP_DEFLATED
            package.writestr(entry, data)
    return buffer.getvalue()
