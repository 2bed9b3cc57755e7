"""Characters that nobody sees: zero-width, no-break space, byte order mark, tab."""

import re
from collections.abc import Iterator

from editor.model.document import Block
from validators.diagnostic import Severity
from validators.rule import Bad, Finding, Good, Scope, rule

_INVISIBLE = re.compile("[\u00ad\u200b-\u200f\u202a-\u202e\u2060-\u2064\ufeff]+|[\u00a0\t]+")


@rule(
    code="TXT003",
    name="invisible-character",
    severity=Severity.WARNING,
    scope=Scope.BLOCK,
    summary="文字里夹着看不见的字符。",
    reason="从网页、聊天软件粘贴时会带进零宽字符、不换行空格；看不见，却会让检索、排版和数字核对出错。",
    source="实务",
    fix_title="删去看不见的字符",
    examples=(
        Bad("各\u200b单位", "各单位"),
        Bad("县科协\u00a0牵头", "县科协 牵头"),
        Good("各单位"),
    ),
)
def check(block: Block) -> Iterator[Finding]:
    """Find such characters; a space that cannot break becomes an ordinary one."""
    text = block.text
    if text.isascii():
        return
    for match in _INVISIBLE.finditer(text):
        new = " " if match.group()[0] in "\u00a0\t" else ""
        around = text[max(0, match.start() - 3) : match.start()] + text[match.end() : match.end() + 3]
        yield Finding(*match.span(), f"“{around}”中间夹着看不见的字符。", new)
