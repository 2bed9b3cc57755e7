"""Passages: what a plan says in answer to one requirement, read the same way in ours and in the superior's."""

from collections.abc import Iterator
from dataclasses import dataclass

from editor.model.document import BlockKind, Document
from editor.model.outline import Section, walk
from templates.coverage import Coverage

_TEXTS = (BlockKind.PARAGRAPH, BlockKind.HEADING)


@dataclass(frozen=True, slots=True)
class Passage:
    """One section's own text; what below it answers to requirements of its own is only named."""

    path: tuple[str, ...]  # headings with their numbers, from level 1 down to its own
    heading: str  # block id
    blocks: tuple[str, ...]  # ids of the heading and of all blocks the text stands in
    texts: tuple[str, ...]  # paragraphs without the heading
    below: tuple[str, ...]  # headings with their numbers


def passages(
    document: Document, sections: tuple[Section, ...], coverage: Coverage, requirement_id: str
) -> tuple[Passage, ...]:
    """Return the passages of a plan that answer to a requirement, in the order of the text; often one, or none."""
    found = (one for one in walk(sections) if requirement_id in coverage.requirements_of(one.block.id))
    return tuple(_passage(document, sections, coverage, one) for one in found)


def _passage(document: Document, sections: tuple[Section, ...], coverage: Coverage, section: Section) -> Passage:
    below = tuple(_answering(section, coverage))
    skipped = {at for one in below for at in range(one.start, one.end)}
    own = [
        document.blocks[at]
        for at in range(section.start + 1, section.end)
        if at not in skipped and document.blocks[at].kind in _TEXTS
    ]
    parts = section.parts
    run_in = section.block.text[parts.body :].strip() if parts.body is not None else ""
    texts = (run_in, *(block.text.strip() for block in own))
    return Passage(
        tuple(_called(one) for one in _path(sections, section)),
        section.block.id,
        (section.block.id, *(block.id for block in own)),
        tuple(text for text in texts if text),
        tuple(_called(one) for one in below),
    )


def _answering(section: Section, coverage: Coverage) -> Iterator[Section]:
    """Yield the nearest sections below one that answer to a requirement themselves."""
    for child in section.children:
        if coverage.requirements_of(child.block.id):
            yield child
        else:
            yield from _answering(child, coverage)


def _path(sections: tuple[Section, ...], section: Section) -> tuple[Section, ...]:
    for one in sections:
        if one.start <= section.start < one.end:
            return (one,) if one is section else (one, *_path(one.children, section))
    return ()


def _called(section: Section) -> str:
    return f"{section.parts.number}{section.title}"
