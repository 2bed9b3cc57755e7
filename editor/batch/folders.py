"""The plans in files and folders that a person names."""

import os
from collections import Counter
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from pathlib import Path

from editor.model.errors import UnreadableFile

SUFFIXES = (".nigao", ".docx", ".txt", ".html", ".htm")
_HIDDEN = (".", "~$")  # hidden files, and the lock files of Word, WPS and LibreOffice


@dataclass(frozen=True, slots=True)
class Plans:
    """Names of files in order, each once; `named` those that stood on the command line themselves.

    `refused` are folders that cannot be read; `others` counts files of other kinds by their ending.
    """

    files: tuple[str, ...]
    named: frozenset[str]
    refused: tuple[tuple[str, UnreadableFile], ...]
    others: Counter[str]


def find_plans(names: Sequence[str]) -> Plans:
    """Return the files among `names` and those in the folders among them, folder by folder in the order of names.

    A link to a folder is not followed, so a loop of links ends nowhere.
    """
    files: dict[str, str] = {}  # real path → name
    refused: list[tuple[str, UnreadableFile]] = []
    others: Counter[str] = Counter()
    for name in names:
        if not Path(name).is_dir():
            files.setdefault(os.path.realpath(name), name)
            continue
        for file in _files_in(name, refused):
            suffix = Path(file).suffix.lower()
            if suffix in SUFFIXES:
                files.setdefault(os.path.realpath(file), file)
            else:
                others[suffix] += 1
    return Plans(tuple(files.values()), frozenset(names), tuple(refused), others)


def _files_in(folder: str, refused: list[tuple[str, UnreadableFile]]) -> Iterator[str]:
    def refuse(error: OSError) -> None:
        refused.append(
            (str(error.filename), UnreadableFile(f"文件夹读不出来：{error.strerror}。", "请检查文件夹的权限。"))
        )

    for place, folders, files in os.walk(folder, onerror=refuse):
        folders[:] = sorted(name for name in folders if not name.startswith(_HIDDEN))
        yield from (str(Path(place, name)) for name in sorted(files) if not name.startswith(_HIDDEN))
