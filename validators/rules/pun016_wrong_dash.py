"""A 破折号 made of other signs than ——."""

import re
from collections.abc import Iterator

from editor.model.document import Block
from editor.model.text_cache import keep_by_text
from templates.analysis import Analysis
from validators.diagnostic import Applicability, Severity
from validators.habits import report_once
from validators.patterns import HAN, matches, shorten
from validators.rule import Bad, Finding, Good, Scope, rule

_SIGNS = "-－―─–ー"
# One sign at the beginning opens an item of a list; between words only two are surely no 连接号 (灯塔—党建在线).
_DASH = re.compile(
    rf"^[-－―─–—]{{1,3}}(?={HAN}|[“《])(?<!^——)"
    rf"|[{_SIGNS}](?:(?<={HAN}.)|(?<=[”》）].))[{_SIGNS}]{{1,2}}(?={HAN}|[“《])"
)


@keep_by_text
def _dashes(block: Block) -> tuple[Finding, ...]:
    text = block.text
    if not any(sign in text for sign in "-－―─–ー—"):
        return ()
    found = matches(_DASH, text, "{0}", "——")
    around = ((one, shorten(text[max(0, one.start - 4) : one.end + 4], 16)) for one in found)
    return tuple(
        Finding(one.start, one.end, f"破折号写成了“{one.message}”，在这里：{words}", "——") for one, words in around
    )


@rule(
    code="PUN016",
    name="wrong-dash",
    severity=Severity.WARNING,
    scope=Scope.DOCUMENT,
    summary="破折号没有写成“——”。",
    reason="破折号占两个字，用短横线、制表符号代替，排出来长短不一，也会被当成连接号。",
    source="GB/T 15834-2011 破折号",
    fix_title="改为“——”",
    applicability=Applicability.UNSAFE,
    examples=(
        Bad(("--坚持协同推进。形成合力。", "－－坚持开放合作。"), ("——坚持协同推进。形成合力。", "——坚持开放合作。")),
        Bad(("落实“一个目标”--提升科学素质。",), ("落实“一个目标”——提升科学素质。",)),
        Good(("——坚持协同推进。", "落实“一个目标”——提升科学素质。")),
        Good(("推广“灯塔—党建在线”，执行GB/T 9704-2012，2021—2035年，AI-驱动。",)),
        Good(("- 3 -", "——3——")),
    ),
)
def check(analysis: Analysis) -> Iterator[Finding]:
    """Report the habit once, with a fix for all places."""
    yield from report_once(analysis, _dashes, frozenset(f"{_SIGNS}—"))
