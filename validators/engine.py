"""Runs the rules over a document and keeps the findings of every block that did not change."""

import logging
from collections.abc import Generator, Iterator, Mapping, Sequence
from dataclasses import replace

from editor.model.document import Block, BlockKind, Metadata
from editor.model.text_cache import renew_all
from templates.analysis import Analysis
from validators.diagnostic import Applicability, Diagnostic, Fix, Severity, TextEdit, TextRange
from validators.reading import checked_texts
from validators.rule import Finding, Rule, Scope, all_rules, loading
from validators.switches import DEFAULTS, Switches, about_unknown_codes

_log = logging.getLogger(__name__)
_TOGETHER = 40  # blocks that are checked without a stop: some milliseconds
_FEW = 200  # blocks whose texts weigh so little that it does not matter when they are forgotten
_RANK = {severity: rank for rank, severity in enumerate(Severity)}


class Validator:
    """Checks one document again and again; only changed blocks and the document rules cost time."""

    def __init__(self, rules: Sequence[Rule] | None = None, switches: Switches = DEFAULTS) -> None:
        """Take exactly `rules`; else those enabled by default, as a document's settings and `switches` change them."""
        self._rules = rules
        self._switches = switches
        self._wanted: tuple[tuple[str, ...], tuple[str, ...]] | None = None  # the settings the rules were chosen by
        self._block_rules: list[Rule] = []
        self._marks: frozenset[str] = frozenset()  # all characters that any of them asks for
        self._document_rules: list[Rule] = []
        self.ignored: tuple[Diagnostic, ...] = ()  # what the last run found and the document says to let stand
        self._kept: dict[str, tuple[Block, tuple[Diagnostic, ...]]] = {}  # by block id: the block it was found in
        self._failed: dict[str, Diagnostic] = {}
        self._checked = 0  # blocks since texts that are gone were last forgotten

    def run(self, analysis: Analysis) -> tuple[Diagnostic, ...]:
        """Return all findings in document order, the graver first at the same place; what is missing leads."""
        steps = self.steps(analysis)
        while True:
            try:
                next(steps)
            except StopIteration as end:
                found: tuple[Diagnostic, ...] = end.value
                return found

    def steps(self, analysis: Analysis) -> Generator[None, None, tuple[Diagnostic, ...]]:
        """Do what `run` does, stopping after a few blocks and each rule, for a window that must stay alive meanwhile.

        Whoever leaves off midway loses nothing: what was found in blocks is kept, the rest stays as it was.
        """
        if self._rules is None:
            yield from loading()
        self._choose(analysis.document.metadata)
        blocks = {block.id: block for block in checked_texts(analysis)}
        fresh = [block for block in blocks.values() if not self._is_known(block)]
        for first in range(0, len(fresh), _TOGETHER):
            self._check_texts(fresh[first : first + _TOGETHER])
            yield
        self._kept = {key: self._kept[key] for key in blocks}
        found: dict[str | None, list[Diagnostic]] = {}
        for one in self._document_rules:
            if analysis.kind in one.kinds:
                for finding in self._findings(one, analysis):
                    found.setdefault(finding.block_id, []).append(_diagnostic(one, finding, blocks))
                yield
        self._forget(len(blocks))
        return self._reported(analysis, found)

    def _forget(self, size: int) -> None:
        """Let texts be forgotten that have gone, when as many blocks have been checked as the document has."""
        if self._checked > max(size, _FEW):
            self._checked = 0
            renew_all()

    def check_blocks(self, analysis: Analysis, changed: Sequence[Block]) -> dict[str, tuple[Diagnostic, ...]]:
        """Return what the block rules find in these blocks of a document, by block id; what it ignores is left out.

        Meant for every key while somebody types: `run` follows when typing pauses. Where a command has changed more
        blocks than can be checked within a key, the others have no findings until then.
        """
        metadata = analysis.document.metadata
        self._choose(metadata)
        self._check_texts([block for block in changed[:_TOGETHER] if not self._is_known(block)])
        self._forget(len(analysis.document.blocks))
        found = {block.id: self._kept[block.id][1] if self._is_known(block) else () for block in changed}
        return {key: self._parted(metadata, one)[0] for key, one in found.items()}

    def _choose(self, metadata: Metadata) -> None:
        """Choose the rules by the document's settings; when these have changed, what was found before is no guide."""
        wanted = (metadata.rules_off, metadata.rules_on)
        if wanted == self._wanted:
            return
        self._wanted, self._kept = wanted, {}
        chosen = self._rules
        if chosen is None:
            chosen = [one for one in all_rules() if self._switches.wants(one, metadata)]
        self._block_rules = [one for one in chosen if one.scope is Scope.BLOCK]
        self._marks = frozenset().union(*(one.marks for one in self._block_rules))
        self._document_rules = [one for one in chosen if one.scope is Scope.DOCUMENT]

    def _reported(
        self, analysis: Analysis, document_findings: Mapping[str | None, list[Diagnostic]]
    ) -> tuple[Diagnostic, ...]:
        """Return the findings in order, without those that the document says to ignore."""
        found = self._merged(document_findings)
        metadata = analysis.document.metadata
        if self._rules is None and (metadata.rules_off or metadata.rules_on):
            found = (*about_unknown_codes(metadata), *found)
        found, self.ignored = self._parted(metadata, found)
        return found

    def _parted(
        self, metadata: Metadata, found: tuple[Diagnostic, ...]
    ) -> tuple[tuple[Diagnostic, ...], tuple[Diagnostic, ...]]:
        """Return the findings to report, and those that the document says to ignore."""
        if not metadata.ignored or not found:
            return found, ()
        let_stand = {(one.code, one.block_id, one.text) for one in metadata.ignored}
        blocks = {key: block for key, (block, _) in self._kept.items()}
        stands = [ignored_key(one, blocks) in let_stand for one in found]
        return (
            tuple(one for one, ignored in zip(found, stands, strict=True) if not ignored),
            tuple(one for one, ignored in zip(found, stands, strict=True) if ignored),
        )

    def _merged(self, document_findings: Mapping[str | None, list[Diagnostic]]) -> tuple[Diagnostic, ...]:
        found = dict(document_findings)
        failed = list(self._failed.values())
        ordered = sorted((*found.pop(None, ()), *failed), key=_order)
        # An element that is empty is not among the texts; what is said about it stands with the others, in front.
        for key in [key for key in found if key is not None and key.startswith("meta:") and key not in self._kept]:
            ordered += sorted(found.pop(key), key=_order)
        for key, (_, own) in self._kept.items():
            further = found.pop(key, None)
            ordered += own if further is None else sorted((*own, *further), key=_order)
        rest = sorted((one for further in found.values() for one in further), key=_order)
        return tuple(one for one in (*ordered, *rest) if one.code not in self._failed)

    def _is_known(self, block: Block) -> bool:
        """Return whether a block was checked before; a frozen block that is equal cannot have changed."""
        kept = self._kept.get(block.id)
        return kept is not None and (kept[0] is block or kept[0] == block)

    def _check_texts(self, fresh: Sequence[Block]) -> None:
        """Keep what the block rules find in these blocks: rule by rule takes half the time of block by block."""
        found: dict[str, list[Diagnostic]] = {}
        texts = [(place, text, self._marks.intersection(text.text)) for block in fresh for place, text in _texts(block)]
        for one in self._block_rules:
            for place, text, held in texts:
                if one.marks and one.marks.isdisjoint(held):
                    continue
                for finding in self._findings(one, text):
                    found.setdefault(text.id, []).append(_in_block(one, finding, text, place))
        self._checked += len(fresh)
        for block in fresh:
            self._kept[block.id] = block, tuple(sorted(found.get(block.id, ()), key=_order))

    def _findings(self, one: Rule, subject: Block | Analysis) -> list[Finding]:
        """Run one check; a rule that raises is switched off for this session, visibly, and the others go on."""
        if self._failed and one.code in self._failed:
            return []
        try:
            return [*one.check(subject)]
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


