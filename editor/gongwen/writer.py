"""Blocks → the body of the docx: notice, plan, annexes, in the order of the pages."""

from collections.abc import Sequence
from dataclasses import replace

from editor.gongwen.annexes import Annexes, split_plan
from editor.gongwen.elements import Elements
from editor.gongwen.layout import Layout
from editor.gongwen.parts.annex_notes import add_annex_notes
from editor.gongwen.parts.even_imprint import add_even_imprint
from editor.gongwen.parts.first_page import add_any_head, first_drop, least_below, names_of
from editor.gongwen.parts.imprint import add_imprint, imprint_height
from editor.gongwen.parts.minutes import add_attendance
from editor.gongwen.parts.notice import add_notice
from editor.gongwen.parts.signature import add_signature
from editor.gongwen.parts.titles import add_title
from editor.gongwen.tasks.division_table import DivisionTable, add_division_table
from editor.gongwen.word.latin import keep_marks_chinese
from editor.gongwen.word.ooxml import PLAIN, Element, Shape, add, add_paragraph, add_run, add_text, root, serialise
from editor.gongwen.word.sections import Section, add_section, close_section
from editor.gongwen.word.tables import add_block_table
from editor.model.document import Block, BlockKind, Document, Form
from editor.model.outline import heading_parts


def document_part(
    document: Document, elements: Elements, annexes: Annexes, table: DivisionTable, layout: Layout
) -> bytes:
    """Return word/document.xml; `table` is the 分工表, used where `annexes` has a place for it."""
    part = root("w:document")
    body = add(part, "w:body")
    writer = _Writer(document, elements, annexes, table, layout)
    writer.write(body)
    if layout.faces.latin:
        keep_marks_chinese(body, layout)
    add_section(body, writer.section, layout)
    return serialise(part)


class _Writer:
    """Holds what every part needs; writes one document."""

    def __init__(
        self, document: Document, elements: Elements, annexes: Annexes, table: DivisionTable, layout: Layout
    ) -> None:
        self.plan, self.own_annexes = split_plan(document.blocks)
        self.elements = elements
        self.annexes = annexes
        self.table = table
        self.section = Section(first_number=elements.form is not Form.LETTER)  # the one that is open
        self.layout = layout
        self.names = names_of(document.metadata)
        self.least_below = least_below(elements, document, layout)

    def write(self, body: Element) -> None:
        """Append all pages to the body."""
        elements, layout = self.elements, self.layout
        used = add_any_head(body, elements, layout, self.least_below)
        drop = first_drop(elements, used, layout)
        if elements.notice:
            self.write_notice(body, used, drop)
            self.write_plan(body, Shape(page_break=True))
        else:
            self.write_plan(body, Shape(before=drop))
            self.write_end(body)
        self.write_annexes(body)
        self.write_imprint(body)

    def write_imprint(self, body: Element) -> None:
        """Append the 版记 at the end of the last page, or on the even page that the layout asks for."""
        elements, layout = self.elements, self.layout
        if layout.imprint_even:
            self.section = add_even_imprint(body, elements, layout, self.section)
            return
        if imprint_height(elements, layout):
            self.turn(body, landscape=False)
        add_imprint(body, elements, layout)

    def write_notice(self, body: Element, used: int, drop: int) -> None:
        """Append the notice; under 纪要 stands who attended, and nobody signs (10.3)."""
        minutes = self.elements.form is Form.MINUTES
        shown = _unsigned(self.elements) if minutes else self.elements
        add_notice(body, replace(shown, notes=()) if minutes else shown, self.names, self.layout, used, drop)
        if minutes:
            self.write_end(body)

    def write_end(self, body: Element) -> None:
        """Append what stands under the text: 署名, 成文日期 and notes, of 纪要 who attended."""
        elements = self.elements
        if elements.form is Form.MINUTES:
            add_attendance(body, elements, self.layout)
            elements = _unsigned(elements)
        add_signature(body, elements, self.layout)

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
            self.turn(body, landscape=False)
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
        """Append the generated 分工表, on turned pages where that was asked for (clause 8)."""
        self.turn(body, landscape=self.table.landscape)
        add_text(body, "AnnexMark", self.annexes.table_mark)
        self.write_annex_title(body, self.annexes.table_title)
        add_division_table(body, self.table, self.layout)

    def turn(self, body: Element, *, landscape: bool) -> None:
        """Begin a section of turned or upright pages where the open one is of the other kind."""
        if self.section.landscape != landscape:
            close_section(body, self.section, self.layout)
            self.section = Section(landscape=landscape)

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
                _add_heading(body, block, shape, self.layout)
            case BlockKind.TABLE:
                if shape != PLAIN:  # a table cannot break the page or keep a distance
                    add_paragraph(body, "Hairline", shape)
                add_block_table(body, block.rows, self.layout)
            case _:
                add_text(body, "BodyText", block.text, shape)


def _unsigned(elements: Elements) -> Elements:
    return replace(elements, issuer="", issuers=(), date="")


def _add_heading(body: Element, block: Block, shape: Shape, layout: Layout) -> None:
    """Append a heading; text that runs in after its 。 is set as body text in the same paragraph (7.3.3)."""
    level = min(max(block.level, 1), 4)
    style = f"Heading{level}"
    cut = heading_parts(block.text).body
    if cut is None:
        add_text(body, style, block.text, shape)
        return
    paragraph = add_paragraph(body, style, replace(shape, keep_next=bool(shape.keep_next)))
    add_run(paragraph, block.text[:cut])
    properties = add_run(paragraph, block.text[cut:], "RunIn")[0]
    if level in layout.bold_levels:  # a character style could only toggle it, and not in every program
        add(properties, "w:b", val=0)
        add(properties, "w:bCs", val=0)
