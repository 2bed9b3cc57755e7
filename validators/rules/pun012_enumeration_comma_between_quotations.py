"""、 between quotation marks that stand side by side."""

import re
from collections.abc import Iterator

from editor.model.document import Block
from editor.model.text_cache import keep_by_text
from templates.analysis import Analysis
from validators.diagnostic import Severity
from validators.habits import report_once
from validators.patterns import matches
from validators.rule import Bad, Finding, Good, Scope, rule

_WORDS = "“[^“”]{1,40}”"
# A row with something else in it (a note in parentheses, a word without marks, 等) needs its 、: left alone.
_ROW = re.compile(rf"(?<!、){_WORDS}(?:、{_WORDS}){{1,20}}(?![（(、等])")


@keep_by_text
def _rows(block: Block) -> tuple[Finding, ...]:
    if "”、“" not in block.text:
        return ()
    found = matches(
        _ROW, block.text, "并列的引号“{0}”之间通常不用顿号", lambda match: match.group().replace("”、“", "”“")
    )
    return tuple(found)


@rule(
    code="PUN012",
    name="enumeration-comma-between-quotations",
    severity=Severity.HINT,
    scope=Scope.DOCUMENT,
    summary="并列的引号之间用了顿号。",
    reason="引号本身已把各项分开，之间通常不用顿号；引号之间插有括注、别的词语的，宜用顿号。",
    source="GB/T 15834-2011 4.5.3.5",
    fix_title="删去顿号",
    examples=(
        Bad(("开展“科普日”、“科技周”、“科技节”活动。",), ("开展“科普日”“科技周”“科技节”活动。",)),
        Good(("开展“科普日”“科技周”活动。",)),
        Good(("开展“科普日”（九月）、“科技周”（五月）活动。",)),
        Good(("开展“科普日”、“科技周”等活动。",)),
        Good(("增强“四个意识”、坚定“四个自信”、做到“两个维护”。",)),
        Good(("发展智慧农业、“农业＋科普”、“互联网＋科普”。",)),
    ),
)
def check(analysis: Analysis) -> Iterator[Finding]:
    """Report the habit once, with a fix for all rows of quotations with nothing but 、 between them."""
    yield from report_once(analysis, _rows, frozenset("“"))
