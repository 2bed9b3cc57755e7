"""Heading numbers written otherwise than 一、 （一） 1. （1）."""

import re
from collections.abc import Iterable, Iterator
from dataclasses import replace

from editor.model.outline import Section, number_for
from templates.analysis import Analysis
from validators.diagnostic import Severity
from validators.reading import all_sections, as_class, at_heading
from validators.rule import Bad, Finding, Good, Scope, edit, rule

# 第一部分 and ① are forms of their own, not slips of these four; ㈠ and ⑴ belong to STR029.
_OWN_FORM = re.compile("[第㈠-㈩⑴-⒇①-⑳]")


def _findings(sections: Iterable[Section]) -> Iterator[tuple[int, str, Finding]]:
    for section in sections:
        parts = section.parts
        if not parts.ordinal or not parts.number_level or _OWN_FORM.match(parts.number):
            continue
        right = number_for(parts.number_level, parts.ordinal)
        if parts.number != right:
            start = section.block.text.find(parts.number)
            found = at_heading(section, f"{parts.number}{section.title}")
            edits = (edit(section.block, start, start + len(parts.number), right),)
            mark = re.sub("[一二三四五六七八九十百0-9０-９]", "", parts.number)
            yield parts.number_level, mark, replace(found, end=start + len(parts.number), edits=edits)


@rule(
    code="STR014",
    name="heading-number-in-wrong-form",
    severity=Severity.WARNING,
    scope=Scope.DOCUMENT,
    summary="标题序号的写法不规范。",
    reason="四层序号写作“一、”“（一）”“1.”“（1）”：带括号的后面不加点，阿拉伯数字后用半角点。",
    source="GB/T 9704-2012 7.3.3；GB/T 15834-2011 附录",
    fix_title="改为规范的序号",
    examples=(
        Bad(("一、甲", "1．子。正文。", "2.丑。正文。"), ("一、甲", "1.子。正文。", "2.丑。正文。")),
        Bad(("一.甲", "(一)子", "（二）、丑"), ("一、甲", "（一）子", "（二）丑")),
        Bad(("一、甲", "1、子", "2、丑"), ("一、甲", "1.子", "2.丑")),
        Good(("一、甲", "（一）乙", "1.丙", "（1）丁")),
        Bad(("一，甲", "（一）．子", "（二）、丑"), ("一、甲", "（一）子", "（二）丑")),
        Good(("第一部分 总则", "（一）乙")),
        Good(("一、甲", "①子", "②丑")),
        Good(("一、甲", "1.2号楼改造。面积12平方米。", "3.5万人参加培训。")),
    ),
)
def check(analysis: Analysis) -> Iterator[Finding]:
    """Report each wrong form once, with a fix for all headings that have it."""
    forms: dict[tuple[int, str], list[Finding]] = {}
    for level, mark, finding in _findings(all_sections(analysis)):
        forms.setdefault((level, mark), []).append(finding)
    for (level, _), findings in forms.items():
        others = f"等{len(findings)}处" if len(findings) > 1 else ""
        message = f"标题“{findings[0].message}”{others}的序号写法不规范，应写成“{number_for(level, 1)}”的形式。"
        yield from as_class(findings, message)
