"""Figures joined with 十, 百 or 千 in one number."""

import re
from collections.abc import Iterator

from editor.model.document import Block
from validators.diagnostic import Severity
from validators.patterns import in_title, matches
from validators.rule import Bad, Finding, Good, Scope, rule

# 3千米, 5千克, 2千瓦 are units; 24百日 and 5百货 are words.
_MIXED = re.compile(
    r"(?<![0-9A-Za-z.．+“])[0-9]{1,3}(?:百|千(?![米克瓦卡赫帕伏安焦字]))"
    r"(?:[0-9]{1,3}(?!\+)|零[0-9]|(?=[多余]?[人名元场次个项家户亩吨件册份万]))"
)


@rule(
    code="NUM047",
    name="spelled-mixed-number",
    severity=Severity.WARNING,
    scope=Scope.BLOCK,
    summary="一个数里混用了阿拉伯数字和“百”“千”。",
    reason="阿拉伯数字只同“万”“亿”连用；“1百08个”“5千人”应当写“108个”“5000人”。",
    source="GB/T 15835-2011",
    marks="百千",
    examples=(
        Bad("建成科普点1百08个"),
        Bad("服务群众5千人次"),
        Good("建成科普点108个，服务群众5000人次，投入12万元、3.5亿元"),
        Good("全长3千米，重5千克，装机2千瓦"),
        Good("开展“24百日行动”，实施“1千2百”工程"),
    ),
)
def check(block: Block) -> Iterator[Finding]:
    """Find such a number outside titles and names in quotation marks."""
    if "百" in block.text or "千" in block.text:
        for finding in matches(_MIXED, block.text, "“{0}”把阿拉伯数字同“百”“千”连写，应当全写成阿拉伯数字。"):
            if not in_title(block.text, finding.start):
                yield finding
