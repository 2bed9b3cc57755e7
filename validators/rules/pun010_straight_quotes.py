"""Straight quotation marks around Chinese words."""

import re
from collections.abc import Iterator
from dataclasses import replace

from editor.model.text_cache import keep_by_text
from templates.analysis import Analysis
from validators.diagnostic import Applicability, Severity
from validators.patterns import HAN, shorten
from validators.reading import as_class, checked_texts
from validators.rule import Bad, Finding, Good, Scope, edit, rule

_QUOTED = re.compile(rf"[\"＂]([^\"＂]{{0,40}}{HAN}[^\"＂]{{0,40}})[\"＂]")


@keep_by_text
def _spans(text: str) -> tuple[tuple[int, int], ...]:
    if '"' not in text and "＂" not in text:
        return ()
    return tuple(match.span() for match in _QUOTED.finditer(text))


@rule(
    code="PUN010",
    name="straight-quotes",
    severity=Severity.WARNING,
    scope=Scope.DOCUMENT,
    summary="中文引语用了直引号。",
    reason="中文的引号分左右，直引号看不出从哪里开始、到哪里结束。",
    source="GB/T 15834-2011 引号",
    fix_title="全部改为弯引号",
    applicability=Applicability.UNSAFE,
    examples=(
        Bad(('推进"十五五"时期科普工作，办好"科普日"。',), ("推进“十五五”时期科普工作，办好“科普日”。",)),
        Good(("推进“十五五”时期科普工作。",)),
        Good(('屏幕尺寸55"。',)),
    ),
)
def check(analysis: Analysis) -> Iterator[Finding]:
    """Report the class once per document, at the first quotation, with a fix for all."""
    found = []
    for block in checked_texts(analysis):
        for start, end in _spans(block.text):
            words = block.text[start + 1 : end - 1]
            one = Finding(start, end, shorten(words, 12), block_id=block.id)
            found.append(replace(one, edits=(edit(block, start, end, f"“{words}”"),)))
    if found:
        yield from as_class(found, f"全文有{len(found)}处引语用了直引号，第一处是“{found[0].message}”。")
