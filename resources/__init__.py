"""Files the program ships: schemas, unit registers, the base docx, icons; and the one function that finds them."""

import sys
from pathlib import Path


def path(name: str) -> Path:
    """Return where the resource `name` ("schemas/nigao.schema.json") lies, from source and when packaged."""
    bundle = getattr(sys, "_MEIPASS", None)
    root = Path(bundle) / "resources" if bundle else Path(__file__).parent
    return root / name
