"""Two versions of a plan → one docx with tracked changes (修订): accepted it is the new plan, rejected the old one."""

from collections.abc import Sequence
from dataclasses import dataclass, replace
from datetime import datetime
from pathlib import Path

from lxml import etree

from editor.gongwen.annexes import arrange
from editor.gongwen.elements import resolve
from editor.gongwen.layout import STANDARD, Layout
from editor.gongwen.parts.first_page import fit_first_page
from editor.gongwen.revision_marks import Reviser, read_revised
from editor.gongwen.tasks.division_table import lay_out
from editor.gongwen.verify import expected_places, sources
from editor.gongwen.word.ooxml import RUN, TAB, Element, P, T, name, serialise
from editor.gongwen.word.package import custom_part, pack, properties_part
from editor.gongwen.writer import document_part
from editor.model.comparison import Comparison
from editor.model.document import Block, BlockKind, Document, clean, clean_line
from editor.model.errors import UnwritableFile
from editor.model.files import refuse_open, write_atomically
from editor.model.spans import Op, Piece, Words, pieces
from editor.model.table_rows import Row, row_pairs

_TABLE, _ROW, _CELL, _HAIRLINE = name("w:tbl"), name("w:tr"), name("w:tc"), "Hairline"
_STYLE = f"{name('w:pPr')}/{name('w:pStyle')}"


@dataclass(frozen=True, slots=True)
class _Entry:
    """One block of the revised document and where it comes from; `rows` are those of a table that was changed."""

    block: Block
    old: Block | None
    new: Block | None
    rows: tuple[tuple[Row | None, Row | None], ...] = ()

    @property
    def op(self) -> Op:
        """Return what became of the block as a whole."""
        return Op.DELETED if self.new is None else Op.INSERTED if self.old is None else Op.SAME


def write_revisions(comparison: Comparison, path: Path, author: str, when: datetime) -> None:
    """Write the docx after reading both versions back; raises UnwritableFile, and what stood at `path` stays."""
    refuse_open(path)
    write_atomically(path, build_revisions(comparison, author, when))


def build_revisions(comparison: Comparison, author: str, when: datetime, layout: Layout = STANDARD) -> bytes:
    """Return the docx; the notice has the elements of the new version, of the old one where the new one has none."""
    entries = _entries(comparison)
    document = _merged(comparison, entries)
    elements = fit_first_page(resolve(document), document, layout)
    annexes, table = arrange(document, with_table=False), lay_out((), layout, landscape=False)
    places = expected_places(document, elements, annexes, table)
    title = elements.title.replace("\n", "") or next((entry.new.text for entry in entries if entry.new), "")
    properties = properties_part(clean_line(title), clean_line(document.metadata.issuer), elements.doc_number)
    part, custom = document_part(document, elements, annexes, table, layout), custom_part({})
    owners = sources(pack(part, properties, custom, layout), places)
    body = etree.fromstring(part)
    by_id = {entry.block.id: entry for entry in entries}
    _mark(body, owners, by_id, Reviser(author or "拟稿", when), comparison.words)
    data = pack(serialise(body), properties, custom, layout)
    _verify(data, places, by_id)
    return data


def _entries(comparison: Comparison) -> list[_Entry]:
    """Return the blocks of both versions in one order; where kind or level differ the new one follows the old one."""
    entries: list[_Entry] = []
    for old, new in comparison.rows:
        if old is not None and new is not None and _comparable(old, new):
            rows = tuple(row_pairs(old.rows, new.rows)) if new.kind is BlockKind.TABLE else ()
            shown = replace(new, rows=tuple(row if row is not None else gone or () for gone, row in rows))
            entries.append(_Entry(shown, old, new, rows))
            continue
        entries += [_Entry(old, old, None)] if old is not None else []
        entries += [_Entry(new, None, new)] if new is not None else []
    return [replace(one, block=replace(one.block, id=f"r{number}")) for number, one in enumerate(entries)]


def _comparable(old: Block, new: Block) -> bool:
    """Return whether both can stand in one paragraph, or in one table of as many columns."""
    if new.kind is BlockKind.TABLE or old.kind is BlockKind.TABLE:
        return old.kind is new.kind and len({len(row) for row in (*old.rows, *new.rows)}) == 1
    return (old.kind, old.level) == (new.kind, new.level) and bool(old.text) == bool(new.text)


