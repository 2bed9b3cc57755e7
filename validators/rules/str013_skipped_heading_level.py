"""A heading that lies two levels or more below the one it stands under."""

from collections.abc import Iterator

from templates.analysis import Analysis
from validators.diagnostic import Severity
from validators.reading import all_sections, at_heading
from validators.rule import Bad, Finding, Good, Scope, rule


@rule(
    code="STR013",
    name="skipped-heading-level",
    severity=Severity.HINT,
    scope=Scope.DOCUMENT,
    summary="标题层次跳级。",
    reason="层次依次用“一、”“（一）”“1.”“（1）”；只有两层时用“一、”和“1.”也通行，再跳就看不出从属关系。",
    source="GB/T 9704-2012 7.3.3",
    examples=(
        Bad(("一、总体要求", "（1）指导思想", "（2）工作目标")),
        Bad(("一、提升行动", "（一）青少年行动", "（1）科学教育", "（2）教师培训")),
        Good(("一、总体要求", "1.指导思想", "2.工作目标")),
        Good(("一、提升行动", "（一）青少年行动", "1.科学教育", "（1）课程")),
    ),
)
def check(analysis: Analysis) -> Iterator[Finding]:
    """Report the first child of each heading that skips a level, except 一、 → 1."""
    for section in all_sections(analysis):
        for child in section.children[:1]:
            if child.level - section.level > 1 and (section.level, child.level) != (1, 3):
                above = f"{section.parts.number}{section.title}"
                below = child.parts.number or child.title
                yield at_heading(child, f"“{above}”下面直接是第{child.level}层的“{below}”，层次跳级。")
