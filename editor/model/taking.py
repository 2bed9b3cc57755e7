"""Taking over what another version has: any pieces, in any order, also where the document was edited meanwhile."""

from collections.abc import Collection, Iterable, Sequence
from difflib import SequenceMatcher

from editor.model.comparison import Comparison, Difference, Kind
from editor.model.document import Block, Document
from editor.model.edits import Edit, ReplaceBlocks, Transaction, set_metadata

_LABELS = {
    Kind.CHANGED: "采用改动",
    Kind.ADDED: "采用新增",
    Kind.REMOVED: "采用删去",
    Kind.MOVED: "采用移动",
    Kind.FIELD: "采用要素",
}


def take(document: Document, comparison: Comparison, chosen: Sequence[Difference]) -> Transaction | None:
    """Return what takes the chosen pieces over in one step; None where nothing is left to take."""
    blocks = _taken_blocks(document.blocks, comparison, chosen)
    edits: list[Edit] = [*_edits(document.blocks, blocks)]
    fields = (one for one in chosen if one.kind is Kind.FIELD)
    edits += (
        set_metadata(document, one.key, one.new_value)
        for one in fields
        if getattr(document.metadata, one.key) != one.new_value
    )
    label = _LABELS[chosen[0].kind] if len(chosen) == 1 else f"采用对方{len(chosen)}处"
    return Transaction(label, tuple(edits)) if edits else None


def open_differences(document: Document, comparison: Comparison) -> frozenset[int]:
    """Return the numbers of the differences that the document, as it is now, has not taken over."""
    blocks = {block.id: block for block in document.blocks}
    settled = _settled(document.blocks, comparison)
    return frozenset(
        number for number, one in enumerate(comparison.differences) if _is_open(document, one, blocks, settled)
    )


def _is_open(document: Document, one: Difference, blocks: dict[str, Block], settled: Collection[str]) -> bool:
    match one.kind:
        case Kind.FIELD:
            return bool(getattr(document.metadata, one.key) != one.new_value)
        case Kind.REMOVED:
            return one.block_id in blocks
        case _:
            return one.block_id not in settled or blocks[one.block_id] != one.new


def _settled(blocks: Sequence[Block], comparison: Comparison) -> frozenset[str]:
    """Return the ids of the new version's blocks that stand where it has them.

    Blocks that kept their order are landmarks; a moved block has arrived when the landmark before it is the right one.
    """
    present = {block.id for block in blocks}
    wanted = _landmarks((block_id for block_id in comparison.order if block_id in present), comparison.fixed)
    found = _landmarks((block.id for block in blocks), comparison.fixed)
    return frozenset(block_id for block_id, landmark in wanted.items() if found[block_id] == landmark)


def _landmarks(ids: Iterable[str], fixed: Collection[str]) -> dict[str, str]:
    """Return for each id the landmark before it, itself if it is one."""
    landmark, found = "", {}
    for block_id in ids:
        landmark = block_id if block_id in fixed else landmark
        found[block_id] = landmark
    return found


def _taken_blocks(blocks: Sequence[Block], comparison: Comparison, chosen: Sequence[Difference]) -> tuple[Block, ...]:
    """Return the blocks with the chosen pieces: each behind the block that the new version has before it."""
    targets = {one.block_id: one.new for one in chosen if one.new is not None}
    settled = _settled(blocks, comparison)
    gone = {one.block_id for one in chosen if one.kind is Kind.REMOVED}
    coming = {block_id for block_id in targets if block_id not in settled}
    behind: dict[str, list[Block]] = {}
    anchor = ""
    for block_id in comparison.order:
        target = targets.get(block_id)
        if block_id in coming and target is not None:
            behind.setdefault(anchor, []).append(target)
        elif block_id in settled:
            anchor = block_id
    taken = list(behind.get("", ()))
    for block in blocks:
        if block.id not in gone and block.id not in coming:
            taken.append(targets.get(block.id) or block)
        taken += behind.get(block.id, ())
    return tuple(taken)


def _edits(old: tuple[Block, ...], new: tuple[Block, ...]) -> list[ReplaceBlocks]:
    """Return the edits from the one run of blocks to the other, the last place first so that positions stay true."""
    head = 0
    while head < min(len(old), len(new)) and old[head] == new[head]:
        head += 1
    tail = 0
    while tail < min(len(old), len(new)) - head and old[-1 - tail] == new[-1 - tail]:
        tail += 1
    before, after = old[head : len(old) - tail], new[head : len(new) - tail]
    steps = SequenceMatcher(None, before, after, autojunk=False).get_opcodes()
    return [ReplaceBlocks(head + a, before[a:b], after[c:d]) for tag, a, b, c, d in reversed(steps) if tag != "equal"]
