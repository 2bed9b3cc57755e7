"""Latin letters in full-width form."""

import re
import unicodedata
from collections.abc import Iterator

from editor.model.document import Block
from validators.diagnostic import Severity
from validators.patterns import matches
from validators.rule import Bad, Finding, Good, Scope, rule

_LETTERS = re.compile("[Ａ-Ｚａ-ｚ]{2,}")  # a single one may stand for a zero, which NUM011 reports


@rule(
    code="TXT009",
    name="full-width-letters",
    severity=Severity.HINT,
    scope=Scope.BLOCK,
    summary="拉丁字母用了全角字符。",
    reason="拉丁字母用半角；全角字母占位宽，而且检索不到。",
    source="实务",
    fix_title="改为半角字母",
    examples=(
        Bad("ＧＤＰ增长", "GDP增长"),
        Good("GDP增长"),
        Good("加强“互联网＋科普”建设"),
    ),
)
def check(block: Block) -> Iterator[Finding]:
    """Find runs of full-width letters."""
    yield from matches(
        _LETTERS,
        block.text,
        "字母“{0}”用了全角，应为“{1}”。",
        lambda match: unicodedata.normalize("NFKC", match.group()),
    )
