"""号 for 日 in a date."""

import re
from collections.abc import Iterator

from editor.model.document import Block
from validators.diagnostic import Severity
from validators.patterns import matches
from validators.rule import Bad, Finding, Good, Scope, rule

_DAY = re.compile(r"[0-9]{1,2}月[0-9]{1,2}(号)(?=前|起|至|到|以前|之前|[，。；、）)]|$)")


@rule(
    code="NUM017",
    name="colloquial-day",
    severity=Severity.HINT,
    scope=Scope.BLOCK,
    summary="日期的“日”写成了口语的“号”。",
    reason="公文里的日期写“日”，“号”用于编号。",
    source="实务",
    fix_title="改为“日”",
    marks="号",
    examples=(
        Bad("每年6月30号前报送", "每年6月30日前报送"),
        Good("每年6月30日前报送"),
        Good("8月1号楼"),
    ),
)
def check(block: Block) -> Iterator[Finding]:
    """Find 号 after a day where a date ends."""
    if "号" in block.text:
        yield from matches(_DAY, block.text, "日期里的“号”应写“日”。", "日", group=1)
