"""What rules about short forms (简称) share: all that the notice and the plan define, and how two titles belong."""

from functools import lru_cache

from editor.model.citations import ShortForm, short_forms
from editor.model.document import BlockKind, Document, metadata_block
from templates.analysis import Analysis

_MARKS = "《》“”‘’「」\"'"


@lru_cache(maxsize=2)
def defined_forms(analysis: Analysis) -> tuple[ShortForm, ...]:
    """Return the short forms that the notice and then the plan define, in order."""
    metadata = analysis.document.metadata
    if "称" not in metadata.notice_body:
        return analysis.short_forms
    notice = Document(blocks=(metadata_block(metadata, "notice_body"),))
    return (*short_forms(notice), *analysis.short_forms)


def bare(name: str) -> str:
    """Return a short form or title without its marks."""
    return name.strip(_MARKS)


def shortens(short: str, full: str) -> bool:
    """Return whether the characters of `short` all stand in `full` in the same order."""
    rest = iter(full)
    return len(short) < len(full) and all(char in rest for char in short)


@lru_cache(maxsize=2)
def body_end(analysis: Analysis) -> int:
    """Return where the annexes begin: each is a document of its own and may define its short forms again."""
    kinds = [block.kind for block in analysis.document.blocks]
    return kinds.index(BlockKind.ANNEX) if BlockKind.ANNEX in kinds else len(kinds)
