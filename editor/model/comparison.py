"""Two versions of a plan → their differences, piece by piece, in reading order and by section."""

from collections.abc import Callable, Iterator
from dataclasses import dataclass, field, fields, replace
from enum import StrEnum

from editor.model.alignment import Alignment, align
from editor.model.document import CHECKED_FIELDS, Block, Document, Metadata, new_id
from editor.model.outline import outline, walk
from editor.model.spans import Words, words_of


class Kind(StrEnum):
    """What became of a block, or of a field of the metadata, on the way from the one version to the other."""

    CHANGED = "changed"
    ADDED = "added"
    REMOVED = "removed"
    MOVED = "moved"  # it may have been changed besides
    FIELD = "field"


Place = tuple[str, ...]  # the headings over a block, first level first


@dataclass(frozen=True, slots=True)
class Difference:
    """One piece that can be taken over: a block (`old`, `new` or both) or the field `key` of the metadata.

    `new` has the id that the block gets in the old document.
    """

    kind: Kind
    old: Block | None = None
    new: Block | None = None
    old_place: Place = ()
    new_place: Place = ()
    key: str = ""
    old_value: object = None
    new_value: object = None

    @property
    def place(self) -> Place:
        """Return the headings under which the piece is listed: where it stands, or stood."""
        return self.old_place if self.new is None else self.new_place

    @property
    def block_id(self) -> str:
        """Return the id of the block, in the old document and once it is taken; empty for a field."""
        block = self.new or self.old
        return block.id if block is not None else ""


@dataclass(frozen=True, slots=True)
class Comparison:
    """Everything between two versions; `order` are the ids of the new version's blocks in their order.

    `fixed` are the ids of the blocks in both that kept their order; between these all others find their place. `rows`
    are the blocks of both in one reading order, side by side where they are the same one; one that moved comes twice.
    """

    old: Document
    new: Document
    differences: tuple[Difference, ...]
    order: tuple[str, ...]
    fixed: frozenset[str]
    rows: tuple[tuple[Block | None, Block | None], ...] = field(repr=False)
    words: Words = field(compare=False, repr=False)


# What an import reads from the page as it is printed; the rest a file from elsewhere does not say or only guesses.
PRINTED = (*CHECKED_FIELDS, "signature_date", "printing_date")
_DERIVED = ("issuer_mark", "printing_office", "printing_date")  # printed where a plan leaves them to the program
_UNCOMPARED = ("extra", "ignored", "superior")  # of the file, not of the plan


def _go_on() -> None:
    """Wait for nobody."""


def compare(
    old: Document, new: Document, *, printed_only: bool = False, pause: Callable[[], None] = _go_on
) -> Comparison:
    """Return what differs; with `printed_only` of the metadata no more than an imported file can say.

    `pause` is called often.
    """
    alignment = align(old.blocks, new.blocks, pause)
    targets = _targets(old, new, alignment)
    differences = (
        *_field_differences(old.metadata, new.metadata, printed_only),
        *_blocks(old, new, alignment, targets),
    )
    rows = (
        (None if at is None else old.blocks[at], None if other is None else targets[other])
        for at, other in _merged_order(old, new, alignment)
    )
    return Comparison(
        old,
        new,
        differences,
        order=tuple(block.id for block in targets),
        fixed=frozenset(old.blocks[at].id for at, _ in alignment.fixed),
        rows=tuple(rows),
        words=words_of(old.metadata, new.metadata),
    )


def _targets(old: Document, new: Document, alignment: Alignment) -> list[Block]:
    """Return the new version's blocks as the old document would hold them: with its ids and what it knows besides."""
    taken = {block.id for block in old.blocks}
    targets = []
    for at, block in enumerate(new.blocks):
        partner = alignment.new_to_old.get(at)
        if partner is not None:
            own = old.blocks[partner]
            block = replace(block, id=own.id, requirements=block.requirements or own.requirements, extra=own.extra)
        elif block.id in taken:
            block = replace(block, id=new_id())
        targets.append(block)
        taken.add(block.id)
    return targets


def _blocks(old: Document, new: Document, alignment: Alignment, targets: list[Block]) -> Iterator[Difference]:
    """Yield the differences of the blocks: what is new where it stands, what is gone where it stood."""
    old_places, new_places = _places(old), _places(new)
    fixed = dict(alignment.fixed)
    for at, other in _merged_order(old, new, alignment):
        if other is None and at is not None:
            if at not in alignment.old_to_new:
                yield Difference(Kind.REMOVED, old.blocks[at], None, old_place=old_places[at])
        elif at is None and other is not None:
            partner = alignment.new_to_old.get(other)
            if partner is None:
                yield Difference(Kind.ADDED, None, targets[other], new_place=new_places[other])
            else:
                places = old_places[partner], new_places[other]
                yield Difference(Kind.MOVED, old.blocks[partner], targets[other], *places)
        elif at in fixed and other is not None and old.blocks[at] != targets[other]:
            yield Difference(Kind.CHANGED, old.blocks[at], targets[other], old_places[at], new_places[other])


def _merged_order(old: Document, new: Document, alignment: Alignment) -> Iterator[tuple[int | None, int | None]]:
    """Yield all positions of both versions in one order: pairs that keep their order, between them old before new."""
    at = other = 0
    for a, b in (*alignment.fixed, (len(old.blocks), len(new.blocks))):
        yield from ((one, None) for one in range(at, a))
        yield from ((None, one) for one in range(other, b))
        if a < len(old.blocks):
            yield a, b
        at, other = a + 1, b + 1


def _places(document: Document) -> list[Place]:
    """Return for each block the headings over it; a heading stands under itself."""
    places: list[Place] = [()] * len(document.blocks)
    paths: dict[int, Place] = {0: ()}
    for section in walk(outline(document)):
        above = next(paths[level] for level in range(section.level - 1, -1, -1) if level in paths)
        paths = {level: path for level, path in paths.items() if level < section.level}
        paths[section.level] = (*above, section.parts.number + section.title)
        places[section.start : section.end] = [paths[section.level]] * (section.end - section.start)
    return places


def _field_differences(old: Metadata, new: Metadata, printed_only: bool) -> Iterator[Difference]:
    keys = PRINTED if printed_only else tuple(one.name for one in fields(Metadata) if one.name not in _UNCOMPARED)
    for key in keys:
        before, after = getattr(old, key), getattr(new, key)
        silent = printed_only and (not after or (key in _DERIVED and not before))
        if before != after and not silent:
            yield Difference(Kind.FIELD, key=key, old_value=before, new_value=after)
