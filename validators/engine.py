"""Runs the rules over a document and keeps the findings of every block that did not change."""

import logging
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import replace

from editor.model.document import Block, BlockKind
from templates.analysis import Analysis
from validators.diagnostic import Applicability, Diagnostic, Fix, Severity, TextEdit, TextRange
from validators.reading import checked_texts
from validators.rule import Finding, Rule, Scope, all_rules

_log = logging.getLogger(__name__)
_RANK = {severity: rank for rank, severity in enumerate(Severity)}


class Validator:
    """Checks one document again and again; only changed blocks and the document rules cost time."""

    def __init__(self, rules: Sequence[Rule] | None = None) -> None:
        """Take `rules`, or all that are enabled by default."""
        chosen = [one for one in all_rules() if one.enabled] if rules is None else rules
        self._block_rules = [one for one in chosen if one.scope is Scope.BLOCK]
        self._document_rules = [one for one in chosen if one.scope is Scope.DOCUMENT]
        self._kept: dict[str, tuple[Block, tuple[Diagnostic, ...]]] = {}  # by block id: the block it was found in
        self._failed: dict[str, Diagnostic] = {}
        self._seen: dict[str, Block] = {}  # what the document rules last looked at, and what they found in each block
        self._found: dict[str | None, list[Diagnostic]] = {}  # None: what is missing as a whole

    def run(self, analysis: Analysis) -> tuple[Diagnostic, ...]:
        """Return all findings in document order, the graver first at the same place; what is missing leads."""
        blocks = self._check_blocks(analysis)
        self._seen, self._found = blocks, {}
        for one in self._document_rules:
            for finding in self._findings(one, analysis):
                self._found.setdefault(finding.block_id, []).append(_diagnostic(one, finding, blocks))
        return self._merged(self._found)

    def run_blocks(self, analysis: Analysis) -> tuple[Diagnostic, ...]:
        """Return the block rules' findings, and what the document rules found last time in blocks that still stand.

        Meant for every key while somebody types: `run` follows when typing pauses.
        """
        blocks = self._check_blocks(analysis)
        seen = self._seen
        standing = {key: found for key, found in self._found.items() if key is None or blocks.get(key) == seen.get(key)}
        return self._merged(standing)

    def _check_blocks(self, analysis: Analysis) -> dict[str, Block]:
        blocks = {block.id: block for block in checked_texts(analysis)}
        self._kept = {key: self._known(block) for key, block in blocks.items()}
        return blocks

    def _merged(self, document_findings: Mapping[str | None, list[Diagnostic]]) -> tuple[Diagnostic, ...]:
        found = dict(document_findings)
        failed = list(self._failed.values())
        ordered = sorted((*found.pop(None, ()), *failed), key=_order)
        for key, (_, own) in self._kept.items():
            further = found.pop(key, None)
            ordered += own if further is None else sorted((*own, *further), key=_order)
        rest = sorted((one for further in found.values() for one in further), key=_order)
        return tuple(one for one in (*ordered, *rest) if one.code not in self._failed)

    def _known(self, block: Block) -> tuple[Block, tuple[Diagnostic, ...]]:
        """Return what was found in a block before, or check it; a frozen block that is equal cannot have changed."""
        kept = self._kept.get(block.id)
        if kept is not None and (kept[0] is block or kept[0] == block):
            return kept
        return block, tuple(sorted(self._check_block(block), key=_order))

    def _check_block(self, block: Block) -> Iterator[Diagnostic]:
        if block.kind is BlockKind.TABLE:
            yield from self._check_cells(block)
            return
        blocks = {block.id: block}
        for one in self._block_rules:
            for finding in self._findings(one, block):
                yield _diagnostic(one, replace(finding, block_id=block.id), blocks)

    def _check_cells(self, table: Block) -> Iterator[Diagnostic]:
        """Check a table's cells; a finding points at the table and has no fix, for a range cannot name a cell."""
        for row, cells in enumerate(table.rows, 1):
            for column, text in enumerate(cells, 1):
                cell = replace(table, text=text.replace("\n", " "), rows=())
                for one in self._block_rules:
                    for finding in self._findings(one, cell):
                        message = f"表格第{row}行第{column}列：{finding.message}"
                        yield _diagnostic(one, Finding(0, 0, message, block_id=table.id), {})

    def _findings(self, one: Rule, subject: Block | Analysis) -> list[Finding]:
        """Run one check; a rule that raises is switched off for this session, visibly, and the others go on."""
        if one.code in self._failed:
            return []
        try:
            return list(one.check(subject))
        except Exception:
            _log.exception("rule %s failed and is switched off", one.code)
            self._failed[one.code] = Diagnostic(
                "SYS001",
                "rule-failure",
                Severity.WARNING,
                f"检查项{one.code}运行出错，已停用，其余检查照常进行。",
                None,
                "程序",
                "一条检查规则遇到了没有料到的内容。它已停用，文稿没有受影响；重新打开文稿后会再次启用。",
            )
            return []


def _diagnostic(one: Rule, finding: Finding, blocks: Mapping[str, Block]) -> Diagnostic:
    where = None
    if finding.block_id is not None:
        where = TextRange(finding.block_id, finding.start, finding.end)
    edits = finding.edits
    if finding.replacement is not None and where is not None:
        old = blocks[where.block_id].text[where.start : where.end]
        edits = (TextEdit(where, old, finding.replacement), *edits)
    applicability = one.applicability
    if finding.safe is not None:
        applicability = Applicability.SAFE if finding.safe else Applicability.UNSAFE
    return Diagnostic(
        one.code,
        one.name,
        finding.severity or one.severity,
        finding.message,
        where,
        one.source,
        one.reason,
        finding.related,
        Fix(one.fix_title, edits, applicability) if edits else None,
    )


def _order(one: Diagnostic) -> tuple[int, int, str, str]:
    """Return the place of a finding among those of its block."""
    return (one.range.start if one.range else 0, _RANK[one.severity], one.code, one.message)
