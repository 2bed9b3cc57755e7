"""Rendered pages in millimetres: many docx in one start of LibreOffice, their lines of text, rules and ink."""

import subprocess
import tempfile
from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from functools import cache
from pathlib import Path
from typing import Any

import pytest

from editor.gongwen.export import Options, export
from editor.gongwen.pdf import find_soffice
from editor.model.document import Document

pdfplumber = pytest.importorskip("pdfplumber", reason="pdfplumber is not installed: rendered pages cannot be read")
needs_office = pytest.mark.skipif(
    find_soffice() is None, reason="LibreOffice is not installed: pages cannot be rendered"
)

MM = 25.4 / 72
LEFT, RIGHT, TOP, FOOT = 28.0, 184.0, 37.0, 262.0  # of the type area (5.2.1)
EM = 15.75 * MM  # one character of the body with its spacing
BLACK, RED = "000000", "FF0000"


@dataclass(frozen=True)
class Line:
    """One line of text; of a turned one `top` and `foot` are where the reading direction begins and ends."""

    text: str  # without white space
    x0: float
    x1: float
    top: float  # of the em box of a Chinese character
    foot: float
    size: float  # points
    color: str = BLACK
    turned: bool = False

    @property
    def middle(self) -> float:
        return (self.x0 + self.x1) / 2

    @property
    def ink_top(self) -> float:
        """Return where the ink of most Chinese characters begins: a little under the top of the em box."""
        return self.top + 0.03 * self.size * MM


@dataclass(frozen=True)
class Rule:
    """A straight horizontal line; pieces that touch are one."""

    x0: float
    x1: float
    y: float  # its middle
    thickness: float
    color: str

    @property
    def length(self) -> float:
        return self.x1 - self.x0


@dataclass(frozen=True)
class Page:
    """One page: lines and horizontal rules of 10 mm and more from top to bottom, vertical ones as (x, top, foot)."""

    lines: list[Line]
    rules: list[Rule]
    columns: list[tuple[float, float, float]]
    width: float = 210.0
    height: float = 297.0

    @property
    def landscape(self) -> bool:
        return self.width > self.height

    @property
    def text(self) -> str:
        return "".join(line.text for line in self.lines)

    def line(self, start: str) -> Line:
        """Return the first line that starts with a text."""
        return next(line for line in self.lines if line.text.startswith(start))

    def holding(self, text: str) -> list[Line]:
        """Return the lines that hold a text."""
        return [line for line in self.lines if text in line.text]

    def wide_rules(self, color: str | None = None) -> list[Rule]:
        """Return the rules longer than 140 mm, of one colour where it is given."""
        return [rule for rule in self.rules if rule.length > 140 and color in (None, rule.color)]


@dataclass(frozen=True)
class Example:
    """A document as it was rendered: its pages, the texts of its docx, what the export said, its PDF."""

    pages: list[Page]
    texts: list[str]
    said: tuple[str, ...]
    pdf: Path


def _color(value: Any) -> str:
    """Return a PDF colour as RRGGBB."""
    parts = [float(part) for part in (value if isinstance(value, (tuple, list)) else (value or 0,))]
    if len(parts) == 4:
        parts = [(1 - part) * (1 - parts[3]) for part in parts[:3]]
    rgb = parts * 3 if len(parts) == 1 else parts
    return "".join(f"{round(part * 255):02X}" for part in rgb)


def _turned(char: dict[str, Any]) -> bool:
    return abs(char["matrix"][1]) > abs(char["matrix"][0])


def _line(chars: list[dict[str, Any]], height: float) -> Line:
    chars.sort(key=lambda char: char["x0"])
    largest = max(chars, key=lambda char: char["size"])
    size = largest["size"]
    base = height - largest["matrix"][5]
    text = "".join(char["text"] for char in chars)
    x0, x1 = chars[0]["x0"] * MM, chars[-1]["x1"] * MM
    top, foot = (base - 0.88 * size) * MM, (base + 0.12 * size) * MM
    return Line(text, x0, x1, top, foot, size, _color(largest["non_stroking_color"]))


def _turned_line(chars: list[dict[str, Any]]) -> Line:
    down = chars[0]["matrix"][1] < 0  # clockwise: read from top to bottom
    chars.sort(key=lambda char: char["top"], reverse=not down)
    text = "".join(char["text"] for char in chars)
    size, base = max(char["size"] for char in chars), chars[0]["matrix"][4]
    x0, x1 = (base - (0.12 if down else 0.88) * size) * MM, (base + (0.88 if down else 0.12) * size) * MM
    top, foot = min(char["top"] for char in chars) * MM, max(char["bottom"] for char in chars) * MM
    color = _color(chars[0]["non_stroking_color"])
    return Line(text, x0, x1, top, foot, size, color, turned=True)


def _lines(page: Any) -> list[Line]:
    """Group characters by their base lines, 3 pt apart at the most."""
    chars = [char for char in page.chars if char["text"].strip()]
    rows: list[tuple[float, list[dict[str, Any]]]] = []
    for char in sorted((c for c in chars if not _turned(c)), key=lambda c: -c["matrix"][5]):
        base = char["matrix"][5]
        if not rows or rows[-1][0] - base > 3:
            rows.append((base, []))
        rows[-1][1].append(char)
    columns: dict[int, list[dict[str, Any]]] = {}
    for char in filter(_turned, chars):
        columns.setdefault(round(char["matrix"][4] / 3), []).append(char)
    found = [_line(row, page.height) for _, row in rows] + [_turned_line(column) for column in columns.values()]
    return sorted(found, key=lambda line: line.top)


