"""Unsaved work kept beside the program: written while typing, found at the next start after a crash."""

import json
import os
from dataclasses import dataclass
from pathlib import Path

from editor.model import storage
from editor.model.document import Document
from editor.model.errors import UnreadableFile
from editor.model.files import read_bytes, write_atomically

_SUFFIX = ".recovery"


@dataclass(frozen=True, slots=True)
class Recovered:
    """Unsaved work of a program that ended without saving; `path` is the plan's own file, None if it had none."""

    file: Path
    document: Document
    path: Path | None
    saved_at: float  # seconds since 1970

    def discard(self) -> None:
        """Remove the recovery file."""
        self.file.unlink(missing_ok=True)


class Journal:
    """The recovery file of one open plan, replaced whole at every write."""

    def __init__(self, folder: Path) -> None:
        self._file = folder / f"{os.getpid()}-{os.urandom(4).hex()}{_SUFFIX}"

    def write(self, document: Document, path: Path | None) -> None:
        """Keep the present state; raises UnwritableFile, which the caller shows once."""
        self._file.parent.mkdir(parents=True, exist_ok=True)
        state = {"path": str(path) if path else None, "plan": storage.to_json(document)}
        write_atomically(self._file, json.dumps(state, ensure_ascii=False).encode("utf-8", "replace"))

    def discard(self) -> None:
        """Forget the unsaved work: it was saved, or the user gave it up."""
        self._file.unlink(missing_ok=True)


def find(folder: Path) -> list[Recovered]:
    """Return what programs no longer running left behind, newest first; what cannot be read is renamed to .bad."""
    found = []
    for file in sorted(folder.glob(f"*{_SUFFIX}")):
        if _alive(file.name.partition("-")[0]):
            continue
        try:
            state = json.loads(read_bytes(file))
            document = storage.from_json(state["plan"], file.name)
            path = Path(state["path"]) if state["path"] else None
            found.append(Recovered(file, document, path, file.stat().st_mtime))
        except (UnreadableFile, ValueError, KeyError, TypeError, RecursionError):
            file.replace(file.with_suffix(".bad"))
    return sorted(found, key=lambda item: item.saved_at, reverse=True)


def _alive(pid: str) -> bool:
    """Return whether the process still runs; on Windows, where asking would end it, its own files tell."""
    if not pid.isdigit() or os.name == "nt":
        return pid == str(os.getpid())
    try:
        os.kill(int(pid), 0)
    except (ProcessLookupError, OverflowError):
        return False
    except PermissionError:
        return True
    return True
