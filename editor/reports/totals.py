"""What many files have in all: counts for each file and each rule, small enough to keep for thousands of files."""

from collections.abc import Iterable
from dataclasses import dataclass

from editor.reports.file_report import FileReport, FoundReport, counts
from validators.rule import find_rule


@dataclass(frozen=True, slots=True)
class FileTotal:
    """The counts of one file: errors, warnings, hints."""

    name: str
    counts: tuple[int, int, int]


@dataclass(slots=True)
class RuleTotal:
    """How often a rule found something, and in how many files."""

    code: str
    severity: str
    summary: str
    found: int = 0
    files: int = 0


@dataclass(frozen=True, slots=True)
class Totals:
    """All files that could be checked, the others with the reason, and the rules, the commonest first."""

    files: tuple[FileTotal, ...]
    unusable: tuple[tuple[str, str], ...]
    rules: tuple[RuleTotal, ...]

    @property
    def by_severity(self) -> tuple[int, int, int]:
        """Return the errors, warnings and hints of all files."""
        errors, warnings, hints = (sum(file.counts[at] for file in self.files) for at in range(3))
        return errors, warnings, hints

    def worst_first(self) -> list[FileTotal]:
        """Return the files, those with most errors first, then warnings, then hints."""
        return sorted(self.files, key=lambda file: (*(-number for number in file.counts), file.name))


def totals_of(reports: Iterable[FileReport]) -> Totals:
    """Return the totals of some reports, going through them once."""
    files: list[FileTotal] = []
    unusable: list[tuple[str, str]] = []
    rules: dict[str, RuleTotal] = {}
    for report in reports:
        if report["unusable"]:
            unusable.append((report["file"], report["unusable"]))
            continue
        files.append(FileTotal(report["file"], counts(report)))
        _count_rules(report, rules)
    ordered = sorted(rules.values(), key=lambda rule: (-rule.files, -rule.found, rule.code))
    return Totals(tuple(files), tuple(unusable), tuple(ordered))


def _rule_total(found: FoundReport) -> RuleTotal:
    rule = find_rule(found["code"])  # the notice that a rule failed (SYS001) is none
    return RuleTotal(found["code"], found["severity"], rule.summary if rule else found["message"])


def _count_rules(report: FileReport, rules: dict[str, RuleTotal]) -> None:
    seen = set()
    for found in report["diagnostics"]:
        if found["code"] not in rules:
            rules[found["code"]] = _rule_total(found)
        rule = rules[found["code"]]
        rule.found += 1
        if found["code"] not in seen:
            seen.add(found["code"])
            rule.files += 1