def _merged(comparison: Comparison, entries: Sequence[_Entry]) -> Document:
    metadata = comparison.new.metadata
    if not resolve(comparison.new).official:
        metadata = comparison.old.metadata
    return replace(comparison.new, metadata=metadata, blocks=tuple(entry.block for entry in entries))


def _mark(body: Element, owners: Sequence[str], entries: dict[str, _Entry], reviser: Reviser, words: Words) -> None:
    """Mark the paragraphs and tables of the entries; `owners` say whose each paragraph with text is."""
    written = [paragraph for paragraph in body.iter(P) if _says_something(paragraph)]
    tables: set[Element] = set()
    for paragraph, owner in zip(written, owners, strict=True):
        entry = entries.get(owner)
        if entry is None:
            continue
        table = next(paragraph.iterancestors(_TABLE), None)
        if table is None:
            _mark_paragraph(paragraph, entry, reviser, words)
        elif table not in tables:
            tables.add(table)
            _mark_table(table, entry, reviser, words)


def _says_something(paragraph: Element) -> bool:
    return any(node.tag == TAB or node.text for run in paragraph.iterchildren(RUN) for node in run.iterchildren(T, TAB))


def _mark_paragraph(paragraph: Element, entry: _Entry, reviser: Reviser, words: Words) -> None:
    if entry.old is None or entry.new is None:
        reviser.mark_paragraph(paragraph, entry.op)
    elif entry.old.text != entry.new.text:
        reviser.revise(paragraph, pieces(entry.old.text, entry.new.text, words))


def _mark_table(table: Element, entry: _Entry, reviser: Reviser, words: Words) -> None:
    rows = table.findall(_ROW)
    if entry.op is not Op.SAME:
        for row in rows:
            reviser.mark_row(row, entry.op)
        after = table.getnext()
        if after is not None and after.tag == P and _style(after) == _HAIRLINE:
            reviser.mark_paragraph(after, entry.op)
        return
    for row, (old, new) in zip(rows, entry.rows, strict=True):
        if old is None or new is None:
            reviser.mark_row(row, Op.DELETED if new is None else Op.INSERTED)
            continue
        for cell, before, after_text in zip(row.findall(_CELL), old, new, strict=True):
            if before != after_text:
                _mark_cell(cell, before, after_text, reviser, words)


def _mark_cell(cell: Element, old: str, new: str, reviser: Reviser, words: Words) -> None:
    """Mark a cell; a line of it is a paragraph, and lines that came or went stay in the paragraph before them."""
    lines, before = cell.findall(P), clean(old)
    for at, (paragraph, text) in enumerate(zip(lines, clean(new), strict=True)):
        own = before[at] if at < len(before) else ""
        last = at == len(lines) - 1
        gone = [Piece(Op.DELETED, "".join(before[len(lines) :]))] if last and len(before) > len(lines) else []
        gone = [piece for piece in gone if piece.text]
        if own != text or gone:
            reviser.revise(paragraph, (*pieces(own, text, words), *gone))


def _style(paragraph: Element) -> str:
    found = paragraph.find(_STYLE)
    return "" if found is None else found.get(name("w:val"), "")


def _verify(data: bytes, places: Sequence[tuple[str, str]], entries: dict[str, _Entry]) -> None:
    """Raise UnwritableFile where the docx, accepted or rejected, says anything else than the versions do."""
    for without in (Op.DELETED, Op.INSERTED):
        expected = [text for text, source in _said(places, entries, without) if text]
        if _run_on(read_revised(data, without)) != _run_on(expected):
            raise UnwritableFile(
                "修订稿读回核对时与两份文稿不一致，没有写入文件。", "请先保存文稿，再把这两份文稿反馈给开发者。"
            )


def _run_on(texts: Sequence[str]) -> str:
    """Return texts as one; the tabs between several 署名 are layout."""
    return "".join(texts).replace("\t", "")


def _said(places: Sequence[tuple[str, str]], entries: dict[str, _Entry], without: Op) -> list[tuple[str, str]]:
    """Return what the paragraphs say when one kind of change is gone; a table speaks once."""
    said: list[tuple[str, str]] = []
    for text, source in places:
        entry = entries.get(source)
        if entry is None:
            said.append((text, source))
            continue
        block = entry.new if without is Op.DELETED else entry.old
        if block is None or (said and said[-1][1] == source):
            continue
        cells = "".join(line for row in block.rows for cell in row for line in clean(cell))
        said.append((cells if block.kind is BlockKind.TABLE else block.text, source))
    return said
