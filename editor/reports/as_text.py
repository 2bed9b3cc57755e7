"""Findings as lines to read, grouped by section; of many files the totals, and the worst files first."""

from collections.abc import Iterable, Iterator
from typing import TextIO

from editor.reports.file_report import SEVERITY_NAMES, FileReport, FoundReport, counts
from editor.reports.totals import FileTotal, Totals, totals_of
from validators.diagnostic import Applicability, Severity

_DETAILED = 20  # of more files than these, only the counts are written
_COMMONEST = 20
_LONGEST_CHANGE = 30


def write_text(reports: Iterable[FileReport], out: TextIO, *, folder: bool = False) -> None:
    """Write the findings: of named files in their order, a total last; of a folder the totals first, the worst next.

    `reports` is gone through more than once.
    """
    totals = totals_of(reports)
    if not folder:
        _write_files((report for report in reports if not report["unusable"]), out)
        out.write(_total(totals) + "\n")
        return
    out.writelines(line + "\n" for line in _summary(totals))
    if 0 < len(totals.files) <= _DETAILED:
        by_name = {report["file"]: report for report in reports}
        out.write("\n")
        _write_files((by_name[file.name] for file in totals.worst_first()), out)
    elif totals.files:
        out.write("每一处问题请看 --xlsx 或 --format json 的报告，或者单独检查一份文件。\n")


def _write_files(reports: Iterable[FileReport], out: TextIO) -> None:
    for report in reports:
        out.writelines(line + "\n" for line in _file_lines(report))


def _total(totals: Totals) -> str:
    found = sum(totals.by_severity)
    split = f"：{_counts(totals.by_severity)}" if found else ""
    return f"共检查 {len(totals.files)} 份文件，发现 {found} 处问题{split}。"


def _counts(numbers: tuple[int, int, int]) -> str:
    return "、".join(f"{name} {number}" for name, number in zip(SEVERITY_NAMES.values(), numbers, strict=True))


def _summary(totals: Totals) -> Iterator[str]:
    yield _total(totals)
    if totals.unusable:
        yield f"不能用的文件 {len(totals.unusable)} 份："
        yield from (f"  {name}：{why}" for name, why in totals.unusable)
    if totals.rules:
        yield "最常见的检查项："
        for rule in totals.rules[:_COMMONEST]:
            severity = SEVERITY_NAMES[Severity(rule.severity)]
            yield f"  {rule.code} {severity} {rule.found} 处，{rule.files} 份：{rule.summary}"
    if totals.files:
        yield "文件，问题多的在前（错误、警告、提示）："
        yield from (_file_total(file) for file in totals.worst_first())


def _file_total(file: FileTotal) -> str:
    return "  " + "".join(f"{number:>5}" for number in file.counts) + f"  {file.name}"


def _file_lines(report: FileReport) -> Iterator[str]:
    yield report["file"]
    sections: dict[str, list[FoundReport]] = {}
    for found in report["diagnostics"]:
        sections.setdefault(_section(found), []).append(found)
    for section, group in sections.items():
        yield f"  {section}"
        for found in group:
            yield from (f"    {line}" for line in _found_lines(found))
    ignored = f"，已忽略 {len(report['ignored'])} 处" if report["ignored"] else ""
    yield f"  {_counts(counts(report)) if report['diagnostics'] else '没有发现问题'}{ignored}"


def _section(found: FoundReport) -> str:
    if found["section"]:
        return " › ".join(found["section"])
    if found["element"]:
        return "公文要素"
    return "标题和引言" if found["line"] else "全文"


def _found_lines(found: FoundReport) -> Iterator[str]:
    place = f"第{found['line']}行 " if found["line"] else ""
    severity = SEVERITY_NAMES[Severity(found["severity"])]
    yield f"{place}{severity} {found['code']} {found['message']}（{found['source']}）"
    if found["text"]:
        yield f"  原文：{found['excerpt']}"
    if found["fix"] is not None:
        yield f"  {fix_line(found)}"


def fix_line(found: FoundReport) -> str:
    """Return what the fix of a finding does, with the words before and after it; "" without one."""
    fix = found["fix"]
    if fix is None:
        return ""
    safe = "可安全修正" if fix["applicability"] == Applicability.SAFE.value else "看过后可修正"
    changes = found["changes"]
    first = f"，“{_short(changes[0]['old'])}”→“{_short(changes[0]['new'])}”" if changes else ""
    more = f"等{len(changes)}处" if len(changes) > 1 else ""
    return f"{safe}：{fix['title']}{first}{more}"


def _short(words: str) -> str:
    return words if len(words) <= _LONGEST_CHANGE else f"{words[: _LONGEST_CHANGE - 1]}…"
