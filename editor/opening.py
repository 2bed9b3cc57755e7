"""A plan as a command takes it: a .nigao, anything that can be imported, or standard input."""

import sys
from collections.abc import Sequence
from dataclasses import replace
from pathlib import Path
from typing import TYPE_CHECKING

from editor.model import storage
from editor.model.document import Document
from editor.model.errors import UnreadableFile
from templates import template as library

if TYPE_CHECKING:
    from editor.importing.result import Imported

STANDARD_INPUT = "-"


def open_plan(name: str, layers: Sequence[str] = ()) -> "tuple[Document, Imported | None]":
    """Return the plan in a file, or in standard input ("-"), under the given layers of the library.

    Raises UserError for a file that is of no use, and for a template or layer that the library lacks.
    """
    path = Path(name)
    imported = None
    if name == STANDARD_INPUT or path.suffix.lower() != storage.SUFFIX:
        from editor.importing.importer import import_bytes, import_path  # an export should not wait for its patterns

        standard = name == STANDARD_INPUT
        imported = import_bytes(sys.stdin.buffer.read(), "标准输入") if standard else import_path(path)
    else:
        loaded = storage.load(path)
        if loaded.read_only:  # what a newer program wrote is shown in the window, but not judged or rewritten here
            raise UnreadableFile(loaded.warning)
    document = imported.document if imported else loaded.document
    if layers:
        document = _under(document, tuple(layers))
    elif document.template:
        library.load(document.template, document.metadata.layers)  # raises for one that the library lacks
    return document, imported


def _under(document: Document, layers: tuple[str, ...]) -> Document:
    """Return the document measured against other layers."""
    template = library.load(document.template or library.DEFAULT_TEMPLATE, layers)
    return replace(document, template=template.id, metadata=replace(document.metadata, layers=layers))
