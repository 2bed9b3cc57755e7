"""此页无正文."""

import re
from collections.abc import Iterator

from editor.model.document import Block
from validators.diagnostic import Applicability, Severity
from validators.patterns import matches
from validators.rule import Bad, Finding, Good, Scope, rule

_NOTE = re.compile(r"[（(]\s?此页无正文\s?[）)]")


@rule(
    code="ELM016",
    name="blank-page-note",
    severity=Severity.WARNING,
    scope=Scope.BLOCK,
    summary="写了“此页无正文”。",
    reason="署名与正文要在同一页，排不下时调整行距、字距，不用“此页无正文”。",
    source="GB/T 9704-2012 7.3.5.5",
    fix_title="删去",
    applicability=Applicability.UNSAFE,
    marks="页",
    examples=(
        Bad("（此页无正文）", ""),
        Good("此件公开发布"),
    ),
)
def check(block: Block) -> Iterator[Finding]:
    """Find the note."""
    if "此页无正文" in block.text:
        yield from matches(_NOTE, block.text, "不宜写“{0}”，请调整行距、字距使署名与正文同页。", "")
