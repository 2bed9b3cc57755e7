"""A date half in Chinese numerals and half in figures."""

import re
from collections.abc import Iterator

from editor.model.document import Block
from validators.diagnostic import Applicability, Severity
from validators.patterns import in_title, matches
from validators.rule import Bad, Finding, Good, Scope, rule

_DIGITS = "〇一二三四五六七八九"
_YEAR_FIRST = re.compile(rf"[一二][{_DIGITS}]{{3}}(?=年[0-9]{{1,2}}月)")
# 2027年正月, 2027年十月革命纪念日, 农历八月十五: words, no dates in figures.
_MONTH_LATER = re.compile(
    r"(?<=20[0-9]{2}年)(?:十[一二]?|[一二三四五六七八九])月(?:[一二三四五六七八九十]{1,3}日|[0-9]{1,2}日|(?=[底初前至，。；）]|$))"
)
_VALUES = {digit: str(value) for value, digit in enumerate(_DIGITS)}
_NUMERAL = re.compile("[一二三四五六七八九十]{1,3}")


def _figures(match: re.Match[str]) -> str:
    return _NUMERAL.sub(lambda numeral: str(_value(numeral.group())), match.group())


def _value(numeral: str) -> int:
    tens, ten, units = numeral.rpartition("十")
    return (int(_VALUES.get(tens, "1")) * 10 if ten else 0) + int(_VALUES.get(units, "0"))


@rule(
    code="NUM039",
    name="mixed-numerals-in-date",
    severity=Severity.WARNING,
    scope=Scope.BLOCK,
    summary="同一个日期里混用了汉字和阿拉伯数字。",
    reason="一个日期只用一种数字；半汉字半数字，检索和核对都不方便。",
    source="GB/T 15835-2011",
    fix_title="改为阿拉伯数字",
    applicability=Applicability.UNSAFE,
    marks="月",
    examples=(
        Bad("二〇二七年8月底前完成", "2027年8月底前完成"),
        Bad("2027年八月十五日前完成", "2027年8月15日前完成"),
        Bad("2027年八月15日前完成", "2027年8月15日前完成"),
        Good("二〇二七年八月，2027年8月底前"),
        Good("2027年正月，农历八月十五，二〇三五年远景目标"),
        Good("《2027年八月工作安排》"),
    ),
)
def check(block: Block) -> Iterator[Finding]:
    """Find a Chinese year before a month in figures, and the reverse."""
    text = block.text
    if "月" not in text:
        return
    message = "日期里的“{0}”与其余部分的数字形式不一致，应为“{1}”。"
    found = [
        *matches(_YEAR_FIRST, text, message, lambda match: "".join(_VALUES[digit] for digit in match.group())),
        *matches(_MONTH_LATER, text, message, _figures),
    ]
    yield from (one for one in found if not in_title(text, one.start))
