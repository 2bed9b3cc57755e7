"""Plans of made-up counties, each a little different and each with slips, as texts and Word files."""

import random
from dataclasses import replace
from pathlib import Path

from editor.gongwen.export import Options, build
from editor.model import storage
from editor.model.document import BlockKind, Document
from resources import path as resource

_SLIPS = (
    ("2026—2030", "2026-2030"), ("〔", "["), ("其他", "其它"), ("。", "。。"), ("、", "，"), ("（一）", "(一)"),
    ("牵头单位：", "牵头单位:"), ("到2030年", "到二○三〇年"), ("县科协", "县科学技术协会"), ("各乡镇", "各 乡镇"),
)  # fmt: skip


def write_plans(folder: Path, count: int) -> None:
    """Write `count` plans like the sample, some paragraphs fewer, into folders of 50; one in four is a .docx."""
    chance = random.Random(2026)
    sample = storage.load(resource("samples/yunxi.nigao")).document
    for number in range(count):
        place = folder / f"云州{number // 50 + 1}市"
        place.mkdir(parents=True, exist_ok=True)
        plan = _slipped(_shortened(sample, chance), chance)
        if number % 4 == 0:
            place.joinpath(f"{number:04}县.docx").write_bytes(build(plan, Options(table=True)))
        else:
            place.joinpath(f"{number:04}县.txt").write_text("\n".join(block.text for block in plan.blocks), "utf-8")


def _shortened(plan: Document, chance: random.Random) -> Document:
    share = chance.uniform(0, 0.2)
    return replace(
        plan, blocks=tuple(b for b in plan.blocks if b.kind is not BlockKind.PARAGRAPH or chance.random() > share)
    )


def _slipped(plan: Document, chance: random.Random) -> Document:
    """Return the plan with each slip in a few places."""
    blocks = list(plan.blocks)
    for right, wrong in _SLIPS:
        places = [at for at, block in enumerate(blocks) if right in block.text]
        for at in chance.sample(places, min(3, len(places))):
            blocks[at] = replace(blocks[at], text=blocks[at].text.replace(right, wrong, 1))
    return replace(plan, blocks=tuple(blocks))
