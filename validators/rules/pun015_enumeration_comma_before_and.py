"""、 right before 和, 及 or 以及."""

import re
from collections.abc import Iterator

from editor.model.document import Block
from validators.diagnostic import Applicability, Severity
from validators.patterns import HAN, in_title
from validators.rule import Bad, Finding, Good, Scope, rule

# 和 and 及 that begin a word or the name of a place: 和谐, 和平镇, 及时.
_AND = re.compile(
    r"、(?=(?:以及|和(?![平谐睦风气美县田顺龙静硕布政林解声缓煦善蔼盘弦服尚悦乐亲孚桥衷而治合为、])"
    rf"|及(?![时早格第物至其、]))(?!{HAN}{{1,4}}(?:[镇乡村市区县]|街道|社区)))"
)


@rule(
    code="PUN015",
    name="enumeration-comma-before-and",
    severity=Severity.HINT,
    scope=Scope.BLOCK,
    summary="“和”“及”“以及”前面多了顿号。",
    reason="列举到最后一项用“和”“及”连接，前面不再停顿。",
    source="GB/T 15834-2011 顿号；实务",
    fix_title="删去顿号",
    applicability=Applicability.UNSAFE,
    marks="和及",
    examples=(
        Bad("面向学校、医院、和企业开展科普。", "面向学校、医院和企业开展科普。"),
        Bad("县教育局、县科协、以及县科技局", "县教育局、县科协以及县科技局"),
        Good("面向学校、医院和企业开展科普。"),
        Good("建设平安、和谐社区，做到准确、及时，涉及和平镇、和孚镇。"),
        Good("面向学校、医院，以及企业开展科普。"),
        Good("学习《关于科普、和科技创新的意见》。"),
    ),
)
def check(block: Block) -> Iterator[Finding]:
    """Find 、 before a conjunction that is a word of its own."""
    text = block.text
    if "、和" not in text and "、及" not in text and "、以及" not in text:
        return
    for match in _AND.finditer(text):
        if not in_title(text, match.start()):
            word = "以及" if text.startswith("以及", match.end()) else text[match.end()]
            yield Finding(*match.span(), f"“{word}”前面多了顿号。", "")
