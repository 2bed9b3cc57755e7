"""A plan of a wished-for length, made from the template so that every rule has something to read."""

from dataclasses import replace

from editor.model.document import Block, BlockKind, Document, Level, new_id
from templates.register import default_units
from templates.template import DEFAULT_TEMPLATE, load, new_document


def long_plan(characters: int = 30_000) -> Document:
    """Return a new plan whose paragraphs are repeated, about 100 characters each, until it is long enough."""
    plan = new_document(
        load(DEFAULT_TEMPLATE),
        place="云溪县",
        level=Level.COUNTY,
        period=(2026, 2030),
        issuer="云溪县人民政府",
        units=default_units("云溪县", Level.COUNTY),
    )
    blocks = list(plan.blocks)
    bodies = [block.text for block in blocks if block.kind is BlockKind.PARAGRAPH and len(block.text) > 60]
    size = sum(len(block.text) for block in blocks)
    at = 0
    while size < characters:
        text = bodies[at % len(bodies)]
        blocks.insert((at * 7) % len(blocks) + 1, Block(new_id(), BlockKind.PARAGRAPH, text))
        size += len(text)
        at += 1
    return replace(plan, blocks=tuple(blocks))
