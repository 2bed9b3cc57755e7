"""The first page: the head of any format, and body text under it (7.3.3) even where many 主送机关 are in the way."""

from dataclasses import replace

from editor.gongwen.elements import Elements
from editor.gongwen.layout import Layout, ems
from editor.gongwen.parts.head import add_head
from editor.gongwen.parts.letter import add_letter_head, letter_title_drop
from editor.gongwen.parts.notice import title_drop
from editor.gongwen.parts.title_lines import break_title
from editor.gongwen.parts.titles import title_height
from editor.gongwen.printed import copies_line, split_names
from editor.gongwen.word.ooxml import Element, root
from editor.model.document import Block, BlockKind, Document, Form, Metadata

_FEW = 3  # lines of 主送机关 that are not what is in the way


def names_of(metadata: Metadata) -> tuple[str, ...]:
    """Return the names that no line of a title may break: agencies and place."""
    names = (metadata.issuer, *split_names(metadata.joint_issuers), metadata.place)
    return tuple(name for name in names if name)


def add_any_head(body: Element, elements: Elements, layout: Layout, below: int = 0) -> int:
    """Append the head of the format and return the twips it takes; a joint mark leaves `below` twips under it."""
    if elements.form is Form.LETTER:
        return add_letter_head(body, elements, layout)
    return add_head(body, elements, layout, below)


def first_drop(elements: Elements, used: int, layout: Layout) -> int:
    """Return the twips over the first paragraph under a head that takes `used` twips."""
    match elements.form if used else Form.FILE:
        case Form.LETTER:
            return letter_title_drop(layout)
        case Form.ORDER:
            return layout.blank_twips(layout.order_gap_lines)
        case _:
            return title_drop(layout, used)


def least_below(elements: Elements, document: Document, layout: Layout) -> int:
    """Return the twips under the head that title, 主送机关 and the first line of the body take; of a single one two."""
    title, texts = elements.title, elements.body
    if not elements.notice:
        plan = [block for block in document.blocks if block.kind is not BlockKind.ANNEX_NOTE]
        title, texts = _opening(plan)
    used = first_drop(elements, layout.pitch_twips, layout)
    if title:
        used += title_height(break_title(title, names_of(document.metadata), layout.title_characters), layout)
        used += layout.title_after_twips(0)
    shown = min(layout.lines(2 + ems(texts[0])), 2) if len(texts) == 1 else min(len(texts), 1)
    return used + (layout.lines(ems(elements.addressees)) + shown) * layout.pitch_twips


def _opening(blocks: list[Block]) -> tuple[str, tuple[str, ...]]:
    """Return the title of a plan and the texts under it."""
    titled = bool(blocks) and blocks[0].kind is BlockKind.TITLE
    return blocks[0].text if titled else "", tuple(block.text or "表" for block in blocks[titled:])


def fit_first_page(elements: Elements, document: Document, layout: Layout) -> Elements:
    """Return elements whose first page shows body text: 主送机关 move to the 版记 if need be (7.3.2); it is said."""
    if not elements.official or _fits(elements, document, layout):
        return elements
    moved = replace(elements, addressees="", sent_to=copies_line(elements.addressees, "主送"))
    if layout.lines(ems(elements.addressees)) > _FEW and _fits(moved, document, layout):
        said = "主送机关太多，首页排不下正文，已将主送机关移到版记。"
        return replace(moved, left_out=(*elements.left_out, said))
    return replace(elements, left_out=(*elements.left_out, _advice(elements)))


def _fits(elements: Elements, document: Document, layout: Layout) -> bool:
    below = least_below(elements, document, layout)
    head = add_any_head(root("w:body"), elements, layout, below)
    return head + below <= layout.lines_per_page * layout.pitch_twips


def _advice(elements: Elements) -> str:
    if len(elements.marks) > 1:
        return f"联合行文的机关有{len(elements.marks)}个，首页排不下正文，请在发文机关标志中只写主办机关。"
    return "版头和标题太长，首页排不下正文，请缩短发文机关标志、发文字号、签发人或标题。"
