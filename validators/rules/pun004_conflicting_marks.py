"""Two different marks in a row of which only one can stand."""

import re
from collections.abc import Iterator

from editor.model.document import Block
from validators.diagnostic import Applicability, Severity
from validators.patterns import matches
from validators.rule import Bad, Finding, Good, Scope, rule

_MARKS = "，。；：、"
_CONFLICT = re.compile(rf"([{_MARKS}])(?=[{_MARKS}])(?<![{_MARKS}].)(?!\1)[{_MARKS}](?![{_MARKS}])")


def _stronger(match: re.Match[str]) -> str:
    return next(mark for mark in "。；：，、" if mark in match.group())


@rule(
    code="PUN004",
    name="conflicting-marks",
    severity=Severity.WARNING,
    scope=Scope.BLOCK,
    summary="两个不同的点号连在一起。",
    reason="一处停顿只用一个点号；连着两个，读者不知道句子是否结束。",
    source="GB/T 15834-2011",
    fix_title="留下较强的一个",
    applicability=Applicability.UNSAFE,
    examples=(
        Bad("加强领导，。落实责任。", "加强领导。落实责任。"),
        Bad("县科协、。", "县科协。"),
        Good("加强领导。落实责任，确保完成。"),
    ),
)
def check(block: Block) -> Iterator[Finding]:
    """Find exactly two marks that differ."""
    yield from matches(_CONFLICT, block.text, "标点“{0}”连在一起，只能留一个。", _stronger)
