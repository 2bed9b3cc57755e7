"""余 in a number that is to be reached."""

import re
from collections.abc import Iterator

from editor.model.document import Block
from validators.diagnostic import Severity
from validators.rule import Bad, Finding, Good, Scope, rule

_VAGUE = re.compile(r"[0-9]+余(?:万|亿)?[名人场次个家项份处支所件篇部期条]")
_FUTURE = re.compile(r"每年|每季度|每月|到20[0-9]{2}年|力争|确保|(?<!已)达到|年底前")
_SENTENCE = re.compile("[^。；]+")
_CLAUSE = re.compile("[^。；，]+")
_PAST = ("累计", "先后", "以来", "已经", "共开展", "现有")


@rule(
    code="NUM020",
    name="vague-number-in-target",
    severity=Severity.HINT,
    scope=Scope.BLOCK,
    summary="要完成的数量用了“余”这样的概数。",
    reason="任务的数量要能考核，“30余人次”没有底数；写“30人次以上”意思相同而可以核对。",
    source="实务",
    marks="余",
    examples=(
        Bad("每年培训科技辅导员30余人次。"),
        Good("每年培训科技辅导员30人次以上。"),
        Good("“十四五”以来，累计培训科技辅导员30余人次。"),
        Good("现有科普场馆10余个，每年开放200天。"),
    ),
)
def check(block: Block) -> Iterator[Finding]:
    """Find such a number in a clause that speaks of what is to come."""
    if "余" not in block.text:
        return
    for sentence in _SENTENCE.finditer(block.text):
        if any(word in sentence.group() for word in _PAST):
            continue
        for clause in _CLAUSE.finditer(block.text, *sentence.span()):
            future = _FUTURE.search(clause.group())
            for match in _VAGUE.finditer(block.text, *clause.span()) if future else ():
                right = match.group().replace("余", "")
                yield Finding(*match.span(), f"“{match.group()}”没有确数，任务的数量宜写成“{right}以上”一类。")
