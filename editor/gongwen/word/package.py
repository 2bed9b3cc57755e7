"""The docx package: our own base parts from resources/word, what the document adds, and the zip around them."""

import io
import zipfile
from collections.abc import Mapping
from functools import cache

from lxml import etree

from editor.gongwen.layout import Layout
from editor.gongwen.word.footers import side_footer
from editor.gongwen.word.ooxml import add, root, serialise
from editor.gongwen.word.styles_part import styles_part
from resources import path as resource

_CORE = "http://schemas.openxmlformats.org/package/2006/metadata/core-properties"
_DC = "http://purl.org/dc/elements/1.1/"
_CUSTOM = "http://schemas.openxmlformats.org/officeDocument/2006/custom-properties"
_TYPES = "http://schemas.openxmlformats.org/officeDocument/2006/docPropsVTypes"
_CUSTOM_SET = "{D5CDD505-2E9C-101B-9397-08002B2CF9AE}"  # what Office calls the properties that others define
_RELATIONS = "word/_rels/document.xml.rels"
# Name in the package ← file in resources/word; the content types come first, as Office expects.
_BASE = {
    "[Content_Types].xml": "content_types.xml",
    "_rels/.rels": "package_rels.xml",
    "docProps/app.xml": "app.xml",
    _RELATIONS: "document_rels.xml",
    "word/settings.xml": "settings.xml",
    "word/footer_odd.xml": "footer_odd.xml",
    "word/footer_even.xml": "footer_even.xml",
    "word/footer_empty.xml": "footer_empty.xml",
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
    if layout.faces.latin:
        font = add(fonts, "w:font", name=layout.faces.latin)
        add(font, "w:charset", val="00")
        add(font, "w:pitch", val="variable")
    return serialise(fonts)


def properties_part(title: str, author: str, subject: str) -> bytes:
    """Return docProps/core.xml: title, author (the agency) and subject (the document number)."""
    core = etree.Element(f"{{{_CORE}}}coreProperties", nsmap={"cp": _CORE, "dc": _DC})
    for tag, text in (("title", title), ("subject", subject), ("creator", author), ("language", "zh-CN")):
        if text:
            etree.SubElement(core, f"{{{_DC}}}{tag}").text = text
    return serialise(core)


@cache
def footers(layout: Layout) -> dict[str, bytes]:
    """Return the footer parts by the relationship that names them in a section."""
    parts = dict(_base_parts())
    parts["word/footer_side_odd.xml"] = side_footer(layout)
    parts["word/footer_side_even.xml"] = side_footer(layout, even=True)
    targets = {rel.get("Id", ""): f"word/{rel.get('Target')}" for rel in etree.fromstring(parts[_RELATIONS])}
    return {ident: parts[target] for ident, target in targets.items() if "footer" in target}


def custom_part(properties: Mapping[str, str]) -> bytes:
    """Return docProps/custom.xml: named texts that a program keeps with the document."""
    custom = etree.Element(f"{{{_CUSTOM}}}Properties", nsmap={"op": _CUSTOM, "vt": _TYPES})
    for number, (name, text) in enumerate(properties.items(), 2):  # Office counts from 2
        entry = etree.SubElement(custom, f"{{{_CUSTOM}}}property", fmtid=_CUSTOM_SET, pid=str(number), name=name)
        etree.SubElement(entry, f"{{{_TYPES}}}lpwstr").text = text
    return serialise(custom)


@cache
def _constant_parts(layout: Layout) -> bytes:
    """Return a package of the parts that every document of a layout has, compressed once."""
    parts = {
        **dict(_base_parts()),
        "word/styles.xml": styles_part(layout),
        "word/fontTable.xml": _font_table(layout),
        "word/footer_side_odd.xml": side_footer(layout),
        "word/footer_side_even.xml": side_footer(layout, even=True),
    }
    return _with_parts(b"", parts)


def _with_parts(package: bytes, parts: Mapping[str, bytes]) -> bytes:
    """Return a package with more parts at its end; an empty one is begun."""
    buffer = io.BytesIO(package)
    with zipfile.ZipFile(buffer, "a" if package else "w") as archive:
        for name, data in parts.items():
            entry = zipfile.ZipInfo(name, _WHEN)
            entry.compress_type = zipfile.ZIP_DEFLATED
            archive.writestr(entry, data)
    return buffer.getvalue()


def pack(document: bytes, properties: bytes, custom: bytes, layout: Layout) -> bytes:
    """Return the bytes of the docx."""
    own = {"docProps/core.xml": properties, "docProps/custom.xml": custom, "word/document.xml": document}
    return _with_parts(_constant_parts(layout), own)
