"""What several document rules read from a plan: its texts, its date, its headings in rows, its annexes."""

import re
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass, replace
from datetime import date
from functools import lru_cache

from editor.model.document import CHECKED_FIELDS, Block, BlockKind, Document, Metadata, metadata_block
from editor.model.outline import Section, walk
from templates.analysis import Analysis
from validators.diagnostic import Related
from validators.rule import Finding

_YEAR = re.compile(r"(?:19|20)[0-9]{2}")


def checked_blocks(document: Document) -> tuple[Block, ...]:
    """Return all that is read for slips, in document order: the metadata texts, then the blocks."""
    metadata = (metadata_block(document.metadata, key) for key in CHECKED_FIELDS if getattr(document.metadata, key))
    return (*metadata, *document.blocks)


@lru_cache(maxsize=2)
def all_sections(analysis: Analysis) -> tuple[Section, ...]:
    """Return the headings of the plan in document order; walked once per analysis, since many rules ask."""
    return tuple(walk(analysis.sections))


@lru_cache(maxsize=2)
def checked_texts(analysis: Analysis) -> tuple[Block, ...]:
    """Return the checked blocks of an analysed document, made once per analysis."""
    return checked_blocks(analysis.document)


def signature_year(metadata: Metadata) -> int | None:
    """Return the year of 成文日期, None where there is none."""
    match = _YEAR.search(metadata.signature_date)
    return int(match.group()) if match else None


def plan_year(metadata: Metadata) -> int | None:
    """Return the year the plan is judged by: that of its signature, or the first of its period."""
    return signature_year(metadata) or metadata.period_start


def title_range(section: Section) -> tuple[int, int]:
    """Return where a heading's number and title stand in its block."""
    text = section.block.text
    return len(text) - len(text.lstrip()), max(section.parts.end, 1)


def at_heading(section: Section, message: str) -> Finding:
    """Return a finding about a heading."""
    start, end = title_range(section)
    return Finding(start, end, message, block_id=section.block.id)


def as_class(findings: Sequence[Finding], message: str) -> Iterator[Finding]:
    """Report many findings of one kind once: at the first, with the places of the others and one fix for all."""
    if findings:
        related = tuple(Related(one.block_id or "", one.message) for one in findings[1:])
        edits = tuple(edit for one in findings for edit in one.edits)
        yield replace(findings[0], message=message, related=related, edits=edits)


@lru_cache(maxsize=2)
def leading_titles(analysis: Analysis) -> tuple[Block, ...]:
    """Return the TITLE blocks (方案标题, often two lines) that open the plan."""
    blocks = analysis.document.blocks
    first = next((at for at, block in enumerate(blocks) if block.kind is BlockKind.TITLE), len(blocks))
    end = next((at for at in range(first, len(blocks)) if blocks[at].kind is not BlockKind.TITLE), len(blocks))
    if any(block.kind is BlockKind.ANNEX for block in blocks[:first]):
        return ()
    return blocks[first:end]


def plain(text: str) -> str:
    """Return a title for comparison: without white space, half-width parentheses as full-width ones."""
    return re.sub(r"\s", "", text).translate(str.maketrans("()", "（）"))


@dataclass(frozen=True, slots=True)
class Announced:
    """One item of an annex note (附件说明): its number (None for a single annex) and name."""

    block: Block
    number: int | None
    name: str


_ITEM = re.compile(r"(?:附\s?件\s?[：:]?\s*)?(?:([0-9]{1,2})\s?[.．、])?\s*([^0-9；;。\s][^；;。]{0,80})")


@lru_cache(maxsize=2)
def announced_annexes(analysis: Analysis) -> tuple[Announced, ...]:
    """Return the annexes that the plan's annex notes name, in order."""
    found = []
    for block in analysis.document.blocks:
        if block.kind is BlockKind.ANNEX_NOTE:
            for piece in re.split(r"(?<=[^0-9])(?=[0-9]{1,2}[.．、])", block.text):
                match = _ITEM.match(piece.strip())
                if match and match.group(2).strip("附件：: "):
                    number = int(match.group(1)) if match.group(1) else None
                    found.append(Announced(block, number, match.group(2).strip()))
    return tuple(found)


@lru_cache(maxsize=2)
def annexes(analysis: Analysis) -> tuple[tuple[Block, str], ...]:
    """Return the annexes at the end of the plan: the mark's block and the annex's title."""
    found = []
    blocks = analysis.document.blocks
    for at, block in enumerate(blocks):
        if block.kind is BlockKind.ANNEX:
            end = at + 1
            while end < len(blocks) and blocks[end].kind is BlockKind.TITLE:
                end += 1
            found.append((block, "".join(one.text.strip() for one in blocks[at + 1 : end])))
    return tuple(found)


def siblings(sections: Iterable[Section]) -> Iterator[tuple[Section, ...]]:
    """Yield every row of headings that stand side by side, in document order of the rows' first headings."""
    row = tuple(sections)
    if row:
        yield row
        for section in row:
            yield from siblings(section.children)


def iso_date(text: str) -> date | None:
    """Return the date that an ISO text names, None for anything else."""
    try:
        return date.fromisoformat(text)
    except ValueError:
        return None
