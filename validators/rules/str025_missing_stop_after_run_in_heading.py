"""A run-in heading that only a blank parts from its text."""

import re
from collections.abc import Iterator

from editor.model.document import Block, BlockKind
from editor.model.outline import heading_parts
from validators.diagnostic import Applicability, Severity
from validators.patterns import HAN
from validators.rule import Bad, Finding, Good, Scope, rule

_TITLE = re.compile(rf"{HAN}{{2,20}}([ \u3000\t]{{1,8}})(?={HAN}{{4}})")
_KINDS = (BlockKind.HEADING, BlockKind.PARAGRAPH)


@rule(
    code="STR025",
    name="missing-stop-after-run-in-heading",
    severity=Severity.WARNING,
    scope=Scope.BLOCK,
    summary="标题与正文同段，中间只空了格，没有用句号。",
    reason="标题和正文接排时，标题末尾用句号断开；只空一格，读者和程序都分不清标题到哪里结束。",
    source="实务",
    fix_title="在标题后加句号",
    applicability=Applicability.UNSAFE,
    marks=" \u3000\t",
    examples=(
        Bad("（一）加强组织领导 各单位要落实责任，形成合力。", "（一）加强组织领导。各单位要落实责任，形成合力。"),
        Bad("1.开展培训　每年举办两期，覆盖全县。", "1.开展培训。每年举办两期，覆盖全县。"),
        Good("（一）加强组织领导。各单位要落实责任，形成合力。"),
        Good("（一）加强组织领导 落实工作责任"),
        Good("县科协 各单位要落实责任，形成合力。"),
        Good("第一部分 总则"),
    ),
)
def check(block: Block) -> Iterator[Finding]:
    """Find a numbered title without a mark and blanks before running text."""
    if block.kind not in _KINDS or "。" not in block.text:
        return
    parts = heading_parts(block.text)
    match = _TITLE.match(block.text, parts.start) if parts.number_level > 1 else None
    if match is not None:
        title = block.text[parts.start : match.start(1)]
        yield Finding(*match.span(1), f"标题“{title}”和后面的正文之间没有用句号。", "。")
