"""党的二十大三中全会: a plenum belongs to a 届, not to a 大."""

import re
from collections.abc import Iterator

from editor.model.document import Block
from validators.diagnostic import Applicability, Severity
from validators.patterns import in_title
from validators.rule import Bad, Finding, Good, Scope, rule

_ORDINAL = "十[一二三四五六七八九]|二十[一二三]?"
_PLENUM = re.compile(rf"((?:{_ORDINAL}))大(?=[一二三四五六七]中(?:全会|、)|历次全会)")
_SHORT = re.compile(rf"党的第?({_ORDINAL})届(?=精神|报告|以来|代表大会|胜利召开)")


@rule(
    code="WRD014",
    name="congress-named-wrongly",
    severity=Severity.WARNING,
    scope=Scope.BLOCK,
    summary="党的代表大会与中央全会的名称混用，如“二十大三中全会”。",
    reason="代表大会称“党的二十大”，中央委员会全体会议称“党的二十届三中全会”，“大”与“届”不能混用。",
    source="会议公报的正式名称",
    fix_title="改为正式名称",
    applicability=Applicability.UNSAFE,
    marks="大届",
    examples=(
        Bad("贯彻党的二十大三中全会精神", "贯彻党的二十届三中全会精神"),
        Bad("贯彻党的二十届精神", "贯彻党的二十大精神"),
        Good("贯彻党的二十大和二十届二中、三中全会精神"),
        Good("党的十九大以来，县委十四届三中全会作出部署"),
        Good("县第十八届人大二次会议"),
    ),
)
def check(block: Block) -> Iterator[Finding]:
    """Find 大 before a plenum, and 届 where the congress is meant."""
    text = block.text
    for match in _PLENUM.finditer(text):
        at = match.end()
        if not in_title(text, at):
            yield Finding(at - 1, at, f"“{text[match.start() : at + 2]}……”应写“{match[1]}届”。", "届")
    if "党的" not in text:
        return
    for match in _SHORT.finditer(text):
        if not in_title(text, match.start()):
            message = f"“{match.group()}”应写“党的{match[1]}大”。"
            yield Finding(*match.span(), message, f"党的{match[1]}大")
