"""How a fault is planted into a clean plan: one small change, and the words that a report must point at."""

from collections.abc import Callable
from dataclasses import dataclass, replace
from functools import cache
from typing import Any

from editor.model import storage
from editor.model.document import Block, BlockKind, Document, Level, Unit
from editor.model.outline import heading_parts
from resources import path
from tests.validators.city_plan import city_plan
from validators.engine import Validator
from validators.fixes import fix_all

Plant = Callable[[Document], Document]


@dataclass(frozen=True)
class Fault:
    """One planted fault: what it is, in which plan, the rule that must speak, and the words its range must cover.

    `words` None: what is missing as a whole has no place. `where` is a block that was not changed itself, by the
    start of its text or as "meta:<key>"; without it the report must be about what was changed.
    """

    kind: str
    plan: str
    plant: Plant
    code: str
    words: str | None
    where: str = ""


@cache
def county() -> Document:
    """Return the sample plan without the slips that it is shipped with."""
    sample = storage.load(path("samples/yunxi.nigao")).document
    repair = fix_all(sample, Validator())
    assert repair is not None
    return swap("【县政府分管领导职务】", "分管副县长")(repair.apply(sample))


@cache
def city() -> Document:
    """Return the city's plan."""
    return city_plan()


def block_with(document: Document, text: str) -> int:
    """Return the place of the first block that has `text`."""
    return next(at for at, block in enumerate(document.blocks) if text in block.text)


def with_blocks(document: Document, at: int, count: int, *new: Block) -> Document:
    """Return the document with `count` blocks from `at` on replaced."""
    return replace(document, blocks=(*document.blocks[:at], *new, *document.blocks[at + count :]))


def swap(old: str, new: str) -> Plant:
    """Write `new` where `old` first stands."""

    def plant(document: Document) -> Document:
        at = block_with(document, old)
        return with_blocks(document, at, 1, _written(document.blocks[at], old, new))

    return plant


def swap_all(old: str, new: str) -> Plant:
    """Write `new` everywhere for `old`."""
    return lambda document: replace(document, blocks=tuple(_written(one, old, new, -1) for one in document.blocks))


def swap_cell(old: str, new: str) -> Plant:
    """Write `new` in the table cell that is `old`."""

    def plant(document: Document) -> Document:
        at = next(n for n, block in enumerate(document.blocks) if block.kind is BlockKind.TABLE)
        rows = tuple(tuple(new if cell == old else cell for cell in row) for row in document.blocks[at].rows)
        return with_blocks(document, at, 1, replace(document.blocks[at], rows=rows))

    return plant


def meta(**values: Any) -> Plant:
    """Change elements of the notice."""
    return lambda document: replace(document, metadata=replace(document.metadata, **values))


def meta_swap(key: str, old: str, new: str) -> Plant:
    """Write `new` where `old` stands in an element of the notice."""

    def plant(document: Document) -> Document:
        text = getattr(document.metadata, key)
        assert old in text
        return meta(**{key: text.replace(old, new, 1)})(document)

    return plant


def drop(start: str) -> Plant:
    """Take out the block that begins with `start`."""

    def plant(document: Document) -> Document:
        return with_blocks(document, _beginning(document, start), 1)

    return plant


def drop_section(start: str) -> Plant:
    """Take out the heading that begins with `start` and all that stands under it."""

    def plant(document: Document) -> Document:
        at = _beginning(document, start)
        level = document.blocks[at].level
        end = at + 1
        while end < len(document.blocks) and not _ends(document.blocks[end], level):
            end += 1
        return with_blocks(document, at, end - at)

    return plant


def insert_after(start: str, *texts: str) -> Plant:
    """Put new lines behind the block that begins with `start`; a number makes a heading."""

    def plant(document: Document) -> Document:
        at = _beginning(document, start)
        return with_blocks(document, at + 1, 0, *(_line(f"new{n}", text) for n, text in enumerate(texts)))

    return plant


def only_title(start: str) -> Plant:
    """Leave of a run-in heading nothing but its title."""

    def plant(document: Document) -> Document:
        at = _beginning(document, start)
        block = document.blocks[at]
        return with_blocks(document, at, 1, replace(block, text=block.text.partition("。")[0]))

    return plant


def split(text: str) -> Plant:
    """Begin a new paragraph behind `text`."""

    def plant(document: Document) -> Document:
        at = block_with(document, text)
        block = document.blocks[at]
        cut = block.text.index(text) + len(text)
        rest = Block("rest", BlockKind.PARAGRAPH, block.text[cut:])
        return with_blocks(document, at, 1, replace(block, text=block.text[:cut]), rest)

    return plant


def move(start: str, behind: str) -> Plant:
    """Move the block that begins with `start` behind the one that begins with `behind`."""

    def plant(document: Document) -> Document:
        at = _beginning(document, start)
        without = with_blocks(document, at, 1)
        return with_blocks(without, _beginning(without, behind) + 1, 0, document.blocks[at])

    return plant


def all_of(*plants: Plant) -> Plant:
    """Plant a fault that takes several changes."""

    def plant(document: Document) -> Document:
        for one in plants:
            document = one(document)
        return document

    return plant


def own_register() -> Plant:
    """Make the register of units the user's own: with one unit that no default has."""
    unit = Unit("harbour", "云州市港航发展中心", "市港航中心", kind="institution", level=Level.CITY)
    return lambda document: meta(units=(*document.metadata.units, unit))(document)


def _written(block: Block, old: str, new: str, count: int = 1) -> Block:
    """Return a block with its text changed, its level following its number."""
    text = block.text.replace(old, new, count)
    level = heading_parts(text).number_level if block.kind is BlockKind.HEADING and text != block.text else 0
    return replace(block, text=text, level=level or block.level)


def _beginning(document: Document, start: str) -> int:
    return next(at for at, block in enumerate(document.blocks) if block.text.startswith(start))


def _ends(block: Block, level: int) -> bool:
    return block.kind not in (BlockKind.PARAGRAPH, BlockKind.TABLE, BlockKind.HEADING) or 0 < block.level <= level


def _line(block_id: str, text: str) -> Block:
    level = heading_parts(text).number_level
    return Block(block_id, BlockKind.HEADING if level else BlockKind.PARAGRAPH, text, level)
