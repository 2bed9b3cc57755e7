"""见第六部分 in a plan of five parts, 见表2 in a plan with one table."""

import re
from collections.abc import Iterator

from editor.model.document import BlockKind
from editor.model.outline import from_chinese
from editor.model.text_cache import keep_by_text
from templates.analysis import Analysis
from validators.diagnostic import Severity
from validators.reading import positions_by_kind, whole_text
from validators.rule import Bad, Finding, Good, Scope, rule

# Only what plainly points into this plan: 《…》第三部分 is another document's.
_PART = re.compile(r"(?:见|详见|参见|参照|按照?|本方案|本规划|本文|上述|前述)第([一二三四五六七八九十]{1,3})部分")
_TABLE = re.compile(r"(?:见|详见|参见)(?:附)?表\s?([0-9]{1,2})|[（(]表\s?([0-9]{1,2})[）)]")


@keep_by_text
def _references(text: str) -> tuple[tuple[int, int, str, int], ...]:
    if "部分" not in text and "表" not in text:
        return ()
    parts = [(*match.span(), "部分", from_chinese(match[1]) or 1) for match in _PART.finditer(text)]
    tables = [(*match.span(), "表", int(match[1] or match[2])) for match in _TABLE.finditer(text)]
    return (*parts, *tables)


@rule(
    code="REF034",
    name="reference-to-absent-part",
    severity=Severity.WARNING,
    scope=Scope.DOCUMENT,
    summary="文中指到的部分或表格在本方案里没有。",
    reason="读者按文中的指引找不到内容；多半是增删部分、表格之后没有改正文。",
    source="党政机关公文处理工作条例 第二十条（四）",
    examples=(
        Bad(("一、总体要求", "保障措施见第三部分。", "二、重点任务", "做好工作。")),
        Bad(("一、总体要求", "指标见表2。", "二、重点任务", "做好工作。")),
        Good(("一、总体要求", "保障措施见第二部分。", "二、保障措施", "落实《云州市科普规划》第九部分要求。")),
        Good(("一、总体要求", "按照《云州市科普规划》第九部分执行，占第三部分工作的一半。")),
    ),
)
def check(analysis: Analysis) -> Iterator[Finding]:
    """Compare with the parts (一、 二、 …) and tables of the plan."""
    whole = whole_text(analysis)
    if "部分" not in whole and "表" not in whole:
        return
    count = {"部分": len(analysis.sections), "表": len(positions_by_kind(analysis)[BlockKind.TABLE])}
    for block in analysis.document.blocks:
        for start, end, kind, number in _references(block.text):
            if number > count[kind] and (kind == "表" or count[kind]):
                words = block.text[start:end].strip("（()）")
                there = f"只有{count[kind]}个{kind}" if count[kind] else f"没有{kind}"
                yield Finding(start, end, f"这里写“{words}”，全文{there}。", block_id=block.id)
