"""Two words of approximation about one number."""

import re
from collections.abc import Iterator

from editor.model.document import Block
from validators.diagnostic import Severity
from validators.patterns import HAN, matches
from validators.rule import Bad, Finding, Good, Scope, rule

_WORDS = re.compile(
    rf"(?:大?约|近|将近)[0-9][0-9.]{{0,9}}[万亿%％]?{HAN}{{0,3}}?(?:左右|上下)"
    rf"|(?:至少|不少于|不低于|超过|高于){HAN}{{0,4}}[0-9][0-9.]{{0,9}}[万亿%％]?{HAN}{{0,3}}?以上"
    rf"|(?:最多|不超过)[0-9][0-9.]{{0,9}}[万亿%％]?{HAN}{{0,3}}?以下"
    r"|(?:大?约|近|将近)[0-9][0-9.]{0,9}[余多](?=[万亿名人个场次项份支所件篇部家户处亩])"
)

_SECOND = re.compile("左右|上下|以上|以下|[0-9][余多]")  # looked for first: most paragraphs have none


@rule(
    code="NUM019",
    name="doubled-approximation",
    severity=Severity.HINT,
    scope=Scope.BLOCK,
    summary="同一个数前后用了两个概数词。",
    reason="“约”和“左右”、“不少于”和“以上”意思重复，留一个就够，考核口径也更清楚。",
    source="实务",
    examples=(
        Bad("培训约300人左右"),
        Bad("每年至少开展20场以上"),
        Bad("超过100场以上"),
        Bad("累计约1200余场"),
        Good("培训约300人"),
        Good("每年开展20场以上"),
    ),
)
def check(block: Block) -> Iterator[Finding]:
    """Find a number between two such words."""
    if _SECOND.search(block.text):
        yield from matches(_WORDS, block.text, "“{0}”前后两个概数词重复，留一个即可。")
