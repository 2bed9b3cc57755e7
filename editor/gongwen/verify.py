"""The law of the export: the text of the written file, read back, is the document's, character by character."""

import io
import zipfile
from collections.abc import Iterator, Sequence

from lxml import etree

from editor.gongwen.annexes import Annexes, split_plan
from editor.gongwen.division_table import Entry, table_rows
from editor.gongwen.elements import Elements
from editor.gongwen.ooxml import RUN, TAB, P, T
from editor.model.document import Block, BlockKind, Document, clean
from editor.model.errors import UnwritableFile

_PARSER = etree.XMLParser(resolve_entities=False, no_network=True, load_dtd=False, huge_tree=True)


def read_texts(docx: bytes) -> list[str]:
    """Return the paragraphs of a docx of ours in order, table cells and text boxes included, empty ones left out.

    A line break inside a paragraph is layout and reads as nothing; every part has to be well-formed XML.
    """
    with zipfile.ZipFile(io.BytesIO(docx)) as package:
        parts = {name: etree.fromstring(package.read(name), _PARSER) for name in package.namelist()}
    texts = []
    for paragraph in parts["word/document.xml"].iter(P):
        pieces = [node for run in paragraph.iterchildren(RUN) for node in run.iterchildren(T, TAB)]
        text = "".join("\t" if node.tag == TAB else node.text or "" for node in pieces)
        if text:
            texts.append(text)
    return texts


def expected_texts(document: Document, elements: Elements, annexes: Annexes, entries: Sequence[Entry]) -> list[str]:
    """Return what the paragraphs must say, taken from the document and not from what the writer made of it."""
    e = elements
    blocks, own = split_plan(document.blocks)
    plan = [block for block in blocks if block.kind is not BlockKind.ANNEX_NOTE]  # the notes come at the plan's end
    sign = [e.issuer, e.date, *e.notes] if e.official else []
    texts = [e.mark, e.doc_number]
    title, rest = (plan[:1], plan[1:]) if plan and plan[0].kind is BlockKind.TITLE else ([], plan)
    if e.notice:
        texts += [e.title.replace("\n", ""), e.addressees, *e.body, *sign, *_block_texts(title)]
    else:
        texts += [*_block_texts(title), e.addressees]
    texts += [*_block_texts(rest), *annexes.notes]
    texts += [] if e.notice else sign
    for at, annex in enumerate((*own, ())):
        if at == annexes.table_at:
            texts += [annexes.table_mark, annexes.table_title]
            texts += [line for row in table_rows(entries) for cell in row for line in clean(cell.text)]
        if annex:
            texts += [annexes.marks[at], *_block_texts(annex[1:])]
    texts += [e.copy_to, f"{e.printing_office}\t{e.printing_date}" if e.printing_office else ""]
    return [text for text in texts if text]


def _block_texts(blocks: Sequence[Block]) -> Iterator[str]:
    for block in blocks:
        if block.kind is BlockKind.TABLE:
            yield from (line for row in block.rows for cell in row for line in clean(cell))
        else:
            yield block.text


def verify(docx: bytes, expected: Sequence[str]) -> None:
    """Raise UnwritableFile, naming the first place, if the docx does not say exactly the expected paragraphs."""
    found = read_texts(docx)
    for at, text in enumerate(expected):
        if at >= len(found) or found[at] != text:
            raise UnwritableFile(
                f"导出的公文读回核对时与文稿不一致（从“{text[:20]}”起），没有写入文件。",
                "原有文件未改动；请先保存文稿，再把这处文字反馈给开发者。",
            )
    if len(found) > len(expected):
        raise UnwritableFile(
            f"导出的公文读回核对时多出文字“{found[len(expected)][:20]}”，没有写入文件。",
            "原有文件未改动；请先保存文稿，再把这处文字反馈给开发者。",
        )
