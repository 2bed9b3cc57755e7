"""Makes the text layer of a PDF by Qt say what was drawn: Qt takes ⼀ for 一 where a font has one glyph for both."""

import io
import re
from collections import Counter
from collections.abc import Iterator, Sequence
from typing import TYPE_CHECKING, cast

from editor.model.errors import UnwritableFile
from editor.ui.page_painter import Drawn

if TYPE_CHECKING:
    from pypdf import PageObject
    from pypdf.generic import DictionaryObject

# In a page by Qt: a font is chosen, or glyphs of it are shown as two bytes each.
_SHOWN = re.compile(rb"/(F\d+)\s+[\d.]+\s+Tf|<([0-9A-Fa-f]+)>\s*Tj")
_HEAD = """/CIDInit /ProcSet findresource begin
12 dict begin
begincmap
/CIDSystemInfo << /Registry (Adobe) /Ordering (UCS) /Supplement 0 >> def
/CMapName /Adobe-Identity-UCS def
/CMapType 2 def
1 begincodespacerange
<0000> <FFFF>
endcodespacerange
"""
_FOOT = "endcmap\nCMapName currentdict /CMap defineresource pop\nend\nend\n"
_BLOCK = 100  # entries the format allows in one block

Code = tuple[int, int]  # number of the font's object in the file, code of the glyph


def set_text(pdf: bytes, pages: Sequence[Sequence[Drawn]], subject: str) -> tuple[bytes, tuple[str, ...]]:
    """Return the PDF with maps of its glyphs to `pages`' characters, and the characters copied wrong all the same.

    `subject` joins its information. Such characters are outside the document's own fonts. Raises UnwritableFile where
    the file does not show just the glyphs that were drawn, or where copying would not give the document's text.
    """
    from pypdf import PdfReader, PdfWriter
    from pypdf.generic import DecodedStreamObject, NameObject

    writer = PdfWriter(clone_from=PdfReader(io.BytesIO(pdf)))
    shown = [list(_codes(page)) for page in writer.pages]
    texts = _texts(shown, [[glyph for run in page for glyph in run.glyphs] for page in pages])
    for font in {font for font, _ in texts}:
        stream = DecodedStreamObject()
        stream.set_data(_map({code: text for (of, code), text in texts.items() if of == font}))
        holder = cast("DictionaryObject", writer.get_object(font))
        holder[NameObject("/ToUnicode")] = writer._add_object(stream.flate_encode())
    wrong = dict.fromkeys(_copied_wrong(shown, texts, pages))
    if subject:
        writer.add_metadata({"/Subject": subject})
    result = io.BytesIO()
    writer.write(result)
    return result.getvalue(), tuple(wrong)


def _codes(page: "PageObject") -> Iterator[Code]:
    """Yield the glyphs a page shows, in order."""
    resources = cast("DictionaryObject", page["/Resources"])
    fonts = resources.get("/Font", {})
    numbers = {name[1:].encode(): reference.idnum for name, reference in fonts.items()}
    contents = page.get_contents()
    font = 0
    for match in _SHOWN.finditer(contents.get_data() if contents is not None else b""):
        if match[1]:
            font = numbers[match[1]]
        else:
            for at in range(0, len(match[2]), 4):
                yield font, int(match[2][at : at + 4], 16)


def _texts(shown: Sequence[Sequence[Code]], drawn: Sequence[Sequence[str]]) -> dict[Code, str]:
    """Return the text of each glyph, the most frequent one where one glyph was drawn for several."""
    counts: dict[Code, Counter[str]] = {}
    for codes, texts in zip(shown, drawn, strict=True):
        if len(codes) != len(texts):
            raise UnwritableFile(
                f"PDF 中的文字数（{len(codes)}）与排出的（{len(texts)}）不一致，没有写入文件。",
                "请改用 LibreOffice、Word 或 WPS 由 docx 生成 PDF。",
            )
        for code, text in zip(codes, texts, strict=True):
            counts.setdefault(code, Counter())[text] += 1
    return {code: found.most_common(1)[0][0] for code, found in counts.items()}


def _map(texts: dict[int, str]) -> bytes:
    entries = [
        f"<{code:04X}> <{text.encode('utf-16-be').hex().upper()}>" for code, text in sorted(texts.items()) if text
    ]
    blocks = (entries[at : at + _BLOCK] for at in range(0, len(entries), _BLOCK))
    body = "".join(f"{len(block)} beginbfchar\n" + "\n".join(block) + "\nendbfchar\n" for block in blocks)
    return (_HEAD + body + _FOOT).encode("ascii")


def _copied_wrong(
    shown: Sequence[Sequence[Code]], texts: dict[Code, str], pages: Sequence[Sequence[Drawn]]
) -> Iterator[str]:
    """Yield the characters outside the page's own fonts that are copied as others.

    Raises UnwritableFile for one inside them: the same glyph stands for two characters of the document.
    """
    for codes, page in zip(shown, pages, strict=True):
        glyphs = ((glyph, run.own) for run in page for glyph in run.glyphs)
        for code, (text, own) in zip(codes, glyphs, strict=True):
            if texts[code] == text:
                continue
            if own:
                raise UnwritableFile(
                    f"字体中“{texts[code]}”与“{text}”是同一个字形，PDF 里复制出的文字会不一致，没有写入文件。",
                    "请在文稿中统一这两个字的写法，或改用 LibreOffice、Word、WPS 由 docx 生成 PDF。",
                )
            yield text
