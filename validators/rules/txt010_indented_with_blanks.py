"""A paragraph indented, or a line aligned, with blanks typed by hand."""

import re
from collections.abc import Iterator

from editor.model.document import Block
from editor.model.text_cache import keep_by_text
from templates.analysis import Analysis
from validators.diagnostic import Severity
from validators.habits import report_once
from validators.patterns import shorten
from validators.rule import Bad, Finding, Good, Scope, rule

_MARKS = frozenset(" \u3000\t\u00a0")
_BLANKS = re.compile("[ \u3000\t\u00a0]+")


@keep_by_text
def _indents(block: Block) -> tuple[Finding, ...]:
    match = _BLANKS.match(block.text)
    if match is None or match.end() == len(block.text) or block.rows or block.id.startswith("meta:"):
        return ()
    words = shorten(block.text[match.end() :], 12)
    return (Finding(0, match.end(), f"“{words}”前面用空格缩进", ""),)


@rule(
    code="TXT010",
    name="indented-with-blanks",
    severity=Severity.HINT,
    scope=Scope.DOCUMENT,
    summary="段首用空格缩进或者对齐。",
    reason="缩进、居中、居右由版式决定，导出时会自动排好；手打的空格会让首行多缩进一截，换字号就对不齐。",
    source="实务",
    fix_title="删去段首的空格",
    examples=(
        Bad(("　　各单位要落实责任。", "    每年总结一次。"), ("各单位要落实责任。", "每年总结一次。")),
        Good(("各单位要落实责任。", "姓名：张　三")),
    ),
)
def check(analysis: Analysis) -> Iterator[Finding]:
    """Report the habit once, with a fix for all paragraphs."""
    yield from report_once(analysis, _indents, _MARKS)
