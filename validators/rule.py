"""A rule as an object: code, name, severity, reason, clause, examples and check together; found by scanning `rules`."""

import importlib
import pkgutil
from collections.abc import Callable, Iterator
from dataclasses import dataclass
from enum import StrEnum
from functools import lru_cache
from typing import Any

from editor.model.document import Block
from templates.document_kind import DocumentKind
from validators.diagnostic import Applicability, Related, Severity, TextEdit, TextRange


class Scope(StrEnum):
    """What a check may look at: one block and nothing else (its findings are kept with the block), or everything."""

    BLOCK = "block"
    DOCUMENT = "document"


@dataclass(frozen=True, slots=True)
class Bad:
    """An example that the rule finds; `fixed` is what its fix makes of it.

    A block rule takes one text. A document rule takes the lines of a small plan in the notation of
    `tests/validators/examples.py`, and `metadata` as pairs of key and value.
    """

    text: str | tuple[str, ...]
    fixed: str | tuple[str, ...] | None = None
    metadata: tuple[tuple[str, Any], ...] = ()


@dataclass(frozen=True, slots=True)
class Good:
    """An example in which the rule finds nothing."""

    text: str | tuple[str, ...]
    metadata: tuple[tuple[str, Any], ...] = ()


@dataclass(frozen=True, slots=True)
class Finding:
    """What a check yields: characters `start` to `end`, a sentence, and a fix if there is one.

    The fix is `replacement` for the words found, or `edits` in several places. A document rule names the block;
    None means that something is missing as a whole. `severity`, `safe`, `reason` and `source` override what the rule
    says: a fact of a certain date brings a reason and a source of its own.
    """

    start: int
    end: int
    message: str
    replacement: str | None = None
    block_id: str | None = None
    edits: tuple[TextEdit, ...] = ()
    related: tuple[Related, ...] = ()
    severity: Severity | None = None
    safe: bool | None = None
    reason: str = ""
    source: str = ""


ALL_KINDS = frozenset(DocumentKind)
Check = Callable[..., Iterator[Finding]]


@dataclass(frozen=True, slots=True)
class Rule:
    """One rule; `check` takes a Block (Scope.BLOCK) or an Analysis (Scope.DOCUMENT).

    `name` names the pattern found, `reason` says why it matters, `source` is the clause it comes from or 实务.
    A rule whose authority is contested has `enabled` False and runs only where it is asked for. A block without any
    of the characters in `marks` cannot break a block rule that has some, and is not given to it. A document rule runs
    on documents of its `kinds` only.
    """

    code: str
    name: str
    severity: Severity
    scope: Scope
    summary: str
    reason: str
    source: str
    examples: tuple[Bad | Good, ...]
    check: Check
    fix_title: str = ""
    applicability: Applicability = Applicability.SAFE
    enabled: bool = True
    marks: frozenset[str] = frozenset()
    kinds: frozenset[DocumentKind] = ALL_KINDS


def rule(
    *,
    code: str,
    name: str,
    severity: Severity,
    scope: Scope,
    summary: str,
    reason: str,
    source: str,
    examples: tuple[Bad | Good, ...],
    fix_title: str = "",
    applicability: Applicability = Applicability.SAFE,
    enabled: bool = True,
    marks: str = "",
    kinds: frozenset[DocumentKind] = ALL_KINDS,
) -> Callable[[Check], Rule]:
    """Make a check function the rule that carries these facts."""

    def make(check: Check) -> Rule:
        return Rule(
            code,
            name,
            severity,
            scope,
            summary,
            reason,
            source,
            examples,
            check,
            fix_title,
            applicability,
            enabled,
            frozenset(marks),
            kinds,
        )

    return make


def loading() -> Iterator[None]:
    """Import the rules one by one; most compile patterns, which together takes longer than opening a window."""
    if not all_rules.cache_info().currsize:
        for name in _modules():
            importlib.import_module(name)
            yield


def _modules() -> list[str]:
    package = importlib.import_module("validators.rules")
    return [f"validators.rules.{info.name}" for info in pkgutil.iter_modules(package.__path__)]


@lru_cache(maxsize=1)
def all_rules() -> tuple[Rule, ...]:
    """Return every rule of the package `validators.rules`, ordered by code."""
    modules = map(importlib.import_module, _modules())
    found = [value for module in modules for value in vars(module).values() if isinstance(value, Rule)]
    return tuple(sorted(found, key=lambda one: one.code))


def find_rule(code: str) -> Rule | None:
    """Return the rule with this code, None if there is none."""
    return next((one for one in all_rules() if one.code == code), None)


def edit(block: Block, start: int, end: int, new_text: str) -> TextEdit:
    """Return the edit that replaces characters `start` to `end` of a block."""
    return TextEdit(TextRange(block.id, start, end), block.text[start:end], new_text)
