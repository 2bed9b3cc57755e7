"""Results on disk, a line a file, so that thousands need no memory and an interrupted run goes on where it stopped."""

import json
import tempfile
from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from pathlib import Path
from typing import Any, BinaryIO, cast

from editor.model.errors import UnwritableFile
from editor.reports.file_report import FileReport

_MARK = "nigao-check"


@dataclass(frozen=True, slots=True)
class Stamp:
    """What tells one state of a file from another."""

    path: str
    size: int
    modified: int  # nanoseconds

    @classmethod
    def of(cls, name: str) -> "Stamp | None":
        """Return the stamp of a file, None for one that is not there."""
        try:
            status = Path(name).stat()
            return cls(str(Path(name).absolute()), status.st_size, status.st_mtime_ns)
        except (OSError, ValueError):  # reading it will say what is wrong
            return None


class Ledger:
    """Reports of finished files by name; `file` holds one JSON line each, after a first line that names the run."""

    def __init__(self, file: BinaryIO, run: str) -> None:
        self._file = file
        self._known: dict[Stamp, int] = {}  # where the line begins
        self._places: dict[str, int] = {}
        if not self._load(run):
            file.seek(0)
            file.truncate()
            self._write({_MARK: 1, "run": run})

    @classmethod
    def open(cls, path: Path | None, run: str) -> "Ledger":
        """Return the ledger at `path`, a new one where there is none, a temporary one for None.

        What another version of the program, or another way of checking (`run`), has found is dropped.
        Raises UnwritableFile, also for a file that holds something else.
        """
        if path is None:
            return cls(cast(BinaryIO, tempfile.TemporaryFile()), run)
        try:
            file = path.open("r+b" if path.exists() else "w+b")
        except (OSError, ValueError) as error:
            raise UnwritableFile(f"进度文件“{path}”不能写入：{error}。", "请换一个位置。") from error
        if (first := file.readline()) and _MARK not in (_value(first) or {}):
            file.close()
            raise UnwritableFile(f"“{path}”不是检查进度文件，没有改动它。", "请给 --resume 另起一个文件名。")
        return cls(cast(BinaryIO, file), run)

    def close(self) -> None:
        """Close the file."""
        self._file.close()

    def reuse(self, name: str, stamp: Stamp | None) -> bool:
        """Return whether the file was finished in this very state; its report then belongs to `name`."""
        if stamp is None or stamp not in self._known:
            return False
        self._places[name] = self._known[stamp]
        return True

    def has(self, name: str) -> bool:
        """Return whether there is a report for this name in this run."""
        return name in self._places

    def add(self, name: str, stamp: Stamp | None, report: FileReport) -> None:
        """Keep a report; without a stamp only until the ledger is closed."""
        key = [stamp.path, stamp.size, stamp.modified] if stamp else None
        self._places[name] = self._write({"file": key, "report": report})

    def reports(self, names: Iterable[str]) -> Iterator[FileReport]:
        """Return the reports of some files in their order; one not finished is left out."""
        for name in names:
            if name in self._places:
                self._file.seek(self._places[name])
                report: FileReport = json.loads(self._file.readline())["report"]
                yield report

    def _load(self, run: str) -> bool:
        """Read what is there; a last line cut off by an interruption is removed."""
        self._file.seek(0)
        if (_value(self._file.readline()) or {}).get("run") != run:
            return False
        place = self._file.tell()
        for line in iter(self._file.readline, b""):
            entry = _value(line)
            if entry is None or not {"file", "report"} <= entry.keys():
                break
            if entry["file"]:
                self._known[Stamp(*entry["file"])] = place
            place += len(line)
        self._file.seek(place)
        self._file.truncate()
        return True

    def _write(self, value: object) -> int:
        place = self._file.seek(0, 2)
        text = json.dumps(value, ensure_ascii=False, separators=(",", ":"))
        self._file.write(text.encode("utf-8", "surrogatepass") + b"\n")
        self._file.flush()
        return place


def _value(line: bytes) -> dict[str, Any] | None:
    """Return the value of a line, None for one that is damaged or cut off."""
    if not line.endswith(b"\n"):
        return None
    try:
        value = json.loads(line)
    except ValueError:
        return None
    return value if isinstance(value, dict) else None
