"""What opening and importing have done in another thread: reading the file, and the first check of the plan."""

from pathlib import Path
from typing import TYPE_CHECKING

from editor.session import Session
from editor.ui.page_worker import Ticket

if TYPE_CHECKING:
    from editor.importing.result import Imported


def open_plan(path: Path, ticket: Ticket) -> tuple[Session, str]:
    """Return a checked session on the plan at `path` and a warning ("" if none); raises UnreadableFile."""
    session, warning = Session.open(path)
    _check(session, ticket)
    return session, warning


def import_plan(path: Path, ticket: Ticket) -> "tuple[Session, Imported]":
    """Return a checked session on what a file of another kind holds; raises UnreadableFile."""
    from editor.importing.importer import import_path  # 0.2 s that a start need not pay

    imported = import_path(path)
    session = Session(imported.document)
    _check(session, ticket)
    return session, imported


def _check(session: Session, ticket: Ticket) -> None:
    for _ in session.check():
        ticket.check()
