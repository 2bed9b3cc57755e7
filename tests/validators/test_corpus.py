"""Two real plans read by hand: how many of their defects are found, and what is reported beside them."""

import json
import sys
from dataclasses import dataclass
from pathlib import Path

import pytest

from editor.importing.importer import import_path
from templates.analysis import analyse
from validators.diagnostic import Diagnostic, Severity
from validators.engine import Validator

CORPUS = Path(__file__).resolve().parents[2].parent / "shared" / "corpus"
pytestmark = pytest.mark.skipif(not CORPUS.is_dir(), reason="the corpus of real plans does not lie beside the project")

PLANS = sorted(CORPUS.glob("*.txt")) if CORPUS.is_dir() else []
CHECKED = ("rule", "cross-check", "template")
# Which families of rules may answer a defect of a category of the ground truth.
FAMILIES = {
    "A": ("NUM",),
    "C": ("ELM", "NUM"),
    "D": ("STR", "ELM"),
    "E": ("UNI", "WRD"),
    "F": ("UNI",),
    "H": ("STR", "UNI"),
    "I": ("TGT", "NUM"),
    "J": ("PUN",),
    "K": ("WRD", "REF"),
    "L": ("TXT",),
}
LEAST_RECALL = 0.6
MOST_STRANGERS = 3  # errors and warnings per plan that answer to no row


@dataclass(frozen=True)
class Report:
    """A finding with the source lines it speaks of."""

    found: Diagnostic
    lines: frozenset[int]


def reports(path: Path) -> list[Report]:
    imported = import_path(path)
    made = []
    for one in Validator().run(analyse(imported.document)):
        ids = [one.range.block_id] if one.range else []
        ids += [related.block_id for related in one.related]
        made.append(Report(one, frozenset(imported.origin[name] for name in ids if name in imported.origin)))
    return made


def distance(report: Report, row: dict) -> int | None:
    """Return how many lines a report of a fitting family is away from a row, None if it does not answer to it."""
    family = report.found.code.rstrip("0123456789")
    if family not in FAMILIES[row["category"]]:
        return None
    if not report.lines:  # missing as a whole
        return 0 if row["correction"].startswith("add") else None
    away = min(abs(line - row["line"]) for line in report.lines)
    # What a group lacks is reported at its heading, while the row may name the text under it.
    return away if away <= (1 if family == "STR" else 0) else None


def matched(found: list[Report], rows: list[dict]) -> set[str]:
    """Return the ids of the rows that are found; a report answers to one row only, the nearest pairs first."""
    pairs = [
        (away, len(report.lines), at, row["id"])
        for row in rows
        for at, report in enumerate(found)
        if (away := distance(report, row)) is not None
    ]
    used: set[int] = set()
    ids: set[str] = set()
    for _, _, at, row_id in sorted(pairs):
        if at not in used and row_id not in ids:
            used.add(at)
            ids.add(row_id)
    return ids


def say(line: str) -> None:
    sys.stdout.write(line + "\n")


def rows_of(path: Path) -> list[dict]:
    rows = json.loads((CORPUS / "defects.json").read_text(encoding="utf-8"))
    return [row for row in rows if row["file"] == path.name]


@pytest.mark.parametrize("path", PLANS, ids=lambda path: path.stem[:3])
def test_most_defects_are_found(path: Path) -> None:
    found = reports(path)
    rows = [row for row in rows_of(path) if row["detected_by"] in CHECKED]
    ids = matched(found, rows)
    missed = [row for row in rows if row["id"] not in ids]
    recall = 1 - len(missed) / len(rows)
    say(f"\n{path.stem[:3]}: {len(rows) - len(missed)} of {len(rows)} rows found, recall {recall:.0%}; missed:")
    for row in missed:
        say(f"  {row['id']} {row['severity']} {row['detected_by']} line {row['line']}: {row['remark'][:90]}")
    assert recall >= LEAST_RECALL


@pytest.mark.parametrize("path", PLANS, ids=lambda path: path.stem[:3])
def test_hardly_any_error_or_warning_is_a_false_alarm(path: Path) -> None:
    rows = rows_of(path)
    strangers = [report for report in reports(path) if all(distance(report, row) is None for row in rows)]
    say(f"\n{path.stem[:3]}: {len(strangers)} reports answer to no row:")
    for report in strangers:
        one = report.found
        say(f"  {one.code} {one.severity} lines {sorted(report.lines)[:3]}: {one.message}")
    assert sum(report.found.severity is not Severity.HINT for report in strangers) <= MOST_STRANGERS
