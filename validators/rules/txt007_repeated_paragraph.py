"""The same paragraph twice."""

from collections import Counter
from collections.abc import Iterator

from editor.model.assignments import is_assignment_line
from editor.model.document import Block, BlockKind
from templates.analysis import Analysis
from validators.diagnostic import Related, Severity
from validators.patterns import shorten
from validators.rule import Bad, Finding, Good, Scope, rule

_KINDS = (BlockKind.PARAGRAPH, BlockKind.HEADING)
_SHORTEST = 16
_LINE = "加强组织领导，明确责任分工，确保各项任务落到实处。"


@rule(
    code="TXT007",
    name="repeated-paragraph",
    severity=Severity.WARNING,
    scope=Scope.DOCUMENT,
    summary="同一段文字出现了两次。",
    reason="多半是粘贴时重复，或者移动段落后原处没有删。",
    source="实务",
    examples=(
        Bad(("一、要求", _LINE, "二、保障", _LINE)),
        Good(
            ("一、要求", "责任单位：县教育局、县科协、县民政局。", "二、保障", "责任单位：县教育局、县科协、县民政局。")
        ),
        Good(("一、要求", _LINE, "二、保障", "落实经费保障，加强督促检查，做好总结评估工作。")),
    ),
)
def check(analysis: Analysis) -> Iterator[Finding]:
    """Report the second copy; lines that assign repeat by nature."""
    times = Counter([block.text for block in analysis.document.blocks])
    seen: dict[str, Block] = {}
    for block in analysis.document.blocks:
        if times[block.text] == 1 or block.kind not in _KINDS or len(block.text) < _SHORTEST:
            continue
        first = seen.setdefault(block.text, block)
        if first is not block and "【" not in block.text and not is_assignment_line(block.text):
            message = f"“{shorten(block.text, 16)}”这一段前面已经出现过。"
            related = (Related(first.id, shorten(first.text, 16)),)
            yield Finding(0, len(block.text), message, block_id=block.id, related=related)
