"""Latin letters in full-width form."""

import re
import unicodedata
from collections.abc import Iterator

from editor.model.document import Block
from editor.model.text_cache import keep_by_text
from templates.analysis import Analysis
from validators.diagnostic import Severity
from validators.habits import report_once
from validators.patterns import matches
from validators.rule import Bad, Finding, Good, Scope, rule

# A single Ｏ may stand for a zero, which NUM011 reports, a single Ｘ for a number to come, which TXT002 does.
_LETTERS = re.compile("[Ａ-Ｚａ-ｚ]{2,}|(?<![Ａ-Ｚａ-ｚ])[Ａ-ＮＰ-ＷＹＺ](?=[级类型区座])")


_MARKS = frozenset("".join(map(chr, (*range(0xFF21, 0xFF3B), *range(0xFF41, 0xFF5B)))))


@keep_by_text
def _letters(block: Block) -> tuple[Finding, ...]:
    found = matches(
        _LETTERS,
        block.text,
        "字母“{0}”用了全角，应为“{1}”",
        lambda match: unicodedata.normalize("NFKC", match.group()),
    )
    return tuple(found)


@rule(
    code="TXT009",
    name="full-width-letters",
    severity=Severity.HINT,
    scope=Scope.DOCUMENT,
    summary="拉丁字母用了全角字符。",
    reason="拉丁字母用半角；全角字母占位宽，而且检索不到。",
    source="实务",
    fix_title="改为半角字母",
    examples=(
        Bad(("ＧＤＰ增长",), ("GDP增长",)),
        Bad(("４Ａ级景区、Ａ类岗位",), ("４A级景区、A类岗位",)),
        Good(("GDP增长",)),
        Good(("二Ｏ三五年，每年建成Ｘ个基地",)),
        Good(("加强“互联网＋科普”建设",)),
    ),
)
def check(analysis: Analysis) -> Iterator[Finding]:
    """Report the habit once, with a fix for all places."""
    yield from report_once(analysis, _letters, _MARKS)
