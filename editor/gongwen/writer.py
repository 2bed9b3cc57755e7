"""Blocks → the body of the docx: notice, plan, annexes, in the order of the pages."""

from collections.abc import Sequence
from dataclasses import replace

from editor.gongwen.annexes import Annexes, split_plan
from editor.gongwen.division_table import Entry, add_division_table
from editor.gongwen.elements import Elements
from editor.gongwen.layout import Layout, twips
from editor.gongwen.notice import add_notice, title_drop
from editor.gongwen.ooxml import PLAIN, Element, R, Shape, add, add_paragraph, add_run, add_text, root, serialise
from editor.gongwen.parts import add_annex_notes, add_head, add_imprint, add_signature, add_title
from editor.gongwen.tables import add_block_table
from editor.model.document import Block, BlockKind, Document
from editor.model.outline import heading_parts


def document_part(
    document: Document, elements: Elements, annexes: Annexes, entries: Sequence[Entry], layout: Layout
) -> bytes:
    """Return word/document.xml; `entries` are the rows of the 分工表, used where `annexes` has a place for it."""
    part = root("w:document")
    body = add(part, "w:body")
    _Writer(document, elements, annexes, entries, layout).write(body)
    _add_section(body, layout)
    return serialise(part)


class _Writer:
    """Holds what every part needs; writes one document."""

    def __init__(
        self, document: Document, elements: Elements, annexes: Annexes, entries: Sequence[Entry], layout: Layout
    ) -> None:
        self.plan, self.own_annexes = split_plan(document.blocks)
        self.elements = elements
        self.annexes = annexes
        self.entries = entries
        self.layout = layout
        metadata = document.metadata
        self.names = tuple(name for name in (metadata.issuer, metadata.place) if name)

    def write(self, body: Element) -> None:
        """Append all pages to the body."""
        elements = self.elements
        used = add_head(body, elements, self.layout)
        if elements.notice:
            add_notice(body, elements, self.names, self.layout, used)
            self.write_plan(body, Shape(page_break=True))
        else:
            self.write_plan(body, Shape(before=title_drop(self.layout, used)))
            add_signature(body, elements, self.layout)
        self.write_annexes(body)
        add_imprint(body, elements, self.layout)

    def write_plan(self, body: Element, shape: Shape) -> None:
        """Append the plan; `shape` says how its first paragraph stands."""
        elements, layout = self.elements, self.layout
        blocks = [block for block in self.plan if block.kind is not BlockKind.ANNEX_NOTE]
        if blocks and blocks[0].kind is BlockKind.TITLE:
            add_title(body, blocks.pop(0).text, self.names, layout, shape)
            shape = PLAIN
        if elements.addressees and not elements.notice:
            add_text(body, "Addressees", elements.addressees, shape)
            shape = PLAIN
        signed = elements.official and not elements.notice  # the signature takes the end of the plan along
        for at, block in enumerate(blocks, 1):
            self.write_block(body, block, replace(shape, keep_next=True) if signed and at == len(blocks) else shape)
            shape = PLAIN
        add_annex_notes(body, self.annexes.notes, layout, keep_next=signed)

    def write_annexes(self, body: Element) -> None:
        """Append each annex on a new page (7.3.7), the 分工表 in its place among them."""
        for at, annex in enumerate(self.own_annexes):
            if at == self.annexes.table_at:
                self.write_table_annex(body)
            add_text(body, "AnnexMark", self.annexes.marks[at])
            self.write_annex(body, annex[1:])
        if self.annexes.table_at == len(self.own_annexes):
            self.write_table_annex(body)

    def write_annex(self, body: Element, blocks: Sequence[Block]) -> None:
        """Append what stands under an annex mark."""
        for at, block in enumerate(blocks):
            if block.kind is BlockKind.TITLE and at == 0:
                self.write_annex_title(body, block.text)
            else:
                self.write_block(body, block)

    def write_table_annex(self, body: Element) -> None:
        """Append the generated 分工表."""
        add_text(body, "AnnexMark", self.annexes.table_mark)
        self.write_annex_title(body, self.annexes.table_title)
        add_division_table(body, self.entries, self.layout)

    def write_annex_title(self, body: Element, text: str) -> None:
        """Append the title of an annex on the third line of its page (7.3.7)."""
        shape = Shape(before=(self.layout.annex_title_line - 2) * self.layout.pitch_twips)
        add_title(body, text, self.names, self.layout, shape)

    def write_block(self, body: Element, block: Block, shape: Shape = PLAIN) -> None:
        """Append one block of the plan or of an annex."""
        match block.kind:
            case BlockKind.TITLE:
                add_title(body, block.text, self.names, self.layout, shape)
            case BlockKind.HEADING:
                _add_heading(body, block, shape)
            case BlockKind.TABLE:
                if shape != PLAIN:  # a table cannot break the page or keep a distance
                    add_paragraph(body, "Hairline", shape)
                add_block_table(body, block.rows, self.layout)
            case _:
                add_text(body, "BodyText", block.text, shape)


def _add_heading(body: Element, block: Block, shape: Shape) -> None:
    """Append a heading; text that runs in after its 。 is set as body text in the same paragraph (7.3.3)."""
    style = f"Heading{min(max(block.level, 1), 4)}"
    cut = heading_parts(block.text).body
    if cut is None:
        add_text(body, style, block.text, shape)
        return
    paragraph = add_paragraph(body, style, replace(shape, keep_next=bool(shape.keep_next)))
    add_run(paragraph, block.text[:cut])
    add_run(paragraph, block.text[cut:], "RunIn")


def _add_section(body: Element, layout: Layout) -> None:
    section = add(body, "w:sectPr")
    for kind, part in (("default", "footerOdd"), ("even", "footerEven")):
        add(section, "w:footerReference", type=kind).set(f"{{{R}}}id", part)
    add(section, "w:pgSz", w=twips(layout.page_width), h=twips(layout.page_height))
    margins = {side: twips(getattr(layout, side)) for side in ("top", "right", "bottom", "left")}
    add(section, "w:pgMar", **margins, header=851, footer=layout.footer_twips, gutter=0)
    # Not linesAndChars: LibreOffice would set fourteen characters a line.
    add(section, "w:docGrid", type="lines", linePitch=layout.pitch_twips)
