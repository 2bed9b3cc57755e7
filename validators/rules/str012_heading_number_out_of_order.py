"""Headings that changed places: the number that should stand here comes later in the row."""

from collections.abc import Iterator
from dataclasses import replace

from templates.analysis import Analysis
from validators.diagnostic import Applicability, Severity
from validators.numbering import Slip, irregular
from validators.reading import at_heading
from validators.rule import Bad, Finding, Good, Scope, rule


@rule(
    code="STR012",
    name="heading-number-out-of-order",
    severity=Severity.ERROR,
    scope=Scope.DOCUMENT,
    summary="标题的序号前后颠倒。",
    reason="该在前面的序号排到了后面，多半是移动段落之后没有改序号。",
    source="GB/T 9704-2012 7.3.3",
    fix_title="按顺序重新编号",
    applicability=Applicability.UNSAFE,
    examples=(
        Bad(("一、甲", "三、丙", "二、乙", "四、丁"), ("一、甲", "二、丙", "三、乙", "四、丁")),
        Good(("一、甲", "二、乙", "三、丙", "四、丁")),
    ),
)
def check(analysis: Analysis) -> Iterator[Finding]:
    """Report the first of them; the fix numbers its whole row."""
    for slip in irregular(analysis):
        if slip.slip is Slip.OUT_OF_ORDER:
            found = at_heading(
                slip.section,
                f"标题“{slip.section.parts.number}{slip.section.title}”的序号前后颠倒，此处应为第{slip.expected}项。",
            )
            yield replace(found, edits=slip.renumbering())
