"""A heading number that stood in the same row before."""

from collections.abc import Iterator
from dataclasses import replace

from templates.analysis import Analysis
from validators.diagnostic import Applicability, Severity
from validators.numbering import Slip, irregular
from validators.reading import at_heading
from validators.rule import Bad, Finding, Good, Scope, rule


@rule(
    code="STR011",
    name="repeated-heading-number",
    severity=Severity.ERROR,
    scope=Scope.DOCUMENT,
    summary="标题的序号重号。",
    reason="两个标题用同一个序号，引用“第几项”时就不知道指哪一个。",
    source="GB/T 9704-2012 7.3.3",
    fix_title="按顺序重新编号",
    applicability=Applicability.UNSAFE,
    examples=(
        Bad(("一、甲", "二、乙", "二、丙", "三、丁"), ("一、甲", "二、乙", "三、丙", "四、丁")),
        Bad(("一、甲", "1.子。正文。", "1.丑。正文。"), ("一、甲", "1.子。正文。", "2.丑。正文。")),
        Good(("一、甲", "1.子。正文。", "2.丑。正文。", "二、乙", "1.寅。正文。", "2.卯。正文。")),
    ),
)
def check(analysis: Analysis) -> Iterator[Finding]:
    """Report the second heading with the number; the fix numbers its whole row."""
    for slip in irregular(analysis):
        if slip.slip is Slip.REPEATED:
            found = at_heading(
                slip.section, f"标题“{slip.section.parts.number}{slip.section.title}”的序号前面已经用过。"
            )
            yield replace(found, edits=slip.renumbering())
