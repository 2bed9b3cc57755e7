"""The body of a docx → lines: content controls and text boxes once, tables as rows, tracked deletions left out."""

from collections import Counter
from dataclasses import dataclass, field

from lxml import etree

from editor.importing.docx_package import Package, damaged
from editor.importing.docx_styles import Styles, child, local, read_styles
from editor.importing.lines import SourceLine
from editor.model.unseen import Unseen, from_properties

_WORD = (
    "{http://schemas.openxmlformats.org/wordprocessingml/2006/main}",
    "{http://purl.oclc.org/ooxml/wordprocessingml/main}",
)
_SKIPPED = {"del", "moveFrom", "Fallback", "rt", "pPrChange", "rPrChange", "sectPr"}  # old versions and doubles
_TITLE_STYLE = "公文标题"  # in a docx of ours: broken by meaning, the breaks are no text
_CHARACTERS = {"tab": "\t", "br": "\v", "cr": "\v", "noBreakHyphen": "-"}
_NOTES = {
    "del": "文档带有修订：{n} 处已删除的文字没有读入。",
    "moveFrom": "文档带有修订：{n} 处已移走的文字只在新位置读入。",
    "ins": "文档带有修订：{n} 处新增的文字已按接受读入。",
    "vanish": "有 {n} 处隐藏文字已读入，请核对。",
    "footnoteReference": "有 {n} 处脚注没有读入，请到原文件核对。",
    "endnoteReference": "有 {n} 处尾注没有读入，请到原文件核对。",
    "commentReference": "有 {n} 处批注没有读入。",
    "altChunk": "有 {n} 处嵌入的外部内容没有读入。",
    "object": "有 {n} 个嵌入对象没有读入。",
    "blip": "有 {n} 处图片没有读入。",
    "imagedata": "有 {n} 处图片没有读入。",
    "dde": "有 {n} 处会调用外部程序的域，已忽略。",
    "rt": "有 {n} 处拼音指南没有读入。",
}


@dataclass(slots=True)
class _Paragraph:
    number: int
    level: int
    in_cell: bool
    right: bool
    joined: bool  # its line breaks are layout
    parts: list[str] = field(default_factory=list)


@dataclass(slots=True)
class _Body:
    """The lines found so far; cells collect while a table row is open."""

    styles: Styles
    own: bool = False
    lines: list[SourceLine] = field(default_factory=list)
    open: list[_Paragraph] = field(default_factory=list)
    seen: Counter[str] = field(default_factory=Counter)
    paragraphs: int = 0
    tables: int = 0
    depth: int = 0  # of nested tables; the inner ones flow into the outer cell
    cells: list[list[str]] = field(default_factory=list)
    covers: list[int] = field(default_factory=list)

    def start(self, name: str, element: etree._Element) -> None:
        """Take in what opens."""
        self.seen[name] += 1
        if name == "p":
            self.paragraphs += 1
            level, right = self.styles.outline_level(element), self.styles.is_flush_right(element)
            joined = self.own and self.styles.name_of(element) == _TITLE_STYLE
            self.open.append(_Paragraph(self.paragraphs, level, self.depth > 0, right, joined))
            self.open[-1].parts.append(self.styles.number_of(element))
        elif name == "tbl":
            self.depth += 1
            self.tables += self.depth == 1
        elif name == "tr" and self.depth == 1:
            self.cells, self.covers = [], []
        elif name == "tc" and self.depth == 1:
            self.cells.append([])
        elif name == "instrText" and "DDE" in (element.text or ""):
            self.seen["dde"] += 1
        elif self.open and name in _CHARACTERS:
            self.open[-1].parts.append(_CHARACTERS[name])

    def end(self, name: str, element: etree._Element) -> None:
        """Take in what closes."""
        if name == "t" and self.open:
            self.open[-1].parts.append(element.text or "")
        elif name == "sym" and self.open:
            self.open[-1].parts.append(_symbol(element))
        elif name == "p" and self.open:
            self._close_paragraph(self.open.pop())
        elif name == "tr" and self.depth == 1:
            self._close_row()
        elif name == "tbl":
            self.depth -= 1

    def _close_paragraph(self, paragraph: _Paragraph) -> None:
        text = "".join(part for part in paragraph.parts if part != "\v" or not paragraph.joined)
        if not paragraph.in_cell or not self.cells:
            right = paragraph.right or text.startswith("\t")  # by a tab stop
            self.lines.append(SourceLine(paragraph.number, text, level=paragraph.level, right=right))
        elif text.strip():
            self.cells[-1].append(text.strip())
            self.covers.append(paragraph.number)

    def _close_row(self) -> None:
        # A break after 、 is layout: our own 分工表 keeps the names of units whole by it.
        cells = tuple(" ".join(cell).replace("、\v", "、").replace("\v", " ") for cell in self.cells)
        if any(cells):
            first, *more = self.covers
            self.lines.append(SourceLine(first, "\t".join(cells), cells, self.tables, tuple(more)))
        self.cells, self.covers = [], []


def _symbol(element: etree._Element) -> str:
    code = next((str(v) for k, v in element.attrib.items() if str(k).endswith("}char")), "")
    try:
        return chr(int(code, 16))
    except (ValueError, OverflowError):  # no such character: nothing to print
        return ""


def read_docx(data: bytes) -> tuple[tuple[SourceLine, ...], tuple[str, ...], Unseen | None]:
    """Return the paragraphs and table rows of a docx, notes on what was not read, and what our own file keeps beside.

    Raises UnreadableFile.
    """
    package = Package(data)
    name = package.main_part()
    root = package.xml(name)
    body = child(root, "body")
    if root is None or body is None or not str(root.tag).startswith(_WORD):
        raise damaged("里面没有 Word 正文")
    folder = name.rpartition("/")[0]
    styles = read_styles(package.xml(f"{folder}/styles.xml"), package.xml(f"{folder}/numbering.xml"))
    unseen = _unseen(package)
    found = _Body(styles, unseen is not None)
    walker = etree.iterwalk(body, events=("start", "end"))
    for event, element in walker:
        tag = local(element)
        if event == "end":
            found.end(tag, element)
        elif tag in _SKIPPED:
            found.seen[tag] += 1
            walker.skip_subtree()
        else:
            found.start(tag, element)
    lines = tuple(sorted(found.lines, key=lambda line: line.number))
    return lines, _notes(found.seen, package.names()), unseen


def _unseen(package: Package) -> Unseen | None:
    root = package.xml("docProps/custom.xml")
    entries = [] if root is None else [entry for entry in root if len(entry)]
    return from_properties({str(entry.get("name", "")): entry[0].text or "" for entry in entries})


def _notes(seen: Counter[str], names: tuple[str, ...]) -> tuple[str, ...]:
    notes = [text.format(n=seen[name]) for name, text in _NOTES.items() if seen[name]]
    if any(name.endswith("vbaProject.bin") for name in names):
        notes.append("文件里有宏，已忽略。")
    return tuple(dict.fromkeys(notes))
