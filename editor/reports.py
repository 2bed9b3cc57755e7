"""What was found, written for people and programs: text, JSON, SARIF; the list of rules."""

import json
from collections.abc import Sequence
from dataclasses import dataclass, replace
from typing import Any

from editor.importing.result import Imported
from editor.inspection import document_kind
from editor.model.document import Block, BlockKind, Document, metadata_block
from templates.analysis import Analysis, analyse
from validators.diagnostic import Diagnostic, Severity, TextRange
from validators.engine import Validator
from validators.fixes import fix_all
from validators.rule import Rule, all_rules

SEVERITY_NAMES = {Severity.ERROR: "错误", Severity.WARNING: "警告", Severity.HINT: "提示"}
_SARIF_LEVELS = {Severity.ERROR: "error", Severity.WARNING: "warning", Severity.HINT: "note"}


@dataclass(frozen=True, slots=True)
class CheckedFile:
    """One file with its findings; `imported` knows the source lines of a file that is no .nigao."""

    name: str
    document: Document
    imported: Imported | None
    analysis: Analysis
    diagnostics: tuple[Diagnostic, ...]

    @classmethod
    def check(cls, name: str, document: Document, imported: Imported | None) -> "CheckedFile":
        """Return the file with all that the rules find in it."""
        analysis = analyse(document)
        return cls(name, document, imported, analysis, (*Validator().run(analysis), *_only_in_print(imported)))

    def fixed(self) -> tuple["CheckedFile", int]:
        """Return the file after all safe fixes, checked again, and how many findings that settled."""
        transaction = fix_all(self.document, Validator())
        if transaction is None:
            return self, 0
        after = CheckedFile.check(self.name, transaction.apply(self.document), self.imported)
        return after, len(self.diagnostics) - len(after.diagnostics)

    def text(self, block_id: str) -> str:
        """Return the text of a block or of the metadata text "meta:<key>", as the source prints it."""
        if self.imported is not None and block_id in self.imported.printed:
            return self.imported.printed[block_id]
        if block_id.startswith("meta:"):
            return metadata_block(self.document.metadata, block_id.removeprefix("meta:")).text
        return self.document.blocks[self.document.index(block_id)].text

    def place(self, where: TextRange) -> tuple[int | None, int | None, int | None]:
        """Return line, start and end in the source: the line's text for imported files, the block for a .nigao."""
        if self.imported is not None:
            return self.imported.locate(where.block_id, where.start, where.end)
        if where.block_id.startswith("meta:"):
            return None, where.start, where.end
        return self.document.index(where.block_id) + 1, where.start, where.end

    def section(self, where: TextRange | None) -> list[str]:
        """Return the headings above a place, from level 1 down."""
        if where is None or where.block_id.startswith("meta:"):
            return []
        return [section.title for section in self.analysis.section_path(where.block_id)]


# Slips that the import mends on its way in (文号 and 成文日期 in their normal form), so that no rule sees them later.
_MENDED_ON_IMPORT = ("NUM001", "NUM002", "NUM003", "NUM005", "NUM013")


def _only_in_print(imported: Imported | None) -> tuple[Diagnostic, ...]:
    """Return what stands wrong in the source alone: half-width marks (once), number and date; nothing left to fix."""
    if imported is None or not imported.printed:
        return ()
    printed, document = imported.printed, imported.document
    blocks = tuple(replace(block, text=printed.get(block.id, block.text)) for block in document.blocks)
    texts = {key: text for key, text in printed.items() if key.startswith("meta:")}
    lines = {key.removeprefix("meta:"): text for key, text in texts.items()}
    metadata = replace(document.metadata, **lines)  # type: ignore[arg-type]
    mended = ("meta:doc_number", "meta:signature_date")
    elements = tuple(Block(key, BlockKind.PARAGRAPH, texts[key]) for key in mended if key in texts)
    found = [
        *_run(("PUN002",), replace(document, blocks=blocks, metadata=metadata)),
        *_run(_MENDED_ON_IMPORT, Document(blocks=elements)),
    ]
    return tuple(replace(one, fix=None) for one in found)


def _run(codes: Sequence[str], document: Document) -> tuple[Diagnostic, ...]:
    rules = [rule for rule in all_rules() if rule.code in codes]
    return Validator(rules).run(analyse(document))


def _words(file: CheckedFile, where: TextRange | None) -> str:
    return file.text(where.block_id)[where.start : where.end] if where else ""


def _diagnostic_json(file: CheckedFile, found: Diagnostic) -> dict[str, Any]:
    where = found.range
    line, start, end = file.place(where) if where else (None, None, None)
    fix = None
    if found.fix is not None:
        single = found.fix.edits[0] if len(found.fix.edits) == 1 else None
        replacement = single.new_text if single and single.range == where else None
        fix = {"title": found.fix.title, "applicability": found.fix.applicability, "replacement": replacement}
    related = []
    for other in found.related:
        other_line = file.place(TextRange(other.block_id, 0, 0))[0]
        if other_line is not None:
            related.append({"line": other_line, "text": other.text})
    return {
        "code": found.code,
        "name": found.name,
        "severity": found.severity,
        "message": found.message,
        "line": line,
        "start": start,
        "end": end,
        "text": _words(file, where),
        "section": file.section(where),
        "source": found.source,
        "related": related,
        "fix": fix,
    }


