"""Marks of tracked changes (修订) in WordprocessingML: inserted and deleted runs, paragraphs, rows; both readings."""

import io
import zipfile
from collections.abc import Iterable, Iterator, Sequence
from copy import deepcopy
from dataclasses import dataclass, field
from datetime import datetime
from itertools import count

from lxml import etree

from editor.gongwen.word.ooxml import P_PR, R_PR, RUN, TAB, Element, P, T, add_run, name
from editor.model.spans import Op, Piece

_INS, _DEL, _DEL_TEXT = name("w:ins"), name("w:del"), name("w:delText")
_TAGS = {Op.INSERTED: _INS, Op.DELETED: _DEL}
_AFTER_MARK = (name("w:sectPr"), name("w:pPrChange"))  # what follows the mark's own properties in w:pPr
_ROW, _ROW_PR, _CHANGE = name("w:tr"), name("w:trPr"), name("w:trPrChange")
_PARSER = etree.XMLParser(resolve_entities=False, no_network=True, load_dtd=False, huge_tree=True)


@dataclass(slots=True)
class Reviser:
    """Writes changes in the name of `author` at one time, each with a number of its own."""

    author: str
    when: datetime
    _numbers: Iterator[int] = field(default_factory=lambda: count(1001))

    def revise(self, paragraph: Element, pieces: Sequence[Piece]) -> None:
        """Show in a paragraph, which holds the new text, how it came of the old one; layout breaks stay."""
        runs = paragraph.findall(RUN)
        at = paragraph.index(runs[0]) if runs else len(paragraph)
        letters = _Letters(runs)
        made: list[Element] = []
        for piece in pieces:
            if piece.op is Op.DELETED:
                made.append(self._marked(_deleted(paragraph, piece.text, letters.properties), Op.DELETED))
            elif piece.op is Op.INSERTED:
                made.append(self._marked(letters.take(len(piece.text)), Op.INSERTED))
            else:
                made += letters.take(len(piece.text))
        made += letters.take(None)
        for run in runs:
            paragraph.remove(run)
        paragraph[at:at] = made

    def mark_paragraph(self, paragraph: Element, op: Op) -> None:
        """Mark a whole paragraph, its end included, as inserted or deleted."""
        runs = paragraph.findall(RUN)
        if runs:
            at = paragraph.index(runs[0])
            for run in runs:
                paragraph.remove(run)
            paragraph.insert(at, self._marked(runs, op))
        properties = paragraph.find(P_PR)
        if properties is None:
            properties = paragraph.makeelement(P_PR, {}, None)
            paragraph.insert(0, properties)
        own = properties.find(R_PR)
        if own is None:
            own = properties.makeelement(R_PR, {}, None)
            following = [child for child in properties if child.tag in _AFTER_MARK]
            properties.insert(properties.index(following[0]) if following else len(properties), own)
        own.insert(0, self._change(own, op))

    def mark_row(self, row: Element, op: Op) -> None:
        """Mark a row of a table and all that stands in it."""
        properties = row.find(_ROW_PR)
        if properties is None:
            properties = row.makeelement(_ROW_PR, {}, None)
            row.insert(0, properties)
        properties.append(self._change(properties, op))
        for paragraph in row.iter(P):
            self.mark_paragraph(paragraph, op)

    def _marked(self, runs: Iterable[Element], op: Op) -> Element:
        runs = list(runs)
        change = self._change(runs[0], op)
        change.extend(runs)
        if op is Op.DELETED:
            for text in change.iter(T):
                text.tag = _DEL_TEXT
        return change

    def _change(self, like: Element, op: Op) -> Element:
        stamp = self.when.replace(microsecond=0, tzinfo=None).isoformat() + "Z"
        values = {"w:id": str(next(self._numbers)), "w:author": self.author, "w:date": stamp}
        return like.makeelement(_TAGS[op], {name(key): value for key, value in values.items()}, None)


class _Letters:
    """The characters of a paragraph's runs, handed out from the start in runs of their own."""

    def __init__(self, runs: Sequence[Element]) -> None:
        self._nodes = [(run.find(R_PR), node) for run in runs for node in run if node.tag != R_PR]
        self.properties = self._nodes[0][0] if self._nodes else None  # of the run that was handed out last

    def take(self, wanted: int | None) -> list[Element]:
        """Return runs of the next `wanted` characters, of all for None; a break is no character, a tab is one."""
        made: list[Element] = []
        while self._nodes and (wanted is None or wanted > 0):
            properties, node = self._nodes.pop(0)
            text = node.text or ""
            if node.tag == T and wanted is not None and len(text) > wanted:
                rest = deepcopy(node)
                node.text, rest.text = text[:wanted], text[wanted:]
                self._nodes.insert(0, (properties, rest))
            if wanted is not None:
                wanted -= len(node.text or "") if node.tag == T else int(node.tag == TAB)
            made.append(_run(node, properties))
            self.properties = properties
        return made


def _run(node: Element, properties: Element | None) -> Element:
    run = node.makeelement(RUN, {}, None)
    if properties is not None:
        run.append(deepcopy(properties))
    run.append(node)
    if node.tag == T:
        _keep_spaces(node)
    return run


def _keep_spaces(node: Element) -> None:
    text = node.text or ""
    if text != text.strip() or "  " in text:
        node.set("{http://www.w3.org/XML/1998/namespace}space", "preserve")


def _deleted(paragraph: Element, text: str, properties: Element | None) -> list[Element]:
    """Return the run of a deleted text; it looks like what stands before it."""
    run = add_run(paragraph, text)
    paragraph.remove(run)
    if properties is not None:
        run.insert(0, deepcopy(properties))
    return [run]


def read_revised(docx: bytes, without: Op) -> list[str]:
    """Return the texts of a docx with all changes accepted (without DELETED) or rejected (without INSERTED).

    Paragraphs as `verify.read_texts` has them: empty ones are left out; a paragraph whose end goes runs into the next.
    """
    with zipfile.ZipFile(io.BytesIO(docx)) as package:
        document = etree.fromstring(package.read("word/document.xml"), _PARSER)
    gone = _TAGS[without]
    texts, running = [], ""
    for paragraph in document.iter(P):
        running += _text(paragraph, gone)
        if paragraph.find(f"{P_PR}/{R_PR}/{gone}") is None or _ends_cell(paragraph):
            texts.append(running)
            running = ""
    return [text for text in (*texts, running) if text]


def _ends_cell(paragraph: Element) -> bool:
    following = paragraph.getnext()
    return following is None or following.tag != P


def _text(paragraph: Element, gone: str) -> str:
    found = []
    for child in paragraph:
        runs = [child] if child.tag == RUN else list(child) if child.tag in (_INS, _DEL) and child.tag != gone else []
        for run in runs:
            nodes = run.iterchildren(T, TAB, _DEL_TEXT)
            found += ["\t" if node.tag == TAB else node.text or "" for node in nodes]
    return "".join(found)
