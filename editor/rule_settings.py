"""A plan's own settings of the checks as transactions: findings let stand with a reason, rules switched off and on."""

from collections.abc import Mapping

from editor.model.document import Block, Document, Ignored, Metadata, clean_line, metadata_block
from editor.model.edits import Transaction, set_metadata
from validators.diagnostic import Diagnostic
from validators.engine import ignored_key
from validators.rule import find_rule

_META = "meta:"


def ignore(document: Document, found: Diagnostic, reason: str) -> Transaction | None:
    """Let a finding stand for this `reason`; None where it stands already or comes from no rule."""
    if find_rule(found.code) is None:
        return None
    code, block_id, text = ignored_key(found, _blocks(document, found))
    entry = Ignored(code, block_id, clean_line(text), clean_line(reason).strip())
    now = document.metadata.ignored
    if any(_same_place(entry, one) for one in now):
        return None
    return Transaction("忽略此处", (set_metadata(document, "ignored", (*now, entry)),))


def unignore(document: Document, entry: Ignored) -> Transaction | None:
    """Check again what was let stand; None where it is not among the ignored."""
    now = document.metadata.ignored
    left = tuple(one for one in now if not _same_place(entry, one))
    if left == now:
        return None
    return Transaction("恢复检查", (set_metadata(document, "ignored", left),))


def words_of(document: Document, found: Diagnostic) -> str:
    """Return the words that a finding would be ignored by, its message where it has none."""
    return ignored_key(found, _blocks(document, found))[2]


def is_on(metadata: Metadata, code: str) -> bool:
    """Return whether a plan's settings let a rule run; what the program does not know does not run."""
    one = find_rule(code)
    return one is not None and code not in metadata.rules_off and (one.enabled or code in metadata.rules_on)


def switch_rule(document: Document, code: str, on: bool) -> Transaction | None:
    """Switch one rule off or on for this plan; None where it is so already."""
    one = find_rule(code)
    label = f"{'启用' if on else '停用'}检查项“{one.summary if one is not None else code}”"
    return switch_rules(document, {code: on}, label)


def switch_rules(document: Document, wanted: Mapping[str, bool], label: str = "检查项设置") -> Transaction | None:
    """Switch rules off and on for this plan in one step; what is on by default is not written down as switched on."""
    metadata = document.metadata
    off, on = dict.fromkeys(metadata.rules_off), dict.fromkeys(metadata.rules_on)
    for code, runs in wanted.items():
        one = find_rule(code)
        if one is None or runs == is_on(metadata, code):
            continue
        off.pop(code, None)
        on.pop(code, None)
        if runs is not one.enabled:
            (on if runs else off)[code] = None
    values = (("rules_off", tuple(off)), ("rules_on", tuple(on)))
    edits = tuple(set_metadata(document, key, new) for key, new in values if new != getattr(metadata, key))
    return Transaction(label, edits) if edits else None


def _same_place(one: Ignored, other: Ignored) -> bool:
    return (one.code, one.block_id, one.text) == (other.code, other.block_id, other.text)


def _blocks(document: Document, found: Diagnostic) -> dict[str, Block]:
    """Return the block that a finding stands in under its id, nothing for one without."""
    block_id = found.range.block_id if found.range is not None else ""
    key = block_id.removeprefix(_META)
    if key != block_id:
        text = getattr(document.metadata, key, None)
        return {block_id: metadata_block(document.metadata, key)} if isinstance(text, str) else {}
    return {block.id: block for block in document.blocks if block.id == block_id}