def check_json(files: Sequence[CheckedFile]) -> str:
    """Return the findings of all files as JSON."""
    listed = [
        {
            "file": file.name,
            "kind": document_kind(file.document, file.imported),
            "template": file.analysis.template.id if file.analysis.template else None,
            "layers": list(file.document.metadata.layers),
            "diagnostics": [_diagnostic_json(file, found) for found in file.diagnostics],
        }
        for file in files
    ]
    return json.dumps({"files": listed}, ensure_ascii=False, indent=1)


def _sarif_result(file: CheckedFile, found: Diagnostic) -> dict[str, Any]:
    location: dict[str, Any] = {"artifactLocation": {"uri": file.name}}
    line, start, end = file.place(found.range) if found.range else (None, None, None)
    if line is not None:
        location["region"] = {"startLine": line}
        if start is not None and end is not None and end > start:
            location["region"] |= {"startColumn": start + 1, "endColumn": end + 1}
    return {
        "ruleId": found.code,
        "level": _SARIF_LEVELS[found.severity],
        "message": {"text": f"{found.message}（{found.source}）"},
        "locations": [{"physicalLocation": location}],
    }


def check_sarif(files: Sequence[CheckedFile]) -> str:
    """Return the findings of all files as SARIF 2.1.0, the exchange format of checking programs."""
    codes = {found.code: found for file in files for found in file.diagnostics}
    rules = [
        {"id": code, "name": found.name, "fullDescription": {"text": found.explanation}}
        for code, found in sorted(codes.items())
    ]
    run = {
        "tool": {"driver": {"name": "拟稿", "rules": rules}},
        "columnKind": "unicodeCodePoints",
        "results": [_sarif_result(file, found) for file in files for found in file.diagnostics],
    }
    schema = "https://json.schemastore.org/sarif-2.1.0.json"
    return json.dumps({"$schema": schema, "version": "2.1.0", "runs": [run]}, ensure_ascii=False, indent=1)


def _check_lines(file: CheckedFile) -> list[str]:
    lines = [file.name]
    for found in file.diagnostics:
        line = file.place(found.range)[0] if found.range else None
        place = f"第{line}行" if line else ("公文要素" if found.range else "全文")
        fix = "，可修正" if found.fix else ""
        lines.append(f"  {place} {SEVERITY_NAMES[found.severity]} {found.code} {found.message}（{found.source}{fix}）")
    counts = "、".join(
        f"{name} {sum(found.severity is severity for found in file.diagnostics)}"
        for severity, name in SEVERITY_NAMES.items()
    )
    lines.append(f"  {counts}" if file.diagnostics else "  没有发现问题")
    return lines


def check_text(files: Sequence[CheckedFile]) -> str:
    """Return the findings as lines to read, a total last."""
    lines = [line for file in files for line in _check_lines(file)]
    total = sum(len(file.diagnostics) for file in files)
    lines.append(f"共检查 {len(files)} 份文件，发现 {total} 处问题。")
    return "\n".join(lines)


def inspect_text(understood: dict[str, Any]) -> str:
    """Return what the program understood of a file as lines to read."""
    names = {
        "notice_title": "通知标题", "plan_title": "方案标题", "issuer": "发文机关", "doc_number": "发文字号",
        "signature_date": "成文日期", "availability": "附注",
    }  # fmt: skip
    lines = [f"{name}：{understood[key] or '（无）'}" for key, name in names.items()]
    lines.append(f"主送机关：{'、'.join(understood['addressees']) or '（无）'}")
    period = understood["period"]
    lines.append(f"规划期：{period['start']}—{period['end']}年" if period else "规划期：（无）")
    lines.append("提纲：")
    lines += _section_lines(understood["sections"], 1)
    units = understood["units"]
    lines.append(f"责任分工：{len(understood['assignments'])} 处，涉及单位 {len(units)} 家：{'、'.join(units)}")
    lines.append("指标：")
    lines += [_target_line(target) for target in understood["targets"]]
    lines.append("依据：")
    lines += [f"  《{entry['title']}》{entry['doc_number'] or ''}" for entry in understood["basis"]]
    rows = understood["coverage"]
    covered = sum(row["status"] in {"same", "near", "renamed", "merged"} for row in rows)
    missing = [row["requirement"] for row in rows if row["status"] == "missing"]
    lines.append(f"模板条目：共 {len(rows)} 项，已有 {covered} 项；缺 {'、'.join(missing) or '无'}")
    return "\n".join(lines)


def _target_line(target: dict[str, Any]) -> str:
    when = f"{target['year']}年" if target["year"] else target["frequency"] or "未写时间"
    return f"  {target['indicator']} {target['comparator']} {target['value']:g}{target['unit']}（{when}）"


def _section_lines(sections: Sequence[dict[str, Any]], depth: int) -> list[str]:
    lines = []
    for section in sections:
        tied = f"  [{'、'.join(section['requirements'])}]" if section["requirements"] else ""
        lines.append(f"{'  ' * depth}{section['number']}{section['heading']}{tied}")
        lines += _section_lines(section["children"], depth + 1)
    return lines


def rules_text(rules: Sequence[Rule]) -> str:
    """Return all rules, a line each."""
    return "\n".join(f"{rule.code} {SEVERITY_NAMES[rule.severity]} {rule.summary}（{rule.source}）" for rule in rules)


def rules_markdown(rules: Sequence[Rule]) -> str:
    """Return all rules as a Markdown page: what, why, by which clause, with examples."""
    parts = ["# 检查项", ""]
    for rule in rules:
        severity = SEVERITY_NAMES[rule.severity]
        parts += [f"## {rule.code} {rule.name}", "", rule.summary, "", f"- 级别：{severity}", f"- 依据：{rule.source}"]
        parts += [f"- 理由：{rule.reason}", ""]
    return "\n".join(parts)
