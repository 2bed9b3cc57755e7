"""发文字号 whose year stands in other brackets than 〔〕."""

import re
from collections.abc import Iterator

from editor.model.document import Block
from validators.diagnostic import Severity
from validators.patterns import HAN, matches
from validators.rule import Bad, Finding, Good, Scope, rule

_OPEN = r"（(\[［【﹝〖„「﹙{｛<＜〈"
_CLOSE = r"）)\]］】﹞〗‟」﹚}｝>＞〉"
# The letters before the bracket and 号 after the serial tell it from a court's case number: （2025）江01民终3号.
_NUMBER = re.compile(
    rf"[{_OPEN}〔](?<={HAN}.)(?!(?<=〔)[0-9]{{4}}〕)[0-9]{{4}}[{_CLOSE}〕]"
    r"(?=\s?第?\s?[0-9]{1,5}\s?号)"
)


@rule(
    code="NUM001",
    name="doc-number-in-wrong-brackets",
    severity=Severity.ERROR,
    scope=Scope.BLOCK,
    summary="发文字号的年份没有用六角括号“〔〕”括起。",
    reason="发文字号的年份应当用六角括号括起；用圆括号、方括号会与序号、注释混淆，也不便检索。",
    source="GB/T 9704-2012 7.2.5",
    fix_title="改为六角括号",
    marks="号",
    examples=(
        Bad("按照云政发（2025）3号要求", "按照云政发〔2025〕3号要求"),
        Bad("（江政办发[2025]第12号）", "（江政办发〔2025〕第12号）"),
        Bad("云政字﹝2022﹞21号", "云政字〔2022〕21号"),
        Bad("云政字【2022】21号", "云政字〔2022〕21号"),
        Bad("云政发<2025>3号", "云政发〔2025〕3号"),
        Good("云政发〔2025〕3号"),
        Good("某案（2025）江01民终3号"),
        Good("依据GB/T 9704-2012执行"),
    ),
)
def check(block: Block) -> Iterator[Finding]:
    """Find the year with its brackets."""
    if "号" in block.text:
        yield from matches(
            _NUMBER,
            block.text,
            "发文字号的年份写成了“{0}”，应为“{1}”。",
            lambda match: f"〔{''.join(filter(str.isdigit, match.group()))}〕",
        )
