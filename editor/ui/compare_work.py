"""What comparing has done in another thread: reading the other file, finding the differences, writing a 修订稿."""

from dataclasses import dataclass
from datetime import datetime
from pathlib import Path

from editor.model.comparison import Comparison, compare
from editor.model.difference_words import beginning
from editor.model.document import Document
from editor.ui.page_worker import Ticket


@dataclass(frozen=True, slots=True)
class Compared:
    """The other version, what differs, and how each difference begins in a list."""

    other: Document
    comparison: Comparison
    beginnings: tuple[str, ...]


def compare_with(document: Document, path: Path, ticket: Ticket) -> Compared:
    """Return what the file at `path` has otherwise; raises UserError where it cannot be read."""
    from editor.opening import open_plan

    found, imported = open_plan(str(path))
    ticket.check()
    comparison = compare(document, found, printed_only=imported is not None, pause=ticket.check)
    beginnings = []
    for one in comparison.differences:
        ticket.check()
        beginnings.append(beginning(one, comparison.words))
    return Compared(found, comparison, tuple(beginnings))


def write_between(old: Document, new: Document, path: Path, author: str, ticket: Ticket) -> Path:
    """Write the way from one version to the other as a docx with tracked changes; raises UserError."""
    from editor.gongwen.revisions import write_revisions

    comparison = compare(old, new, pause=ticket.check)
    ticket.check()
    write_revisions(comparison, path, author, datetime.now())
    return path
