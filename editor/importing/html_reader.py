"""A saved web page → lines: block elements become lines, tables become rows, scripts are left out."""

from collections.abc import Iterator
from dataclasses import dataclass, field

from lxml import etree

from editor.importing.lines import SourceLine
from editor.model.errors import UnreadableFile

_BLOCK_NAMES = """
address article aside blockquote body center dd div dl dt fieldset figure footer form h1 h2 h3 h4 h5 h6 header hr
li main nav ol p pre section table tbody td tfoot th thead tr ul br
"""
_SKIPPED_NAMES = "head script style noscript template select textarea button svg iframe object map"
BLOCKS = frozenset(_BLOCK_NAMES.split())
SKIPPED = frozenset(_SKIPPED_NAMES.split())
_MAX_DEPTH = 300
_MAX_CELL = 1000  # characters; a longer cell is a page laid out with a table


@dataclass(slots=True)
class _Lines:
    found: list[SourceLine] = field(default_factory=list)
    parts: list[str] = field(default_factory=list)
    level: int = 0
    tables: int = 0

    def break_line(self) -> None:
        """End the current line."""
        text = " ".join("".join(self.parts).split())
        self.parts.clear()
        if text:
            self.found.append(SourceLine(len(self.found) + 1, text, level=self.level))

    def add_row(self, cells: tuple[str, ...]) -> None:
        """Take in a row of the current table."""
        self.found.append(SourceLine(len(self.found) + 1, "\t".join(cells), cells, self.tables))


def read_html(text: str) -> tuple[SourceLine, ...]:
    """Return the text lines of a page, numbered from 1; raises UnreadableFile for a page that is too deep to read."""
    root = parse_html(text)
    if root is None:
        raise _unreadable()
    lines = _Lines()
    _walk(root, lines, 0)
    lines.break_line()
    return tuple(lines.found)


def parse_html(text: str) -> etree._Element | None:
    """Return the root of a page; None for one that cannot be read to its end: too deep, or a piece of it too large."""
    parser = etree.HTMLParser(no_network=True, huge_tree=False, remove_comments=True, remove_pis=True, encoding="utf-8")
    data = text.encode("utf-8", errors="replace")
    try:
        root = etree.fromstring(data, parser)
    except (etree.ParserError, etree.XMLSyntaxError, ValueError):  # the caller refuses with its own sentence
        return None
    was_cut = any(entry.level == etree.ErrorLevels.FATAL for entry in parser.error_log)
    return None if root is None or was_cut else root


def _unreadable() -> UnreadableFile:
    return UnreadableFile("这个网页文件读不出来。", "请在浏览器中复制正文，粘贴保存为 .txt 再试。")


def _walk(element: etree._Element, lines: _Lines, depth: int) -> None:
    if depth > _MAX_DEPTH:
        raise _unreadable()
    tag = element.tag if isinstance(element.tag, str) else ""
    if tag in SKIPPED or not tag:
        return
    if tag in BLOCKS:
        lines.break_line()
    if tag == "table" and holds_data(element):
        lines.tables += 1
        for row in _rows(element):
            if any(row):
                lines.add_row(row)
        return
    if len(tag) == 2 and tag[0] == "h" and tag[1] in "1234":
        lines.level = int(tag[1])
    lines.parts.append(element.text or "")
    for entry in element:
        _walk(entry, lines, depth + 1)
        lines.parts.append(entry.tail or "")
    if tag in BLOCKS:
        lines.break_line()
        lines.level = 0


def _rows(table: etree._Element) -> Iterator[tuple[str, ...]]:
    for row in table.iter("tr"):
        cells = [cell for cell in row if cell.tag in ("td", "th")]
        yield tuple(" ".join("".join(str(text) for text in cell.itertext()).split()) for cell in cells)


def holds_data(table: etree._Element) -> bool:
    """Return whether a table holds short cells in columns; pages are often laid out with tables too."""
    if next(table.iterdescendants("table"), None) is not None:
        return False
    widest = 0
    for row in _rows(table):
        if any(len(cell) > _MAX_CELL for cell in row):
            return False
        widest = max(widest, sum(1 for cell in row if cell))
    return widest > 1
