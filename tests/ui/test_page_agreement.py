"""The pages set in this process and LibreOffice's of the same docx: as many, and the same lines at the same places."""

import sys
from collections.abc import Iterator, Sequence
from dataclasses import dataclass, replace
from itertools import pairwise
from pathlib import Path
from typing import Any

import pytest
from PySide6.QtGui import QFontDatabase

from editor.gongwen.export import Options, build
from editor.gongwen.typesetting.pages import Page
from editor.gongwen.typesetting.paging import docx_pages
from editor.importing.importer import import_path
from editor.model.document import Block, BlockKind, Document, Metadata
from editor.model.storage import load
from editor.ui.page_fonts import measure
from resources import path as resource
from tests.gongwen.examples import FORMS
from tests.gongwen.rendered import convert, needs_office
from tests.gongwen.sample import METADATA, sample

pdfplumber = pytest.importorskip("pdfplumber", reason="pdfplumber is not installed: rendered pages cannot be read")
pytestmark = needs_office

MM = 25.4 / 72
TABLE = Options(table=True)
SHARED = Path(__file__).resolve().parents[2].parent / "shared"


@dataclass(frozen=True)
class Char:
    """A character on its page, in millimetres: where it starts and ends along its line, where its line stands."""

    turned: bool
    start: float
    end: float
    line: float
    text: str


def every_mark() -> Document:
    """Every mark that may end a line, at every place of a line; and numbers there."""
    texts = ["云" * at + f"甲{mark}乙" * 20 for at in range(3) for mark in "，。、；：！？”》）〕…％"]
    texts += ["溪" * at + "“甲、乙”和《丙》（丁）〔2026〕3号，95.5％。" * 4 for at in range(28)]
    texts += ["溪" * at + "（2026-2028年）——A4纸，PM2.5/O3 see https://example.org 8:30—9:00。" * 3 for at in range(28)]
    blocks = (Block(f"b{at}", BlockKind.PARAGRAPH, text) for at, text in enumerate(texts))
    return Document("", Metadata(), (Block("t", BlockKind.TITLE, "实施方案"), *blocks))


def tight_pages() -> Document:
    """Headings kept with their text, a table in it and a signature behind it, at many places of a page."""
    blocks = [Block("t", BlockKind.TITLE, "云溪县科普行动方案")]
    for at in range(1, 40):
        blocks.append(Block(f"h{at}", BlockKind.HEADING, f"（{at}）加强组织领导", 2))
        blocks.append(Block(f"p{at}", BlockKind.PARAGRAPH, "各乡镇要把科普工作放到田间地头去做。" * (at % 7 + 1)))
        if at % 9 == 0:
            rows = (("事项", "内容"), *((f"第{row}项", "山路远，" * row) for row in range(at % 4 + 3)))
            blocks.append(Block(f"r{at}", BlockKind.TABLE, rows=rows))
    return Document("", replace(METADATA, notice_title="", notice_body=""), tuple(blocks))


def documents() -> dict[str, tuple[Document, Options]]:
    found = {
        "sample": (sample(), TABLE),
        "云溪": (load(resource("samples/yunxi.nigao")).document, TABLE),
        "云溪，横表": (load(resource("samples/yunxi.nigao")).document, Options(table=True, landscape=True)),
        "标点": (every_mark(), Options()),
        "分页": (tight_pages(), Options()),
    }
    for source in sorted((SHARED / "corpus").glob("0*.txt")):
        found[source.name[:3]] = (import_path(source).document, TABLE)
    return found | FORMS


def drawn_by_us(page: Page) -> Iterator[Char]:
    for text in page.texts:
        along, line = (text.y, -text.x) if text.angle else (text.x, text.y)
        for char, advance in zip(text.text, text.advances, strict=True):
            if char.strip():
                yield Char(bool(text.angle), along, along + advance * MM, line, char)
            along += advance * MM


