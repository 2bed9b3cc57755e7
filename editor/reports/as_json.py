"""Findings as JSON: the contract that other programs build on."""

import json
from collections.abc import Iterable
from typing import Any, TextIO

from editor.reports.file_report import FileReport, FoundReport

_FILE = ("file", "kind", "template", "layers")
_FOUND = (
    "code", "name", "severity", "message", "line", "start", "end", "text", "section", "source", "related", "fix",
)  # fmt: skip


def write_json(reports: Iterable[FileReport], out: TextIO) -> None:
    """Write the findings of all files; a file that cannot be checked is named under "unusable" with the reason."""
    unusable: list[dict[str, str]] = []
    separator = "\n"
    out.write('{"files": [')
    for report in reports:
        if report["unusable"]:
            unusable.append({"file": report["file"], "reason": report["unusable"]})
        else:
            out.write(separator + json.dumps(_file(report), ensure_ascii=False, indent=1))
            separator = ",\n"
    out.write("\n]")
    if unusable:
        out.write(',\n"unusable": ' + json.dumps(unusable, ensure_ascii=False, indent=1))
    out.write("}\n")


def _file(report: FileReport) -> dict[str, Any]:
    known: dict[str, Any] = {key: value for key, value in report.items() if key in _FILE}
    return known | {"diagnostics": [_found(found) for found in report["diagnostics"]]}


def _found(found: FoundReport) -> dict[str, Any]:
    return {key: value for key, value in found.items() if key in _FOUND}
