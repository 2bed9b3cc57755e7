"""HTML from the clipboard (Word, WPS, web pages) → lines: what each claims to be, tables as rows, no styling."""

import re
from collections import Counter
from dataclasses import dataclass, field

from lxml import etree

from editor.importing.clipboard_css import Css, Styles
from editor.importing.html_reader import BLOCKS, SKIPPED, holds_data, parse_html
from editor.importing.lines import SourceLine
from editor.model.errors import NotPasted
from editor.model.outline import heading_parts, number_for

MAX_TAGS = 200_000  # a plan of 30,000 characters from Word has about 10,000
MAX_COLUMNS = 63  # of a table; Word takes no more
_AGAIN = "请先粘贴到记事本，再从记事本复制。"
_SKIPPED = SKIPPED | {"o:p", "xml", "rt", "rp", "audio", "video", "canvas"}
_PICTURES = frozenset({"img", "picture", "v:imagedata"})
_HEADER = re.compile(r"Version:\d[^<]{0,1000}(?=<)")  # Windows puts places in the text before it
_START = re.compile(r"<!--\s*StartFragment\s*-->", re.IGNORECASE)
_END = re.compile(r"<!--\s*EndFragment\s*-->", re.IGNORECASE)
_TAG = re.compile(r"<[^<>!?]{1,20000}>")
_PICTURE_DATA = re.compile(r"(\ssrc\s*=\s*)(?:\"data:[^\"]*\"|'data:[^']*')", re.IGNORECASE)
_HALF = re.compile(r"[\ud800-\udfff]")
_ASIAN = r"\u2e80-\u9fff\uf900-\ufaff\uff00-\uffef“”‘’…—·\U00020000-\U0003ffff"
_WRAPPED = re.compile(rf"(?<=[{_ASIAN}])[ \t\r\n\f]+(?=[{_ASIAN}])")
_BLANKS = re.compile(r"[ \t\r\n\f]+")
_NUMBER_MARK = re.compile(r"[0-9０-９一二三四五六七八九十百①-⒇㈠-㈩]|^[（(]?[A-Za-z]{1,5}[.)、）．]")
_INTEGER = re.compile(r"\s*\+?(\d{1,4})\s*")


@dataclass(frozen=True, slots=True)
class Clip:
    """The lines of a clipboard, numbered from 1; `left_out` counts what is no text (图片, 批注)."""

    lines: tuple[SourceLine, ...]
    titles: frozenset[int]  # numbers of the lines that claim to be the title
    left_out: dict[str, int]


def read_clipboard_html(page: str) -> Clip:
    """Return what clipboard HTML holds; raises NotPasted for what cannot be read whole, or only in unbounded time."""
    if page.count("<") > MAX_TAGS:
        raise NotPasted("剪贴板里的格式太多，读不出来。", _AGAIN)
    styles = Styles(page)
    fragment = _HALF.sub("\ufffd", _fragment(page))
    root = parse_html(_PICTURE_DATA.sub(r"\1''", fragment) if "data:" in fragment else fragment)
    if root is None:
        raise NotPasted("剪贴板里的网页格式读不出来。", _AGAIN)
    reader = _Reader(styles)
    reader.walk(root)
    reader.break_line()
    return Clip(tuple(reader.lines), frozenset(reader.titles), dict(reader.left_out))


def _fragment(page: str) -> str:
    """Return the part that was copied, inside the tags that stand around it (Excel copies rows without the table)."""
    page = page[match.end() :] if (match := _HEADER.match(page)) else page
    start = _START.search(page)
    if start is None:
        return page
    end = _END.search(page, start.end())
    body = re.search(r"<body\b", page[: start.start()], re.IGNORECASE)
    around = _TAG.findall(page[body.start() : start.start()]) if body else []
    return "".join(around) + page[start.end() : end.start() if end else len(page)]


@dataclass(slots=True)
class _List:
    next: int
    level: int  # of the series 一、（一）1.（1）that its numbers are taken from; 0 for a list without numbers


