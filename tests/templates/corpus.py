"""The two plans read by hand, as documents; only beside a checkout that has ../shared."""

import json
from pathlib import Path
from typing import Any

import pytest

from editor.model.document import Block, BlockKind, Document, Metadata
from templates.template import DEFAULT_TEMPLATE

FOLDER = Path(__file__).resolve().parents[2].parent / "shared" / "corpus"
needs_corpus = pytest.mark.skipif(not FOLDER.is_dir(), reason="the corpus (../shared/corpus) is not beside the project")
PLANS = ("001", "002")


def truth(name: str) -> dict[str, Any]:
    return json.loads((FOLDER / f"{name}.json").read_text(encoding="utf-8"))


def headings(sections: list[dict[str, Any]]) -> list[dict[str, Any]]:
    return [one for section in sections for one in (section, *headings(section.get("children", [])))]


def document(name: str, layers: tuple[str, ...] = ()) -> Document:
    """Return the body of a plan with the line number as block id, kinds and levels from the ground truth."""
    facts = truth(name)
    levels = {heading["line"]: heading["level"] for heading in headings(facts["sections"])}
    blocks = []
    for number, line in enumerate((FOLDER / facts["file"]).read_text(encoding="utf-8").splitlines(), start=1):
        role = facts["line_roles"].get(str(number), "")
        if number in levels:
            blocks.append(Block(str(number), BlockKind.HEADING, line.strip(), levels[number]))
        elif role in ("paragraph", "assignment", "preamble"):
            blocks.append(Block(str(number), BlockKind.PARAGRAPH, line.strip()))
    return Document(DEFAULT_TEMPLATE, Metadata(layers=layers), tuple(blocks))
