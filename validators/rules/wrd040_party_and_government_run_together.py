"""党委政府 as the subject of a sentence, without the joining word between two bodies."""

import re
from collections.abc import Iterator

from editor.model.document import Block
from validators.diagnostic import Applicability, Severity
from validators.patterns import in_title, matches
from validators.rule import Bad, Finding, Good, Scope, rule

# Only before a verb: in 党委政府工作部门, 党委政府网站 the four characters belong to what follows.
_BOTH = re.compile(r"党委(?=政府(?:要|应当?|须|必须|把|将|负责|领导下|统一领导|的领导|主要负责))")


@rule(
    code="WRD040",
    name="party-and-government-run-together",
    severity=Severity.HINT,
    scope=Scope.BLOCK,
    summary="“党委政府”作主语时中间没有“和”或顿号。",
    reason="党委和政府是两个机关，并列时写“党委和政府”或“党委、政府”；作定语（党委政府部门）时不在此列。",
    source="实务",
    fix_title="写成“党委和政府”",
    applicability=Applicability.UNSAFE,
    marks="党",
    examples=(
        Bad("各级党委政府要高度重视。", "各级党委和政府要高度重视。"),
        Good("各级党委和政府要高度重视。"),
        Good("各级党委政府部门密切配合，发挥党委、政府网站作用。"),
        Good("落实《关于党委政府要重视科普的意见》。"),
    ),
)
def check(block: Block) -> Iterator[Finding]:
    """Find the four characters before a verb."""
    if "党委政府" not in block.text:
        return
    message = "“党委政府”是两个机关，中间宜加“和”或者顿号。"
    for found in matches(_BOTH, block.text, message, "党委和"):
        if not in_title(block.text, found.start):
            yield found
