"""A plan of any length, made of the sample's own sentences by a seed."""

import re
from dataclasses import replace
from random import Random

from editor.model.document import Block, BlockKind, Document
from editor.model.storage import load
from resources import path as resource

SAMPLE = load(resource("samples/yunxi.nigao")).document


def _sentences(document: Document) -> list[str]:
    """Return sentences of the running text that start no paragraph and name no unit and no document."""
    texts = [block.text for block in document.blocks if block.kind is BlockKind.PARAGRAPH]
    found = [sentence for text in texts for sentence in re.findall("[^。]+。", text)[1:]]
    return [sentence for sentence in found if not re.search("单位：|负责|《", sentence)]


def long_plan(characters: int, seed: int = 2026) -> Document:
    """Return the sample with paragraphs put in after its own until it has so many characters."""
    random = Random(seed)
    sentences, blocks = _sentences(SAMPLE), list(SAMPLE.blocks)
    places = [at for at, block in enumerate(blocks) if block.kind is BlockKind.PARAGRAPH and "单位：" not in block.text]
    added: dict[int, list[Block]] = {place: [] for place in places}
    size, number = sum(len(block.text) for block in blocks), 0
    while size < characters:
        # A beginning of its own, by which a reader of the rendered page can find it.
        text = f"据第{number + 1}号记录，" + "".join(random.choices(sentences, k=random.randint(1, 6)))
        added[random.choice(places)].append(Block(f"x{number}", BlockKind.PARAGRAPH, text))
        size, number = size + len(text), number + 1
    grown = [block for at, own in enumerate(blocks) for block in (own, *added.get(at, ()))]
    return replace(SAMPLE, blocks=tuple(grown))
