"""Document → official docx on disk: built in memory, read back and compared, then written whole or not at all."""

from dataclasses import dataclass
from pathlib import Path

from editor.gongwen.annexes import Annexes, arrange
from editor.gongwen.elements import Elements, resolve
from editor.gongwen.layout import STANDARD, Layout
from editor.gongwen.parts.first_page import fit_first_page, names_of
from editor.gongwen.parts.imprint import imprint_remarks
from editor.gongwen.parts.titles import title_remarks
from editor.gongwen.tasks.division import Entry, division_of, unassigned
from editor.gongwen.tasks.division_table import DivisionTable, lay_out
from editor.gongwen.verify import expected_places, expected_texts, sources, verify
from editor.gongwen.word.package import custom_part, pack, properties_part
from editor.gongwen.writer import document_part
from editor.model.document import BlockKind, Document, clean_line
from editor.model.files import refuse_open, write_atomically
from editor.model.unseen import Unseen, table_digest


@dataclass(frozen=True, slots=True)
class Options:
    """What the user chooses for one export.

    `table` adds the generated 任务分工表 as an annex, `landscape` turns its pages (clause 8).
    """

    table: bool = False
    landscape: bool = False
    layout: Layout = STANDARD


@dataclass(frozen=True, slots=True)
class Report:
    """What was written, and what was left out or assumed, one Chinese sentence each; `pages` where it is known."""

    path: Path
    left_out: tuple[str, ...] = ()
    pages: int | None = None


@dataclass(frozen=True, slots=True)
class Made:
    """A docx that is not written yet, and what was left out or assumed, one Chinese sentence each."""

    data: bytes
    left_out: tuple[str, ...] = ()


@dataclass(frozen=True, slots=True)
class _Draft:
    """Everything that is decided before a page is set."""

    document: Document
    elements: Elements
    annexes: Annexes
    table: DivisionTable
    said: tuple[str, ...]


def _draft(document: Document, options: Options) -> _Draft:
    elements = fit_first_page(resolve(document), document, options.layout)
    entries: tuple[Entry, ...] = ()
    said: tuple[str, ...] = ()
    if options.table:
        entries = division_of(document)
        lacking = unassigned(entries)
        if not entries:
            said = ("方案中没有找到任务分工，未生成任务分工表。",)
        elif lacking:
            said = (f"有 {len(lacking)} 项任务没有写明单位（如“{lacking[0]}”），分工表中单位栏留空。",)
    annexes = arrange(document, with_table=bool(entries))
    table = lay_out(entries, options.layout, landscape=options.landscape)
    said = (*elements.left_out, *said, *annexes.said, *_remarks(document, elements, options.layout))
    return _Draft(document, elements, annexes, table, said)


def _remarks(document: Document, elements: Elements, layout: Layout) -> tuple[str, ...]:
    """Return what does not fit the page as the standard has it."""
    titles = [elements.title, *(block.text for block in document.blocks if block.kind is BlockKind.TITLE)]
    return (*title_remarks(titles, names_of(document.metadata), layout), *imprint_remarks(elements, layout))


def _bytes(draft: _Draft, layout: Layout) -> bytes:
    body = document_part(draft.document, draft.elements, draft.annexes, draft.table, layout)
    titles = (block.text for block in draft.document.blocks if block.kind is BlockKind.TITLE)
    title = draft.elements.title.replace("\n", "") or next(titles, "")
    properties = properties_part(
        clean_line(title), clean_line(draft.document.metadata.issuer), draft.elements.doc_number
    )
    return pack(body, properties, custom_part(_unseen(draft).to_properties()), layout)


def _unseen(draft: _Draft) -> Unseen:
    elements, blocks = draft.elements, draft.document.blocks
    notes = sum(block.kind is BlockKind.ANNEX_NOTE for block in blocks)
    table = table_digest(draft.table.texts()) if draft.annexes.table_at is not None else ""
    return Unseen(elements.form, elements.seal, elements.issuers, table, notes)


def build(document: Document, options: Options | None = None) -> bytes:
    """Return the docx as bytes; equal documents and options give equal bytes."""
    options = options or Options()
    return _bytes(_draft(document, options), options.layout)


def build_checked(document: Document, options: Options | None = None) -> bytes:
    """Return the docx as bytes after reading it back; raises UnwritableFile where it says anything else."""
    options = options or Options()
    return _checked(_draft(document, options), options.layout)


def _checked(draft: _Draft, layout: Layout) -> bytes:
    data = _bytes(draft, layout)
    verify(data, expected_texts(draft.document, draft.elements, draft.annexes, draft.table))
    return data


def build_traced(document: Document, options: Options | None = None) -> tuple[bytes, tuple[str, ...]]:
    """Return the docx and what says each of its paragraphs with text: a block's id, "meta:<key>", or "" for the rest.

    Raises UnwritableFile as `build_checked` does.
    """
    options = options or Options()
    draft = _draft(document, options)
    data = _bytes(draft, options.layout)
    return data, sources(data, expected_places(draft.document, draft.elements, draft.annexes, draft.table))


def make(document: Document, options: Options | None = None) -> Made:
    """Return the docx after reading it back, for who writes it later; raises UnwritableFile as `build_checked`."""
    options = options or Options()
    draft = _draft(document, options)
    return Made(_checked(draft, options.layout), draft.said)


def export(document: Document, path: Path, options: Options | None = None) -> Report:
    """Write the docx to `path` after reading it back; raises UnwritableFile, and what stood at `path` stays."""
    refuse_open(path)
    made = make(document, options)
    write_atomically(path, made.data)
    return Report(path, made.left_out)
