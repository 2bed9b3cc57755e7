"""起止年份 joined by another dash than one 一字线."""

import re
from collections.abc import Iterator

from editor.model.document import Block
from validators.diagnostic import Severity
from validators.patterns import YEAR, matches
from validators.rule import Bad, Finding, Good, Scope, rule

# ～ (U+FF5E) is allowed by GB/T 15834 and left alone. A lone ? is what a crawl leaves of a dash.
_DASH = r"(?:[-‐‑‒–―─−－﹣~∼〜ー一]|[-—–―─－]{2,3}|[?？](?=[0-9]{4}年))"
_RANGE = re.compile(
    rf"(?<![0-9A-Za-z/.\-—–―─－])(?<!GB/T )({YEAR}年?)\s?{_DASH}\s?({YEAR})(?![0-9A-Za-z])(?![-—–―─－.][0-9])"
)


@rule(
    code="NUM010",
    name="year-range-with-wrong-dash",
    severity=Severity.WARNING,
    scope=Scope.BLOCK,
    summary="起止年份之间没有用一字线“—”。",
    reason="时间的起止用一字线“—”，占一个字；短横线像减号，两个一字线相连是破折号，同一篇里几种混用尤其显得粗疏。",
    source="GB/T 15834-2011 连接号",
    fix_title="改为一字线",
    marks="-‐‑‒–―─−－﹣~∼〜ー一—?？",
    examples=(
        Bad("实施方案（2021-2035年）", "实施方案（2021—2035年）"),
        Bad("实施方案（2021——2025年）", "实施方案（2021—2025年）"),
        Bad("（2021―2025年）和（2022─2025年）", "（2021—2025年）和（2022—2025年）"),
        Bad("2021年－2025年", "2021年—2025年"),
        Bad("2021~2035年", "2021—2035年"),
        Good("2021—2035年"),
        Good("2021～2035年"),
        Good("索引号2022-00006"),
        Good("2022-02-11"),
        Good("GB/T 2012-2020、GB/T 9704-2012"),
        Good("2006—2010—2020年"),
        Good("电话0870-20222035"),
        Good("灯塔—党建在线"),
    ),
)
def check(block: Block) -> Iterator[Finding]:
    """Find two years of four digits with the wrong sign between them."""
    if "20" in block.text or "19" in block.text:
        yield from matches(
            _RANGE,
            block.text,
            "起止年份“{0}”的连接号不对，应为“{1}”。",
            lambda match: f"{match.group(1)}—{match.group(2)}",
        )
