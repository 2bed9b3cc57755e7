"""What several document rules read from a plan: its texts, its date, its headings in rows, its annexes."""

import re
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass, replace
from datetime import date
from functools import lru_cache
from itertools import pairwise

from editor.model.document import CHECKED_FIELDS, Block, BlockKind, Metadata, metadata_block
from editor.model.outline import Section, walk
from templates.analysis import Analysis
from validators.diagnostic import Related
from validators.rule import Finding

_YEAR = re.compile(r"(?:19|20)[0-9]{2}")


@lru_cache(maxsize=2)
def all_sections(analysis: Analysis) -> tuple[Section, ...]:
    """Return the headings of the plan in document order; walked once per analysis, since many rules ask."""
    return tuple(walk(analysis.sections))


@lru_cache(maxsize=2)
def checked_texts(analysis: Analysis) -> tuple[Block, ...]:
    """Return all that is read for slips, in document order: the metadata texts, then the blocks."""
    metadata = analysis.document.metadata
    texts = [metadata_block(metadata, key) for key in CHECKED_FIELDS if getattr(metadata, key)]
    return (*texts, *analysis.document.blocks)


@lru_cache(maxsize=2)
def whole_text(analysis: Analysis) -> str:
    """Return the texts of the plan's blocks, one a line: what is not in it need not be looked for in every block."""
    return "\n".join([block.text for block in analysis.document.blocks])


@lru_cache(maxsize=2)
def positions_by_kind(analysis: Analysis) -> dict[BlockKind, list[int]]:
    """Return where in the plan the blocks of each kind stand."""
    found: dict[BlockKind, list[int]] = {kind: [] for kind in BlockKind}
    for at, block in enumerate(analysis.document.blocks):
        found[block.kind].append(at)
    return found


@lru_cache(maxsize=2)
def blocks_by_id(analysis: Analysis) -> dict[str, Block]:
    """Return the blocks of the plan by id."""
    return {block.id: block for block in analysis.document.blocks}


def signature_year(metadata: Metadata) -> int | None:
    """Return the year of 成文日期, None where there is none."""
    match = _YEAR.search(metadata.signature_date)
    return int(match.group()) if match else None


def plan_year(metadata: Metadata) -> int | None:
    """Return the year the plan is judged by: that of its signature or printing, or the first of its period."""
    printed = _YEAR.search(metadata.printing_date)
    return signature_year(metadata) or (int(printed.group()) if printed else metadata.period_start)


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
    places = positions_by_kind(analysis)
    titles, marks = places[BlockKind.TITLE], places[BlockKind.ANNEX]
    if not titles or (marks and marks[0] < titles[0]):
        return ()
    return tuple(blocks[at] for number, at in enumerate(titles) if at == titles[0] + number)


def plain(text: str) -> str:
    """Return a title for comparison: without white space, half-width parentheses as full-width ones."""
    return re.sub(r"\s", "", text).translate(str.maketrans("()", "（）"))


@dataclass(frozen=True, slots=True)
class Announced:
    """One item of an annex note (附件说明): where it stands, its number (None for a single annex) and name."""

    block_id: str
    start: int
    end: int
    number: int | None
    name: str


_NOTE = re.compile(r"^附\s?件\s?[：:]", re.MULTILINE)
_ITEM = re.compile(r"(?:附\s?件\s?[：:]?\s*)?(?:([0-9]{1,2})\s?[.．、])?\s*([^：:；;。\s][^；;。]{0,80})")
_NEXT_ITEM = re.compile(r"(?<=[^0-9])(?=[0-9]{1,2}[.．、])")


@lru_cache(maxsize=2)
def announced_annexes(analysis: Analysis) -> tuple[Announced, ...]:
    """Return the annexes that the annex notes of the notice and of the plan name, in order; the plan is none."""
    own = plain("".join(block.text for block in leading_titles(analysis)))
    return tuple(item for item in listed_annexes(analysis) if not own or plain(item.name) not in own)


@lru_cache(maxsize=2)
def listed_annexes(analysis: Analysis) -> tuple[Announced, ...]:
    """Return all that the annex notes name, the plan itself too where a notice lists it."""
    blocks = analysis.document.blocks
    notes = [(blocks[at], 0) for at in positions_by_kind(analysis)[BlockKind.ANNEX_NOTE]]
    places = (*_in_notice(analysis.document.metadata), *notes)
    return tuple(item for block, start in places for item in _items(block, start))


def _in_notice(metadata: Metadata) -> Iterator[tuple[Block, int]]:
    """Yield the notice's body with the place where its annex note (附件说明) begins, if it ends with one."""
    found = _NOTE.search(metadata.notice_body)
    if found:
        yield metadata_block(metadata, "notice_body"), found.start()


def _items(note: Block, start: int) -> Iterator[Announced]:
    ends = [match.start() for match in _NEXT_ITEM.finditer(note.text, start + 1)]
    for first, end in pairwise((start, *ends, len(note.text))):
        match = _ITEM.match(note.text[first:end].strip())
        if match and match.group(2).strip("附件：: "):
            number = int(match.group(1)) if match.group(1) else None
            yield Announced(note.id, first, end, number, match.group(2).strip())


@lru_cache(maxsize=2)
def annexes(analysis: Analysis) -> tuple[tuple[Block, str], ...]:
    """Return the annexes at the end of the plan: the mark's block and the annex's title."""
    found = []
    blocks = analysis.document.blocks
    for at in positions_by_kind(analysis)[BlockKind.ANNEX]:
        end = at + 1
        while end < len(blocks) and blocks[end].kind is BlockKind.TITLE:
            end += 1
        found.append((blocks[at], "".join(one.text.strip() for one in blocks[at + 1 : end])))
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
