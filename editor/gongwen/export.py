"""Document → official docx on disk: built in memory, read back and compared, then written whole or not at all."""

from dataclasses import dataclass
from pathlib import Path

from editor.gongwen.annexes import Annexes, arrange
from editor.gongwen.division_table import Entry, division, unassigned
from editor.gongwen.elements import Elements, resolve
from editor.gongwen.layout import STANDARD, Layout
from editor.gongwen.package import pack, properties_part
from editor.gongwen.verify import expected_texts, verify
from editor.gongwen.writer import document_part
from editor.model.document import BlockKind, Document, clean_line
from editor.model.errors import UnwritableFile
from editor.model.files import write_atomically
from templates.analysis import analyse


@dataclass(frozen=True, slots=True)
class Options:
    """What the user chooses for one export; `table` adds the generated 任务分工表 as an annex."""

    table: bool = False
    layout: Layout = STANDARD


@dataclass(frozen=True, slots=True)
class Report:
    """What was written, and what was left out or assumed, one Chinese sentence each; `pages` where it is known."""

    path: Path
    left_out: tuple[str, ...] = ()
    pages: int | None = None


@dataclass(frozen=True, slots=True)
class _Draft:
    """Everything that is decided before a page is set."""

    document: Document
    elements: Elements
    annexes: Annexes
    entries: tuple[Entry, ...]
    said: tuple[str, ...]


def _draft(document: Document, options: Options) -> _Draft:
    elements = resolve(document)
    entries: tuple[Entry, ...] = ()
    said: tuple[str, ...] = ()
    if options.table:
        analysis = analyse(document)
        entries = division(analysis.sections, analysis.by_heading)
        lacking = unassigned(entries)
        if not entries:
            said = ("方案中没有找到任务分工，未生成任务分工表。",)
        elif lacking:
            said = (f"有 {len(lacking)} 项任务没有写明单位（如“{lacking[0]}”），分工表中单位栏留空。",)
    annexes = arrange(document, with_table=bool(entries))
    return _Draft(document, elements, annexes, entries, (*elements.left_out, *said, *annexes.said))


def _bytes(draft: _Draft, layout: Layout) -> bytes:
    body = document_part(draft.document, draft.elements, draft.annexes, draft.entries, layout)
    titles = (block.text for block in draft.document.blocks if block.kind is BlockKind.TITLE)
    title = draft.elements.title.replace("\n", "") or next(titles, "")
    properties = properties_part(
        clean_line(title), clean_line(draft.document.metadata.issuer), draft.elements.doc_number
    )
    return pack(body, properties, layout)


def build(document: Document, options: Options | None = None) -> bytes:
    """Return the docx as bytes; equal documents and options give equal bytes."""
    options = options or Options()
    return _bytes(_draft(document, options), options.layout)


def export(document: Document, path: Path, options: Options | None = None) -> Report:
    """Write the docx to `path` after reading it back; raises UnwritableFile, and what stood at `path` stays."""
    options = options or Options()
    _refuse_open(path)
    draft = _draft(document, options)
    data = _bytes(draft, options.layout)
    verify(data, expected_texts(document, draft.elements, draft.annexes, draft.entries))
    write_atomically(path, data)
    return Report(path, draft.said)


def _refuse_open(path: Path) -> None:
    """Refuse a target that Word, WPS (`~$name.docx`, or without two letters of the name) or LibreOffice holds."""
    locks = (f"~${path.name}", f"~${path.name[2:]}", f".~lock.{path.name}#", f".~{path.name}")
    held = next((lock for lock in locks if (path.parent / lock).exists()), None)
    if held is not None:
        raise UnwritableFile(
            f"“{path.name}”正在其他程序中打开（有锁定文件“{held}”），没有写入。", "请先关闭它，或另存为其他名称。"
        )
