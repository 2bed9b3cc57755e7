"""Where the library of templates lies, and whether it holds a template: known without reading it."""

import sys
from collections.abc import Iterable
from pathlib import Path


def library_folder() -> Path:
    """Return the folder with one JSON file for each template and layer, named by its id."""
    bundle = getattr(sys, "_MEIPASS", None)
    return Path(bundle) / "templates" / "library" if bundle else Path(__file__).parent / "library"


def are_shipped(ids: Iterable[str]) -> bool:
    """Return whether the library has a file for each of these ids."""
    folder = library_folder()
    return all(one.replace("-", "").isalnum() and (folder / f"{one}.json").is_file() for one in ids)
