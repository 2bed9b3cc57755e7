"""A word typed twice."""

import re
from collections.abc import Iterator

from editor.model.document import Block
from validators.diagnostic import Applicability, Severity
from validators.patterns import HAN, in_title, matches
from validators.rule import Bad, Finding, Good, Scope, rule

# Particles only: 人人, 天天, 个个 are words.
_PARTICLE = re.compile(
    r"(?<!的)的的(?!的|确)|(?<!了)了了(?![了解然如结])|(?<!和)和和(?![和谐睦平])|与与|及及|(?<![存实])在在|(?<!是)是是(?![是非])"
)
_WORD = re.compile(rf"(?P<word>[{HAN}]{{2,8}})(?P=word)")


def _is_slip(word: str) -> bool:
    """Return whether a word said twice is a slip: 一步一步 and 哈哈哈哈 are not."""
    return word[0] != "一" and len(set(word)) > 1


@rule(
    code="TXT006",
    name="doubled-word",
    severity=Severity.WARNING,
    scope=Scope.BLOCK,
    summary="同一个词连打了两次。",
    reason="改稿和粘贴时容易把一个词留成两个。",
    source="实务",
    fix_title="删去一个",
    applicability=Applicability.UNSAFE,
    examples=(
        Bad("推进推进落实各项任务", "推进落实各项任务"),
        Bad("全县的的科普工作", "全县的科普工作"),
        Good("的的确确、一步一步、人人参与"),
        Good("方方面面、家家户户"),
    ),
)
def check(block: Block) -> Iterator[Finding]:
    """Find a particle or a word of two to eight characters that repeats at once."""
    text = block.text
    yield from matches(_PARTICLE, text, "“{0}”多打了一个字。", lambda match: match.group()[0])
    for match in _WORD.finditer(text):
        word = match.group("word")
        if _is_slip(word) and not in_title(text, match.start()):
            yield Finding(*match.span(), f"“{word}”连打了两次。", word)