def _texts(block: Block) -> Iterator[tuple[str, Block]]:
    """Yield the text of a block, or each cell of a table as a block, with the words that say where the cell is."""
    if block.kind is not BlockKind.TABLE:
        yield "", block
    for row, cells in enumerate(block.rows, 1):
        for column, text in enumerate(cells, 1):
            yield f"表格第{row}行第{column}列：", replace(block, text=text.replace("\n", " "), rows=())


def _in_block(one: Rule, finding: Finding, text: Block, place: str) -> Diagnostic:
    """Return a block rule's finding; one in a cell points at its table without a fix, for a range names no cell."""
    if place:
        return _diagnostic(one, Finding(0, 0, place + finding.message, block_id=text.id), {})
    return _diagnostic(one, finding, {text.id: text}, text.id)


def ignored_key(found: Diagnostic, blocks: Mapping[str, Block]) -> tuple[str, str, str]:
    """Return what an entry of the ignored findings says of this one: code, block id, and its words or its message."""
    where = found.range
    if where is None:
        return found.code, "", found.message
    block = blocks.get(where.block_id)
    words = block.text[where.start : where.end] if block is not None else ""
    return found.code, where.block_id, words or found.message


def _diagnostic(one: Rule, finding: Finding, blocks: Mapping[str, Block], block_id: str | None = None) -> Diagnostic:
    where, place = None, block_id or finding.block_id
    if place is not None:
        where = TextRange(place, finding.start, finding.end)
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
        finding.source or one.source,
        finding.reason or one.reason,
        finding.related,
        Fix(one.fix_title, edits, applicability) if edits else None,
    )


def _order(one: Diagnostic) -> tuple[int, int, str, str]:
    """Return the place of a finding among those of its block."""
    return (one.range.start if one.range else 0, _RANK[one.severity], one.code, one.message)
