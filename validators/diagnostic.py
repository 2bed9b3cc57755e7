"""What a check reports, in the words of the Language Server Protocol: diagnostic, range, edit, fix."""

from dataclasses import dataclass
from enum import StrEnum


class Severity(StrEnum):
    """How strong the authority behind a finding is; the order of the members is the order of display."""

    ERROR = "error"  # a rule that the standard or the superior makes binding, or a plain error of fact
    WARNING = "warning"  # general usage of the standards
    HINT = "hint"  # custom, or something to think about


class Applicability(StrEnum):
    """Whether a fix may be applied with all others, or only one by one after a look."""

    SAFE = "safe"
    UNSAFE = "unsafe"


@dataclass(frozen=True, slots=True)
class TextRange:
    """Characters `start` to `end` (exclusive) of one block, or of the metadata text "meta:<key>"."""

    block_id: str
    start: int
    end: int


@dataclass(frozen=True, slots=True)
class TextEdit:
    """Replace `old_text`, which must still stand in `range`, by `new_text`."""

    range: TextRange
    old_text: str
    new_text: str


@dataclass(frozen=True, slots=True)
class Fix:
    """A repair offered for a finding: all its edits or none."""

    title: str
    edits: tuple[TextEdit, ...]
    applicability: Applicability


@dataclass(frozen=True, slots=True)
class Related:
    """Another place that explains a finding, with the words that stand there."""

    block_id: str
    text: str


@dataclass(frozen=True, slots=True)
class Diagnostic:
    """One finding: what (`message`), where (`range`, None for what is missing as a whole), by which clause and why."""

    code: str
    name: str
    severity: Severity
    message: str
    range: TextRange | None
    source: str
    explanation: str
    related: tuple[Related, ...] = ()
    fix: Fix | None = None
