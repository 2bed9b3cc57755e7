"""Fixes → one transaction: old texts are looked at again, overlapping repairs are left for the next round."""

from bisect import bisect_left, insort
from collections.abc import Iterable, Mapping
from dataclasses import replace

from editor.model.document import Block, Document, clean_line
from editor.model.edits import Edit, ReplaceBlocks, Transaction, set_metadata
from templates.analysis import analyse
from validators.diagnostic import Applicability, Diagnostic, Fix, TextEdit
from validators.engine import Validator

_META = "meta:"
_MOST_EDITS = 200
_ROUNDS = 5  # a repair may bring another slip to light; five rounds were never needed so far


def fix_transaction(document: Document, fixes: Iterable[Fix], label: str) -> Transaction | None:
    """Return one transaction with all `fixes` that still apply, None if none does.

    A fix is taken whole or not at all: it is left out when one of its old texts is gone or when it overlaps a
    fix taken before it.
    """
    texts = {block.id: block.text for block in document.blocks}
    accepted: dict[str, list[TextEdit]] = {}  # by block, in the order of their places
    for fix in fixes:
        if fix.edits and all(_stands(document, texts, edit) and _is_free(accepted, edit) for edit in fix.edits):
            for edit in fix.edits:
                insort(accepted.setdefault(edit.range.block_id, []), edit, key=_start)
    edits = _edits(document, texts, accepted)
    return Transaction(label, edits) if edits else None


def safe_fixes(diagnostics: Iterable[Diagnostic]) -> tuple[Fix, ...]:
    """Return the fixes that may be applied together without a look."""
    return tuple(one.fix for one in diagnostics if one.fix and one.fix.applicability is Applicability.SAFE)


def fix_all(document: Document, validator: Validator, label: str = "全部修复") -> Transaction | None:
    """Return one transaction after which no safe fix is left, None if there is nothing to fix."""
    edits: tuple[Edit, ...] = ()
    for _ in range(_ROUNDS):
        step = fix_transaction(document, safe_fixes(validator.run(analyse(document))), label)
        if step is None:
            break
        edits += step.edits
        document = step.apply(document)
    return Transaction(label, edits) if edits else None


def _text_of(document: Document, texts: Mapping[str, str], block_id: str) -> str | None:
    if block_id.startswith(_META):
        value = getattr(document.metadata, block_id.removeprefix(_META), None)
        return value if isinstance(value, str) else None
    return texts.get(block_id)


def _stands(document: Document, texts: Mapping[str, str], edit: TextEdit) -> bool:
    text = _text_of(document, texts, edit.range.block_id)
    where = edit.range
    return text is not None and where.end <= len(text) and text[where.start : where.end] == edit.old_text


def _is_free(accepted: Mapping[str, list[TextEdit]], edit: TextEdit) -> bool:
    """Return whether no accepted edit touches these characters; two insertions at one place also collide."""
    where, others = edit.range, accepted.get(edit.range.block_id, [])
    at = bisect_left(others, where.start, key=_start)
    if at and others[at - 1].range.end > where.start:
        return False
    return at == len(others) or others[at].range.start >= max(where.end, where.start + 1)


def _start(edit: TextEdit) -> int:
    return edit.range.start


def _edits(document: Document, texts: Mapping[str, str], accepted: Mapping[str, list[TextEdit]]) -> tuple[Edit, ...]:
    metadata: list[Edit] = []
    blocks: dict[int, Block] = {}
    index = {block.id: at for at, block in enumerate(document.blocks)}
    for block_id, changes in accepted.items():
        old = _text_of(document, texts, block_id) or ""
        new = _changed(old, changes)
        if new == old:
            continue
        if block_id.startswith(_META):
            metadata.append(set_metadata(document, block_id.removeprefix(_META), new))
        else:
            blocks[index[block_id]] = replace(document.blocks[index[block_id]], text=new)
    return (*metadata, *_replacements(document, blocks))


def _replacements(document: Document, blocks: Mapping[int, Block]) -> list[Edit]:
    """Return an edit for each changed block; for very many of them one, since each edit copies the whole document."""
    if len(blocks) <= _MOST_EDITS:
        return [ReplaceBlocks(at, (document.blocks[at],), (block,)) for at, block in sorted(blocks.items())]
    first, last = min(blocks), max(blocks)
    old = document.blocks[first : last + 1]
    return [ReplaceBlocks(first, old, tuple(blocks.get(at, block) for at, block in enumerate(old, first)))]


def _changed(text: str, edits: Iterable[TextEdit]) -> str:
    parts, done = [], 0
    for edit in edits:
        parts += [text[done : edit.range.start], clean_line(edit.new_text)]
        done = edit.range.end
    return "".join((*parts, text[done:]))
