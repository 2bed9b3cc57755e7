"""What rules about assignments (分工) share: the mentions of each name, and how one is taken out of a list."""

from collections import defaultdict
from functools import lru_cache

from editor.model.assignments import UnitMention
from editor.model.document import Block
from editor.model.text_cache import keep_by_arguments
from templates.analysis import Analysis
from validators.diagnostic import TextEdit
from validators.rule import Finding, edit


@lru_cache(maxsize=2)
def mentions_by_name(analysis: Analysis) -> dict[str, list[UnitMention]]:
    """Return every mention of a unit in an assignment by its printed name; gathered once per analysis."""
    found: defaultdict[str, list[UnitMention]] = defaultdict(list)
    for assignment in analysis.assignments:
        for mention in assignment.lead:
            found[mention.text].append(mention)
        for mention in assignment.responsible:
            found[mention.text].append(mention)
    return found


@lru_cache(maxsize=2)
def unit_keys(analysis: Analysis) -> dict[str, str]:
    """Return for each printed name a key that is the same for two names of one unit."""
    return {name: analysis.register.canonical(name) or name for name in mentions_by_name(analysis)}


def at_mention(mention: UnitMention, message: str) -> Finding:
    """Return a finding about a unit's name."""
    return Finding(mention.start, mention.end, message, block_id=mention.block_id)


@keep_by_arguments
def _removal(block: Block, start: int, end: int) -> TextEdit | None:
    text = block.text
    if text[end : end + 1] in ("、", "，", ","):
        return edit(block, start, end + 1, "")
    if start and text[start - 1] in "、，,":
        return edit(block, start - 1, end, "")
    return None


def removal(blocks: dict[str, Block], mention: UnitMention) -> tuple[TextEdit, ...]:
    """Return the edit that takes a unit and one mark beside it out of its list; none for the only unit of a list."""
    block = blocks.get(mention.block_id)
    taken_out = _removal(block, mention.start, mention.end) if block else None
    return (taken_out,) if taken_out else ()
