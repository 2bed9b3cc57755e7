"""A 【…】 placeholder of the template that nobody filled in."""

import re
from collections.abc import Iterator

from editor.model.document import Block
from validators.diagnostic import Severity
from validators.patterns import shorten
from validators.rule import Bad, Finding, Good, Scope, rule

# 【2025】 is a document number in the wrong brackets, which NUM001 reports; 【打印】 is a button, which TXT016 reports.
_PLACEHOLDER = re.compile(
    r"【(?![0-9]{4}】\s?第?[0-9]{1,5}\s?号|(?:打印|关闭|收藏|返回|分享)(?:本页|本文|网页|窗口|列表|顶部|到)?】"
    r"|(?:字体|字号)?[：:\s大中小]{0,9}】)[^【】]{0,200}】|\{\{[^{}]{0,60}\}\}"
    r"|[（(\[〔](?:请|此处|待)(?:填|补充|输入|插入|核实|核定|明确)[^（）()\[\]〔〕]{0,40}[）)\]〕]"
)

_SIGNS = ("【", "{{", *(mark + word for mark in "（(［[〔" for word in ("请", "此处", "待")))  # looked for first


@rule(
    code="TXT001",
    name="placeholder-left",
    severity=Severity.ERROR,
    scope=Scope.BLOCK,
    summary="“【】”里的占位内容还没有填写。",
    reason="占位内容只是提醒要写什么，印发前都要换成本地的实际内容。",
    source="党政机关公文处理工作条例 第二十条（四）",
    marks="【{（([〔",
    examples=(
        Bad("到2030年，全县公民具备科学素质的比例达到【目标值】%。"),
        Bad("到【2030】年，由（请填写单位）负责。"),
        Good("到2030年，全县公民具备科学素质的比例达到20%。"),
        Good("云政发【2025】3号"),
        Bad("【中期评估年份】年开展中期评估，推动【大中小学数量】所学校参加"),
        Good("【打印本页】【关闭】【字体：大 中 小】"),
        Good("（待人热情、待遇优厚）（请示）"),
    ),
)
def check(block: Block) -> Iterator[Finding]:
    """Find what stands in 【】, and asks to be filled in in other brackets."""
    if not any(sign in block.text for sign in _SIGNS):
        return
    for match in _PLACEHOLDER.finditer(block.text):
        yield Finding(*match.span(), f"占位内容“{shorten(match.group())}”还没有填写。")
