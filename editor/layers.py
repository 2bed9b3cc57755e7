"""Layers as a person names them: one of the library by its id, or a superior's plan (上级方案) by its file."""

from collections.abc import Sequence
from dataclasses import replace
from pathlib import Path

from editor.importing.importer import import_path
from editor.model import storage
from editor.model.document import Document, Superior
from templates import template as library
from templates.analysis import analyse
from templates.superior import superior_layer
from templates.superior_plan import superior_of, superior_plan


def layer_ids(names: Sequence[str], template_id: str = library.DEFAULT_TEMPLATE) -> tuple[str, ...]:
    """Return the ids of some layers, nearest last; a file among them is imported and becomes a layer of this run.

    Raises UserError for a file that cannot be read or is no such plan.
    """
    ids: tuple[str, ...] = ()
    for name in names:
        path = Path(name)
        ids += (_from_file(path, template_id, ids) if path.suffix or path.is_file() else name,)
    return ids


def read_superior(path: Path, template_id: str, layers: tuple[str, ...]) -> Superior:
    """Return the superior's plan in a file, to be kept in a plan of this template and these layers.

    Raises UserError for a file that cannot be read, is too long, or is no such plan.
    """
    base = library.load(template_id, layers)
    superior = superior_of(_document(path), path.name)
    superior_plan(base, superior)  # raises; what it finds is kept for whoever asks next
    return superior


def _from_file(path: Path, template_id: str, above: tuple[str, ...]) -> str:
    document = _document(path)
    metadata = replace(document.metadata, layers=above, superior=None)
    return library.add_layer(superior_layer(analyse(replace(document, template=template_id, metadata=metadata))))


def _document(path: Path) -> Document:
    own = path.suffix.lower() == storage.SUFFIX
    return storage.load(path).document if own else import_path(path).document
