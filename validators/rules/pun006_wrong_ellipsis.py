"""An ellipsis made of other signs than ……."""

import re
from collections.abc import Iterator

from editor.model.document import Block
from validators.diagnostic import Severity
from validators.patterns import HAN, matches
from validators.rule import Bad, Finding, Good, Scope, rule

_DOTS = re.compile(
    rf"(?=[.。・…])(?:(?<={HAN})|(?<=[”》）]))(?:\.{{3,6}}(?!\.)|。{{3,6}}(?!。)|・{{3,6}}|(?<!…)…(?!…))"
)


@rule(
    code="PUN006",
    name="wrong-ellipsis",
    severity=Severity.WARNING,
    scope=Scope.BLOCK,
    summary="省略号没有写成“……”。",
    reason="省略号占两个字、六个点，用句点或句号代替会被当成句子结束。",
    source="GB/T 15834-2011 省略号",
    fix_title="改为“……”",
    marks=".。・…",
    examples=(
        Bad("科普馆、科技馆...都要开放", "科普馆、科技馆……都要开放"),
        Bad("科普馆、科技馆。。。", "科普馆、科技馆……"),
        Good("科普馆、科技馆……"),
        Good("目录........3"),
        Good("总体要求.......................3"),
    ),
)
def check(block: Block) -> Iterator[Finding]:
    """Find dots in place of an ellipsis."""
    if any(dots in block.text for dots in ("...", "。。。", "・・・", "…")):
        yield from matches(_DOTS, block.text, "省略号写成了“{0}”，应为“……”。", "……")
