"""A number divided by a full-width comma."""

import re
from collections.abc import Iterator

from editor.model.document import Block
from validators.diagnostic import Applicability, Severity
from validators.patterns import matches
from validators.rule import Bad, Finding, Good, Scope, rule

_DIVIDED = re.compile(
    r"(?<![0-9，.年月日号])[1-9][0-9]{0,2}(?:，[0-9]{3}){1,3}(?![0-9，.年])(?=\s?[人名元户亩吨场次件册份个台套]|平方|公里)"
)
_QUICK = re.compile("，[0-9]{3}")
_LISTED = ("分别", "依次", "各为")  # 分别为12，345人: two numbers


@rule(
    code="NUM044",
    name="full-width-comma-in-number",
    severity=Severity.WARNING,
    scope=Scope.BLOCK,
    summary="多位数用全角逗号分节。",
    reason="全角逗号是句子里的停顿，放在数字中间会读成两个数；多位数不分节，或者分节处留四分之一字空。",
    source="GB/T 15835-2011 多位数",
    fix_title="删去逗号",
    applicability=Applicability.UNSAFE,
    marks="，",
    examples=(
        Bad("培训农民12，345人次", "培训农民12345人次"),
        Good("培训农民12345人次"),
        Good("两年分别培训12，345人"),
        Good("到2025，300人参加"),
    ),
)
def check(block: Block) -> Iterator[Finding]:
    """Find groups of three digits after such a comma."""
    text = block.text
    if "，" not in text or not _QUICK.search(text):
        return
    message = "数字“{0}”中间用了全角逗号，应为“{1}”。"
    for finding in matches(_DIVIDED, text, message, lambda match: match.group().replace("，", "")):
        before = text[max(0, finding.start - 12) : finding.start]
        if not any(word in before for word in _LISTED):
            yield finding