def _rules(page: Any) -> list[Rule]:
    """Return the horizontal lines, however they are drawn; table borders come in pieces and are put together."""
    pieces = []
    for shape in (*page.lines, *page.rects, *page.curves):
        height = abs(shape["bottom"] - shape["top"]) * MM
        filled = shape["object_type"] != "line" and shape.get("fill")
        if height < 2 and (shape["x1"] - shape["x0"]) * MM > 1:
            thickness = height if filled else max(height, float(shape.get("linewidth") or 0) * MM)
            color = _color(shape.get("non_stroking_color" if filled else "stroking_color"))
            middle = (shape["top"] + shape["bottom"]) / 2 * MM
            pieces.append(Rule(shape["x0"] * MM, shape["x1"] * MM, middle, thickness, color))
    joined: list[Rule] = []
    for piece in sorted(pieces, key=lambda rule: (round(rule.y, 1), rule.x0)):
        last = joined[-1] if joined else None
        if last and abs(last.y - piece.y) < 0.15 and piece.x0 - last.x1 < 0.5 and last.color == piece.color:
            x1, thickness = max(last.x1, piece.x1), max(last.thickness, piece.thickness)
            joined[-1] = Rule(last.x0, x1, last.y, thickness, last.color)
        else:
            joined.append(piece)
    return [rule for rule in joined if rule.length >= 10]


def _columns(page: Any) -> list[tuple[float, float, float]]:
    shapes = [*page.lines, *page.rects, *page.curves]
    tall = [s for s in shapes if (s["x1"] - s["x0"]) * MM < 2 and abs(s["bottom"] - s["top"]) * MM > 3]
    return sorted(((s["x0"] + s["x1"]) / 2 * MM, s["top"] * MM, s["bottom"] * MM) for s in tall)


def read_page(page: Any) -> Page:
    """Return what stands on one page of pdfplumber's."""
    return Page(_lines(page), _rules(page), _columns(page), page.width * MM, page.height * MM)


def read_pages(made: Path) -> list[Page]:
    """Return the pages of a PDF."""
    with pdfplumber.open(made) as pdf:
        return [read_page(page) for page in pdf.pages]


def overlaps(made: Path) -> list[str]:
    """Return the places where Chinese characters are printed over each other, "page: 甲 乙" each."""
    found = []
    with pdfplumber.open(made) as pdf:
        for page in pdf.pages:
            chars = sorted((char for char in page.chars if char["text"] >= "\u3000"), key=lambda char: char["top"])
            for at, char in enumerate(chars):
                for other in chars[at + 1 :]:
                    if other["top"] - char["top"] > 0.6 * char["size"]:
                        break
                    if min(char["x1"], other["x1"]) - max(char["x0"], other["x0"]) > 0.4 * char["size"]:
                        found.append(f"{page.page_number}: {char['text']} {other['text']}")
    return found


def ink(made: Path, number: int, red: bool = False, resolution: int = 200) -> tuple[float, float, float, float] | None:
    """Return left, top, right and bottom of the ink, all or red alone, on page `number` (from 1); None without any."""
    import pypdfium2
    from PIL import ImageChops

    pdf = pypdfium2.PdfDocument(made)
    image = pdf[number - 1].render(scale=resolution / 72).to_pil().convert("RGB")
    pdf.close()
    plane = ImageChops.subtract(*image.split()[:2]) if red else ImageChops.invert(image.convert("L"))
    box = plane.point(lambda value: 255 if value > 90 else 0).getbbox()
    if box is None:
        return None
    left, top, right, bottom = (edge / resolution * 25.4 for edge in box)
    return left, top, right, bottom


@cache
def _profile() -> tempfile.TemporaryDirectory[str]:
    return tempfile.TemporaryDirectory(prefix="nigao-office-")  # kept, and warm, as long as the tests run


def convert(files: Iterable[Path], folder: Path) -> list[Path]:
    """Return the PDFs of many docx, made in `folder` by one start of LibreOffice; their stems must differ."""
    files = list(files)
    command = [str(find_soffice()), f"-env:UserInstallation={Path(_profile().name).as_uri()}", "--headless"]
    command += ["--norestore", "--convert-to", "pdf", "--outdir", str(folder), *map(str, files)]
    done = subprocess.run(command, capture_output=True, text=True, timeout=600, check=False)
    made = [folder / f"{file.stem}.pdf" for file in files]
    lacking = [pdf.name for pdf in made if not pdf.is_file()]
    assert not lacking, f"LibreOffice made no {lacking}: {done.stderr or done.stdout}"
    return made


def render_all(documents: Mapping[str, tuple[Document, Options]], folder: Path) -> dict[str, list[Page]]:
    """Return the pages of many documents by their names, in one start; docx and PDF stay in `folder` as name.docx …"""
    for stem, (document, options) in documents.items():
        export(document, folder / f"{stem}.docx", options)
    made = convert((folder / f"{stem}.docx" for stem in documents), folder)
    return {pdf.stem: read_pages(pdf) for pdf in made}


def render(document: Document, folder: Path, options: Options | None = None) -> list[Page]:
    """Return the pages of one document; 方案.docx and 方案.pdf stay in `folder`."""
    return render_all({"方案": (document, options or Options())}, folder)["方案"]
