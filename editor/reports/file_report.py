"""What one file's check found, as plain values: written to JSON, kept on disk, passed between processes."""

from collections.abc import Iterator, Sequence
from typing import TypedDict

from editor.inspection import document_kind
from editor.model.errors import UserError
from editor.reports.checked import CheckedFile
from templates.coverage import Status
from templates.document_kind import DocumentKind
from validators.diagnostic import Diagnostic, Fix, Severity, TextRange
from validators.previews import around

SEVERITY_NAMES = {Severity.ERROR: "错误", Severity.WARNING: "警告", Severity.HINT: "提示"}
KIND_NAMES = {"implementation-plan": "实施方案", "work-plan": "工作方案", "other": "其他"}
_BY_LINES = (".txt", "-")  # sources whose lines are those of the file itself, so that an edit can name its place


class FixReport(TypedDict):
    """A fix as the contract of `check --format json` has it."""

    title: str
    applicability: str
    replacement: str | None


class RelatedReport(TypedDict):
    """Another place that explains a finding."""

    line: int
    text: str


class Change(TypedDict):
    """One edit of a fix; without columns where the source does not print the words so."""

    line: int | None
    start: int | None
    end: int | None
    old: str
    new: str


class FoundReport(TypedDict):
    """One finding; the keys up to `fix` are the contract of `check --format json`, `line` and columns its own."""

    code: str
    name: str
    severity: str
    message: str
    line: int | None
    start: int | None
    end: int | None
    text: str
    section: list[str]
    source: str
    related: list[RelatedReport]
    fix: FixReport | None
    reason: str
    excerpt: str
    changes: list[Change]
    element: bool  # stands in a 公文要素


class IgnoredReport(TypedDict):
    """A finding that somebody lets stand, and why."""

    found: FoundReport
    why: str


class FileReport(TypedDict):
    """One file; the keys up to `diagnostics` are the contract. `unusable` says why nothing else is known."""

    file: str
    kind: str
    template: str | None
    layers: list[str]
    diagnostics: list[FoundReport]
    place: str
    covered: int
    needed: int
    missing: list[str]
    by_lines: bool
    ignored: list[IgnoredReport]  # what the plan says to let stand
    unusable: str


def report_of(file: CheckedFile) -> FileReport:
    """Return what was found in a file, with all that any output says about it."""
    template = file.analysis.template
    kind = document_kind(file.document, file.imported)
    measured = file.analysis.kind is DocumentKind.PLAN and template is not None  # other kinds owe it nothing
    rows = [row for row in file.analysis.coverage.rows if row.status is not Status.NOT_REQUIRED] if measured else []
    missing = [row.requirement.name for row in rows if row.status is Status.MISSING]
    return {
        "file": printable(file.name),
        "kind": kind,
        "template": template.id if template else None,
        "layers": list(file.document.metadata.layers),
        "diagnostics": [_found(file, found) for found in file.diagnostics],
        "place": file.document.metadata.place,
        "covered": len(rows) - len(missing),
        "needed": len(rows),
        "missing": missing,
        "by_lines": file.name.lower().endswith(_BY_LINES),
        "ignored": [{"found": _found(file, found), "why": file.why_ignored(found)} for found in file.ignored],
        "unusable": "",
    }


def unusable_report(name: str, error: UserError) -> FileReport:
    """Return the report of a file that cannot be checked: why, and what to do."""
    return {
        "file": printable(name), "kind": "other", "template": None, "layers": [], "diagnostics": [], "place": "",
        "covered": 0, "needed": 0, "missing": [], "by_lines": False, "ignored": [],
        "unusable": printable(f"{error.message}{error.next_step}"),
    }  # fmt: skip


def printable(name: str) -> str:
    """Return a file's name as it can be printed; a name may hold bytes that are no text, and line breaks."""
    text = name.encode("utf-8", "surrogateescape").decode("utf-8", "replace")
    return "".join(char if char.isprintable() or char == "\u3000" else "\ufffd" for char in text)


def counts(report: FileReport) -> tuple[int, int, int]:
    """Return how many errors, warnings and hints a file has."""
    found = [one["severity"] for one in report["diagnostics"]]
    errors, warnings, hints = (found.count(severity.value) for severity in Severity)
    return errors, warnings, hints


def _found(file: CheckedFile, found: Diagnostic) -> FoundReport:
    where = found.range
    line, start, end = file.place(where) if where else (None, None, None)
    return {
        "code": found.code,
        "name": found.name,
        "severity": found.severity.value,
        "message": found.message,
        "line": line,
        "start": start,
        "end": end,
        "text": file.text(where.block_id)[where.start : where.end] if where else "",
        "section": file.section(where),
        "source": found.source,
        "related": list(_related(file, found)),
        "fix": _fix(found.fix, where) if found.fix else None,
        "reason": found.explanation,
        "excerpt": around(file.text(where.block_id), where.start, where.end) if where else "",
        "changes": _changes(file, found.fix) if found.fix else [],
        "element": where is not None and where.block_id.startswith("meta:"),
    }


def _fix(fix: Fix, where: TextRange | None) -> FixReport:
    single = fix.edits[0] if len(fix.edits) == 1 else None
    replacement = single.new_text if single and single.range == where else None
    return {"title": fix.title, "applicability": fix.applicability.value, "replacement": replacement}


def _related(file: CheckedFile, found: Diagnostic) -> Iterator[RelatedReport]:
    for other in found.related:
        line = file.place(TextRange(other.block_id, 0, 0))[0]
        if line is not None:
            yield {"line": line, "text": other.text}


def _changes(file: CheckedFile, fix: Fix) -> list[Change]:
    changes: list[Change] = []
    for edit in fix.edits:
        line, start, end = file.place(edit.range)
        changes.append({"line": line, "start": start, "end": end, "old": edit.old_text, "new": edit.new_text})
    return changes


def findings(reports: Sequence[FileReport]) -> int:
    """Return the number of findings in all files."""
    return sum(len(report["diagnostics"]) for report in reports)
