"""Small plans for the tests of the panels."""

from dataclasses import replace

from editor.model.document import Block, BlockKind, Document, Level, Metadata, new_id
from templates.new_plan import new_document
from templates.register import default_units
from templates.template import DEFAULT_TEMPLATE, load

_LEVELS = {"#": 1, "##": 2, "###": 3, "####": 4}


def new_plan() -> Document:
    """Return a new plan of 云溪县 from the national template."""
    units = default_units("云溪县", Level.COUNTY)
    return new_document(
        load(DEFAULT_TEMPLATE),
        place="云溪县",
        level=Level.COUNTY,
        period=(2026, 2030),
        issuer="云溪县人民政府办公室",
        units=units,
    )


def plan(*lines: str, template: str = DEFAULT_TEMPLATE, **metadata: object) -> Document:
    """Return a plan of 云溪县 from lines; "# …" to "#### …" are headings, the first plain line is the title."""
    blocks = []
    for line in lines:
        mark, _, text = line.partition(" ")
        if mark in _LEVELS:
            blocks.append(Block(new_id(), BlockKind.HEADING, text, _LEVELS[mark]))
        else:
            blocks.append(Block(new_id(), BlockKind.PARAGRAPH if blocks else BlockKind.TITLE, line))
    base = Metadata(place="云溪县", period_start=2026, period_end=2030, units=default_units("云溪县", Level.COUNTY))
    return Document(template, replace(base, **metadata), tuple(blocks))  # type: ignore[arg-type]


def block_id(document: Document, words: str) -> str:
    """Return the id of the first block that holds `words`."""
    return next(block.id for block in document.blocks if words in block.text)
