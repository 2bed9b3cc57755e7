"""Marks of vertical writing, corner quotation marks and half-width Japanese marks."""

import re
from collections.abc import Iterator

from editor.model.document import Block
from editor.model.text_cache import keep_by_text
from templates.analysis import Analysis
from validators.diagnostic import Applicability, Severity
from validators.habits import report_once
from validators.patterns import matches
from validators.rule import Bad, Finding, Good, Scope, rule

_RIGHT = dict(zip("﹁﹂﹃﹄「」『』｢｣︵︶︽︾︿﹀︹︺︻︼｡､", "“”‘’“”‘’“”（）《》〈〉〔〕【】。、", strict=True))
_MARK = re.compile(f"[{''.join(_RIGHT)}]")


@keep_by_text
def _marks(block: Block) -> tuple[Finding, ...]:
    if block.text.isascii():
        return ()
    found = matches(_MARK, block.text, "标点“{0}”是竖排或者外文用的，应为“{1}”", lambda match: _RIGHT[match.group()])
    return tuple(found)


@rule(
    code="TXT017",
    name="vertical-or-corner-marks",
    severity=Severity.WARNING,
    scope=Scope.DOCUMENT,
    summary="横排的文字里用了竖排或者外文的标点。",
    reason="横排用“”‘’（）《》；“﹁﹂”“「」”用于竖排，混在横排里既不规范，也认不出成对的另一半。",
    source="GB/T 15834-2011 引号、括号",
    fix_title="改为横排的标点",
    applicability=Applicability.UNSAFE,
    examples=(
        Bad(("开展﹁科普示范﹂创建，办好「科普日」活动。",), ("开展“科普示范”创建，办好“科普日”活动。",)),
        Bad(("加强领导､落实责任｡",), ("加强领导、落实责任。",)),
        Good(("开展“科普示范”创建，推动‘一件事’改革（试点）。",)),
    ),
)
def check(analysis: Analysis) -> Iterator[Finding]:
    """Report the habit once, with a fix for all."""
    yield from report_once(analysis, _marks, frozenset(_RIGHT))
