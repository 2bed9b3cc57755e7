"""Headings on a line of their own that end with a mark."""

from collections.abc import Iterator
from dataclasses import replace

from templates.analysis import Analysis
from validators.diagnostic import Severity
from validators.reading import all_sections, as_class
from validators.rule import Bad, Finding, Good, Scope, edit, rule

_MARKS = "。；：，、;:,."
_LONGEST_TITLE = 30  # longer, or with a comma, it is a sentence with a number


@rule(
    code="STR015",
    name="heading-with-final-mark",
    severity=Severity.WARNING,
    scope=Scope.DOCUMENT,
    summary="独立成行的标题末尾用了标点。",
    reason="独立成行的标题末尾不用标点；后面紧接正文的标题才用句号。",
    source="实务",
    fix_title="删去标题末尾的标点",
    examples=(
        Bad(
            ("一、总体要求", "（一）基本原则。", "1.坚持协同推进。形成合力。", "（二）工作目标："),
            ("一、总体要求", "（一）基本原则", "1.坚持协同推进。形成合力。", "（二）工作目标"),
        ),
        Good(("一、总体要求", "（一）指导思想。以科学精神为引领。", "（二）工作目标")),
        Good(("一、总体要求", "#3 ——坚持协同推进。", "#3 ——扩大开放合作。")),
        Good(("一、总体要求", "（一）各单位要高度重视，加强领导，落实责任。")),
    ),
)
def check(analysis: Analysis) -> Iterator[Finding]:
    """Report the class once, at the first heading, with a fix for all; an item after a dash is a sentence of a list."""
    found = []
    for section in all_sections(analysis):
        text = section.block.text.rstrip()
        kept = text.rstrip(_MARKS)
        title = section.title
        if section.parts.run_in or section.parts.mark or kept == text or len(title) > _LONGEST_TITLE or "，" in title:
            continue
        at = Finding(0, len(text), f"{section.parts.number}{title}", block_id=section.block.id)
        found.append(replace(at, edits=(edit(section.block, len(kept), len(text), ""),)))
    if found:
        others = f"等{len(found)}个" if len(found) > 1 else ""
        yield from as_class(found, f"独立成行的标题“{found[0].message}”{others}末尾用了标点。")
