"""从 before a range of years that has a dash and no 到."""

import re
from collections.abc import Iterator

from editor.model.document import Block
from validators.diagnostic import Applicability, Severity
from validators.patterns import in_title, matches
from validators.rule import Bad, Finding, Good, Scope, rule

_FROM = re.compile(
    r"[从自]((?:20[0-9]{2})年?)[—～－―─-]((?:20[0-9]{2})年)(?=[，。；、）]|期间|每|全|共|逐|累|持续|连续|分)"
)


@rule(
    code="NUM034",
    name="from-with-dash",
    severity=Severity.HINT,
    scope=Scope.BLOCK,
    summary="“从”字后面的起止年份用了连接号。",
    reason="“从”要和“到”配对；只写起止年份时用连接号，不写“从”。",
    source="实务",
    fix_title="改为“从……到……”",
    applicability=Applicability.UNSAFE,
    marks="从自",
    examples=(
        Bad("从2026年—2030年，每年培训200人次", "从2026年到2030年，每年培训200人次"),
        Good("从2026年到2030年，每年培训200人次"),
        Good("2026—2030年，每年培训200人次"),
        Good("从2021—2025年规划的实施情况看"),
    ),
)
def check(block: Block) -> Iterator[Finding]:
    """Find the word, two years and a dash."""
    if "从" in block.text or "自" in block.text:
        message = "“{0}”里“从”没有“到”与它配对，宜写“{1}”。"
        for finding in matches(
            _FROM, block.text, message, lambda match: f"从{match.group(1).rstrip('年')}年到{match.group(2)}"
        ):
            if not in_title(block.text, finding.start):
                yield finding
