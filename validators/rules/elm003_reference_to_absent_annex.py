"""见附件 where there is no such annex."""

import re
from collections.abc import Iterator

from editor.model.document import BlockKind
from editor.model.outline import from_chinese
from editor.model.text_cache import keep_by_text
from templates.analysis import Analysis
from validators.diagnostic import Severity
from validators.reading import annexes, announced_annexes, whole_text
from validators.rule import Bad, Finding, Good, Scope, rule

_NUMBER = "([0-9]{1,2}|[一二三四五六七八九十]{1,2})"
_REFERENCE = re.compile(rf"(?:见|按照?|参照)附件\s?{_NUMBER}?|[（(]附件\s?{_NUMBER}(?=[）)])")


@keep_by_text
def _references(text: str) -> tuple[tuple[int, int, int], ...]:
    found = []
    for match in _REFERENCE.finditer(text):
        printed = match.group(1) or match.group(2) or "1"
        found.append((*match.span(), int(printed) if printed.isdigit() else from_chinese(printed) or 1))
    return tuple(found)


@rule(
    code="ELM003",
    name="reference-to-absent-annex",
    severity=Severity.WARNING,
    scope=Scope.DOCUMENT,
    summary="正文写“见附件”，却没有这个附件。",
    reason="读者按正文去找附件却找不到；多半是附件增删后没有改正文。",
    source="党政机关公文处理工作条例 第二十条（四）",
    examples=(
        Bad(("一、要求", "任务分工见附件。")),
        Bad(("一、要求", "指标见附件2。", "附件：任务分工表", "附件", "# 任务分工表")),
        Bad(("一、要求", "按附件3执行，逐项落实任务（附件1）。", "附件：任务分工表", "附件", "# 任务分工表")),
        Good(("一、要求", "任务分工见附件。", "附件：任务分工表", "附件", "# 任务分工表")),
    ),
)
def check(analysis: Analysis) -> Iterator[Finding]:
    """Compare the number referred to with the annexes announced or there."""
    count = -1
    if "附件" not in whole_text(analysis):
        return
    for block in analysis.document.blocks:
        if block.kind is BlockKind.ANNEX_NOTE:
            continue
        for start, end, number in _references(block.text):
            if count < 0:
                announced = announced_annexes(analysis)
                count = max(len(announced), len(annexes(analysis)), *(item.number or 0 for item in announced), 0)
            if number > count:
                words = block.text[start:end]
                message = f"这里写“{words.strip('（(')}”，全文{'没有附件' if not count else f'只有{count}个附件'}。"
                yield Finding(start, end, message, block_id=block.id)
