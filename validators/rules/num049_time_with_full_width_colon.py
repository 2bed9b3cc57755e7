"""A time of day with a full-width colon."""

import re
from collections.abc import Iterator

from editor.model.document import Block
from validators.diagnostic import Applicability, Severity
from validators.patterns import matches
from validators.rule import Bad, Finding, Good, Scope, rule

_CLOCK = r"(?:[01]?[0-9]|2[0-4])"
# 1：50 alone may be a ratio: the part of the day before it, or a second time after a dash, tells.
_TIME = re.compile(
    rf"(?:(?<=[上下中]午)|(?<=[早晚]上)|(?<=凌晨)|(?<=[0-9]{{2}}[—－～~至-])|(?<![0-9])(?={_CLOCK}：[0-5][0-9][—－～~至-]{_CLOCK}[：:][0-5][0-9]))"
    rf"({_CLOCK})：([0-5][0-9])(?![0-9])"
)

_QUICK = re.compile("：[0-5][0-9]")


@rule(
    code="NUM049",
    name="time-with-full-width-colon",
    severity=Severity.WARNING,
    scope=Scope.BLOCK,
    summary="时间里的冒号用了全角。",
    reason="时、分之间用半角冒号，或者写“8时30分”；全角冒号是提示下文的标点。",
    source="GB/T 15835-2011 时间",
    fix_title="改为半角冒号",
    applicability=Applicability.UNSAFE,
    marks="：",
    examples=(
        Bad("上午8：30集合", "上午8:30集合"),
        Bad("开放时间为8：30—17：00", "开放时间为8:30—17:00"),
        Good("开放时间为8:30—17:00，上午8时30分集合"),
        Good("按1：50配备，比例尺1：500，附件：12项"),
    ),
)
def check(block: Block) -> Iterator[Finding]:
    """Find hours and minutes in a setting that can only be a time."""
    if "：" in block.text and _QUICK.search(block.text):
        message = "时间“{0}”里的冒号应为半角，即“{1}”。"
        yield from matches(_TIME, block.text, message, lambda match: f"{match.group(1)}:{match.group(2)}")
