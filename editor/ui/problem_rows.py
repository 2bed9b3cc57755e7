"""The rows of the problems list: one for each cause, grouped by section or kind, what is let stand last; no Qt."""

from collections.abc import Callable, Iterable, Mapping, Sequence
from dataclasses import dataclass
from enum import StrEnum

from editor.model.document import Document, Ignored
from editor.model.outline import walk
from editor.ui.labels import element_label
from editor.ui.outline_tree import heading_title
from templates.analysis import Analysis
from validators.diagnostic import Diagnostic
from validators.families import FAMILIES, family_of
from validators.rule import find_rule

WHOLE = "全文"
IGNORED = "已忽略"
_META = "meta:"

Key = tuple[str, ...]


class Grouping(StrEnum):
    """By what the findings stand together."""

    NONE = "none"
    SECTION = "section"
    KIND = "kind"


@dataclass(frozen=True, slots=True)
class Problem:
    """What one rule says in the same words about one place: one row, however often it is said."""

    key: Key
    findings: tuple[Diagnostic, ...]
    place: str

    @property
    def first(self) -> Diagnostic:
        """Return the finding that stands first."""
        return self.findings[0]

    @property
    def message(self) -> str:
        """Return the message, with the number of places where there are several."""
        often = len(self.findings)
        return self.first.message + (f"（同一段{often}处）" if often > 1 else "")


@dataclass(frozen=True, slots=True)
class LetStand:
    """A finding that somebody lets stand, with where it is and whether its words are still there."""

    key: Key
    entry: Ignored
    place: str
    stands: bool

    @property
    def message(self) -> str:
        """Return what is let stand, in the words of the rule."""
        one = find_rule(self.entry.code)
        summary = one.summary if one is not None else self.entry.code
        return f"“{self.entry.text}”：{summary}" if self.entry.block_id else self.entry.text


@dataclass(frozen=True, slots=True)
class Group:
    """Rows under one title."""

    key: Key
    title: str
    rows: tuple[Problem | LetStand, ...]

    @property
    def count(self) -> int:
        """Return how many findings stand below the title."""
        return sum(len(row.findings) if isinstance(row, Problem) else 1 for row in self.rows)


Leaf = Problem | LetStand
Row = Leaf | Group


def section_titles(analysis: Analysis) -> dict[str, str]:
    """Return for each block the title of the section it stands in; blocks before the first heading: 标题和引言."""
    titles = {block.id: "标题和引言" for block in analysis.document.blocks}
    blocks = analysis.document.blocks
    for section in walk(analysis.sections):  # deeper sections come later and win
        title = heading_title(section.parts)
        for block in blocks[section.start : section.end]:
            titles[block.id] = title
    return titles


def place_of(block_id: str, titles: Mapping[str, str]) -> str:
    """Return where a finding is: the section's title, the 公文要素, or 全文 for what is missing as a whole."""
    if block_id.startswith(_META):
        return f"公文要素·{element_label(block_id.removeprefix(_META))}"
    return titles.get(block_id, WHOLE)


def problem_rows(diagnostics: Iterable[Diagnostic], titles: Mapping[str, str]) -> list[Problem]:
    """Return a row for every cause: what the same rule says of the same block in the same words stands in one."""
    found: dict[Key, list[Diagnostic]] = {}
    for one in diagnostics:
        same = found.setdefault(identity(one), [])
        if one not in same:
            same.append(one)
    return [Problem(key, tuple(same), place_of(_block(same), titles)) for key, same in found.items()]


def identity(diagnostic: Diagnostic) -> Key:
    """Return all that a row shows; it stays the same while the finding moves along its block."""
    block_id = diagnostic.range.block_id if diagnostic.range else ""
    fix = diagnostic.fix.title if diagnostic.fix else ""
    return (diagnostic.code, diagnostic.severity, block_id, diagnostic.message, diagnostic.source, fix)


def let_stand_rows(document: Document, titles: Mapping[str, str]) -> list[LetStand]:
    """Return a row for everything that the plan lets stand."""
    return [
        LetStand(
            (IGNORED, one.code, one.block_id, one.text), one, place_of(one.block_id, titles), _stands(document, one)
        )
        for one in document.metadata.ignored
    ]


def arrange(
    problems: Sequence[Problem], let_stand: Sequence[LetStand], grouping: Grouping, passes: Callable[[Leaf], bool]
) -> tuple[Row, ...]:
    """Return the rows that pass, grouped; what is let stand comes last, in a group of its own."""
    shown = [row for row in problems if passes(row)]
    ignored = tuple(row for row in let_stand if passes(row))
    rows: list[Row] = [*shown] if grouping is Grouping.NONE else [*_grouped(shown, grouping)]
    return (*rows, *([Group((IGNORED,), IGNORED, ignored)] if ignored else []))


def _grouped(problems: Iterable[Problem], grouping: Grouping) -> list[Group]:
    by_kind = grouping is Grouping.KIND
    found: dict[str, list[Problem]] = {name: [] for name in FAMILIES.values()} if by_kind else {}
    for row in problems:
        found.setdefault(family_of(row.first.code) if by_kind else row.place, []).append(row)
    return [Group((grouping, title), title, tuple(rows)) for title, rows in found.items() if rows]


def _block(findings: Sequence[Diagnostic]) -> str:
    where = findings[0].range
    return where.block_id if where is not None else ""


def _stands(document: Document, entry: Ignored) -> bool:
    """Return whether the block is there and holds the words; a finding without words is known by its message."""
    if not entry.block_id or entry.block_id.startswith(_META):
        return True
    return any(block.id == entry.block_id for block in document.blocks)
