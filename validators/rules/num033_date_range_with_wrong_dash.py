"""Months or days joined by another dash than one 一字线."""

import re
from collections.abc import Iterator

from editor.model.document import Block
from validators.diagnostic import Severity
from validators.patterns import matches
from validators.rule import Bad, Finding, Good, Scope, rule

# ～ (U+FF5E) is allowed by GB/T 15834 and left alone.
_DASH = r"\s?(?:[-‐‑‒–―─−－﹣~∼〜ー一]|[-—–―─－]{2,3})\s?"
_RANGE = re.compile(rf"(?<=[0-9][月日])({_DASH})(?=(?:20[0-9]{{2}}年)?[0-9]{{1,2}}[月日])")


@rule(
    code="NUM033",
    name="date-range-with-wrong-dash",
    severity=Severity.WARNING,
    scope=Scope.BLOCK,
    summary="起止日期之间没有用一字线“—”。",
    reason="时间的起止用一字线“—”；短横线像减号，两个一字线相连是破折号。",
    source="GB/T 15834-2011 连接号",
    fix_title="改为一字线",
    marks="月日",
    examples=(
        Bad("每年5月-9月开展", "每年5月—9月开展"),
        Bad("2026年3月——2027年5月", "2026年3月—2027年5月"),
        Bad("9月1日－30日举办，5月一10月开放", "9月1日—30日举办，5月—10月开放"),
        Good("每年5月—9月开展"),
        Good("3月12日～4月1日，每月15日一次"),
        Good("2026-03-01、6-24月龄"),
    ),
)
def check(block: Block) -> Iterator[Finding]:
    """Find two dates with the wrong sign between them."""
    if "月" in block.text or "日" in block.text:
        yield from matches(_RANGE, block.text, "起止日期之间的“{0}”应为一字线“{1}”。", "—", group=1)
