"""The law of the export: the text of the written file, read back, is the document's, character by character."""

import io
import zipfile
from collections.abc import Iterator, Sequence
from itertools import accumulate, pairwise

from lxml import etree

from editor.gongwen.annexes import Annexes, split_plan
from editor.gongwen.elements import Elements
from editor.gongwen.tasks.division_table import DivisionTable
from editor.gongwen.word.ooxml import P_PR, RUN, TAB, VAL, Element, P, T, name
from editor.model.document import Block, BlockKind, Document, Form, clean
from editor.model.errors import UnwritableFile

_PARSER = etree.XMLParser(resolve_entities=False, no_network=True, load_dtd=False, huge_tree=True)
_STYLE = f"{P_PR}/{name('w:pStyle')}"


def read_texts(docx: bytes) -> list[str]:
    """Return the paragraphs of a docx of ours in order, table cells and text boxes included, empty ones left out.

    A line break inside a paragraph is layout and reads as nothing.
    """
    return [text for texts in _read(docx) for text in texts]


def _read(docx: bytes) -> Iterator[list[str]]:
    """Yield the texts of each paragraph that has any: one, of several 署名 beside each other as many as there are."""
    with zipfile.ZipFile(io.BytesIO(docx)) as package:
        document = etree.fromstring(package.read("word/document.xml"), _PARSER)
    for paragraph in document.iter(P):
        pieces = [node for run in paragraph.iterchildren(RUN) for node in run.iterchildren(T, TAB)]
        text = "".join("\t" if node.tag == TAB else node.text or "" for node in pieces)
        joint = "\t" in text and _style(paragraph) == "JointSignature"  # a tab before every 署名
        if text:
            yield list(filter(None, text.split("\t") if joint else [text]))


def _style(paragraph: Element) -> str | None:
    found = paragraph.find(_STYLE)
    return None if found is None else found.get(VAL)


def expected_texts(document: Document, elements: Elements, annexes: Annexes, table: DivisionTable) -> list[str]:
    """Return what the paragraphs must say, taken from the document and not from what the writer made of it."""
    return [text for text, _ in expected_places(document, elements, annexes, table)]


def expected_places(
    document: Document, elements: Elements, annexes: Annexes, table: DivisionTable
) -> list[tuple[str, str]]:
    """Return what the paragraphs must say, each with what says it: a block's id, "meta:<key>", or "" for the rest."""
    e = elements
    blocks, own = split_plan(document.blocks)
    plan = [block for block in blocks if block.kind is not BlockKind.ANNEX_NOTE]  # the notes come at the plan's end
    noted = [block.id for block in blocks if block.kind is BlockKind.ANNEX_NOTE]
    attended = [label + names for label, names in e.attendance]
    sign = _of("", *e.signed, *attended, *e.notes) if e.official else []
    places = _of("", *_head_texts(e))
    title, rest = (plan[:1], plan[1:]) if plan and plan[0].kind is BlockKind.TITLE else ([], plan)
    addressees = _of("meta:addressees", e.addressees)
    if e.notice:
        places += [*_of("meta:notice_title", e.title.replace("\n", "")), *addressees, *_of("meta:notice_body", *e.body)]
        places += [*sign, *_block_places(title)]
    else:
        places += [*_block_places(title), *addressees]
    places += _block_places(rest)
    places += zip(annexes.notes, (*noted, *[""] * (len(annexes.notes) - len(noted))), strict=True)
    places += [] if e.notice else sign
    for at, annex in enumerate((*own, ())):
        if at == annexes.table_at:
            places += _of("", annexes.table_mark, annexes.table_title, *table.texts())
        if annex:
            places += [*_of(annex[0].id, annexes.marks[at]), *_block_places(annex[1:])]
    places += _of("meta:copy_to", e.sent_to, e.copy_to)
    places += _of("", f"{e.printing_office}\t{e.printing_date}" if e.printing_office else "")
    return [place for place in places if place[0]]


def _of(source: str, *texts: str) -> list[tuple[str, str]]:
    return [(text, source) for text in texts]


def _head_texts(elements: Elements) -> list[str]:
    """Return the texts of the 版头; the mark of several agencies ends with 文件 at their right."""
    marks = [*elements.marks, elements.mark] if len(elements.marks) > 1 else [elements.mark]
    if elements.form is Form.LETTER:
        return [*marks, *(text for _, text in elements.letter_lines)]
    return [*(text for _, text in elements.corner), *marks, *elements.number_lines]


def _block_places(blocks: Sequence[Block]) -> Iterator[tuple[str, str]]:
    for block in blocks:
        if block.kind is BlockKind.TABLE:
            yield from ((line, block.id) for row in block.rows for cell in row for line in clean(cell))
        else:
            yield block.text, block.id


def sources(docx: bytes, places: Sequence[tuple[str, str]]) -> tuple[str, ...]:
    """Return what says each paragraph with text; raises UnwritableFile if they do not say the expected."""
    verify(docx, [text for text, _ in places])
    at = accumulate((len(texts) for texts in _read(docx)), initial=0)
    return tuple(places[first][1] for first, _ in pairwise(at))


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
