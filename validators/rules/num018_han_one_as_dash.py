"""The character 一 in place of a dash between figures."""

import re
from collections.abc import Iterator

from editor.model.document import Block
from validators.diagnostic import Severity
from validators.patterns import YEAR, matches
from validators.rule import Bad, Finding, Good, Scope, rule

_ONE = re.compile(rf"(?<=[0-9])(?<!{YEAR})一(?=[0-9])")


@rule(
    code="NUM018",
    name="han-one-as-dash",
    severity=Severity.WARNING,
    scope=Scope.BLOCK,
    summary="数字之间的连接号打成了汉字“一”。",
    reason="汉字“一”夹在数字中间看似连接号，实际是另一个数，复制、检索都会出错。",
    source="GB/T 15834-2011 连接号",
    fix_title="改为一字线",
    marks="0123456789",
    examples=(
        Bad("联系电话8788一3287", "联系电话8788—3287"),
        Good("联系电话8788—3287"),
        Good("5月一10月"),
    ),
)
def check(block: Block) -> Iterator[Finding]:
    """Find 一 with figures on both sides; between two years it belongs to NUM010."""
    yield from matches(_ONE, block.text, "数字之间的连接号打成了汉字“一”。", "—")
