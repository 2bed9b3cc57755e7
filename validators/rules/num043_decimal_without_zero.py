"""A decimal fraction without 0 before its point."""

import re
from collections.abc import Iterator

from editor.model.document import Block
from validators.diagnostic import Applicability, Severity
from validators.patterns import HAN, matches
from validators.rule import Bad, Finding, Good, Scope, rule

_BARE = re.compile(rf"\.(?<={HAN}\.)[0-9]{{1,3}}(?=[万亿%％元米吨]|公里|公斤|千克|平方|个百分点)")


@rule(
    code="NUM043",
    name="decimal-without-zero",
    severity=Severity.WARNING,
    scope=Scope.BLOCK,
    summary="小数点前没有写“0”。",
    reason="纯小数必须写出小数点前定位的“0”；只有一个点，很容易看漏，差了十倍、百倍。",
    source="GB/T 15835-2011 小数",
    fix_title="补上“0”",
    applicability=Applicability.UNSAFE,
    marks=".",
    examples=(
        Bad("每场补助.5万元", "每场补助0.5万元"),
        Good("每场补助0.5万元"),
        Good("完成任务.2026年再启动，见第3.1节，访问www.a.cn/.5"),
    ),
)
def check(block: Block) -> Iterator[Finding]:
    """Find a point between a Chinese character and figures with a unit."""
    if "." in block.text:
        yield from matches(_BARE, block.text, "小数“{0}”前缺“0”，应为“{1}”。", lambda match: f"0{match.group()}")
