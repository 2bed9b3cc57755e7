"""A year of two digits before 底, 末 or a month."""

import re
from collections.abc import Iterator

from editor.model.document import Block
from validators.diagnostic import Applicability, Severity
from validators.patterns import in_title, matches
from validators.rule import Bad, Finding, Good, Scope, rule

# 工作满25年底薪, 历时25年6个月: a length of time, told by the word before it.
_SHORT = re.compile(
    r"[23][0-9]年(?<![0-9.第近约满了过期达共计时长续隔同刑].{3})(?=(?:年?底|年?末|上半年|下半年|[0-9]{1,2}月(?!龄))(?!薪|蕴|子))"
)


@rule(
    code="NUM032",
    name="two-digit-year",
    severity=Severity.WARNING,
    scope=Scope.BLOCK,
    summary="年份只写了后两位。",
    reason="年份一般写四位数字；“27年底”几年以后再看就分不清是时点还是时长。",
    source="GB/T 15835-2011 年份",
    fix_title="补成四位年份",
    applicability=Applicability.UNSAFE,
    marks="年",
    examples=(
        Bad("27年底前建成科技馆", "2027年底前建成科技馆"),
        Bad("自26年3月起施行", "自2026年3月起施行"),
        Good("2027年底前建成科技馆"),
        Good("从事科普工作25年来，走遍全县"),
        Good("连续工作满25年底薪不变"),
        Good("历时25年6个月"),
    ),
)
def check(block: Block) -> Iterator[Finding]:
    """Find two digits and 年 that no other digit stands before."""
    if "年" in block.text:
        message = "年份“{0}”只写了两位，应为“{1}”。"
        for finding in matches(_SHORT, block.text, message, lambda match: f"20{match.group()}"):
            if not in_title(block.text, finding.start):
                yield finding
