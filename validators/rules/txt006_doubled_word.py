"""A word typed twice."""

import re
from collections.abc import Iterator

from editor.model.document import Block
from validators.diagnostic import Applicability, Severity
from validators.patterns import in_title, matches
from validators.rule import Bad, Finding, Good, Scope, rule

# Particles only: 人人, 天天, 个个 are words. Each is spared where it ends or begins another word: 目的的, 参与与.
_PARTICLE = re.compile(
    r"(?<![的目标])的的(?!的|确)|(?<!了)了了(?![了解然如结])|(?<![和温缓调总中饱共柔])和和(?![和谐睦平美气])"
    r"|(?<![参赠给授寄])与与|(?<![普涉以遍顾波提触])及及(?![时早格])|(?<![存实现正所潜内外旨自])在在"
    r"|(?<![是但就可还只凡于国])是是(?![是非])|各各"
)
_PAIRS = ("的的", "了了", "和和", "与与", "及及", "在在", "是是", "各各")
_WORD = re.compile(r"(?P<word>\w{2,8}?)(?P=word)+")


def _is_slip(word: str) -> bool:
    """Return whether a word said again and again is a slip: 一步一步, 哈哈哈哈 and 2020 are not."""
    return word[0] != "一" and len(set(word)) > 1 and not any(char.isascii() for char in word)


@rule(
    code="TXT006",
    name="doubled-word",
    severity=Severity.WARNING,
    scope=Scope.BLOCK,
    summary="同一个词连打了两次或多次。",
    reason="改稿和粘贴时容易把一个词留成两个。",
    source="实务",
    fix_title="只留一个",
    applicability=Applicability.UNSAFE,
    examples=(
        Bad("推进推进落实各项任务", "推进落实各项任务"),
        Bad("推进推进推进推进落实各项任务", "推进落实各项任务"),
        Bad("全县的的科普工作", "全县的科普工作"),
        Good("的的确确、一步一步、人人参与"),
        Good("方方面面、家家户户"),
        Good("渐渐、往往、刚刚、常常、天天、年年、户户、事事、件件有着落"),
        Good("不以营利为目的的活动，参与与监督，普及及推广，现在在建的项目"),
    ),
)
def check(block: Block) -> Iterator[Finding]:
    """Find a particle or a word of two to eight characters that repeats at once, a row of them as one slip."""
    text = block.text
    if any(pair in text for pair in _PAIRS):
        yield from matches(_PARTICLE, text, "“{0}”多打了一个字。", lambda match: match.group()[0])
    for match in _WORD.finditer(text):
        word = match.group("word")
        in_name = word in ("关于", "的通知") and text.endswith("的通知")  # that is ELM013's
        if _is_slip(word) and not in_name and not in_title(text, match.start()):
            times = len(match.group()) // len(word)
            yield Finding(*match.span(), f"“{word}”连打了{'两' if times == 2 else times}次。", word)
