"""全国科普日 in a plan made after the law had set 全国科普月."""

import re
from collections.abc import Iterator
from dataclasses import replace

from editor.model.document import Block
from templates.analysis import Analysis
from templates.facts import observances
from validators.diagnostic import Applicability, Severity
from validators.plan_date import plan_date, printed_day
from validators.reading import as_class, whole_text
from validators.rule import Bad, Finding, Good, Scope, edit, rule

_TOLD = re.compile(r"20[0-9]{2}年[“”]?$")
_SIGNED = (("signature_date", "2026-06-01"),)
_WIDTH = 60
_PAST = ("以来", "累计", "曾", "获", "先后", "连续")


def _findings(block: Block, former: str, name: str) -> Iterator[Finding]:
    at = block.text.find(former)
    while at >= 0:
        end = at + len(former)
        sentence = (
            block.text[max(0, at - _WIDTH) : at].rpartition("。")[2] + block.text[end : end + _WIDTH].partition("。")[0]
        )
        told = _TOLD.search(block.text, max(0, at - 8), at) or any(word in sentence for word in _PAST)
        if not told:
            change = edit(block, at, end, name)
            yield Finding(at, end, former, block_id=block.id, edits=(change,))
        at = block.text.find(former, end)


@rule(
    code="WRD032",
    name="former-observance",
    severity=Severity.WARNING,
    scope=Scope.DOCUMENT,
    summary="用了已由新规定取代的活动日名称，如“全国科普日”。",
    reason="法律修订后活动的名称和时间都变了，照旧名称安排，时间和上级部署对不上。",
    source="《中华人民共和国科学技术普及法》（2024年修订）",
    fix_title="改为现在的名称",
    applicability=Applicability.UNSAFE,
    examples=(
        Bad(
            ("一、要求", "办好全国科普日、科技活动周。"),
            ("一、要求", "办好全国科普月、科技活动周。"),
            _SIGNED,
        ),
        Good(("一、要求", "办好全国科普日、科技活动周。"), (("signature_date", "2022-06-01"),)),
        Good(("一、要求", "办好全国科普月，组织全国科普日主场活动。"), _SIGNED),
        Good(("一、现状", "2024年全国科普日举办活动30场，全国科普日期间累计服务2万人次。"), _SIGNED),
        Good(("一、要求", "办好全国科普日、科技活动周。")),
    ),
)
def check(analysis: Analysis) -> Iterator[Finding]:
    """Report the old name once, in a plan of a later date that nowhere has the new one."""
    signed = plan_date(analysis.document.metadata)
    whole = whole_text(analysis)
    for one in observances():
        if signed is None or not signed.is_after(one.since) or one.former not in whole or one.name in whole:
            continue
        blocks = (block for block in analysis.document.blocks if one.former in block.text)
        found = [finding for block in blocks for finding in _findings(block, one.former, one.name)]
        message = f"{printed_day(one.since)}起法定的是“{one.name}”，这里写的是“{one.former}”。"
        for finding in as_class(found, message):
            yield replace(finding, reason=f"依据{one.source}。照旧名称安排，时间和上级部署对不上。", source=one.source)