@dataclass(slots=True)
class _Reader:
    styles: Styles
    lines: list[SourceLine] = field(default_factory=list)
    titles: set[int] = field(default_factory=set)
    left_out: Counter[str] = field(default_factory=Counter)
    parts: list[str] = field(default_factory=list)
    level: int = 0
    title: bool = False
    keeps_breaks: bool = False
    mark: str = ""  # the number of the list item whose text is still to come
    lists: list[_List] = field(default_factory=list)
    tables: int = 0

    def break_line(self) -> None:
        """End the current line."""
        text = _WRAPPED.sub(_unwrapped, "".join(self.parts))
        self.parts.clear()
        text = _BLANKS.sub(" ", text).replace("\u00a0", " ").strip()
        if not text:
            return
        if self.mark and not heading_parts(text).number:
            text = self.mark + text
        self.mark = ""
        self.lines.append(SourceLine(len(self.lines) + 1, text, level=self.level))
        if self.title:
            self.titles.add(len(self.lines))

    def walk(self, element: etree._Element) -> None:
        """Take in an element with all below it; the parser has bounded the depth."""
        tag = element.tag if isinstance(element.tag, str) else ""
        css = self._css(element)
        if not tag or tag in _SKIPPED or css.hidden or element.get("hidden") is not None:
            return
        if what := _left_out(tag, css):
            self.left_out[what] += 1
        elif css.mark:
            self._take_mark("".join(str(text) for text in element.itertext()))
        elif tag == "br":
            self._break_softly()
        elif tag == "table" and holds_data(element):
            self.break_line()
            self._take_table(element)
        elif tag in BLOCKS:
            self._walk_block(element, tag, css)
        else:
            self._walk_inside(element, css)

    def _css(self, element: etree._Element) -> Css:
        return self.styles.of(element.tag, element.get("class", ""), element.get("style", ""))

    def _walk_block(self, element: etree._Element, tag: str, css: Css) -> None:
        self.break_line()
        outside = self.level, self.title
        self.level = _claimed_level(element, tag, css) or self.level
        self.title = css.title or self.title
        if tag in ("ol", "ul"):
            self._walk_list(element, css, numbered=tag == "ol")
        else:
            if tag == "li":
                self.mark = self._item_mark(element)
            self._walk_inside(element, css, keeps_breaks=tag == "pre")
        self.break_line()
        if tag == "li":
            self.mark = ""
        self.level, self.title = outside

    def _walk_inside(self, element: etree._Element, css: Css, keeps_breaks: bool = False) -> None:
        outside = self.keeps_breaks
        self.keeps_breaks = outside or keeps_breaks or css.keeps_breaks
        self._add(element.text)
        for entry in element:
            self.walk(entry)
            self._add(entry.tail)
        self.keeps_breaks = outside

    def _add(self, text: str | None) -> None:
        if not text:
            return
        first, *more = text.split("\n") if self.keeps_breaks else [text]
        self.parts.append(first)
        for line in more:
            self.break_line()
            self.parts.append(line)

    def _break_softly(self) -> None:
        """End a line broken with Shift+Enter; in a heading such a break is layout."""
        if self.level or self.title:
            self.parts.append("\n")
        else:
            self.break_line()

    # lists

    def _walk_list(self, element: etree._Element, css: Css, numbered: bool) -> None:
        above = next((one.level for one in reversed(self.lists) if one.level), 0)
        level = min(above + 1, 4) if above else 1 if css.chinese else 3
        self.lists.append(_List(_integer(element.get("start"), 1), level if numbered else 0))
        self._walk_inside(element, css)
        self.lists.pop()

    def _item_mark(self, element: etree._Element) -> str:
        """Return the number that a browser would print before a list item, in the series of a 公文."""
        if not self.lists or not self.lists[-1].level:
            return ""
        current = self.lists[-1]
        number = _integer(element.get("value"), current.next)
        current.next = number + 1
        return number_for(current.level if number < 100 else 3, number)

    def _take_mark(self, text: str) -> None:
        """Keep a number that Word has written out; a bullet is styling."""
        mark = _BLANKS.sub(" ", text.replace("\u00a0", " ")).strip()
        self.mark = mark if _NUMBER_MARK.search(mark) else ""

    # tables

    def _take_table(self, table: etree._Element) -> None:
        rows = self._rows(table)
        while rows and not any(rows[-1]):
            rows.pop()
        self.tables += 1
        for row in rows:
            self.lines.append(SourceLine(len(self.lines) + 1, "\t".join(row), row, self.tables))

    def _rows(self, table: etree._Element) -> list[tuple[str, ...]]:
        """Return the cells by row; the text of merged cells stands in the first of them."""
        rows: list[tuple[str, ...]] = []
        below: dict[int, int] = {}  # column → rows that a cell from above still covers
        for row in table.iter("tr"):
            if self._css(row).hidden:
                continue
            cells: list[str] = []
            for cell in row.iterchildren("td", "th"):
                _skip_covered(cells, below)
                first, wide = len(cells), max(_integer(cell.get("colspan"), 1), 1)
                check_columns(first + wide)
                cells += [self._cell_text(cell), *[""] * (wide - 1)]
                below |= dict.fromkeys(range(first, first + wide), _integer(cell.get("rowspan"), 1) - 1)
            _skip_covered(cells, below)
            rows.append(tuple(cells))
        return rows

    def _cell_text(self, cell: etree._Element) -> str:
        if self._css(cell).hidden:
            return ""
        inside = _Reader(self.styles, left_out=self.left_out)
        inside.walk(cell)
        inside.break_line()
        return " ".join(line.text for line in inside.lines)


def check_columns(count: int) -> None:
    """Raise NotPasted for a table that is wider than Word's own."""
    if count > MAX_COLUMNS:
        raise NotPasted(f"表格超过 {MAX_COLUMNS} 列，Word 也放不下，没有粘贴。", "请只复制需要的列。")


def _skip_covered(cells: list[str], below: dict[int, int]) -> None:
    while below.get(len(cells), 0) > 0:
        below[len(cells)] -= 1
        cells.append("")


def _left_out(tag: str, css: Css) -> str:
    """Return what an element is that is neither text nor table, or that its author only noted beside or took out."""
    if tag in _PICTURES:
        return "图片"
    if css.comment:
        return "批注"
    return "修订时删去的文字" if tag == "del" else ""


def _claimed_level(element: etree._Element, tag: str, css: Css) -> int:
    if css.level:
        return css.level
    if len(tag) == 2 and tag[0] == "h" and tag[1] in "123456":
        return min(int(tag[1]), 4)
    return min(_integer(element.get("aria-level"), 0), 4) if element.get("role") == "heading" else 0


def _integer(value: str | None, otherwise: int) -> int:
    match = _INTEGER.fullmatch(value or "")
    return int(match.group(1)) if match else otherwise


def _unwrapped(blank: re.Match[str]) -> str:
    """Return what a browser makes of blanks between Chinese characters: a line break of the source is none."""
    return "" if "\n" in blank.group() else " "