def drawn_by_libreoffice(page: Any) -> Iterator[Char]:
    for char in page.chars:
        matrix, height = char["matrix"], float(page.height)
        x, y = matrix[4] * MM, (height - matrix[5]) * MM
        if not char["text"].strip():
            continue
        if abs(matrix[1]) > abs(matrix[0]):
            yield Char(True, y, char["bottom"] * MM, -x, char["text"])
        else:
            yield Char(False, x, char["x1"] * MM, y, char["text"])


def pieces(chars: Sequence[Char]) -> list[list[Char]]:
    """The lines of a page, those of neighbouring cells apart."""
    rows: list[list[Char]] = []
    for char in sorted(chars, key=lambda char: (char.turned, char.line)):
        if not rows or rows[-1][-1].turned != char.turned or char.line - rows[-1][-1].line > 0.1:
            rows.append([])
        rows[-1].append(char)
    found = []
    for row in rows:
        row.sort(key=lambda char: char.start)
        cuts = [at for at, (one, other) in enumerate(pairwise(row), 1) if other.start - one.end > 2]
        found += [row[start:end] for start, end in pairwise([0, *cuts, len(row)])]
    return found


def text_of(chars: Sequence[Char]) -> str:
    return "".join(char.text for char in chars)


def differing(these: Sequence[Char], those: Sequence[Char]) -> Iterator[str]:
    """The pieces of a page that the other page has not at the same place, to a millimetre up or down."""
    for piece in pieces(these):
        first, last = piece[0], piece[-1]
        near = [
            char
            for char in those
            if char.turned == first.turned
            and abs(char.line - first.line) < 1
            and first.start - 1.5 < (char.start + char.end) / 2 < last.end + 1.5
        ]
        near.sort(key=lambda char: char.start)
        if text_of(near) != text_of(piece):
            yield text_of(piece)


@dataclass(frozen=True)
class Agreement:
    """How the pages of one document agree; a line is a piece of one, where cells part it."""

    pages: tuple[int, int]
    lines: int
    different: list[str]

    def __str__(self) -> str:
        equal = self.lines - len(self.different)
        share = f"{equal}/{self.lines} lines ({100 * equal / max(self.lines, 1):.1f} %)"
        return f"{self.pages[0]}/{self.pages[1]} pages, {share}"


def agreement(ours: Sequence[Page], made: Path) -> Agreement:
    with pdfplumber.open(made) as pdf:
        theirs = [list(drawn_by_libreoffice(page)) for page in pdf.pages]
    lines, different = 0, []
    for number, (page, rendered) in enumerate(zip(ours, theirs, strict=False), 1):
        drawn = list(drawn_by_us(page))
        lines += len(pieces(rendered)) + len(pieces(drawn))
        different += [f"{number}, LibreOffice: {text}" for text in differing(rendered, drawn)]
        different += [f"{number}, here: {text}" for text in differing(drawn, rendered)]
    return Agreement((len(ours), len(theirs)), lines, different)


def test_pages_and_lines_are_those_of_libreoffice(tmp_path: Path, qapp: object) -> None:
    if not QFontDatabase.families(QFontDatabase.WritingSystem.SimplifiedChinese):
        pytest.skip("no Chinese font is installed: pages cannot be drawn")
    built = {name: (build(*asked), asked[1].layout) for name, asked in documents().items()}
    for name, (docx, _) in built.items():
        (tmp_path / f"{name}.docx").write_bytes(docx)
    convert([tmp_path / f"{name}.docx" for name in built], tmp_path)
    found = {
        name: agreement(docx_pages(docx, layout, measure), tmp_path / f"{name}.pdf")
        for name, (docx, layout) in built.items()
    }
    sys.stdout.write("".join(f"{name}: {one}\n" for name, one in found.items()))
    assert {name: one.pages for name, one in found.items() if one.pages[0] != one.pages[1]} == {}
    assert {name: one.different for name, one in found.items() if len(one.different) > 0.02 * one.lines} == {}
