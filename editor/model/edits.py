"""The two edits, transactions made of them, and how a widget's text becomes an edit."""

from collections.abc import Sequence
from dataclasses import dataclass, fields, replace

from editor.model.document import Block, BlockKind, Document, Metadata, clean, new_id
from editor.model.errors import EditMismatch


@dataclass(frozen=True, slots=True)
class ReplaceBlocks:
    """Replace the run of blocks `old` that starts at `index` by `new`; the inverse swaps them."""

    index: int
    old: tuple[Block, ...]
    new: tuple[Block, ...]

    def apply(self, document: Document) -> Document:
        """Return the changed document; raises EditMismatch if `old` does not stand at `index`."""
        end = self.index + len(self.old)
        if document.blocks[self.index : end] != self.old:
            raise EditMismatch(f"blocks {self.index}:{end} are not what the edit expects")
        return replace(document, blocks=document.blocks[: self.index] + self.new + document.blocks[end:])

    def invert(self) -> "ReplaceBlocks":
        """Return the edit that takes this one back."""
        return ReplaceBlocks(self.index, self.new, self.old)


_METADATA_KEYS = frozenset(f.name for f in fields(Metadata))


@dataclass(frozen=True, slots=True)
class SetMetadata:
    """Set one field of the metadata from `old` to `new`; the inverse swaps them."""

    key: str
    old: object
    new: object

    def apply(self, document: Document) -> Document:
        """Return the changed document; raises EditMismatch for an unknown key or another old value."""
        if self.key not in _METADATA_KEYS or getattr(document.metadata, self.key) != self.old:
            raise EditMismatch(f"metadata {self.key} is not what the edit expects")
        changed: dict[str, object] = {self.key: self.new}
        return replace(document, metadata=replace(document.metadata, **changed))  # type: ignore[arg-type]

    def invert(self) -> "SetMetadata":
        """Return the edit that takes this one back."""
        return SetMetadata(self.key, self.new, self.old)


Edit = ReplaceBlocks | SetMetadata


@dataclass(frozen=True, slots=True)
class Transaction:
    """What one undo takes back: a label for the menu (撤销“…”) and the edits in order."""

    label: str
    edits: tuple[Edit, ...]

    def apply(self, document: Document) -> Document:
        """Return the document after all edits, or raise EditMismatch and change nothing."""
        for edit in self.edits:
            document = edit.apply(document)
        return document

    def invert(self) -> "Transaction":
        """Return the transaction that takes this one back."""
        return Transaction(self.label, tuple(edit.invert() for edit in reversed(self.edits)))


def set_metadata(document: Document, key: str, value: object) -> SetMetadata:
    """Return the edit that gives the metadata field `key` the value `value`."""
    return SetMetadata(key, getattr(document.metadata, key), value)


def reconcile(old: Sequence[Block], texts: Sequence[str]) -> tuple[Block, ...]:
    """Return the blocks that the lines `texts` make of the run `old`; equal to `old` if nothing changed.

    Lines equal at the start and the end keep their blocks; a changed line keeps the id, kind and level of the
    block it replaces; what is new after a heading or a title is a paragraph, otherwise it is what stood there.
    """
    lines = [line for text in texts for line in clean(text)]
    head = 0
    while head < min(len(old), len(lines)) and old[head].text == lines[head]:
        head += 1
    tail = 0
    while tail < min(len(old), len(lines)) - head and old[-1 - tail].text == lines[-1 - tail]:
        tail += 1
    gone = old[head : len(old) - tail]
    middle: list[Block] = []
    for position, line in enumerate(lines[head : len(lines) - tail]):
        if position < len(gone):
            block = gone[position]
            middle.append(block if block.text == line else replace(block, text=line))
            continue
        before = middle[-1] if middle else (old[head - 1] if head else None)
        same = before is not None and before.kind is BlockKind.ANNEX_NOTE
        middle.append(Block(new_id(), BlockKind.ANNEX_NOTE if same else BlockKind.PARAGRAPH, line))
    return (*old[:head], *middle, *old[len(old) - tail :])
