"""Characters that nobody sees: zero-width, no-break space, byte order mark, tab."""

import re
from collections.abc import Iterator

from editor.model.document import Block
from editor.model.text_cache import keep_by_text
from templates.analysis import Analysis
from validators.diagnostic import Severity
from validators.habits import report_once
from validators.rule import Bad, Finding, Good, Scope, rule

_INVISIBLE = re.compile("[\u00ad\u200b-\u200f\u202a-\u202e\u2060-\u2064\ufeff]+|[\u00a0\t]+")

# Arabic, Mongolian, Indic and Tibetan letters and the parts of an emoji are joined or turned by such characters.
_JOINED = re.compile(
    "[\u0590-\u08ff\u0900-\u0fff\u1800-\u18af\u2600-\u27bf\ufb50-\ufdff\ufe70-\ufefc\U0001f000-\U0001faff]"
)


def _needs_joiners(text: str, match: re.Match[str]) -> bool:
    around = text[max(0, match.start() - 1) : match.start()] + text[match.end() : match.end() + 1]
    return match.group()[0] in "\u200c\u200d\u200e\u200f\u202a\u202b\u202c\u202d\u202e" and bool(_JOINED.search(around))


_MARKS = frozenset(
    "\u00ad\u00a0\t\ufeff" + "".join(map(chr, (*range(0x200B, 0x2010), *range(0x202A, 0x202F), *range(0x2060, 0x2065))))
)


@keep_by_text
def _invisible(block: Block) -> tuple[Finding, ...]:
    """Find such characters; a space that cannot break becomes an ordinary one, and other scripts keep their joiners."""
    text = block.text
    if text.isprintable():
        return ()
    found = []
    for match in _INVISIBLE.finditer(text):
        if not _needs_joiners(text, match):
            new = " " if match.group()[0] in "\u00a0\t" else ""
            around = text[max(0, match.start() - 3) : match.start()] + text[match.end() : match.end() + 3]
            found.append(Finding(*match.span(), f"“{around}”中间夹着看不见的字符", new))
    return tuple(found)


@rule(
    code="TXT003",
    name="invisible-character",
    severity=Severity.WARNING,
    scope=Scope.DOCUMENT,
    summary="文字里夹着看不见的字符。",
    reason="从网页、聊天软件粘贴时会带进零宽字符、不换行空格；看不见，却会让检索、排版和数字核对出错。",
    source="实务",
    fix_title="删去看不见的字符",
    examples=(
        Bad(("各\u200b单位",), ("各单位",)),
        Bad(("县科协\u00a0牵头",), ("县科协 牵头",)),
        Good(("各单位",)),
        Good(("民汉双语标牌تور‌پان，表情👨‍🔬，蒙古文ᠠ‍ᠡ。",)),
    ),
)
def check(analysis: Analysis) -> Iterator[Finding]:
    """Report the habit once, with a fix for all places."""
    yield from report_once(analysis, _invisible, _MARKS)
