"""A quantity in a unit that is none of the legal ones."""

import re
from collections.abc import Iterator

from editor.model.document import Block
from validators.diagnostic import Severity
from validators.patterns import in_title, matches
from validators.rule import Bad, Finding, Good, Scope, rule

# 亩 is usual in matters of land, 公里, 公斤 and 公顷 are legal; 50里程碑 and 3尺讲台 in quotation marks are words.
_UNIT = re.compile(
    r"(?<![0-9A-Za-z.“])[0-9]{1,6}(?:\.[0-9]{1,3})?[万亿]?(?:多|余)?(?:市?斤|平米|平方尺|市?尺|市?丈|华里|英里|英尺|市里|里(?=[路长，。；、]))"
)


@rule(
    code="NUM048",
    name="unit-not-legal",
    severity=Severity.WARNING,
    scope=Scope.BLOCK,
    summary="用了不是法定的计量单位。",
    reason="公文使用国家法定计量单位：斤、尺、里改为千克（公斤）、米、公里，数值随之换算。",
    source="GB/T 9704-2012 9；GB 3100-1993",
    marks="斤尺丈里平",
    examples=(
        Bad("增产茶叶50斤"),
        Bad("修建步道3里，宽5尺"),
        Bad("建筑面积3200平米"),
        Good("增产茶叶25公斤，步道长1.5公里，种植面积300亩"),
        Good("树立10个里程碑，这里有5里程碑"),
        Good("“3尺讲台”育人"),
    ),
)
def check(block: Block) -> Iterator[Finding]:
    """Find a number before such a unit."""
    if any(unit in block.text for unit in ("斤", "尺", "丈", "里", "平米")):
        for finding in matches(_UNIT, block.text, "“{0}”用的不是法定计量单位，应写成千克、米、公里、平方米等。"):
            if not in_title(block.text, finding.start):
                yield finding
