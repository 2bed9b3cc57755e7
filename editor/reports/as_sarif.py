"""Findings as SARIF 2.1.0 (OASIS), the exchange format of checking programs."""

import json
from collections.abc import Iterable, Iterator
from pathlib import PurePath
from typing import Any, TextIO
from urllib.parse import quote

from editor.reports import program
from editor.reports.file_report import Change, FileReport, FoundReport
from validators.diagnostic import Severity
from validators.help import rule_help, rule_help_text
from validators.rule import find_rule

_LEVELS = {Severity.ERROR: "error", Severity.WARNING: "warning", Severity.HINT: "note"}
_SCHEMA = "https://json.schemastore.org/sarif-2.1.0.json"


def write_sarif(reports: Iterable[FileReport], out: TextIO) -> None:
    """Write the findings of all files as one run; a file that cannot be checked becomes a notification of the tool."""
    rules: dict[str, tuple[int, dict[str, Any]]] = {}  # by code: place and description
    notifications: list[dict[str, Any]] = []
    separator = "\n"
    out.write(f'{{"$schema": "{_SCHEMA}", "version": "2.1.0", "runs": [{{')
    out.write('"columnKind": "unicodeCodePoints", "language": "zh-CN", "results": [')
    for report in reports:
        if report["unusable"]:
            notifications.append(_notification(report))
        for found, more in _results_of(report):
            if found["code"] not in rules:
                rules[found["code"]] = len(rules), _rule(found)
            out.write(separator + _dumped(_result(report, found, rules[found["code"]][0]) | more))
            separator = ",\n"
    invocation = {"executionSuccessful": True, "toolExecutionNotifications": notifications}
    driver = {"name": program.NAME, "semanticVersion": program.VERSION, "rules": [rule for _, rule in rules.values()]}
    out.write(f'\n],\n"invocations": {_dumped([invocation])},\n"tool": {_dumped({"driver": driver})}}}]}}\n')


def _results_of(report: FileReport) -> Iterator[tuple[FoundReport, dict[str, Any]]]:
    """Yield the findings, and those that somebody lets stand, with what SARIF says of that."""
    yield from ((found, {}) for found in report["diagnostics"])
    for ignored in report["ignored"]:
        yield ignored["found"], {"suppressions": [{"kind": "inSource", "justification": ignored["why"]}]}


def _dumped(value: object) -> str:
    return json.dumps(value, ensure_ascii=False)


def _rule(found: FoundReport) -> dict[str, Any]:
    """Return what SARIF knows of a rule; the notice that a rule failed (SYS001) is a rule without a page of its own."""
    rule = find_rule(found["code"])
    level = _LEVELS[rule.severity if rule else Severity(found["severity"])]
    described: dict[str, Any] = {
        "id": found["code"],
        "name": "".join(part.capitalize() for part in found["name"].split("-")),
        "shortDescription": {"text": rule.summary if rule else found["message"]},
        "fullDescription": {"text": rule.reason if rule else found["reason"]},
        "defaultConfiguration": {"level": level},
    }
    if rule is not None:
        described["help"] = {"text": rule_help_text(rule), "markdown": rule_help(rule)}
        described["properties"] = {"source": rule.source}
    return described


def _result(report: FileReport, found: FoundReport, rule: int) -> dict[str, Any]:
    location: dict[str, Any] = {"physicalLocation": _physical(report, found)}
    if found["section"]:
        location["logicalLocations"] = [{"fullyQualifiedName": "/".join(found["section"]), "kind": "section"}]
    result: dict[str, Any] = {
        "ruleId": found["code"],
        "ruleIndex": rule,
        "level": _LEVELS[Severity(found["severity"])],
        "message": {"text": f"{found['message']}（{found['source']}）"},
        "locations": [location],
    }
    related = [
        {
            "id": number,
            "physicalLocation": {"artifactLocation": _artifact(report), "region": {"startLine": other["line"]}},
            "message": {"text": other["text"]},
        }
        for number, other in enumerate(found["related"], 1)
    ]
    if related:
        result["relatedLocations"] = related
    fix = _fix(report, found)
    return result | ({"fixes": [fix]} if fix else {})


def _artifact(report: FileReport) -> dict[str, str]:
    """Return the file as a URI: a name of Chinese characters is not one until it is quoted."""
    path = PurePath(report["file"])
    return {"uri": path.as_uri() if path.is_absolute() else quote(path.as_posix())}


def _physical(report: FileReport, found: FoundReport) -> dict[str, Any]:
    location: dict[str, Any] = {"artifactLocation": _artifact(report)}
    if found["line"] is not None:
        location["region"] = _region(found["line"], found["start"], found["end"])
    return location


def _region(line: int, start: int | None, end: int | None) -> dict[str, Any]:
    if start is None or end is None or end <= start:
        return {"startLine": line}
    return {"startLine": line, "startColumn": start + 1, "endColumn": end + 1}


def _fix(report: FileReport, found: FoundReport) -> dict[str, Any] | None:
    """Return a fix that another program can apply: the lines are those of the file, and every place is known."""
    if found["fix"] is None or not report["by_lines"]:
        return None
    replacements = [_replacement(change) for change in found["changes"]]
    if not replacements or None in replacements:
        return None
    return {
        "description": {"text": found["fix"]["title"]},
        "artifactChanges": [{"artifactLocation": _artifact(report), "replacements": replacements}],
        "properties": {"applicability": found["fix"]["applicability"]},
    }


def _replacement(change: Change) -> dict[str, Any] | None:
    line, start, end = change["line"], change["start"], change["end"]
    if line is None or start is None or end is None or end <= start:
        return None
    return {"deletedRegion": _region(line, start, end), "insertedContent": {"text": change["new"]}}


def _notification(report: FileReport) -> dict[str, Any]:
    location = {"physicalLocation": {"artifactLocation": _artifact(report)}}
    return {"level": "error", "message": {"text": report["unusable"]}, "locations": [location]}
