"""The same mark twice in a row."""

import re
from collections.abc import Iterator

from editor.model.document import Block
from validators.diagnostic import Severity
from validators.patterns import HAN, matches
from validators.rule import Bad, Finding, Good, Scope, rule

_TWICE = re.compile(rf"([，；：、])\1+|(?<!。)。。(?!。)|([,;])(?<={HAN}.)\2+(?={HAN})")

_PAIRS = tuple(mark * 2 for mark in "，；：、。,;")  # looked for first: most paragraphs have none


@rule(
    code="PUN003",
    name="repeated-mark",
    severity=Severity.WARNING,
    scope=Scope.BLOCK,
    summary="同一个标点连写了两次。",
    reason="点号不连用；多出的一个通常是删字时留下的。",
    source="GB/T 15834-2011",
    fix_title="只留一个",
    examples=(
        Bad("加强领导，，落实责任。。", "加强领导，落实责任。"),
        Bad("加强领导,,落实责任。", "加强领导,落实责任。"),
        Good("加强领导，落实责任。"),
        Good("科学家、教师……"),
        Good("这样做可以吗？？真是太好了！！"),
    ),
)
def check(block: Block) -> Iterator[Finding]:
    """Find a mark that follows itself."""
    if any(pair in block.text for pair in _PAIRS):
        yield from matches(_TWICE, block.text, "标点“{0}”重复。", lambda match: match.group()[0])
