"""A heading number that leaves one or more numbers out."""

from collections.abc import Iterator
from dataclasses import replace

from templates.analysis import Analysis
from validators.diagnostic import Applicability, Severity
from validators.numbering import Slip, irregular
from validators.reading import at_heading
from validators.rule import Bad, Finding, Good, Scope, rule


@rule(
    code="STR010",
    name="skipped-heading-number",
    severity=Severity.ERROR,
    scope=Scope.DOCUMENT,
    summary="标题的序号跳号。",
    reason="序号中断，读者会以为漏印了一部分；多半是删节之后没有改序号。",
    source="GB/T 9704-2012 7.3.3",
    fix_title="按顺序重新编号",
    applicability=Applicability.UNSAFE,
    examples=(
        Bad(("一、总体要求", "三、重点工程", "四、组织实施"), ("一、总体要求", "二、重点工程", "三、组织实施")),
        Bad(
            ("一、提升行动", "（二）农民行动", "（三）老年人行动"),
            ("一、提升行动", "（一）农民行动", "（二）老年人行动"),
        ),
        Good(("一、总体要求", "二、重点工程", "三、组织实施")),
        Good(("一、行动", "（一）甲", "1.子", "2.丑", "（二）乙", "3.寅", "4.卯")),
        Good(("一、行动", "（一）甲", "（二）乙", "二、工程", "（一）丙", "（二）丁")),
    ),
)
def check(analysis: Analysis) -> Iterator[Finding]:
    """Report the heading after the gap; the fix numbers its whole row."""
    for slip in irregular(analysis):
        if slip.slip is Slip.SKIPPED:
            parts = slip.section.parts
            last = (parts.ordinal or 0) - 1
            lacking = f"{slip.expected}" if last <= slip.expected else f"{slip.expected}至{last}"
            found = at_heading(slip.section, f"标题“{parts.number}{parts.title}”跳号，前面缺第{lacking}项。")
            yield replace(found, edits=slip.renumbering())
