"""Layers as a person names them: one of the library by its id, or a superior's plan (上级方案) by its file."""

from collections.abc import Sequence
from dataclasses import replace
from pathlib import Path

from editor.importing.importer import import_path
from editor.model import storage
from templates import template as library
from templates.analysis import analyse
from templates.superior import superior_layer


def layer_ids(names: Sequence[str], template_id: str = library.DEFAULT_TEMPLATE) -> tuple[str, ...]:
    """Return the ids of some layers, nearest last; a file among them is imported and becomes a layer of this run.

    Raises UserError for a file that cannot be read or is no such plan.
    """
    ids: tuple[str, ...] = ()
    for name in names:
        path = Path(name)
        ids += (_from_file(path, template_id, ids) if path.suffix or path.is_file() else name,)
    return ids


def _from_file(path: Path, template_id: str, above: tuple[str, ...]) -> str:
    own = path.suffix.lower() == storage.SUFFIX
    document = storage.load(path).document if own else import_path(path).document
    metadata = replace(document.metadata, layers=above)
    return library.add_layer(superior_layer(analyse(replace(document, template=template_id, metadata=metadata))))
